/**
 * What `<Figure>` draws: a metric over time, or its groups side by side.
 */
import type { Period } from '../calendar/period.ts';
import type { ComponentUse } from '../commentary/uses.ts';
import { Mistake } from '../config/mistake.ts';
import type { Dimension } from '../dataset/dataset.ts';
import { textOf } from './claims/planned-claim.ts';
import { cardOf, type ReportContext } from './context.ts';
import type { EstimateStore } from './estimates.ts';
import type { Judge, Pair } from './family.ts';
import { breakdownFigure, breakdownPairs, breakdownRows } from './figures/breakdown.ts';
import { seriesFigure } from './figures/series.ts';
import { resolveDimension, resolveFilter, resolveMetric, restrictionsOf } from './names.ts';
import { latestPeriod, periodFor, seriesGrain } from './sections.ts';
import type { Filter } from './types/estimate.ts';
import type { BreakdownFigure, SeriesFigure } from './types/figure.ts';

/** A figure before its comparisons are judged. */
export type PlannedFigure =
  | { readonly metric: string; readonly dimension: null; readonly course: SeriesFigure }
  | { readonly metric: string; readonly dimension: Dimension; readonly period: Period };

/**
 * The figure that a `<Figure>` asks for, every name in it checked.
 *
 * @throws Mistake for what does not exist, and where there is nothing to draw.
 */
export function planFigure(
  context: ReportContext,
  store: EstimateStore,
  { props, place }: Pick<ComponentUse, 'props' | 'place'>,
): PlannedFigure {
  const metric = resolveMetric(context, textOf(props.metric), place);
  const where = resolveFilter(context, store, metric, restrictionsOf(props), place);
  if (props.dimension === undefined) {
    const grain = seriesGrain(context, store, { metric, where, grain: undefined });
    const course = seriesFigure(context, store, { metric, where, grain });
    if (course.points.length === 0) throw nothingToDraw(context, metric, place);
    return { metric, dimension: null, course };
  }
  const dimension = resolveDimension(context, metric, textOf(props.dimension), place);
  refuseRestriction(props, where, dimension, place);
  // Under a headline about a change, groups are those of the period in which it ends.
  const written = props.period ?? props.to;
  const period = periodFor(context, store, metric, written === undefined ? undefined : textOf(written), place);
  const plan: PlannedFigure = { metric, dimension, period };
  if (breakdownRows(store, plan).length === 0) throw nothingToDraw(context, metric, place);
  return plan;
}

/** The comparisons that the words of a figure may speak of. */
export function figurePairs(context: ReportContext, store: EstimateStore, plan: PlannedFigure): Pair[] {
  return plan.dimension === null ? [] : breakdownPairs(context, store, plan);
}

/** @param families must hold `figurePairs` of the same plan. */
export function writtenFigure(
  context: ReportContext,
  store: EstimateStore,
  families: Judge,
  plan: PlannedFigure,
): SeriesFigure | BreakdownFigure {
  if (plan.dimension === null) return plan.course;
  const figure = breakdownFigure(context, store, families, plan);
  // The last complete period is what the panel's page draws, under the same name and from the same file.
  if (plan.period.code === latestPeriod(context, store, plan.metric)?.code) return figure;
  const id = `${figure.id}-${plan.period.code.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  return { ...figure, id, csv: { ...figure.csv, path: `/data/figures/${id}.csv` } };
}

/** Groups are drawn of all answers; what a headline says may be about one of the groups, and about nobody else. */
function refuseRestriction(
  props: ComponentUse['props'],
  where: Filter,
  dimension: Dimension,
  place: ComponentUse['place'],
): void {
  const [odd] = Object.keys(where).filter((name) => name !== dimension || props.headline === undefined);
  if (odd === undefined) return;
  throw new Mistake({
    ...place,
    what: `<Figure> by ${dimension} cannot be restricted to one ${odd}`,
    found: `dimension="${dimension}" ${odd}="${where[odd]}"`,
    expected: `dimension="${dimension}" alone`,
    remedy: `Leave ${odd} out, or leave dimension out to see ${where[odd]} over time.`,
  });
}

function nothingToDraw(context: ReportContext, metric: string, place: ComponentUse['place']): Mistake {
  return new Mistake({
    ...place,
    what: `There is nothing to draw of ${cardOf(context, metric).name}`,
    found: 'no figure in these data',
    expected: 'at least one figure',
    remedy: `Put <Figure> into <IfData metric="${metric}">, or take it out.`,
  });
}
