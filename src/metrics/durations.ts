/**
 * How waiting times spread: the share of tickets done within readable spans of time.
 */
import type { Clock } from '../dataset/part.ts';
import { atRisk, kaplanMeier, type SurvivalCurve, survivalAt } from '../statistics/survival.ts';
import type { Cell, Context, Slice } from './definition.ts';
import { estimateQuantile } from './estimators/duration.ts';
import { runsByGroup } from './estimators/waiting-times.ts';
import { firstResponseTimes } from './service/first-response-times.ts';
import { resolutionTimes } from './service/resolution-times.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The spans at which curves are read, in seconds: from a minute to 90 days, each one a person would name. */
export const MARKS: readonly number[] = [
  ...[1, 2, 5, 10, 20, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 4, 8, 12].map((hours) => hours * HOUR),
  ...[1, 2, 3, 5, 7, 14, 30, 60, 90].map((days) => days * DAY),
];

/** Waits with a curve, by the start of the ids of their metrics. */
export type CurveOf = 'first_response' | 'resolution';

export interface DurationCurve {
  /** Tickets, those still running included. */
  readonly n: number;
  /** Distinct customers among them. */
  readonly customers: number;
  /** Share done within each span, rising; it ends where the data end, or where everything is done. */
  readonly curve: readonly { readonly seconds: number; readonly share: number }[];
  /** Share not done within each of a hundred spans from a minute on, evenly spaced on a log axis, with its 95 % band. */
  readonly open: readonly OpenShare[];
  /** Tickets still waiting, and watched, at each mark that the curve reaches. */
  readonly waiting: readonly { readonly seconds: number; readonly tickets: number }[];
  /** The same cells as those of the metrics. */
  readonly median: Cell;
  readonly p90: Cell;
}

/** The share of tickets not done within a span of time. */
export interface OpenShare {
  readonly seconds: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface DurationCurves {
  /** Values of the dimension; [''] without one. */
  readonly values: readonly string[];
  /** One curve per period and value, period-major. Nothing is suppressed: that is the report's duty. */
  readonly curves: readonly DurationCurve[];
}

const WAITS = {
  first_response: { times: firstResponseTimes, censoring: 'when some are running' },
  resolution: { times: resolutionTimes, censoring: 'always' },
} as const;

/**
 * The share of tickets answered or solved within each span, by Kaplan and Meier: tickets that are still waiting count
 * for as long as they have waited. Without such tickets this is the plain share.
 *
 * The metrics of this wait on this clock must be available.
 */
export function durationCurves(context: Context, wait: CurveOf, clock: Clock, slice: Slice): DurationCurves {
  const { times, censoring } = WAITS[wait];
  const { waiting } = times(context, clock);
  const quantile = (name: 'median' | 'p90') => estimateQuantile(context.dataset, waiting, name, censoring, slice).cells;
  const [medians, p90s] = [quantile('median'), quantile('p90')];
  const runs = runsByGroup(context.dataset, waiting, slice);
  const curves = medians.map((median, group) => {
    const [from, to] = [runs.start[group] as number, runs.start[group + 1] as number];
    const milliseconds = runs.milliseconds.subarray(from, to);
    const survival = kaplanMeier(milliseconds, runs.ended.subarray(from, to));
    const curve = shares(milliseconds, survival);
    return {
      n: median.n,
      customers: median.customers,
      curve,
      open: openShares(milliseconds, survival),
      waiting: curve.map(({ seconds }) => ({ seconds, tickets: atRisk(milliseconds, seconds * 1000) })),
      median,
      p90: p90s[group] as Cell,
    };
  });
  return { values: runs.values, curves };
}

function shares(milliseconds: Float64Array, curve: SurvivalCurve): DurationCurve['curve'] {
  const points: { seconds: number; share: number }[] = [];
  for (const seconds of MARKS) {
    const { survival } = survivalAt(curve, seconds * 1000);
    // Beyond the longest wait nothing is known, unless every wait has ended.
    if (curve.n === 0 || (survival > 0 && atRisk(milliseconds, seconds * 1000) === 0)) break;
    points.push({ seconds, share: 1 - survival });
    if (survival === 0) break;
  }
  return points;
}

/** Points of an open share: enough for a smooth curve, too few to show when any one ticket was done. */
const STEPS = 100;

function openShares(milliseconds: Float64Array, curve: SurvivalCurve): OpenShare[] {
  const last = Math.min((curve.lastTime ?? 0) / 1000, MARKS.at(-1) as number);
  if (last <= MINUTE) return [];
  return Array.from({ length: STEPS }, (_, step) => {
    const seconds = MINUTE * (last / MINUTE) ** (step / (STEPS - 1));
    const { survival, low, high } = survivalAt(curve, seconds * 1000);
    return { seconds, share: survival, low: low ?? survival, high: high ?? survival };
  }).filter(({ seconds, share }) => share === 0 || atRisk(milliseconds, seconds * 1000) > 0);
}
