import type { PlannedAction } from './actions/plan-action.ts';
import { cardOf, type ReportContext } from './context.ts';
import type { EstimateStore } from './estimates.ts';
import { Families } from './families.ts';
import type { Pair } from './family.ts';
import { askedPairs } from './pages.ts';
import type { Asked } from './prose.ts';
import { figurePairs } from './written-figure.ts';

/** The families of the panels, with all that writers' texts and actions compare besides: planned before any is judged. */
export function plannedFamilies(
  context: ReportContext,
  store: EstimateStore,
  asked: Asked,
  actions: readonly PlannedAction[],
): Families {
  const pairs = [
    ...actions.map(({ compared }) => compared.pair).filter((pair) => pair !== null),
    ...comparisonsIn(context, store, asked),
  ];
  const levels = asked.claims.flatMap(({ plan: { metric, level } }) =>
    level === null || level.finding === null ? [] : [{ lens: cardOf(context, metric).lens, finding: level.finding }],
  );
  return new Families(context, store, pairs, levels);
}

/** Every comparison that texts ask for. */
export function comparisonsIn(
  context: ReportContext,
  store: EstimateStore,
  { changes, claims, sides, figures }: Asked,
): Pair[] {
  return [
    ...askedPairs(context, store, [...changes, ...sides.flatMap((each) => each.changes)]),
    ...claims.flatMap(({ plan }) => plan.pairs.map(({ pair }) => pair)),
    ...sides.flatMap(({ pair }) => (pair === null ? [] : [pair.pair])),
    ...figures.flatMap((plan) => figurePairs(context, store, plan)),
  ];
}
