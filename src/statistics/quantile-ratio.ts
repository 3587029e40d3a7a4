/**
 * The ratio of a quantile of one group's waiting times to that of another, compared as logarithms, with the customer as
 * the unit: customers with several waits, and customers on both sides, count as what they are.
 */
import { type ClusterMoments, clusterEstimate } from './cluster.ts';
import { normalCritical, normalTwoSidedP } from './distribution.ts';
import { correlationOfMeans } from './paired-difference.ts';

/** Waits of one group. */
export interface ClusteredWaits {
  /** Ascending. */
  readonly times: Float64Array;
  /** 1 = ended, 0 = still running; among equal times those that ended come first. */
  readonly ended: Uint8Array;
  /** Whose wait each is: numbers from 0 that both groups share. */
  readonly cluster: Int32Array;
  /** The quantile of the group. */
  readonly quantile: number;
  /** Whether it is interpolated (type 7) or read off a Kaplan–Meier curve. Running waits need the latter. */
  readonly interpolated: boolean;
}

/** The logarithm of the ratio b / a and how well it is known. */
export interface LogRatio {
  readonly logRatio: number;
  /** 95% interval of the logarithm; an end is infinite where a quantile is often not reached. */
  readonly low: number;
  readonly high: number;
  readonly low90: number;
  readonly high90: number;
  readonly p: number;
}

/**
 * The comparison of large groups, without resampling: the standard error of each log quantile, as the group's own interval
 * implies it (Woodruff 1952, who turns an interval of the share below the quantile into one of the quantile), times the
 * square root of the design effect of that share; and the correlation of both shares over customers on both sides.
 * As groups grow it comes to what the bootstrap gives.
 *
 * @param standardErrors of the logarithms of both quantiles, as if waits were independent.
 */
export function largeSampleQuantileRatio(
  a: ClusteredWaits,
  b: ClusteredWaits,
  { clusters, standardErrors }: { readonly clusters: number; readonly standardErrors: readonly [number, number] },
): LogRatio {
  const [first, second] = [totals(a, clusters), totals(b, clusters)];
  const [estimateA, estimateB] = [clusterEstimate(momentsOf(first)), clusterEstimate(momentsOf(second))];
  const shared = { clusters: 0, products: 0, sumTimesSize: 0, sizeTimesSum: 0, sizes: 0 };
  for (let cluster = 0; cluster < clusters; cluster++) {
    const na = first.size[cluster] as number;
    const sa = first.sum[cluster] as number;
    const nb = second.size[cluster] as number;
    const sb = second.sum[cluster] as number;
    if (na === 0 || nb === 0) continue;
    shared.clusters += 1;
    shared.products += sa * sb;
    shared.sumTimesSize += sa * nb;
    shared.sizeTimesSum += na * sb;
    shared.sizes += na * nb;
  }
  const correlation = correlationOfMeans(
    { ...estimateA, n: a.times.length, clusters: estimateA.degreesOfFreedom + 1 },
    { ...estimateB, n: b.times.length, clusters: estimateB.degreesOfFreedom + 1 },
    shared,
  );
  const seA = standardErrors[0] * Math.sqrt(estimateA.designEffect);
  const seB = standardErrors[1] * Math.sqrt(estimateB.designEffect);
  const standardError = Math.sqrt(Math.max(0, seA * seA + seB * seB - 2 * correlation * seA * seB));
  const logRatio = Math.log(b.quantile / a.quantile);
  const bound = (confidence: number) => normalCritical(confidence) * standardError;
  return {
    logRatio,
    low: logRatio - bound(0.95),
    high: logRatio + bound(0.95),
    low90: logRatio - bound(0.9),
    high90: logRatio + bound(0.9),
    p: normalTwoSidedP(logRatio / standardError),
  };
}

interface ClusterTotals {
  /** Waits of each customer. */
  readonly size: Float64Array;
  /** Those of them that ended by the quantile. */
  readonly sum: Float64Array;
}

function totals({ times, ended, cluster, quantile }: ClusteredWaits, clusters: number): ClusterTotals {
  const size = new Float64Array(clusters);
  const sum = new Float64Array(clusters);
  for (let index = 0; index < times.length; index++) {
    const who = cluster[index] as number;
    size[who] = (size[who] as number) + 1;
    if (ended[index] === 1 && (times[index] as number) <= quantile) sum[who] = (sum[who] as number) + 1;
  }
  return { size, sum };
}

function momentsOf({ size, sum }: ClusterTotals): ClusterMoments {
  const moments = { clusters: 0, n: 0, sum: 0, sumOfSquares: 0, squaredSums: 0, sumTimesSize: 0, squaredSizes: 0 };
  for (let cluster = 0; cluster < size.length; cluster++) {
    const n = size[cluster] as number;
    const s = sum[cluster] as number;
    if (n === 0) continue;
    moments.clusters += 1;
    moments.n += n;
    moments.sum += s;
    moments.sumOfSquares += s;
    moments.squaredSums += s * s;
    moments.sumTimesSize += s * n;
    moments.squaredSizes += n * n;
  }
  return moments;
}
