/**
 * How well a score foretells an event. The higher score counts as the warning: turn a score round, by its sign, of which
 * the low values warn.
 */
import { normalCritical, normalTwoSidedP } from './distribution.ts';
import type { Interval } from './interval.ts';
import { wilson } from './proportion.ts';

/** Area under the ROC curve of a score, with what a paired comparison needs. */
export interface Discrimination {
  readonly events: number;
  readonly nonEvents: number;
  /** P(score of an event > score of a non-event) + ½ P(equal): 0.5 tells nothing, 1 everything. */
  readonly auc: number;
  /** DeLong's variance of `auc`; null with fewer than two events or non-events. */
  readonly variance: number | null;
  /** Within 0 to 1. Null where the variance is null or 0: a score that never errs, or never varies, shows no spread. */
  readonly interval: Interval | null;
  /** Of each event the share of non-events below it, in the order of the cases; ties count half. */
  readonly eventPlacements: Float64Array;
  /** Of each non-event the share of events above it. */
  readonly nonEventPlacements: Float64Array;
}

/** Difference between the areas of two scores of the same cases, second minus first. */
export interface DiscriminationDifference {
  readonly difference: number;
  /** Of the two areas. */
  readonly covariance: number;
  /** 0 for scores that place all cases alike. */
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided. 1 for equal areas; null where areas differ without any spread to judge that by. */
  readonly p: number | null;
}

/** The ROC curve: from (0, 0) to (1, 1) as the threshold falls. */
export interface RocCurve {
  /** A case warns when its score is at least this; `Infinity` first, then every distinct score. */
  readonly thresholds: Float64Array;
  /** Share of events that are warned of (sensitivity). */
  readonly truePositives: Float64Array;
  /** Share of non-events that are warned of (1 − specificity). */
  readonly falsePositives: Float64Array;
}

/** Cases of similar score, and the share of them that have the event. */
export interface CalibrationGroup {
  readonly n: number;
  readonly events: number;
  readonly lowestScore: number;
  readonly highestScore: number;
  readonly meanScore: number;
  readonly share: number;
  /** Wilson's interval of the share. */
  readonly low: number;
  readonly high: number;
}

/** What is this small, of an area or of a variance, is rounding. */
const ROUNDING = 1e-12;

/**
 * Area under the ROC curve with DeLong's variance, from the placement of each case among those of the other kind, by
 * sorting: O(n log n).
 *
 * Source: DeLong, DeLong & Clarke-Pearson (1988).
 *
 * @param events of each case 1 if it has the event, else 0.
 * @returns null without events or without non-events.
 * @throws RangeError when the lengths differ or a score is NaN.
 */
export function discrimination(
  scores: ArrayLike<number>,
  events: ArrayLike<number>,
  confidence = 0.95,
): Discrimination | null {
  const { ofEvents, ofNonEvents } = divide(scores, events);
  if (ofEvents.length === 0 || ofNonEvents.length === 0) return null;
  const sortedNonEvents = ofNonEvents.toSorted();
  const sortedEvents = ofEvents.toSorted();
  const eventPlacements = ofEvents.map((score) => shareBelow(sortedNonEvents, score));
  const nonEventPlacements = ofNonEvents.map((score) => 1 - shareBelow(sortedEvents, score));
  const auc = mean(eventPlacements);
  const placed = { eventPlacements, nonEventPlacements };
  const variance = ofEvents.length > 1 && ofNonEvents.length > 1 ? delongCovariance(placed, placed) : null;
  const half = normalCritical(confidence) * Math.sqrt(variance ?? 0);
  return {
    events: ofEvents.length,
    nonEvents: ofNonEvents.length,
    auc,
    variance,
    interval: half > ROUNDING ? { low: Math.max(0, auc - half), high: Math.min(1, auc + half) } : null,
    ...placed,
  };
}

/**
 * DeLong's interval and z test of the difference between the areas of two scores of the same cases, second minus first.
 *
 * @param first and `second`: of the same cases, in the same order.
 * @returns null with fewer than two events or non-events.
 * @throws RangeError when the numbers of cases differ.
 */
export function discriminationDifference(
  first: Discrimination,
  second: Discrimination,
  confidence = 0.95,
): DiscriminationDifference | null {
  if (first.events !== second.events || first.nonEvents !== second.nonEvents) {
    throw new RangeError('two scores can only be compared on the same cases');
  }
  if (first.variance === null || second.variance === null) return null;
  const difference = second.auc - first.auc;
  const covariance = delongCovariance(first, second);
  const sum = first.variance + second.variance;
  const variance = sum - 2 * covariance;
  const standardError = variance > ROUNDING * sum ? Math.sqrt(variance) : 0;
  const half = normalCritical(confidence) * standardError;
  const withoutSpread = Math.abs(difference) < ROUNDING ? 1 : null;
  return {
    difference,
    covariance,
    standardError,
    low: difference - half,
    high: difference + half,
    p: standardError > 0 ? normalTwoSidedP(difference / standardError) : withoutSpread,
  };
}

/**
 * The ROC curve of a score, a point for each distinct score.
 *
 * @returns null without events or without non-events.
 * @throws RangeError when the lengths differ or a score is NaN.
 */
export function rocCurve(scores: ArrayLike<number>, events: ArrayLike<number>): RocCurve | null {
  const { ofEvents, ofNonEvents } = divide(scores, events);
  if (ofEvents.length === 0 || ofNonEvents.length === 0) return null;
  ofEvents.sort();
  ofNonEvents.sort();
  const thresholds = [Number.POSITIVE_INFINITY];
  const truePositives = [0];
  const falsePositives = [0];
  let e = ofEvents.length;
  let n = ofNonEvents.length;
  while (e > 0 || n > 0) {
    const threshold = Math.max(ofEvents[e - 1] ?? -Infinity, ofNonEvents[n - 1] ?? -Infinity);
    while (e > 0 && ofEvents[e - 1] === threshold) e -= 1;
    while (n > 0 && ofNonEvents[n - 1] === threshold) n -= 1;
    thresholds.push(threshold);
    truePositives.push(1 - e / ofEvents.length);
    falsePositives.push(1 - n / ofNonEvents.length);
  }
  return {
    thresholds: Float64Array.from(thresholds),
    truePositives: Float64Array.from(truePositives),
    falsePositives: Float64Array.from(falsePositives),
  };
}

/**
 * The observed share of events in each fifth (or other part) of the cases, by score, the lowest first.
 *
 * Equal scores stay together, in the part where the middle of them falls, so that parts may differ in size or be missing.
 *
 * @throws RangeError when the lengths differ or a score is NaN.
 */
export function calibration(
  scores: ArrayLike<number>,
  events: ArrayLike<number>,
  parts = 5,
  confidence = 0.95,
): CalibrationGroup[] {
  const sortedEvents = divide(scores, events).ofEvents.sort();
  const sorted = Float64Array.from(scores).sort();
  const groups: { part: number; n: number; events: number; lowest: number; highest: number; sum: number }[] = [];
  let eventsSeen = 0;
  for (let from = 0; from < sorted.length; ) {
    const score = sorted[from] as number;
    let to = from;
    while (to < sorted.length && sorted[to] === score) to += 1;
    const eventsBefore = eventsSeen;
    while (eventsSeen < sortedEvents.length && sortedEvents[eventsSeen] === score) eventsSeen += 1;
    const part = Math.floor((parts * (from + to)) / 2 / sorted.length);
    let group = groups.at(-1);
    if (group?.part !== part) {
      group = { part, n: 0, events: 0, lowest: score, highest: score, sum: 0 };
      groups.push(group);
    }
    group.n += to - from;
    group.events += eventsSeen - eventsBefore;
    group.highest = score;
    group.sum += score * (to - from);
    from = to;
  }
  return groups.map((group) => ({
    n: group.n,
    events: group.events,
    lowestScore: group.lowest,
    highestScore: group.highest,
    meanScore: group.sum / group.n,
    share: group.events / group.n,
    ...wilson(group.events / group.n, group.n, confidence),
  }));
}

type Placements = Pick<Discrimination, 'eventPlacements' | 'nonEventPlacements'>;

function delongCovariance(a: Placements, b: Placements): number {
  return (
    covariance(a.eventPlacements, b.eventPlacements) / a.eventPlacements.length +
    covariance(a.nonEventPlacements, b.nonEventPlacements) / a.nonEventPlacements.length
  );
}

function covariance(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += ((a[i] as number) - meanA) * ((b[i] as number) - meanB);
  return sum / (a.length - 1);
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Share of the sorted values below x, those equal to it counted half. */
function shareBelow(sorted: Float64Array, x: number): number {
  const below = firstIndex(sorted, (value) => value >= x);
  const upTo = firstIndex(sorted, (value) => value > x);
  return (below + upTo) / 2 / sorted.length;
}

/** Index of the first value for which `holds`, when it holds for all values from some index on. */
function firstIndex(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The scores of cases with the event and of those without, in the order of the cases. */
function divide(scores: ArrayLike<number>, events: ArrayLike<number>) {
  if (scores.length !== events.length) {
    throw new RangeError(`${scores.length} scores and ${events.length} outcomes do not go together`);
  }
  let count = 0;
  for (let at = 0; at < events.length; at += 1) if (events[at]) count += 1;
  const ofEvents = new Float64Array(count);
  const ofNonEvents = new Float64Array(events.length - count);
  let [e, n] = [0, 0];
  for (let at = 0; at < events.length; at += 1) {
    const score = scores[at] as number;
    if (Number.isNaN(score)) throw new RangeError('a case without a score cannot be ranked');
    if (events[at]) ofEvents[e++] = score;
    else ofNonEvents[n++] = score;
  }
  return { ofEvents, ofNonEvents };
}
