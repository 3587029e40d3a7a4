/**
 * Correlations of two variables: how closely one goes with the other, −1 to 1.
 */
import { normalCritical, normalTwoSidedP } from './distribution.ts';
import type { Interval } from './interval.ts';
import { kendallScore, kendallTau, kendallVariance } from './kendall-score.ts';
import { oneSidedP } from './mean.ts';
import { averageRanks } from './ranking.ts';

export interface Correlation extends Interval {
  readonly coefficient: number;
  /** Number of pairs. */
  readonly n: number;
  /** Two-sided p of the test that the variables go their own ways. */
  readonly p: number;
}

export interface KendallCorrelation {
  /** τ_b. */
  readonly coefficient: number;
  readonly n: number;
  /** Two-sided p by the normal distribution, without continuity correction. */
  readonly p: number;
}

/**
 * Pearson's r with Fisher's interval and the t test on n − 2 degrees of freedom.
 *
 * @returns null when a variable does not vary.
 * @throws RangeError unless both arrays are equally long and finite.
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>, confidence = 0.95): Correlation | null {
  const coefficient = pearsonR(x, y);
  if (coefficient === null) return null;
  const interval = fisherInterval(coefficient, x.length, confidence);
  return { coefficient, n: x.length, p: correlationP(coefficient, x.length), ...interval };
}

/**
 * Spearman's ρ, Pearson's r of average ranks, with the interval of Bonett & Wright (2000) and the t test on n − 2 degrees
 * of freedom.
 *
 * @returns null when a variable does not vary.
 * @throws RangeError unless both arrays are equally long and free of NaN.
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>, confidence = 0.95): Correlation | null {
  const coefficient = spearmanRho(x, y);
  if (coefficient === null) return null;
  const n = x.length;
  const wider = Math.sqrt(1 + coefficient ** 2 / 2);
  return {
    coefficient,
    n,
    p: correlationP(coefficient, n),
    ...fisherInterval(coefficient, n, confidence, wider),
  };
}

/**
 * Kendall's τ_b with its normal test.
 *
 * @returns null when a variable does not vary.
 * @throws RangeError unless both arrays are equally long and free of NaN.
 */
export function kendall(x: ArrayLike<number>, y: ArrayLike<number>): KendallCorrelation | null {
  const pairs = kendallScore(x, y);
  const coefficient = kendallTau(pairs);
  if (coefficient === null) return null;
  return { coefficient, n: pairs.n, p: normalTwoSidedP(pairs.score / Math.sqrt(kendallVariance(pairs))) };
}

/** Pearson's r alone, as a bootstrap needs it. Null and errors as for `pearson`. */
export function pearsonR(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const n = x.length;
  if (y.length !== n) throw new RangeError(`a correlation needs pairs: ${n}, ${y.length}`);
  // Counted from the first values, so that what never changes differs from its mean by exactly 0.
  const [firstX, firstY] = [x[0] ?? 0, y[0] ?? 0];
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i < n; i++) {
    sumX += (x[i] as number) - firstX;
    sumY += (y[i] as number) - firstY;
  }
  if (!(Number.isFinite(sumX) && Number.isFinite(sumY))) throw new RangeError('a correlation needs finite values');
  const [meanX, meanY] = [sumX / n, sumY / n];
  let squaresX = 0;
  let squaresY = 0;
  let products = 0;
  for (let i = 0; i < n; i++) {
    const fromX = (x[i] as number) - firstX - meanX;
    const fromY = (y[i] as number) - firstY - meanY;
    squaresX += fromX * fromX;
    squaresY += fromY * fromY;
    products += fromX * fromY;
  }
  if (squaresX === 0 || squaresY === 0) return null;
  return Math.max(-1, Math.min(1, products / Math.sqrt(squaresX) / Math.sqrt(squaresY)));
}

/** Spearman's ρ alone, as a bootstrap needs it. Null and errors as for `spearman`. */
export function spearmanRho(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  return pearsonR(averageRanks(x).ranks, averageRanks(y).ranks);
}

/**
 * Fisher's interval of a correlation: normal on the scale of its inverse hyperbolic tangent, with standard error
 * 1/√(n − 3). Three pairs or fewer say nothing: −1 to 1. Source: Fisher (1921).
 *
 * @param wider factor of the standard error, for correlations other than Pearson's.
 */
export function fisherInterval(r: number, n: number, confidence = 0.95, wider = 1): Interval {
  if (n <= 3) return { low: -1, high: 1 };
  const centre = Math.atanh(r);
  const half = (normalCritical(confidence) * wider) / Math.sqrt(n - 3);
  return { low: Math.tanh(centre - half), high: Math.tanh(centre + half) };
}

function correlationP(r: number, n: number): number {
  const degreesOfFreedom = n - 2;
  if (degreesOfFreedom <= 0) return 1;
  const standardError = Math.sqrt((1 - r * r) / degreesOfFreedom);
  return Math.min(1, 2 * oneSidedP(-Math.abs(r), standardError, degreesOfFreedom));
}
