/**
 * Comparison of two independent groups by rank: which of them tends to have the larger values, whatever their scale.
 */
import { normalCritical, normalTwoSidedP } from './distribution.ts';
import type { Interval } from './interval.ts';
import { oneSidedP } from './mean.ts';

/** Everything is second against first: positive where b tends to be larger. */
export interface RankTest {
  /** Mann and Whitney's U: pairs in which b is larger, equal pairs counted half. */
  readonly u: number;
  /** Two-sided p of the Mann–Whitney test by the normal distribution, ties and continuity corrected. */
  readonly p: number;
  /** The same without continuity correction. */
  readonly uncorrectedP: number;
  /** The probability that b is larger, plus half the probability that both are equal. */
  readonly superiority: number;
  /** Cliff's δ: 2·superiority − 1, −1 to 1. */
  readonly delta: number;
  /** Interval of δ by DeLong's variance; no width where the groups do not overlap, −1 to 1 for a single value. */
  readonly deltaInterval: Interval;
  /** Null for a single value, and where the placements do not vary. */
  readonly brunnerMunzel: BrunnerMunzel | null;
}

/** The test that both groups are equally likely to have the larger value, without assuming equal spread. */
export interface BrunnerMunzel {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Ranks two groups against each other, by sorting each of them once.
 *
 * Where all values are equal there is nothing to tell the groups apart: p is 1. Sources: Mann & Whitney (1947), Cliff
 * (1993), DeLong, DeLong & Clarke-Pearson (1988), Brunner & Munzel (2000).
 *
 * @returns null when a group is empty.
 * @throws RangeError when a value is NaN.
 */
export function rankTest(a: ArrayLike<number>, b: ArrayLike<number>, confidence = 0.95): RankTest | null {
  const [sortedA, sortedB] = [ascending(a), ascending(b)];
  const [nA, nB] = [sortedA.length, sortedB.length];
  if (nA === 0 || nB === 0) return null;
  const n = nA + nB;
  const pairs = nA * nB;

  let u = 0;
  let ties = 0;
  forEachValue(sortedA, sortedB, (belowA, equalA, _, equalB) => {
    u += equalB * (belowA + equalA / 2);
    ties += (equalA + equalB) ** 3 - (equalA + equalB);
  });
  const superiority = u / pairs;

  // A placement is the share of the other group that lies below a value, equal ones counted half.
  let squaresA = 0;
  let squaresB = 0;
  forEachValue(sortedA, sortedB, (belowA, equalA, belowB, equalB) => {
    squaresA += equalA * ((belowB + equalB / 2) / nB - (1 - superiority)) ** 2;
    squaresB += equalB * ((belowA + equalA / 2) / nA - superiority) ** 2;
  });

  const spread = Math.sqrt((pairs / 12) * Math.max(0, n + 1 - ties / (n * (n - 1))));
  const distance = Math.abs(u - pairs / 2);
  const delta = 2 * superiority - 1;
  const single = nA < 2 || nB < 2;
  const varianceA = squaresA / (nA - 1) / nA;
  const varianceB = squaresB / (nB - 1) / nB;
  const half = 2 * normalCritical(confidence) * Math.sqrt(varianceA + varianceB);
  return {
    u,
    p: spread === 0 ? 1 : normalTwoSidedP(Math.max(0, distance - 0.5) / spread),
    uncorrectedP: spread === 0 ? 1 : normalTwoSidedP(distance / spread),
    superiority,
    delta,
    deltaInterval: single ? { low: -1, high: 1 } : { low: Math.max(-1, delta - half), high: Math.min(1, delta + half) },
    brunnerMunzel:
      single || varianceA + varianceB === 0 ? null : brunnerMunzel(superiority, varianceA, varianceB, nA, nB),
  };
}

function brunnerMunzel(
  superiority: number,
  varianceA: number,
  varianceB: number,
  nA: number,
  nB: number,
): BrunnerMunzel {
  const variance = varianceA + varianceB;
  const standardError = Math.sqrt(variance);
  const degreesOfFreedom = variance ** 2 / (varianceA ** 2 / (nA - 1) + varianceB ** 2 / (nB - 1));
  const beyond = superiority - 0.5;
  return {
    statistic: beyond / standardError,
    degreesOfFreedom,
    p: Math.min(1, 2 * oneSidedP(-Math.abs(beyond), standardError, degreesOfFreedom)),
  };
}

/**
 * Hodges and Lehmann's shift: the median of all differences b − a between the groups, in the unit of the values.
 *
 * The differences are never listed: bisection counts how many lie below a value, each count in one pass over both sorted
 * groups. Source: Hodges & Lehmann (1963).
 *
 * @returns null when a group is empty.
 * @throws RangeError when a value is not finite.
 */
export function hodgesLehmann(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  const [sortedA, sortedB] = [ascending(a), ascending(b)];
  const pairs = sortedA.length * sortedB.length;
  if (pairs === 0) return null;
  let low = (sortedB[0] as number) - (sortedA.at(-1) as number);
  let high = (sortedB.at(-1) as number) - (sortedA[0] as number);
  if (!(Number.isFinite(low) && Number.isFinite(high))) throw new RangeError('a shift needs finite values');
  const rank = Math.ceil(pairs / 2);
  while (low < high) {
    const middle = low / 2 + high / 2;
    const split = splitDifferences(sortedA, sortedB, middle < high ? Math.max(low, middle) : low);
    if (split.count >= rank) high = split.largestBelow;
    else low = split.smallestAbove;
  }
  if (pairs % 2 === 1) return low;
  const { count, smallestAbove } = splitDifferences(sortedA, sortedB, low);
  return count > rank ? low : low / 2 + smallestAbove / 2;
}

/** How many differences b − a are at most `limit`, the largest of them and the smallest of the others. */
function splitDifferences(sortedA: Float64Array, sortedB: Float64Array, limit: number) {
  let count = 0;
  let largestBelow = Number.NEGATIVE_INFINITY;
  let smallestAbove = Number.POSITIVE_INFINITY;
  let reach = 0;
  for (const value of sortedA) {
    while (reach < sortedB.length && (sortedB[reach] as number) - value <= limit) reach += 1;
    count += reach;
    if (reach > 0) largestBelow = Math.max(largestBelow, (sortedB[reach - 1] as number) - value);
    if (reach < sortedB.length) smallestAbove = Math.min(smallestAbove, (sortedB[reach] as number) - value);
  }
  return { count, largestBelow, smallestAbove };
}

/** Visits each distinct value with how many of a group lie below it and how many equal it. */
function forEachValue(
  sortedA: Float64Array,
  sortedB: Float64Array,
  visit: (belowA: number, equalA: number, belowB: number, equalB: number) => void,
): void {
  let atA = 0;
  let atB = 0;
  while (atA < sortedA.length || atB < sortedB.length) {
    const value = Math.min(sortedA[atA] ?? Number.POSITIVE_INFINITY, sortedB[atB] ?? Number.POSITIVE_INFINITY);
    const [belowA, belowB] = [atA, atB];
    while (atA < sortedA.length && sortedA[atA] === value) atA += 1;
    while (atB < sortedB.length && sortedB[atB] === value) atB += 1;
    visit(belowA, atA - belowA, belowB, atB - belowB);
  }
}

function ascending(values: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(values).sort();
  // NaN sorts to the end.
  if (Number.isNaN(sorted.at(-1))) throw new RangeError('NaN has no rank');
  return sorted;
}
