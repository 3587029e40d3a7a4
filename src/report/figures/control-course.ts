/**
 * What a metric's months show beyond chance: limits from its first months, signals, and when it changed (B25, B26).
 */
import type { Period } from '../../calendar/period.ts';
import { changePoint } from '../../statistics/change-point.ts';
import { type ControlChart, shareChart, xmrChart } from '../../statistics/control-chart.ts';
import type { Interval } from '../../statistics/interval.ts';
import { seededRandom } from '../../statistics/random.ts';
import { signals } from '../../statistics/signals.ts';
import { breaksOf } from '../breaks.ts';
import { metricOf, type ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import { standsOnSeveralScales } from '../scales.ts';
import type { Estimate, Unit } from '../types/estimate.ts';
import { SIGNIFICANCE } from '../verdict.ts';

/** Fewest months for limits to be drawn, and for them to be called firm. */
export const FEWEST_MONTHS = { draw: 12, firm: 20 } as const;

/** Limits come from the first year, or from two where there are three. */
const BASELINE = { short: 12, long: 24, longFrom: 36 } as const;

/** From so many months on, what each month of the year does is taken out. */
const SEASON_FROM = 36;

/** A change that may lie anywhere in more than so many months is a drift, or a season: it has no date. */
const WIDEST_RANGE = 6;

const SEED = 26;

export interface ControlCourse {
  readonly months: readonly ControlMonth[];
  /** Months that the limits come from. */
  readonly baseline: number;
  readonly centre: number;
  readonly firm: boolean;
  /** In words: `p′ chart`, `XmR chart`. */
  readonly chart: string;
  /** Whether anything in the months is more than chance. */
  readonly signalled: boolean;
  /** Whether the series crosses its median less often than chance allows. */
  readonly fewCrossings: boolean;
  readonly change: ControlChange | null;
  /** Whether the limits move with the seasons; with fewer than three years a season cannot be told from a trend. */
  readonly seasonal: boolean;
}

export interface ControlMonth {
  readonly period: Period;
  readonly estimate: Estimate;
  readonly limits: Interval | null;
  readonly signal: 'outside' | 'run' | null;
}

/** A change that the signals call for, and between which months it lies. */
export interface ControlChange {
  readonly from: Period;
  readonly to: Period;
  readonly before: number;
  readonly after: number;
}

/** A month of a series, as far as it may be published. */
export interface MeasuredMonth {
  readonly period: Period;
  readonly estimate: Estimate;
  /** What the rows behind a share are worth, where several of one customer count for less; n when left out. */
  readonly effectiveN?: number | undefined;
  /** Whether it rests on too little to be judged: it is drawn, and has no limits. */
  readonly thin?: boolean;
}

/** Null with fewer than twelve complete months with a figure since the last break, and where answers stand on several scales. */
export function controlCourse(context: ReportContext, store: EstimateStore, metricId: string): ControlCourse | null {
  if (standsOnSeveralScales(context, metricId, null)) return null;
  // A new definition begins a new series, with limits and seasons of its own.
  const since = breaksOf(context, metricId).at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  const ofSeries = context.periods.month.filter(({ start }) => start >= since);
  const months = ofSeries.map((period): MeasuredMonth => {
    const { estimate, cell } = store.compute(metricId, {}, period);
    return { period, estimate, effectiveN: cell?.effectiveN };
  });
  return courseOf(months, metricOf(context, metricId).unit);
}

/** The course of a series that is no metric; null with fewer than twelve complete months with a figure. */
export function courseOf(all: readonly MeasuredMonth[], unit: Unit): ControlCourse | null {
  const counted = all.map((month) => (month.period.partial || month.thin ? null : month));
  const known = counted.filter((month) => isKnown(month)).length;
  if (known < FEWEST_MONTHS.draw) return null;
  const baseline = known >= BASELINE.longFrom ? BASELINE.long : BASELINE.short;
  // Waits differ by factors: their chart is drawn on logarithms.
  const scale = unit === 'duration' ? { to: Math.log, back: Math.exp } : { to: Number, back: Number };
  const seasonal = known >= SEASON_FROM;
  const measured = counted.map((month) => (isKnown(month) ? scale.to(month.estimate.value as number) : null));
  const season = seasonal ? monthMeans(measured) : measured.map(() => 0);
  const level = measured.map((value, index) => (value === null ? null : value - (season[index] as number)));
  const chart =
    unit === 'share'
      ? shareChart(
          counted.map((each, index) => proportionOf(each, level[index])),
          baseline,
        )
      : xmrChart(level, baseline);
  if (chart === null) return null;
  const found = signals(chart);
  const values = chart.points.map((point) => point?.value ?? null);
  const inRun = found.runs?.longestRunSignals ? longestRun(values) : new Set<number>();
  const floor =
    unit === 'net' ? -100 : unit === 'share' || unit === 'rate' || unit === 'count' ? 0 : Number.NEGATIVE_INFINITY;
  const ceiling = unit === 'net' ? 100 : unit === 'share' ? 1 : Number.POSITIVE_INFINITY;
  return {
    months: all.map(({ period, estimate }, index) => {
      const point = chart.points[index] ?? null;
      return {
        period,
        estimate,
        limits:
          point === null
            ? null
            : {
                low: Math.max(floor, scale.back(point.low + (season[index] as number))),
                high: Math.min(ceiling, scale.back(point.high + (season[index] as number))),
              },
        signal: found.outside.includes(index) ? 'outside' : inRun.has(index) ? 'run' : null,
      };
    }),
    baseline,
    centre: scale.back(chart.centre),
    firm: known >= FEWEST_MONTHS.firm,
    chart: chartName(chart),
    signalled: found.any,
    fewCrossings: found.runs?.crossingsSignal ?? false,
    seasonal,
    change: found.any
      ? changeOf(
          values,
          all.map(({ period }) => period),
          scale.back,
        )
      : null,
  };
}

function isKnown(month: MeasuredMonth | null): month is MeasuredMonth {
  return month !== null && month.estimate.value !== undefined;
}

/** A share with what its answers are worth: several of one customer count for less. */
function proportionOf(
  month: MeasuredMonth | null,
  share: number | null | undefined,
): { share: number; n: number } | null {
  if (!isKnown(month) || share === null || share === undefined) return null;
  return { share: Math.min(1, Math.max(0, share)), n: month.effectiveN ?? month.estimate.n ?? 0 };
}

/** How far each month of the year lies from the mean of all months, at its place in the series. */
function monthMeans(values: readonly (number | null)[]): number[] {
  const mean = (some: readonly (number | null)[]) => {
    const held = some.filter((value) => value !== null);
    return held.reduce((sum, value) => sum + value, 0) / held.length;
  };
  const grand = mean(values);
  return values.map((_, index) => {
    const alike = values.filter((value, other) => value !== null && other % 12 === index % 12);
    return alike.length === 0 ? 0 : mean(alike) - grand;
  });
}

function chartName(chart: ControlChart): string {
  if (!('laney' in chart)) return 'XmR chart';
  return chart.laney ? 'p′ chart' : 'p chart';
}

/** Places of the longest run on one side of the median; of several as long the latest. */
function longestRun(values: readonly (number | null)[]): ReadonlySet<number> {
  const held = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  const middle = held.length / 2;
  const median = ((held[Math.floor(middle - 0.5)] as number) + (held[Math.floor(middle)] as number)) / 2;
  let best: number[] = [];
  let run: number[] = [];
  let side = 0;
  for (const [index, value] of values.entries()) {
    if (value === null || value === median) continue;
    const here = value > median ? 1 : -1;
    run = here === side ? [...run, index] : [index];
    side = here;
    if (run.length >= best.length) best = run;
  }
  return new Set(best);
}

function changeOf(
  values: readonly (number | null)[],
  periods: readonly Period[],
  back: (value: number) => number,
): ControlChange | null {
  const change = changePoint(values, seededRandom(SEED));
  if (change === null || change.p > SIGNIFICANCE || change.range.high - change.range.low > WIDEST_RANGE) return null;
  // The change lies after the last month before it.
  const monthAfter = (place: number) => periods[Math.min(periods.length - 1, Math.round(place) + 1)] as Period;
  return {
    from: monthAfter(change.range.low),
    to: monthAfter(change.range.high),
    before: back(change.meanBefore),
    after: back(change.meanAfter),
  };
}
