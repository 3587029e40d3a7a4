/**
 * What has to be known about clustered values (several answers of one customer) to estimate their mean.
 *
 * Over clusters c with n_c values that sum to s_c. Moments of disjoint sets of clusters add up.
 */
export interface ClusterMoments {
  /** Number of clusters. */
  readonly clusters: number;
  /** Number of values, Σ n_c. */
  readonly n: number;
  /** Σ x over all values. */
  readonly sum: number;
  /** Σ x² over all values. */
  readonly sumOfSquares: number;
  /** Σ s_c² over clusters. */
  readonly squaredSums: number;
  /** Σ s_c·n_c over clusters. */
  readonly sumTimesSize: number;
  /** Σ n_c² over clusters. */
  readonly squaredSizes: number;
}

/** A mean of clustered values and how well it is known. */
export interface ClusterEstimate {
  readonly mean: number;
  /** Linearised cluster standard error; infinite for a single cluster. */
  readonly standardError: number;
  /** Standard error as if all values were independent. */
  readonly simpleStandardError: number;
  /** Variance of the mean relative to independent values, never below 1. */
  readonly designEffect: number;
  /** The same as computed, which may fall below 1 by chance; null when the values do not vary or form one cluster. */
  readonly rawDesignEffect: number | null;
  /** n / designEffect: the number of independent values that would be worth as much. Never above n. */
  readonly effectiveN: number;
  /** Clusters − 1. */
  readonly degreesOfFreedom: number;
}

/**
 * Mean of clustered values with the standard error of a ratio of cluster totals (Taylor linearisation):
 * √(k/(k−1)·Σ e_c²)/n with e_c = Σ (x − mean) over cluster c, and population variance / n for the simple one.
 *
 * Where the values do not vary at all, or form a single cluster, the design effect cannot be seen in the data; the
 * largest possible one is taken, Σ n_c²/n, which counts each customer's answers as one.
 *
 * @throws RangeError unless clusters >= 1 and n >= clusters.
 */
export function clusterEstimate(m: ClusterMoments): ClusterEstimate {
  if (!(m.clusters >= 1 && m.n >= m.clusters)) {
    throw new RangeError(`a mean needs at least one cluster and one value in each: ${m.clusters}, ${m.n}`);
  }
  const mean = m.sum / m.n;
  const betweenSquares = sumOfTerms(m.squaredSums, -2 * mean * m.sumTimesSize, mean * mean * m.squaredSizes);
  const totalSquares = sumOfTerms(m.sumOfSquares, -mean * m.sum);
  const simpleStandardError = Math.sqrt(totalSquares) / m.n;
  const standardError =
    m.clusters === 1 ? Number.POSITIVE_INFINITY : Math.sqrt((m.clusters / (m.clusters - 1)) * betweenSquares) / m.n;
  const rawDesignEffect = m.clusters === 1 || totalSquares === 0 ? null : (standardError / simpleStandardError) ** 2;
  const designEffect = Math.max(1, rawDesignEffect ?? m.squaredSizes / m.n);
  return {
    mean,
    standardError,
    simpleStandardError,
    designEffect,
    rawDesignEffect,
    effectiveN: m.n / designEffect,
    degreesOfFreedom: m.clusters - 1,
  };
}

/** Relative size below which a sum of cancelling terms is rounding and not variation. */
const ROUNDING = 16 * Number.EPSILON;

/** A sum that is a sum of squares by algebra: never negative, and 0 where only rounding is left. */
function sumOfTerms(...terms: number[]): number {
  let sum = 0;
  let scale = 0;
  for (const term of terms) {
    sum += term;
    scale += Math.abs(term);
  }
  return sum > ROUNDING * scale ? sum : 0;
}
