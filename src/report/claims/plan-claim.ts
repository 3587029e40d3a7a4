/**
 * From a claim as written to the comparisons that decide it, before anything is judged.
 */
import type { Period } from '../../calendar/period.ts';
import type { ComponentUse } from '../../commentary/uses.ts';
import type { ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import { resolveFilter, resolveMetric, resolvePeriod, restrictionsOf } from '../names.ts';
import { latestPeriod } from '../sections.ts';
import { changeClaim, recordClaim } from './change-claim.ts';
import { claimKind } from './claim-kind.ts';
import { extremeClaim } from './group-claim.ts';
import { rivalClaim, shareClaim } from './level-claim.ts';
import { type Claim, type PlannedClaim, textOf } from './planned-claim.ts';

/**
 * The comparisons of a claim, every name in it checked.
 *
 * @throws Mistake for what does not exist and for words that do not go together.
 */
export function planClaim(context: ReportContext, store: EstimateStore, use: ComponentUse): PlannedClaim {
  const { props, place } = use;
  const kind = claimKind(use);
  const metric = resolveMetric(context, textOf(props.metric), place);
  const where = resolveFilter(context, store, metric, restrictionsOf(props), place);
  const claim: Claim = { context, store, use, kind, metric, where, period: periodOf(context, store, use, metric) };
  switch (kind.test) {
    case 'change':
      return changeClaim(claim);
    case 'record':
      return recordClaim(claim);
    case 'extreme':
      return extremeClaim(claim);
    case 'share':
      return shareClaim(claim);
    case 'rival':
      return rivalClaim(claim);
  }
}

/** The period named by `to` or `period`, else the last complete one with a figure. */
function periodOf(
  context: ReportContext,
  store: EstimateStore,
  { props, place }: ComponentUse,
  metric: string,
): Period {
  const written = textOf(props.to ?? props.period);
  if (written !== '') return resolvePeriod(context, written, place);
  return latestPeriod(context, store, metric) ?? (context.periods.all[0] as Period);
}
