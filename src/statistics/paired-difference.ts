/**
 * Differences between two estimates that partly rest on the same clusters, such as customers who answered twice.
 *
 * The variance of b − a is Var a + Var b − 2 Cov(a, b), with the covariance from the linearised residuals of the
 * clusters that have values on both sides. Without such clusters every function here gives what the methods for
 * independent groups give; with the same clusters on both sides and one value each, what the paired methods give.
 */
import { normalTwoSidedP } from './distribution.ts';
import type { Interval } from './interval.ts';
import { type MeanDifference, type MeanEstimate, meanInterval, oneSidedP, welchDifference } from './mean.ts';
import { newcombe, type Proportion, twoProportionP, wilson } from './proportion.ts';

/** Sums over the clusters c with values on both sides: n_ac and n_bc values that sum to s_ac and s_bc. */
export interface SharedMoments {
  /** Number of such clusters. */
  readonly clusters: number;
  /** Σ s_ac·s_bc. */
  readonly products: number;
  /** Σ s_ac·n_bc. */
  readonly sumTimesSize: number;
  /** Σ n_ac·s_bc. */
  readonly sizeTimesSum: number;
  /** Σ n_ac·n_bc. */
  readonly sizes: number;
}

/** A mean of clustered values, as far as its covariance with another needs it. */
export interface ClusteredMean {
  readonly mean: number;
  /** Linearised cluster standard error, in the unit of the mean. */
  readonly standardError: number;
  readonly n: number;
  readonly clusters: number;
}

/**
 * Correlation of two means, from −1 to 1: Σ e_ac·e_bc / √(Σ e_ac²·Σ e_bc²) with e_c = s_c − mean·n_c, the upper sum over
 * the shared clusters and the lower ones over each side's own. The correction k/(k − 1) of the variances cancels when
 * the covariance bears the geometric mean of both. 0 where a side does not vary or is a single cluster.
 */
export function correlationOfMeans(a: ClusteredMean, b: ClusteredMean, shared: SharedMoments): number {
  const spread = squaredResiduals(a) * squaredResiduals(b);
  if (shared.clusters === 0 || !(spread > 0 && Number.isFinite(spread))) return 0;
  return Math.max(-1, Math.min(1, residualProduct(shared, a.mean, b.mean) / Math.sqrt(spread)));
}

/** Σ e_c² over the clusters of one side, from its standard error √(k/(k − 1)·Σ e_c²)/n. */
function squaredResiduals({ standardError, n, clusters }: ClusteredMean): number {
  return (standardError * n) ** 2 * ((clusters - 1) / clusters);
}

/** Σ (s_ac − centreA·n_ac)·(s_bc − centreB·n_bc) over the shared clusters. */
function residualProduct(shared: SharedMoments, centreA: number, centreB: number): number {
  const { products, sumTimesSize, sizeTimesSum, sizes } = shared;
  return products - centreB * sumTimesSize - centreA * sizeTimesSum + centreA * centreB * sizes;
}

/**
 * Interval of the difference between two shares, b − a, that correlate: the limits of each share by Wilson, put together
 * as lower end d − √((b − l_b)² − 2φ(b − l_b)(u_a − a) + (u_a − a)²), upper end likewise.
 *
 * Source: Newcombe (1998), in the general form of Zou & Donner (2008). With φ = 0 it is Newcombe's method 10.
 *
 * @throws RangeError unless both shares lie in 0 to 1 and both n are positive.
 */
export function correlatedShareInterval(
  a: Proportion,
  b: Proportion,
  correlation: number,
  confidence = 0.95,
): Interval {
  if (correlation === 0) return newcombe(a, b, confidence);
  const difference = b.share - a.share;
  const ofA = wilson(a.share, a.n, confidence);
  const ofB = wilson(b.share, b.n, confidence);
  const reach = (one: number, other: number) =>
    Math.sqrt(Math.max(0, one * one - 2 * correlation * one * other + other * other));
  return {
    low: difference - reach(b.share - ofB.low, ofA.high - a.share),
    high: difference + reach(ofB.high - b.share, a.share - ofA.low),
  };
}

/** A share of clustered rows: `n` is the effective number of rows, `rows` counts them. */
export interface ClusteredProportion extends Proportion {
  readonly rows: number;
}

/**
 * Two-sided p of the z test that two shares which correlate are equal, variance and covariance taken about the pooled
 * share as if it were so. Without shared clusters it is the pooled z test; with the same clusters on both sides and one
 * row each, z² is McNemar's chi-square (1947, without continuity correction).
 *
 * Where the shared clusters leave no variance at all, the test for independent groups stands, which then is cautious.
 *
 * @throws RangeError unless both shares lie in 0 to 1 and both n are positive.
 */
export function correlatedShareP(a: ClusteredProportion, b: ClusteredProportion, shared: SharedMoments): number {
  const independent = twoProportionP(a, b);
  if (shared.clusters === 0 || a.share === b.share) return independent;
  const pooled = (a.share * a.n + b.share * b.n) / (a.n + b.n);
  const apart = pooled * (1 - pooled) * (1 / a.n + 1 / b.n);
  const variance = apart - (2 * residualProduct(shared, pooled, pooled)) / (a.rows * b.rows);
  return isSpread(variance, apart) ? normalTwoSidedP((b.share - a.share) / Math.sqrt(variance)) : independent;
}

/**
 * Difference between two means, b − a, that correlate: t with the smaller of the two degrees of freedom, which for pairs
 * of values is the paired t test and otherwise cautious. Without correlation it is Welch's.
 *
 * @returns null where the difference does not vary: the data then say nothing of how well it is known.
 * @throws RangeError unless both standard errors and degrees of freedom are at least 0.
 */
export function correlatedMeanDifference(
  a: MeanEstimate,
  b: MeanEstimate,
  correlation: number,
  confidence = 0.95,
): MeanDifference | null {
  if (correlation === 0) return welchDifference(a, b, confidence);
  const apart = a.standardError ** 2 + b.standardError ** 2;
  const variance = apart - 2 * correlation * a.standardError * b.standardError;
  if (!isSpread(variance, apart)) return null;
  const difference = b.mean - a.mean;
  const standardError = Math.sqrt(variance);
  const degreesOfFreedom = Math.min(a.degreesOfFreedom, b.degreesOfFreedom);
  return {
    difference,
    ...meanInterval(difference, standardError, degreesOfFreedom, confidence),
    p: Math.min(1, 2 * oneSidedP(-Math.abs(difference), standardError, degreesOfFreedom)),
    standardError,
    degreesOfFreedom,
  };
}

/** Relative size below which a variance that is a difference of terms is rounding. */
const ROUNDING = 1e-12;

function isSpread(variance: number, terms: number): boolean {
  return variance > ROUNDING * terms;
}
