/**
 * What a panel's page shows: one section a metric, with its comparisons and figures.
 */
import type { Grain, Period } from '../calendar/period.ts';
import { previousPeriod, yearEarlier } from '../calendar/periods.ts';
import { twelveMonthsBefore } from '../calendar/relative-period.ts';
import type { Dimension } from '../dataset/dataset.ts';
import type { Metric } from '../metrics/definition.ts';
import { breaksOf } from './breaks.ts';
import { bothClocks } from './clocks.ts';
import { cardOf, metricOf, type ReportContext } from './context.ts';
import type { EstimateStore } from './estimates.ts';
import type { Judge, Pair } from './family.ts';
import { type BreakdownQuery, breakdownFigure, breakdownPairs, breakdownRows, spread } from './figures/breakdown.ts';
import { controlFigure, steadySentence } from './figures/control.ts';
import { type ControlCourse, controlCourse } from './figures/control-course.ts';
import { distributionFigure } from './figures/distribution.ts';
import { durationFigure } from './figures/durations.ts';
import { seriesFigure } from './figures/series.ts';
import { survivalFigure } from './figures/survival.ts';
import { watermelonFigure } from './figures/watermelon.ts';
import { type Place, resolvePeriod } from './names.ts';
import { recordPairs, recordSentence } from './record.ts';
import { remarks } from './remarks.ts';
import { scaleGroups, standsOnSeveralScales } from './scales.ts';
import type { Comparison, Filter, Lens } from './types/estimate.ts';
import type { Figure } from './types/figure.ts';
import type { MetricSection } from './types/page.ts';
import { changeSentences, sectionHeadline } from './wording/headline.ts';

/** Most breakdowns a section shows: the dimensions that differ most. The others stand in the downloads. */
const MOST_BREAKDOWNS = 2;

/** Metrics that lead a section of the panel's page, available or not. */
export function leadMetrics(context: ReportContext, lens: Lens): readonly Metric[] {
  return [...context.metrics.values()].filter((metric) => metric.lens === lens && metric.variantOf === undefined);
}

/**
 * The period that a metric's figures are for: the last complete one of the report's grain in which it has a figure,
 * else everything the data cover; null when it has no figure at all.
 */
export function latestPeriod(context: ReportContext, store: EstimateStore, metricId: string): Period | null {
  const complete = context.periods[comparedGrain(context, store, metricId)].filter(({ partial }) => !partial);
  const candidates = [...context.periods.all, ...complete];
  return (
    candidates.findLast((period) => store.estimate(metricId, {}, period).status !== 'no_data') ??
    candidates.findLast((period) => touchpointsKnown(store, metricId, period)) ??
    null
  );
}

/** The period asked for, else the last complete one with a figure, else everything the data cover. */
export function periodFor(
  context: ReportContext,
  store: EstimateStore,
  metric: string,
  written: string | undefined,
  place: Place = {},
): Period {
  if (written !== undefined) return resolvePeriod(context, written, place);
  return latestPeriod(context, store, metric) ?? (context.periods.all[0] as Period);
}

/** Items of a survey give a metric figures by touchpoint where it has none overall. */
function touchpointsKnown(store: EstimateStore, metricId: string, period: Period): boolean {
  return store
    .values(metricId, 'touchpoint')
    .some((touchpoint) => store.estimate(metricId, { touchpoint }, period).value !== undefined);
}

export type Against = 'previous' | 'year-earlier';

/**
 * The comparison of a period with the one before, or with the same a year earlier; null when there is no such period,
 * and where the answers stand on different scales: the mix of scales may change from one period to the next.
 */
export function changePair(
  context: ReportContext,
  query: { metric: string; where: Filter; period: Period; against: Against },
): Pair | null {
  const { metric, where, period, against } = query;
  if (standsOnSeveralScales(context, metric, null)) return null;
  const earlier = earlierPeriod(context, period, against);
  if (earlier === null || earlier.partial || period.partial) return null;
  return {
    metric,
    occasion: 'over time',
    a: { where, period: earlier, name: earlier.label },
    b: { where, period, name: period.label },
  };
}

/** The period before one, or the same a year earlier; null where the data hold none, and of all they cover. */
export function earlierPeriod({ periods }: ReportContext, period: Period, against: Against): Period | null {
  const isOfCalendar = periods[period.grain].some(({ code }) => code === period.code);
  if (!isOfCalendar) return twelveMonthsBefore(period, periods);
  const code = against === 'previous' ? previousPeriod(period) : yearEarlier(period);
  return periods[period.grain].find((candidate) => candidate.code === code) ?? null;
}

/** How much of a metric a page shows: its course alone, or its breakdowns and spread as well. */
export type Depth = 'course' | 'full';

/** Every comparison that a section may speak of. */
export function sectionPairs(context: ReportContext, store: EstimateStore, metricId: string, depth: Depth): Pair[] {
  const period = latestPeriod(context, store, metricId);
  if (period === null) return [];
  const breakdowns = depth === 'full' ? breakdownQueries(context, store, metricId, period) : [];
  const changes = (['previous', 'year-earlier'] as const).map((against) =>
    changePair(context, { metric: metricId, where: {}, period, against }),
  );
  return [
    ...changes.filter((pair) => pair !== null),
    ...recordPairs(context, metricId, period),
    ...breakdowns.flatMap((query) => breakdownPairs(context, store, query)),
  ];
}

/** One section; its comparisons must be in the family. */
export function metricSection(
  context: ReportContext,
  store: EstimateStore,
  family: Judge,
  metricId: string,
  depth: Depth,
): MetricSection | null {
  const period = latestPeriod(context, store, metricId);
  if (period === null) return null;
  const metric = metricOf(context, metricId);
  const latest = store.estimate(metricId, {}, period);
  if (latest.status === 'no_data' && depth === 'course') return null;
  const change = (against: Against): Comparison | null => {
    if (latest.status === 'no_data') return null;
    const pair = changePair(context, { metric: metricId, where: {}, period, against });
    return pair === null ? null : family.comparison(pair);
  };
  const [previous, lastYear] = [change('previous'), change('year-earlier')];
  const control = depth === 'full' ? controlCourse(context, store, metricId) : null;
  return {
    metric: cardOf(context, metricId),
    headline: sectionHeadline(cardOf(context, metricId), latest, previous, lastYear),
    latest,
    previous,
    yearEarlier: lastYear,
    sentences: standsOnSeveralScales(context, metricId, null)
      ? ['The answers stand on different scales, so periods and groups are not set against each other.']
      : [
          ...changeSentences(previous, lastYear),
          ...[recordSentence(context, family, metricId, period)].filter((sentence) => sentence !== null),
          ...(depth === 'full' ? remarks(context, metricId, period) : []),
          ...(control === null || control.signalled ? [] : [steadySentence(control)]),
        ],
    figures:
      depth === 'full'
        ? sectionFigures(context, store, family, metric, period, control)
        : [seriesFigure(context, store, { metric: metricId, where: {}, grain: chartGrain(context, store, metricId) })],
    related: [...context.metrics.values()]
      .filter(({ variantOf, id }) => variantOf === metricId && store.unavailable(id) === null)
      .map(({ id }) => ({ metric: cardOf(context, id), latest: store.estimate(id, {}, period) })),
    clocks: depth === 'full' ? bothClocks(context, store, metricId, period) : null,
  };
}

function sectionFigures(
  context: ReportContext,
  store: EstimateStore,
  family: Judge,
  metric: Metric,
  period: Period,
  control: ControlCourse | null,
): Figure[] {
  // Figures of one dimension, one a scale, are shown together or not at all.
  const dimensions = Map.groupBy(breakdownQueries(context, store, metric.id, period), ({ dimension }) => dimension);
  const shown = Array.from(dimensions.values(), (queries) => ({
    queries,
    size: Math.max(...queries.map((query) => spread(context, store, family, query))),
  }))
    .sort((a, b) => b.size - a.size)
    // Where no dimension clearly differs, one chart is enough to say so.
    .filter(({ size }, rank) => rank === 0 || (rank < MOST_BREAKDOWNS && size > 0));
  const series = seriesFigure(context, store, {
    metric: metric.id,
    where: {},
    grain: chartGrain(context, store, metric.id),
  });
  // Limits begin anew after a break, so the months before it stand in the series alone.
  const hasBreak = breaksOf(context, metric.id).length > 0;
  return [
    watermelonFigure(context, store, metric.id),
    // Tickets are counted in full: their months need limits, not intervals, and one chart shows them.
    series.points.length === 0 || (control?.signalled && metric.lens === 'service' && !hasBreak) ? null : series,
    control?.signalled ? controlFigure(context, metric.id, control) : null,
    distributionFigure(context, store, metric.id, comparedGrain(context, store, metric.id)),
    survivalFigure(context, store, metric.id, period) ?? durationFigure(context, store, metric.id, period),
    ...shown.flatMap(({ queries }) => queries.map((query) => breakdownFigure(context, store, family, query))),
  ].filter((figure) => figure !== null);
}

/**
 * Charts over time show months, unless the report counts in years, whose months are likely to be thin, or some month is
 * too thin to show: then they show quarters.
 */
export function chartGrain(context: ReportContext, store: EstimateStore, metricId: string): Grain {
  if (context.config.grain === 'year') return 'year';
  return store.unavailable(metricId) === null && store.isByQuarter(metricId) ? 'quarter' : 'month';
}

/** The grain of a course that is asked for: quarters in place of months of which one is too thin to show. */
export function seriesGrain(
  context: ReportContext,
  store: EstimateStore,
  { metric, where, grain }: { readonly metric: string; readonly where: Filter; readonly grain: Grain | undefined },
): Grain {
  const asked = grain ?? chartGrain(context, store, metric);
  if (asked !== 'month' || store.unavailable(metric) !== null) return asked;
  const isThin = (period: Period) => !period.partial && store.estimate(metric, where, period).status === 'suppressed';
  return store.isByQuarter(metric) || context.periods.month.some(isThin) ? 'quarter' : 'month';
}

/** The grain at which a metric is compared: the report's, or quarters where its months are too thin to show. */
export function comparedGrain({ config }: ReportContext, store: EstimateStore, metricId: string): Grain {
  const isMonthly = config.grain === 'month';
  return isMonthly && store.unavailable(metricId) === null && store.isByQuarter(metricId) ? 'quarter' : config.grain;
}

/** Dimensions with at least two publishable values in the period; one query a scale where answers stand on several. */
function breakdownQueries(
  context: ReportContext,
  store: EstimateStore,
  metricId: string,
  period: Period,
): BreakdownQuery[] {
  return metricOf(context, metricId)
    .dimensions.map((dimension: Dimension) => ({ metric: metricId, dimension, period }))
    .filter((query) => publishableValues(store, query) >= 2)
    .flatMap((query) => scaleGroups(context, metricId, query.dimension).map((group) => ({ ...query, group })))
    .filter((query) => publishableValues(store, query) > 0);
}

function publishableValues(store: EstimateStore, query: BreakdownQuery): number {
  return breakdownRows(store, query).filter(({ estimate }) => estimate.value !== undefined).length;
}
