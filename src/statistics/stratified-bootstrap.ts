/**
 * Resampling within strata: of each stratum as many blocks are drawn as it has, so that strata keep their size.
 */
import { RESAMPLES, type Resampling } from './bootstrap.ts';
import { type Random, seededRandom, shuffle } from './random.ts';

/** Units put into blocks that lie within one stratum each. */
export interface StratifiedBlocks {
  /** Of each unit its block; blocks of one stratum follow each other. */
  readonly ofUnit: Int32Array;
  /** First block of each stratum, and after the last stratum one past the last block. */
  readonly start: Int32Array;
}

/**
 * Blocks of units for a bootstrap within strata. Up to `most` units of a stratum are a block each; more are dealt out at
 * random into `most` blocks of equally many, as by `clusterBlocks`.
 *
 * @param stratumOfUnit a whole number from 0 to `strata` − 1 for each unit.
 */
export function stratifiedBlocks(
  stratumOfUnit: ArrayLike<number>,
  strata: number,
  random: Random,
  most: number,
): StratifiedBlocks {
  const size = new Int32Array(strata);
  const place = Int32Array.from(stratumOfUnit, (stratum) => {
    const before = size[stratum] as number;
    size[stratum] = before + 1;
    return before;
  });
  const start = new Int32Array(strata + 1);
  const dealt = Array.from(size, (units, stratum) => {
    const blocks = Math.min(units, most);
    start[stratum + 1] = (start[stratum] as number) + blocks;
    const order = Float64Array.from({ length: units }, (_, unit) => unit % blocks);
    if (units > most) shuffle(order, random);
    return order;
  });
  const ofUnit = place.map((at, unit) => {
    const stratum = stratumOfUnit[unit] as number;
    return (start[stratum] as number) + ((dealt[stratum] as Float64Array)[at] as number);
  });
  return { ofUnit, start };
}

/**
 * Draws blocks again and again, of each stratum as many as it has, and adds up what they hold.
 *
 * @param sums block after block, `width` of them each.
 * @param use called once a resample with stratum after stratum, `width` sums each; the array is used again.
 */
export function resampleWithinStrata(
  { start }: Pick<StratifiedBlocks, 'start'>,
  sums: Float64Array,
  width: number,
  use: (totals: Float64Array, draw: number) => void,
  { seed, resamples = RESAMPLES }: Resampling,
): void {
  const random = seededRandom(seed);
  const times = new Uint8Array(start.at(-1) ?? 0);
  const totals = new Float64Array((start.length - 1) * width);
  for (let draw = 0; draw < resamples; draw++) {
    times.fill(0);
    for (let stratum = 0; stratum + 1 < start.length; stratum++) {
      const first = start[stratum] as number;
      random.tally((start[stratum + 1] as number) - first, times, first);
    }
    addStrata(totals, { start }, sums, width, times);
    use(totals, draw);
  }
}

/** Sums over the blocks of each stratum, each block taken so often; the same as all of them once when `times` is all 1. */
export function addStrata(
  totals: Float64Array,
  { start }: Pick<StratifiedBlocks, 'start'>,
  sums: Float64Array,
  width: number,
  times: Uint8Array,
): void {
  for (let place = 0; place < totals.length; place++) {
    const stratum = Math.floor(place / width);
    const end = start[stratum + 1] as number;
    let total = 0;
    for (let block = start[stratum] as number; block < end; block++) {
      total += (times[block] as number) * (sums[block * width + (place % width)] as number);
    }
    totals[place] = total;
  }
}
