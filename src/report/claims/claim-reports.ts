/**
 * Every claim of the commentary with what became of it.
 */
import { OWN_PAGES_FOLDER, pathOfText } from '../../commentary/site-pages.ts';
import type { ComponentUse } from '../../commentary/uses.ts';
import { eachOnce, Mistake } from '../../config/mistake.ts';
import type { ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { ClaimReport } from '../types/claim.ts';
import { type ClaimJudge, judgeClaim } from './judge-claim.ts';
import type { PlannedClaim } from './planned-claim.ts';

/** A claim, the text it stands in and its sentence. */
export interface PlacedClaim {
  readonly page: string;
  readonly text: string;
  /** Its props as they stand in the text. */
  readonly written: ComponentUse['props'];
  readonly plan: PlannedClaim;
}

/** In the order of the texts. */
export function claimReports(
  context: ReportContext,
  store: EstimateStore,
  families: ClaimJudge,
  claims: readonly PlacedClaim[],
): readonly ClaimReport[] {
  const counted = new Map<string, number>();
  return claims.map(({ page, text, plan }) => {
    const { holds, ...judged } = judgeClaim(context, store, families, plan);
    const number = (counted.get(page) ?? 0) + 1;
    counted.set(page, number);
    return {
      id: `${idOf(page)}-${number}`,
      page,
      ...plan.use.place,
      text,
      kind: plan.kind.words,
      metric: plan.metric,
      where: plan.where,
      status: holds ? 'supported' : 'unsupported',
      ...judged,
    };
  });
}

/** Names of writers’ pages hold hyphens, but no two in a row. */
function idOf(page: string): string {
  if (!page.startsWith(OWN_PAGES_FOLDER)) return page.replaceAll('/', '-');
  return `pages${pathOfText(page).slice(0, -1).replaceAll('/', '--')}`;
}

/** The claims that the data do not support, as mistakes that say what they support. */
export function unsupportedClaims(claims: readonly ClaimReport[]): Mistake[] {
  const mistakes = claims
    .filter(({ status }) => status === 'unsupported')
    .map(
      ({ file, line, column, text, kind, says, suggestion, instead }) =>
        new Mistake({
          what: 'These data do not support a claim',
          file,
          line,
          column,
          sentence: text,
          says,
          found: kind,
          remedy: `Write “${suggestion}” ${instead === null ? 'without a claim' : `with ${instead} in the tag`}, or take the sentence out.`,
        }),
    );
  return eachOnce(mistakes);
}

/** What identifies a claim on its page: its props as written, in any order. */
export function claimKey(page: string, props: Readonly<Record<string, string | true>>): string {
  return JSON.stringify([page, Object.entries(props).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
