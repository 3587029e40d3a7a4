/**
 * Comparison of two groups within strata, pooled over them after Mantel and Haenszel (1959): a mix of strata that differs
 * between the groups does not count as a difference.
 *
 * Everything is second against first: b − a, or b by a. `sum` of a stratum is how many of its n answers succeed. Strata
 * without answers of one of the groups say nothing and are left out.
 */
import type { ChiSquareTest } from './contingency.ts';
import type { StratumPair } from './decomposition.ts';
import { chiSquareUpperP, normalCritical } from './distribution.ts';
import type { Interval } from './interval.ts';
import { oneSidedP } from './mean.ts';

/** A ratio of odds, b by a. */
export interface PooledOddsRatio extends Interval {
  readonly ratio: number;
}

/** A difference of shares, b − a. */
export interface PooledDifference extends Interval {
  readonly difference: number;
  readonly standardError: number;
  /** Two-sided p of the z test that the difference is 0. */
  readonly p: number;
}

/** A stratum as the formulas name its parts: successes, failures and sizes of the second (1) and first (0) group. */
interface Table {
  readonly x1: number;
  readonly x0: number;
  readonly y1: number;
  readonly y0: number;
  readonly n1: number;
  readonly n0: number;
  readonly n: number;
}

/**
 * Mantel–Haenszel odds ratio with the interval of Robins, Breslow & Greenland (1986), which holds for few large and for
 * many sparse strata.
 *
 * @returns null when the ratio would be 0, infinite or undefined, because no stratum has both a success of one group and
 * a failure of the other, either way round.
 * @throws RangeError unless 0 <= sum <= n in every stratum.
 */
export function pooledOddsRatio(strata: readonly StratumPair[], confidence = 0.95): PooledOddsRatio | null {
  let r = 0;
  let s = 0;
  let pr = 0;
  let psQr = 0;
  let qs = 0;
  for (const { x1, x0, y1, y0, n } of tables(strata)) {
    const along = (x1 + y0) / n;
    const across = (y1 + x0) / n;
    const favour = (x1 * y0) / n;
    const against = (y1 * x0) / n;
    r += favour;
    s += against;
    pr += along * favour;
    psQr += along * against + across * favour;
    qs += across * against;
  }
  if (r === 0 || s === 0) return null;
  const ratio = r / s;
  const standardError = Math.sqrt(pr / (2 * r * r) + psQr / (2 * r * s) + qs / (2 * s * s));
  const factor = Math.exp(normalCritical(confidence) * standardError);
  return { ratio, low: ratio / factor, high: ratio * factor };
}

/**
 * Mantel–Haenszel ratio of shares, b by a.
 *
 * @returns null when the first group never succeeds.
 * @throws RangeError unless 0 <= sum <= n in every stratum.
 */
export function pooledRatio(strata: readonly StratumPair[]): number | null {
  let above = 0;
  let below = 0;
  for (const { x1, x0, n1, n0, n } of tables(strata)) {
    above += (x1 * n0) / n;
    below += (x0 * n1) / n;
  }
  return below === 0 ? null : above / below;
}

/**
 * Mantel–Haenszel difference of shares, weights n_a·n_b/(n_a + n_b), with the interval of Sato (1989), which holds for
 * sparse strata.
 *
 * @returns null when no stratum has answers of both groups.
 * @throws RangeError unless 0 <= sum <= n in every stratum.
 */
export function pooledDifference(strata: readonly StratumPair[], confidence = 0.95): PooledDifference | null {
  let weights = 0;
  let weighted = 0;
  let p = 0;
  let q = 0;
  for (const { x1, x0, y1, y0, n1, n0, n } of tables(strata)) {
    weights += (n1 * n0) / n;
    weighted += (x1 * n0 - x0 * n1) / n;
    p += (n1 * n1 * x0 - n0 * n0 * x1 + (n1 * n0 * (n0 - n1)) / 2) / (n * n);
    q += (x1 * y0 + x0 * y1) / (2 * n);
  }
  if (weights === 0) return null;
  const difference = weighted / weights;
  const standardError = Math.sqrt(Math.max(0, difference * p + q)) / weights;
  const half = normalCritical(confidence) * standardError;
  return {
    difference,
    low: Math.max(-1, difference - half),
    high: Math.min(1, difference + half),
    standardError,
    p: Math.min(1, 2 * oneSidedP(-Math.abs(difference), standardError, Number.POSITIVE_INFINITY)),
  };
}

/**
 * Cochran–Mantel–Haenszel test that the groups do not differ within any stratum.
 *
 * @param correction half an answer less, as far as there is half an answer.
 * @returns null when no stratum could differ: in each, all or none succeed or one of the groups is missing.
 * @throws RangeError unless 0 <= sum <= n in every stratum.
 */
export function associationTest(strata: readonly StratumPair[], correction = false): ChiSquareTest | null {
  let beyond = 0;
  let variance = 0;
  for (const { x1, x0, n1, n0, n } of tables(strata)) {
    const successes = x1 + x0;
    beyond += x1 - (n1 * successes) / n;
    if (n > 1) variance += (n1 * n0 * successes * (n - successes)) / (n * n * (n - 1));
  }
  if (variance === 0) return null;
  const distance = Math.abs(beyond);
  const chiSquare = (distance - (correction && distance >= 0.5 ? 0.5 : 0)) ** 2 / variance;
  return { chiSquare, degreesOfFreedom: 1, p: chiSquareUpperP(chiSquare, 1) };
}

/**
 * Test of Breslow & Day (1980) that the odds ratio is the same in all strata, about the Mantel–Haenszel ratio.
 *
 * A stratum where all or none succeed is compatible with any ratio and is left out.
 *
 * @returns null when there is no pooled ratio or fewer than two strata have one of their own.
 * @throws RangeError unless 0 <= sum <= n in every stratum.
 */
export function breslowDay(strata: readonly StratumPair[]): ChiSquareTest | null {
  const pooled = pooledOddsRatio(strata);
  const informative = tables(strata).filter(({ x1, x0, n }) => x1 + x0 > 0 && x1 + x0 < n);
  if (pooled === null || informative.length < 2) return null;
  let chiSquare = 0;
  for (const { x1, x0, n1, n0 } of informative) {
    const successes = x1 + x0;
    const expected = expectedSuccesses(pooled.ratio, successes, n1, n0);
    const precision = 1 / expected + 1 / (successes - expected) + 1 / (n1 - expected) + 1 / (n0 - successes + expected);
    chiSquare += (x1 - expected) ** 2 * precision;
  }
  const degreesOfFreedom = informative.length - 1;
  return { chiSquare, degreesOfFreedom, p: chiSquareUpperP(chiSquare, degreesOfFreedom) };
}

/** Successes of the second group in a table with these margins whose odds ratio is the one given. */
function expectedSuccesses(ratio: number, successes: number, n1: number, n0: number): number {
  const linear = n0 - successes + ratio * (successes + n1);
  const root = Math.sqrt(linear ** 2 + 4 * (1 - ratio) * ratio * successes * n1);
  // Of the two forms of the same solution the one that does not cancel; a negative linear term implies ratio < 1.
  return linear >= 0 ? (2 * ratio * successes * n1) / (linear + root) : (root - linear) / (2 * (1 - ratio));
}

function tables(strata: readonly StratumPair[]): Table[] {
  for (const { a, b } of strata) {
    for (const { n, sum } of [a, b]) {
      if (!(sum >= 0 && sum <= n && Number.isFinite(n))) throw new RangeError(`${sum} of ${n} cannot have succeeded`);
    }
  }
  return strata
    .filter(({ a, b }) => a.n > 0 && b.n > 0)
    .map(({ a, b }) => ({
      x1: b.sum,
      x0: a.sum,
      y1: b.n - b.sum,
      y0: a.n - a.sum,
      n1: b.n,
      n0: a.n,
      n: a.n + b.n,
    }));
}
