/**
 * Claims of the last edition, judged again by today’s data.
 */
import { Mistake } from '../../config/mistake.ts';
import { type ClaimJudge, judgeClaim } from '../claims/judge-claim.ts';
import { planClaim } from '../claims/plan-claim.ts';
import type { PlannedClaim } from '../claims/planned-claim.ts';
import { cardOf, formatFor, type ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import { periodOfCode } from '../period-of-code.ts';
import type { ClaimReport } from '../types/claim.ts';
import type { ClaimAgain, EditionClaim } from '../types/edition.ts';
import { claimNotJudged, WHY } from '../wording/changes.ts';
import { changeOfDefinition } from './definition-changes.ts';
import type { Edition } from './edition.schema.ts';
import { recordedDefinition, recordedFigure } from './recorded.ts';
import { revisionOf } from './revisions.ts';

/** A claim of the edition with the comparisons that decide it now, or why there are none. */
export interface PlannedAgain {
  readonly claim: EditionClaim;
  readonly plan: PlannedClaim | null;
  readonly why: string;
}

export function planAgain(context: ReportContext, store: EstimateStore, edition: Edition): PlannedAgain[] {
  return edition.claims.map((claim) => {
    const not = (why: string): PlannedAgain => ({ claim, plan: null, why });
    const card = context.cards.get(claim.metric);
    if (card === undefined || store.unavailable(claim.metric) !== null) return not('its figure is no longer there');
    const parted = changeOfDefinition(edition, card);
    if (parted !== null) return not(parted);
    try {
      const place = { file: '', line: 0, column: 0 };
      const use = { component: claim.component, props: claim.props, text: claim.text, place };
      return { claim, plan: planClaim(context, store, use), why: '' };
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      return not(error.details.what.charAt(0).toLowerCase() + error.details.what.slice(1));
    }
  });
}

/** @param made what texts claim now. */
export function claimsAgain(
  context: ReportContext,
  store: EstimateStore,
  judge: ClaimJudge,
  edition: Edition,
  planned: readonly PlannedAgain[],
  made: readonly ClaimReport[],
): ClaimAgain[] {
  const spoken = new Set(made.map(({ text }) => text));
  return planned.map(({ claim, plan, why }) => {
    const common = { claim, stillMade: spoken.has(claim.text) };
    if (plan === null) return { ...common, status: 'not judged' as const, says: claimNotJudged(why), why: '' };
    const { holds, verdict, says } = judgeClaim(context, store, judge, plan);
    if (verdict === 'broken') return { ...common, status: 'not judged' as const, says, why: '' };
    if (holds) return { ...common, status: 'holds' as const, says, why: '' };
    return { ...common, status: 'fails' as const, says, why: whyOf(context, store, edition, claim, plan) };
  });
}

/** What is different where a claim no longer holds: the period that it speaks of, its figure, the margin, or others. */
function whyOf(
  context: ReportContext,
  store: EstimateStore,
  edition: Edition,
  { period: code, metric, where }: EditionClaim,
  { period }: PlannedClaim,
): string {
  const then = periodOfCode(context, code);
  if (period.code !== code) return WHY.period(then?.label ?? code, period.label);
  const card = cardOf(context, metric);
  const [group = ['', ''], ...more] = Object.entries(where);
  const published = more.length > 0 ? undefined : recordedFigure(edition, metric, group[0], group[1], code);
  const today = store.estimate(metric, where, period);
  if (
    published !== undefined &&
    revisionOf(published, today, card, formatFor(context, metric), context.config) !== null
  ) {
    return WHY.rows(period.label);
  }
  return recordedDefinition(edition, metric)?.margin === card.matters ? WHY.others : WHY.margin;
}
