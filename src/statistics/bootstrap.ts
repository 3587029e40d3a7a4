/**
 * Resampling of clusters: the answers of a customer stand or fall together, so customers are drawn and not answers.
 */
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { tail } from './distribution.ts';
import type { Interval } from './interval.ts';
import { quantile } from './quantile.ts';
import { type Random, seededRandom, shuffle } from './random.ts';
import { resampledSums } from './resampled-sums.ts';

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

/** A ratio of sums, such as a share or a mean, and how well it is known. */
export interface BootstrapRatio {
  readonly estimate: number;
  readonly standardError: number;
  readonly percentile: Interval;
  /** Bias-corrected and accelerated (Efron 1987); null when all resamples lie on one side of the estimate. */
  readonly bca: Interval | null;
}

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
  const ofRow = new Int32Array(clusterOfRow.length);
  for (let row = 0; row < ofRow.length; row += 1) ofRow[row] = blockOfCluster[clusterOfRow[row] as number] as number;
  return { ofRow, count: Math.min(clusters, most) };
}

/** Draws as many blocks as there are, with replacement; `times` then says how often each was drawn. */
export function drawBlocks(times: Uint8Array, random: Random): void {
  times.fill(0);
  random.tally(times.length, times, 0);
}

/** So many are kept, a few megabytes each: most bootstraps of a report draw as many blocks from the same seed. */
const MOST_KEPT = 3;

const drawnLately = new Map<string, readonly Uint8Array[]>();

/**
 * How often each block is drawn in every resample. Bootstraps with the same seed and as many blocks share what was drawn:
 * callers must not write to it.
 */
export function blockDraws(
  blocks: number,
  { seed, resamples = RESAMPLES }: Pick<Resampling, 'seed' | 'resamples'>,
): readonly Uint8Array[] {
  const key = `${seed} ${blocks} ${resamples}`;
  const known = drawnLately.get(key) ?? drawResamples(blocks, resamples, seededRandom(seed));
  // Deleting first moves the entry to the end: the map's order is the order of use.
  drawnLately.delete(key);
  drawnLately.set(key, known);
  if (drawnLately.size > MOST_KEPT) drawnLately.delete(drawnLately.keys().next().value as string);
  return known;
}

/** The same from a stream that has been drawn from before; what was drawn is the caller's own. */
export function drawResamples(blocks: number, resamples: number, random: Random): Uint8Array[] {
  const all = new Uint8Array(blocks * resamples);
  return Array.from({ length: resamples }, (_, draw) => {
    const times = all.subarray(draw * blocks, (draw + 1) * blocks);
    drawBlocks(times, random);
    return times;
  });
}

/**
 * Values of a statistic in resamples of blocks.
 *
 * @param statistic from how often each block was drawn; null where it does not exist, which becomes NaN.
 */
export function bootstrapDraws(
  blocks: number,
  statistic: (times: Uint8Array) => number | null,
  resampling: Resampling,
): Float64Array {
  return Float64Array.from(blockDraws(blocks, resampling), (times) => statistic(times) ?? Number.NaN);
}

/** Σ of the values in each block, and their number. */
export function blockSums(values: ArrayLike<number>, blocks: Blocks): { sums: Float64Array; sizes: Float64Array } {
  const sums = new Float64Array(blocks.count);
  const sizes = new Float64Array(blocks.count);
  for (let row = 0; row < values.length; row += 1) {
    const block = blocks.ofRow[row] as number;
    sums[block] = (sums[block] as number) + (values[row] as number);
    sizes[block] = (sizes[block] as number) + 1;
  }
  return { sums, sizes };
}

/**
 * A ratio Σ numerators / Σ denominators of blocks with its bootstrap: a share or mean when the denominators are the sizes
 * of the blocks.
 *
 * @returns null with fewer than two blocks, or when the denominators add up to 0.
 * @throws RangeError when the lengths differ.
 */
export function bootstrapRatio(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  resampling: Resampling,
): BootstrapRatio | null {
  const blocks = numerators.length;
  if (denominators.length !== blocks) throw new RangeError(`${blocks} and ${denominators.length} do not go together`);
  const ratio = (above: number, below: number) => (below === 0 ? null : above / below);
  const [above, below] = [sumOf(numerators), sumOf(denominators)];
  const estimate = ratio(above, below);
  if (blocks < 2 || estimate === null) return null;
  const pairs = new Float64Array(2 * blocks);
  for (let block = 0; block < blocks; block += 1) {
    pairs[2 * block] = numerators[block] as number;
    pairs[2 * block + 1] = denominators[block] as number;
  }
  const totals = resampledSums(pairs, 2, blockDraws(blocks, resampling));
  const draws = new Float64Array(totals.length / 2);
  for (let draw = 0; draw < draws.length; draw += 1) {
    draws[draw] = ratio(totals[2 * draw] as number, totals[2 * draw + 1] as number) ?? Number.NaN;
  }
  const percentile = percentileInterval(draws, resampling.confidence);
  const standardError = bootstrapStandardError(draws);
  if (percentile === null || standardError === null) return null;
  const leftOut = Float64Array.from(
    numerators,
    (value, block) => ratio(above - value, below - (denominators[block] as number)) ?? Number.NaN,
  );
  return { estimate, standardError, percentile, bca: bcaInterval(draws, estimate, leftOut, resampling.confidence) };
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

/**
 * Bias-corrected and accelerated interval (Efron 1987): percentiles moved by how far the draws lie to one side of the
 * estimate, and by the skewness of what each block adds to it.
 *
 * @param leftOut the statistic without each of the blocks in turn.
 * @returns null when all draws lie on one side of the estimate, or a value is NaN.
 */
export function bcaInterval(
  draws: Float64Array,
  estimate: number,
  leftOut: Float64Array,
  confidence = 0.95,
): Interval | null {
  const sorted = draws.toSorted();
  let [below, mean] = [0, 0];
  for (const value of draws) if (value < estimate) below += 1;
  if (below === 0 || below === draws.length || !draws.every(Number.isFinite)) return null;
  const bias = normalQuantile(below / draws.length, 0, 1);
  for (const value of leftOut) mean += value / leftOut.length;
  let [squares, cubes] = [0, 0];
  for (const value of leftOut) {
    squares += (mean - value) ** 2;
    cubes += (mean - value) ** 3;
  }
  const acceleration = squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
  if (!Number.isFinite(acceleration)) return null;
  const end = (p: number) => {
    const z = bias + normalQuantile(p, 0, 1);
    return quantile(sorted, normalCdf(bias + z / (1 - acceleration * z), 0, 1));
  };
  const outside = tail(confidence);
  return { low: end(outside), high: end(1 - outside) };
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at] as number;
  return sum;
}
