import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';
import { tail } from './distribution.ts';
import type { Interval } from './interval.ts';

/** Ranks of the order statistics that bound a quantile, 1 for the smallest value; null where n is too small for one. */
export interface QuantileRanks {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The value below which the share p of the values lies, interpolated between order statistics: type 7 of Hyndman & Fan
 * (1996), the default of R, numpy and d3.
 *
 * @param sorted values in ascending order, without NaN.
 * @throws RangeError unless there is a value and 0 <= p <= 1.
 */
export function quantile(sorted: Float64Array | readonly number[], p: number): number {
  requireProbability(p);
  if (sorted.length === 0) throw new RangeError('a quantile needs at least one value');
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (high - low) * (position - below);
}

/**
 * Ranks of the two order statistics between which the true quantile lies with the given confidence, whatever the
 * distribution: the binomial quantiles of the number of values below it, the upper one plus 1.
 *
 * `low` is null when not even the smallest value is surely below the quantile, `high` when not even the largest is
 * surely above: at 0.95 the median has both from n = 6, the 90th percentile from n = 36.
 *
 * @throws RangeError unless n is a non-negative integer and 0 <= p <= 1.
 */
export function quantileRanks(n: number, p: number, confidence = 0.95): QuantileRanks {
  requireProbability(p);
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`n must be a whole number: ${n}`);
  const outside = tail(confidence);
  const low = binomialQuantile(outside, n, p);
  const high = binomialQuantile(1 - outside, n, p) + 1;
  return { low: low >= 1 ? low : null, high: high <= n ? high : null };
}

/**
 * Distribution-free confidence interval of a quantile: the values at its ranks.
 *
 * Null when either rank is missing; `quantileRanks` tells which, for a display that can show a one-sided bound.
 *
 * @param sorted values in ascending order, without NaN.
 */
export function quantileInterval(
  sorted: Float64Array | readonly number[],
  p: number,
  confidence = 0.95,
): Interval | null {
  const ranks = quantileRanks(sorted.length, p, confidence);
  if (ranks.low === null || ranks.high === null) return null;
  return { low: sorted[ranks.low - 1] as number, high: sorted[ranks.high - 1] as number };
}

function requireProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability must lie between 0 and 1: ${p}`);
}
