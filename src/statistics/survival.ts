import { normalCritical, normalTwoSidedP } from './distribution.ts';

/**
 * Times until an event, some of them cut short: ascending times and, for each, whether the event was seen (1) or
 * observation ended without it (0). The order within equal times does not matter.
 */
export interface FollowUp {
  readonly times: Float64Array;
  readonly events: Uint8Array;
  /** How many leading entries to use; all when left out. */
  readonly count?: number;
}

/**
 * A Kaplan–Meier curve: one entry per distinct time at which an event happened, in ascending order. Before the first
 * entry survival is 1; each value holds from its time to the next.
 */
export interface SurvivalCurve {
  /** Observations, with and without event. */
  readonly n: number;
  /** Observations that ended with an event. */
  readonly eventCount: number;
  /** The longest time observed, with or without event; null when there is none. */
  readonly lastTime: number | null;
  readonly time: Float64Array;
  /** Share without event just after the time. */
  readonly survival: Float64Array;
  /** Observations still without event and under observation just before the time. */
  readonly atRisk: Uint32Array;
  /** Events at the time. */
  readonly events: Uint32Array;
  /** Greenwood's sum Σ d/(n(n−d)) up to the time; infinite once survival is 0. Times survival² it is the variance. */
  readonly greenwood: Float64Array;
}

/** A time by which a share of the observations had their event; null where the curve or a band never gets there. */
export interface SurvivalQuantile {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Survival at one time; null for what is unknown once survival is 0. */
export interface SurvivalEstimate {
  readonly survival: number;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Comparison of two survival curves by their expected and observed events. */
export interface LogRank {
  /** One degree of freedom. */
  readonly chiSquare: number;
  readonly p: number;
  /** Events seen in the first and second group. */
  readonly observed: readonly [number, number];
  /** Events expected in each if both shared one curve. */
  readonly expected: readonly [number, number];
}

/**
 * Kaplan–Meier curve of times already sorted ascending. Observations censored at the time of an event count as at risk
 * for it. Source: Kaplan & Meier (1958), Greenwood (1926).
 *
 * @param until how far the curve is wanted: steps after it, and their events, are left out.
 * @throws RangeError when times are not ascending or not numbers.
 */
export function kaplanMeier(
  times: Float64Array,
  events: Uint8Array,
  count = times.length,
  until = Number.POSITIVE_INFINITY,
): SurvivalCurve {
  const followed =
    until === Number.POSITIVE_INFINITY ? count : firstIndex(count, (index) => (times[index] as number) > until);
  const steps = countSteps(times, events, followed);
  const time = new Float64Array(steps);
  const survival = new Float64Array(steps);
  const atRisk = new Uint32Array(steps);
  const stepEvents = new Uint32Array(steps);
  const greenwood = new Float64Array(steps);
  let step = 0;
  let surviving = 1;
  let sum = 0;
  let eventCount = 0;
  let first = 0;
  while (first < followed) {
    const t = times[first] as number;
    let end = first;
    let died = 0;
    while (end < count && times[end] === t) {
      died += events[end] === 0 ? 0 : 1;
      end += 1;
    }
    if (died > 0) {
      const risk = count - first;
      surviving *= (risk - died) / risk;
      sum += died / (risk * (risk - died));
      time[step] = t;
      survival[step] = surviving;
      atRisk[step] = risk;
      stepEvents[step] = died;
      greenwood[step] = sum;
      eventCount += died;
      step += 1;
    }
    first = end;
  }
  const lastTime = count === 0 ? null : (times[count - 1] as number);
  return { n: count, eventCount, lastTime, time, survival, atRisk, events: stepEvents, greenwood };
}

/** Observations still without event and under observation just before time t: those with a time of at least t. */
export function atRisk(times: Float64Array, t: number, count = times.length): number {
  return count - firstIndex(count, (index) => (times[index] as number) >= t);
}

/**
 * Survival may miss a round number such as a half by the rounding of as many products as there are events; a step
 * this close to it lies on it.
 */
const ON_THE_LINE = 1e-9;

/** A quantile being looked for along a curve. */
interface Search {
  readonly target: number;
  /** The target as the logarithm of cumulative hazard, log(−log): the scale of the bands. */
  readonly line: number;
  /** Survival from which on a narrow, and a wide, lower band cannot lie below the target. */
  readonly narrowReach: number;
  readonly wideReach: number;
  value: number | null;
  low: number | null;
  high: number | null;
}

/**
 * The times by which shares p of the observations had their event (p = 0.5: the median), and their intervals, in one
 * walk along times sorted ascending without a curve in memory.
 *
 * The value is the first event time with survival below 1 − p; where a step lies exactly at 1 − p, the middle of that
 * step. The ends are the first event times at which the lower and the upper band, built on log(−log S), fall below
 * 1 − p. Any of the three is null when that is never reached; a last step exactly at 1 − p has no known end and counts
 * as not reached. Source: Brookmeyer & Crowley (1982) with Kalbfleisch & Prentice's transformation.
 *
 * @throws RangeError unless 0 < p < 1, and when times are not ascending or not numbers.
 */
export function survivalQuantiles(
  times: Float64Array,
  events: Uint8Array,
  shares: readonly number[],
  confidence = 0.95,
): { readonly eventCount: number; readonly quantiles: readonly SurvivalQuantile[] } {
  if (!shares.every((p) => p > 0 && p < 1)) throw new RangeError(`shares must lie between 0 and 1: ${shares}`);
  const z = normalCritical(confidence);
  const searches = shares.map((p): Search => {
    const hazard = -Math.log(1 - p);
    const found = { value: null, low: null, high: null };
    return {
      target: 1 - p,
      line: Math.log(hazard),
      narrowReach: reach(hazard, NARROW),
      wideReach: reach(hazard, WIDE),
      ...found,
    };
  });
  const count = times.length;
  let surviving = 1;
  let sum = 0;
  let eventCount = 0;
  const before = { time: Number.NaN, survival: 1 };
  let last = Number.NEGATIVE_INFINITY;
  let first = 0;
  while (first < count) {
    const t = times[first] as number;
    if (!(t > last)) throw new RangeError(`times must ascend: ${last} is followed by ${t}`);
    last = t;
    let end = first;
    let died = 0;
    while (end < count && times[end] === t) {
      died += events[end] === 0 ? 0 : 1;
      end += 1;
    }
    if (died > 0) {
      const risk = count - first;
      surviving *= (risk - died) / risk;
      sum += died / (risk * (risk - died));
      eventCount += died;
      for (let index = 0; index < searches.length; index += 1) {
        const search = searches[index] as Search;
        if (search.high !== null) continue;
        if (isUnderWay(search) || couldCross(search, surviving, sum, z)) {
          advance(search, { time: t, survival: surviving, greenwood: sum }, before, z);
        }
      }
      before.time = t;
      before.survival = surviving;
    }
    first = end;
  }
  return { eventCount, quantiles: searches.map(({ value, low, high }) => ({ value, low, high })) };
}

interface Step {
  readonly time: number;
  readonly survival: number;
  readonly greenwood: number;
}

/** Whether something was found already: from then on every step counts. */
function isUnderWay({ low, value }: Search): boolean {
  return low !== null || value !== null;
}

/** Takes a search one step along the curve. */
function advance(search: Search, step: Step, before: Pick<Step, 'time' | 'survival'>, z: number): void {
  const { target, line } = search;
  const { time, survival, greenwood } = step;
  // The lower band lies under the curve and has crossed by the time the curve does; the upper band cannot cross before.
  if (search.value === null && search.low === null && isBandBelow(survival, greenwood, line, z)) search.low = time;
  if (search.value === null && survival < target - ON_THE_LINE) {
    const onTheLine = Math.abs(before.survival - target) <= ON_THE_LINE;
    search.value = onTheLine ? (before.time + time) / 2 : time;
  }
  if (search.value !== null && search.high === null && isBandBelow(survival, greenwood, line, -z)) search.high = time;
}

/**
 * Whether the lower band could lie below the target: a bound without logarithms, for the many steps that are far away.
 *
 * With c = −log S the band lies below when c·exp(z√G/c) > h, the hazard of the target. As c ≥ 1 − S, a band with
 * z√G < w(1 − S) needs c·e^w > h, which is S < exp(−h/e^w).
 */
function couldCross(search: Search, survival: number, greenwood: number, z: number): boolean {
  const gone = 1 - survival;
  const spread = (z * z * greenwood) / (gone * gone);
  if (spread < NARROW * NARROW) return survival < search.narrowReach;
  return spread >= WIDE * WIDE || survival < search.wideReach;
}

/** Widths of a band that the bound is worked out for: most steps are narrow, the first of a curve are wide. */
const NARROW = 0.1;
const WIDE = 3;

/** exp(−h/e^w), a little larger so that no rounding lets a step slip. */
function reach(hazard: number, width: number): number {
  return Math.exp(-hazard / Math.exp(width)) * (1 + 1e-9);
}

/**
 * Survival at time t with Greenwood's standard error and a log(−log) interval.
 *
 * Before the first event survival is surely 1; once it is 0 its spread is unknown.
 */
export function survivalAt(curve: SurvivalCurve, t: number, confidence = 0.95): SurvivalEstimate {
  const step = stepAt(curve, t);
  if (step < 0) return { survival: 1, standardError: 0, low: 1, high: 1 };
  const survival = curve.survival[step] as number;
  if (survival === 0) return { survival, standardError: null, low: null, high: null };
  const spread = Math.sqrt(curve.greenwood[step] as number);
  const logSurvival = Math.log(survival);
  const factor = Math.exp((normalCritical(confidence) * spread) / -logSurvival);
  return {
    survival,
    standardError: survival * spread,
    low: Math.exp(logSurvival * factor),
    high: Math.exp(logSurvival / factor),
  };
}

/**
 * Mean time up to tau: the area under the curve from 0 to tau, with its standard error (Klein & Moeschberger 2003).
 *
 * The last step is held flat, so a tau beyond the follow-up gives a number that rests on no data: take tau within the
 * follow-up of all groups that are compared.
 *
 * @throws RangeError unless tau > 0.
 */
export function restrictedMean(curve: SurvivalCurve, tau: number): { mean: number; standardError: number } {
  if (!(tau > 0)) throw new RangeError(`tau must be positive: ${tau}`);
  let area = 0;
  let variance = 0;
  let end = tau;
  for (let step = stepAt(curve, tau); step >= 0; step -= 1) {
    const time = curve.time[step] as number;
    area += (curve.survival[step] as number) * (end - time);
    end = time;
    const risk = curve.atRisk[step] as number;
    const died = curve.events[step] as number;
    if (died < risk) variance += (area * area * died) / (risk * (risk - died));
  }
  return { mean: area + end, standardError: Math.sqrt(variance) };
}

/**
 * What each observation adds to the mean time up to tau: the derivative of the mean by the observation's weight, in the
 * order of the times. They add up to 0, and the sum of their squares, or of the squares of their sums over customers whose
 * observations belong together, is the variance of the mean (the infinitesimal jackknife; Jaeckel 1972).
 *
 * @throws RangeError unless tau > 0, and when times are not ascending or not numbers.
 */
export function restrictedMeanInfluence({ times, events, count = times.length }: FollowUp, tau: number): Float64Array {
  if (!(tau > 0)) throw new RangeError(`tau must be positive: ${tau}`);
  const curve = kaplanMeier(times, events, count, tau);
  const steps = curve.time.length;
  // Area under the curve from each step to tau.
  const after = new Float64Array(steps);
  let area = 0;
  let end = tau;
  for (let step = steps - 1; step >= 0; step--) {
    area += (curve.survival[step] as number) * (end - (curve.time[step] as number));
    after[step] = area;
    end = curve.time[step] as number;
  }
  const influence = new Float64Array(count);
  let step = 0;
  // Σ d·A/(Y(Y − d)) over the steps that an observation was at risk for.
  let met = 0;
  for (let at = 0; at < count; at++) {
    const time = times[at] as number;
    while (step < steps && (curve.time[step] as number) <= time) {
      const risk = curve.atRisk[step] as number;
      const died = curve.events[step] as number;
      if (died < risk) met += (died * (after[step] as number)) / (risk * (risk - died));
      step++;
    }
    influence[at] = met;
    if (events[at] === 0 || time > tau) continue;
    const risk = curve.atRisk[step - 1] as number;
    const died = curve.events[step - 1] as number;
    if (died < risk) influence[at] = met - (after[step - 1] as number) / (risk - died);
  }
  return influence;
}

/**
 * Log-rank test that two groups share one survival curve; both must be sorted ascending.
 *
 * When no event could tell the groups apart, chi-square is 0 and p is 1. Source: Mantel (1966), with the
 * hypergeometric variance.
 */
export function logRank(a: FollowUp, b: FollowUp): LogRank {
  const sizeA = a.count ?? a.times.length;
  const sizeB = b.count ?? b.times.length;
  let placeA = 0;
  let placeB = 0;
  let observedA = 0;
  let observedB = 0;
  let expectedA = 0;
  let variance = 0;
  while (placeA < sizeA || placeB < sizeB) {
    const timeA = placeA < sizeA ? (a.times[placeA] as number) : Number.POSITIVE_INFINITY;
    const timeB = placeB < sizeB ? (b.times[placeB] as number) : Number.POSITIVE_INFINITY;
    const t = Math.min(timeA, timeB);
    const riskA = sizeA - placeA;
    const risk = riskA + sizeB - placeB;
    let diedA = 0;
    let diedB = 0;
    for (; placeA < sizeA && a.times[placeA] === t; placeA += 1) diedA += a.events[placeA] === 0 ? 0 : 1;
    for (; placeB < sizeB && b.times[placeB] === t; placeB += 1) diedB += b.events[placeB] === 0 ? 0 : 1;
    const died = diedA + diedB;
    if (died === 0) continue;
    const shareA = riskA / risk;
    observedA += diedA;
    observedB += diedB;
    expectedA += died * shareA;
    if (risk > 1) variance += (died * shareA * (1 - shareA) * (risk - died)) / (risk - 1);
  }
  const chiSquare = variance > 0 ? (observedA - expectedA) ** 2 / variance : 0;
  return {
    chiSquare,
    p: normalTwoSidedP(Math.sqrt(chiSquare)),
    observed: [observedA, observedB],
    expected: [expectedA, observedA + observedB - expectedA],
  };
}

/** Distinct times with an event, so that the arrays of a curve are allocated once. */
function countSteps(times: Float64Array, events: Uint8Array, count: number): number {
  let steps = 0;
  let previous = Number.NEGATIVE_INFINITY;
  let counted = Number.NaN;
  for (let index = 0; index < count; index += 1) {
    const t = times[index] as number;
    if (!(t >= previous)) throw new RangeError(`times must ascend: ${previous} is followed by ${t}`);
    previous = t;
    if (events[index] !== 0 && t !== counted) {
      steps += 1;
      counted = t;
    }
  }
  return steps;
}

/** Index of the step that holds at time t; −1 before the first. */
function stepAt(curve: SurvivalCurve, t: number): number {
  return firstIndex(curve.time.length, (index) => (curve.time[index] as number) > t) - 1;
}

/**
 * Whether a log(−log) band lies below the line at a step; z > 0 for the lower band, z < 0 for the upper one. Compared on
 * the transformed scale, where it saves an exponential for each of a million steps.
 */
function isBandBelow(survival: number, greenwood: number, line: number, z: number): boolean {
  const cumulative = -Math.log(survival);
  // Where survival is 0 the band is not a number and no comparison holds: the band is unknown there.
  return Math.log(cumulative) + (z * Math.sqrt(greenwood)) / cumulative > line;
}

/** First index in 0 to length for which a condition that stays true once it is true holds; length when there is none. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
