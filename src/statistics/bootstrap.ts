/**
 * Resampling of clusters: the answers of a customer stand or fall together, so customers are drawn and not answers.
 */
import { tail } from './distribution.ts';
import type { Interval } from './interval.ts';
import { quantile } from './quantile.ts';
import { type Random, shuffle } from './random.ts';

/** Rows put into blocks that are drawn as wholes. */
export interface Blocks {
  /** Of each row its block, 0 to `count` − 1. */
  readonly ofRow: Int32Array;
  readonly count: number;
}

/** How a bootstrap is done. */
export interface Resampling {
  /** The same seed gives the same result on every machine. */
  readonly seed: number;
  /** Number of resamples; 2,000 unless said otherwise. */
  readonly resamples?: number;
  readonly confidence?: number;
}

export const RESAMPLES = 2000;

/** So many blocks estimate a standard error to about 2 % whatever they hold. */
const MOST_BLOCKS = 1000;

/**
 * Blocks of rows for a bootstrap of clusters. Up to `most` clusters are a block each, which is the ordinary cluster
 * bootstrap. More are dealt out at random into `most` blocks of equally many: drawing those has the same expectation and
 * costs no more for a million clusters than for a thousand.
 *
 * @param clusterOfRow a whole number from 0 for each row; numbers may be missing.
 */
export function clusterBlocks(clusterOfRow: ArrayLike<number>, random: Random, most = MOST_BLOCKS): Blocks {
  let highest = -1;
  for (let row = 0; row < clusterOfRow.length; row += 1) highest = Math.max(highest, clusterOfRow[row] as number);
  const blockOfCluster = new Int32Array(highest + 1).fill(-1);
  let clusters = 0;
  for (let row = 0; row < clusterOfRow.length; row += 1) {
    const cluster = clusterOfRow[row] as number;
    if (blockOfCluster[cluster] === -1) blockOfCluster[cluster] = clusters++;
  }
  if (clusters > most) {
    const dealt = Float64Array.from({ length: clusters }, (_, place) => place % most);
    shuffle(dealt, random);
    for (let cluster = 0; cluster <= highest; cluster += 1) {
      const place = blockOfCluster[cluster] as number;
      if (place !== -1) blockOfCluster[cluster] = dealt[place] as number;
    }
  }
  return {
    ofRow: Int32Array.from(clusterOfRow, (cluster) => blockOfCluster[cluster] as number),
    count: Math.min(clusters, most),
  };
}

/** Draws as many blocks as there are, with replacement; `times` then says how often each was drawn. */
export function drawBlocks(times: Int32Array, random: Random): void {
  times.fill(0);
  for (let draw = 0; draw < times.length; draw += 1) {
    const block = random.below(times.length);
    times[block] = (times[block] as number) + 1;
  }
}

/**
 * Percentile interval of a statistic from its values in the resamples. NaN stands for a resample in which the statistic
 * does not exist; it is left out.
 *
 * @returns null when no resample has a value.
 */
export function percentileInterval(draws: Float64Array, confidence = 0.95): Interval | null {
  const sorted = draws.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return null;
  const outside = tail(confidence);
  return { low: quantile(sorted, outside), high: quantile(sorted, 1 - outside) };
}

/**
 * Standard error of a statistic: the standard deviation of its values in the resamples, those without one (NaN) left out.
 *
 * @returns null with fewer than two values.
 */
export function bootstrapStandardError(draws: Float64Array): number | null {
  const values = draws.filter((value) => !Number.isNaN(value));
  if (values.length < 2) return null;
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}
