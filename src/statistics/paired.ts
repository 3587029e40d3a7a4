/**
 * Paired comparisons: the same things measured twice, before and after or in two ways.
 *
 * Everything is second minus first.
 */
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { chiSquareUpperP, normalCritical, normalTwoSidedP } from './distribution.ts';
import type { Interval } from './interval.ts';
import { meanInterval, oneSidedP } from './mean.ts';
import { averageRanks } from './ranking.ts';

/** Pairs by whether the first and the second of them succeeds. */
export interface PairedCounts {
  readonly both: number;
  readonly firstOnly: number;
  readonly secondOnly: number;
  readonly neither: number;
}

/** The difference between two shares of the same things. */
export interface PairedShares extends Interval {
  readonly difference: number;
  /** McNemar's chi-square on 1 degree of freedom, without correction. */
  readonly chiSquare: number;
  /** Two-sided p of McNemar's test. */
  readonly p: number;
  /** Exact two-sided p, for few pairs that changed. */
  readonly exactP: number;
}

/** The mean difference within pairs. */
export interface PairedMeans extends Interval {
  readonly n: number;
  readonly difference: number;
  readonly standardError: number;
  /** n − 1. */
  readonly degreesOfFreedom: number;
  /** Two-sided p of the paired t test. */
  readonly p: number;
  /** Cohen's d_z, the difference in standard deviations of the differences; null when they do not vary. */
  readonly effect: number | null;
}

export interface SignedRank {
  /** Sum of the ranks of the pairs that rose. */
  readonly sum: number;
  /** Pairs that changed at all. */
  readonly n: number;
  /** Two-sided p by the normal distribution, ties corrected, without continuity correction. */
  readonly p: number;
}

/**
 * Difference between two shares of the same things: McNemar's tests, and the adjusted Wald interval with one pseudo-pair
 * in each of the two cells that change. Sources: McNemar (1947), Bonett & Price (2012).
 *
 * When no pair changed there is nothing to tell the shares apart: p is 1.
 *
 * @returns null without pairs.
 * @throws RangeError unless the counts are whole numbers from 0.
 */
export function pairedShares(counts: PairedCounts, confidence = 0.95): PairedShares | null {
  const { both, firstOnly, secondOnly, neither } = counts;
  for (const count of [both, firstOnly, secondOnly, neither]) {
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`a number of pairs must be whole: ${count}`);
  }
  const changed = firstOnly + secondOnly;
  const n = both + changed + neither;
  if (n === 0) return null;
  const chiSquare = changed === 0 ? 0 : (secondOnly - firstOnly) ** 2 / changed;
  const up = (secondOnly + 1) / (n + 2);
  const down = (firstOnly + 1) / (n + 2);
  const half = normalCritical(confidence) * Math.sqrt((up + down - (up - down) ** 2) / (n + 2));
  return {
    difference: (secondOnly - firstOnly) / n,
    low: Math.max(-1, up - down - half),
    high: Math.min(1, up - down + half),
    chiSquare,
    p: chiSquareUpperP(chiSquare, 1),
    exactP: changed === 0 ? 1 : Math.min(1, 2 * binomialCdf(Math.min(firstOnly, secondOnly), changed, 0.5)),
  };
}

/**
 * Mean difference within pairs with the paired t test. Of codes +1, 0, −1 it is the difference of two net
 * scores.
 *
 * When all pairs changed alike, the interval is the difference itself and p is 1 (no change) or 0. A single pair says
 * nothing: the interval is the whole line and p is 1.
 *
 * @returns null without pairs.
 * @throws RangeError unless both arrays are equally long and finite.
 */
export function pairedMeans(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  confidence = 0.95,
): PairedMeans | null {
  const differences = differencesOf(first, second);
  const n = differences.length;
  if (n === 0) return null;
  // Counted from the first pair, so that differences that are all alike have exactly no spread.
  const origin = differences[0] as number;
  let sum = 0;
  for (const value of differences) sum += value - origin;
  const beyond = sum / n;
  let squares = 0;
  for (const value of differences) squares += (value - origin - beyond) ** 2;
  const difference = origin + beyond;
  const degreesOfFreedom = n - 1;
  const deviation = n === 1 ? 0 : Math.sqrt(squares / degreesOfFreedom);
  const standardError = deviation / Math.sqrt(n);
  return {
    n,
    difference,
    ...meanInterval(difference, standardError, degreesOfFreedom, confidence),
    standardError,
    degreesOfFreedom,
    p: n === 1 ? 1 : Math.min(1, 2 * oneSidedP(-Math.abs(difference), standardError, degreesOfFreedom)),
    effect: deviation === 0 ? null : difference / deviation,
  };
}

/**
 * Wilcoxon's signed-rank test that pairs rise as far as they fall. Pairs that did not change are left out; when none
 * changed, p is 1. Source: Wilcoxon (1945).
 *
 * @returns null without pairs.
 * @throws RangeError unless both arrays are equally long and finite.
 */
export function signedRank(first: ArrayLike<number>, second: ArrayLike<number>): SignedRank | null {
  if (first.length === 0 && second.length === 0) return null;
  const changes = differencesOf(first, second).filter((change) => change !== 0);
  const n = changes.length;
  if (n === 0) return { sum: 0, n, p: 1 };
  const { ranks, ties } = averageRanks(changes.map(Math.abs));
  let sum = 0;
  for (let i = 0; i < n; i++) if ((changes[i] as number) > 0) sum += ranks[i] as number;
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48;
  return { sum, n, p: normalTwoSidedP((sum - (n * (n + 1)) / 4) / Math.sqrt(variance)) };
}

function differencesOf(first: ArrayLike<number>, second: ArrayLike<number>): Float64Array {
  const n = first.length;
  if (second.length !== n) throw new RangeError(`every pair needs two values: ${n}, ${second.length}`);
  const differences = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const difference = (second[i] as number) - (first[i] as number);
    if (!Number.isFinite(difference)) throw new RangeError(`values must be finite: ${first[i]}, ${second[i]}`);
    differences[i] = difference;
  }
  return differences;
}
