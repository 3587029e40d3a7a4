/**
 * Every claim of the commentary with what became of it.
 */
import { Mistake } from '../../config/mistake.ts';
import type { ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Families } from '../families.ts';
import type { ClaimReport } from '../types/claim.ts';
import { judgeClaim } from './judge-claim.ts';
import type { PlannedClaim } from './planned-claim.ts';

/** A claim, the text it stands in and its sentence. */
export interface PlacedClaim {
  readonly page: string;
  readonly text: string;
  readonly plan: PlannedClaim;
}

/** In the order of the texts. */
export function claimReports(
  context: ReportContext,
  store: EstimateStore,
  families: Families,
  claims: readonly PlacedClaim[],
): readonly ClaimReport[] {
  const counted = new Map<string, number>();
  return claims.map(({ page, text, plan }) => {
    const { holds, ...judged } = judgeClaim(context, store, families, plan);
    const number = (counted.get(page) ?? 0) + 1;
    counted.set(page, number);
    return {
      id: `${page.replaceAll('/', '-')}-${number}`,
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

/** The claims that the data do not support, as mistakes that say what they support. */
export function unsupportedClaims(claims: readonly ClaimReport[]): Mistake[] {
  return claims
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
}

/** What identifies a claim on its page: its props as written, in any order. */
export function claimKey(page: string, props: Readonly<Record<string, string | true>>): string {
  return JSON.stringify([page, Object.entries(props).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
