/**
 * Trend of a series: how steeply it rises or falls, and whether it does so beyond chance.
 */
import { normalTwoSidedP } from './distribution.ts';
import { kendallScore, kendallTau, kendallVariance } from './kendall-score.ts';
import { oneSidedP } from './mean.ts';
import { quantile } from './quantile.ts';

export interface MannKendall {
  /** Pairs that rise minus pairs that fall. */
  readonly score: number;
  readonly variance: number;
  /** Standardised score, drawn towards 0 by one (continuity correction). */
  readonly z: number;
  /** Two-sided p of the test that the series has no monotone trend. */
  readonly p: number;
  /** Kendall's τ_b with time, −1 to 1. */
  readonly tau: number;
}

export interface LinearSlope {
  /** In units of the value per unit of time. */
  readonly slope: number;
  readonly standardError: number;
  /** n − 2. */
  readonly degreesOfFreedom: number;
  /** Two-sided p of the t test that the slope is 0. */
  readonly p: number;
}

/**
 * Theil–Sen slope: the median of the slopes between all pairs of points at different times, in units of the value per
 * unit of time. Works on all n(n−1)/2 pairs, which suits months, not rows. Sources: Theil (1950), Sen (1968).
 *
 * @returns null when there are no two different times.
 * @throws RangeError unless both arrays are equally long and finite.
 */
export function theilSen(times: ArrayLike<number>, values: ArrayLike<number>): number | null {
  requirePairs(times, values);
  const slopes: number[] = [];
  for (let later = 1; later < times.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      const apart = (times[later] as number) - (times[earlier] as number);
      if (apart !== 0) slopes.push(((values[later] as number) - (values[earlier] as number)) / apart);
    }
  }
  return slopes.length === 0 ? null : quantile(Float64Array.from(slopes).sort(), 0.5);
}

/**
 * Mann–Kendall test of a monotone trend, with continuity correction and the variance corrected for ties. Sources: Mann
 * (1945), Kendall (1970).
 *
 * @returns null when the times or the values do not vary.
 * @throws RangeError unless both arrays are equally long and finite.
 */
export function mannKendall(times: ArrayLike<number>, values: ArrayLike<number>): MannKendall | null {
  requirePairs(times, values);
  const pairs = kendallScore(times, values);
  const tau = kendallTau(pairs);
  if (tau === null) return null;
  const { score } = pairs;
  const variance = kendallVariance(pairs);
  const z = (score - Math.sign(score)) / Math.sqrt(variance);
  return { score, variance, z, p: normalTwoSidedP(z), tau };
}

/**
 * Slope of the least-squares line and its t test. Values that never change have slope 0, no standard error and p 1.
 *
 * @returns null with fewer than three points or when the times do not vary.
 * @throws RangeError unless both arrays are equally long and finite.
 */
export function linearSlope(times: ArrayLike<number>, values: ArrayLike<number>): LinearSlope | null {
  requirePairs(times, values);
  const n = times.length;
  // Counted from the first point, so that values that never change differ from their mean by exactly 0.
  const [firstTime, firstValue] = [times[0] ?? 0, values[0] ?? 0];
  const meanTime = meanBeyond(times, firstTime);
  const meanValue = meanBeyond(values, firstValue);
  let squares = 0;
  let products = 0;
  for (let i = 0; i < n; i++) {
    const fromMean = (times[i] as number) - firstTime - meanTime;
    squares += fromMean ** 2;
    products += fromMean * ((values[i] as number) - firstValue - meanValue);
  }
  if (n < 3 || squares === 0) return null;
  const slope = products / squares;
  let residual = 0;
  for (let i = 0; i < n; i++) {
    residual +=
      ((values[i] as number) - firstValue - meanValue - slope * ((times[i] as number) - firstTime - meanTime)) ** 2;
  }
  const degreesOfFreedom = n - 2;
  const standardError = Math.sqrt(residual / degreesOfFreedom / squares);
  const p = Math.min(1, 2 * oneSidedP(-Math.abs(slope), standardError, degreesOfFreedom));
  return { slope, standardError, degreesOfFreedom, p };
}

function requirePairs(times: ArrayLike<number>, values: ArrayLike<number>): void {
  if (times.length !== values.length) {
    throw new RangeError(`every value needs a time: ${times.length}, ${values.length}`);
  }
  for (let i = 0; i < times.length; i++) {
    if (!(Number.isFinite(times[i]) && Number.isFinite(values[i]))) {
      throw new RangeError(`times and values must be finite: ${times[i]}, ${values[i]}`);
    }
  }
}

function meanBeyond(values: ArrayLike<number>, first: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) - first;
  return sum / values.length;
}
