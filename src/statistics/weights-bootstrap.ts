import {
  type Blocks,
  bootstrapDraws,
  bootstrapStandardError,
  percentileInterval,
  type Resampling,
} from './bootstrap.ts';
import type { Interval } from './interval.ts';
import { type Margin, Raking, type RakingLimits } from './raking.ts';
import { remembered } from './remembered.ts';
import { weightedMean } from './weights.ts';

/** Values of answers, the cells they are weighted by and the blocks of customers they are drawn in. */
export interface WeightedRows {
  /** Whole numbers. */
  readonly values: ArrayLike<number>;
  /** Of each answer its cell, a whole number from 0. */
  readonly cellOfRow: ArrayLike<number>;
  readonly cells: number;
  readonly blocks: Blocks;
}

/** How well a weighted mean is known. */
export interface WeightedBootstrap extends Interval {
  readonly standardError: number;
  /** Resamples in which the margins could be met. */
  readonly resamples: number;
}

/** How closely the margins are met in a resample: chance moves its mean by far more than the rest would. */
const CLOSE_ENOUGH = 1e-4;

/**
 * Percentile interval of a weighted mean (or share, or net score), weights fitted anew in every resample of customers:
 * it holds what the weights themselves owe to chance.
 *
 * @returns null with fewer than two blocks, or when the margins can be met in fewer than two resamples.
 */
export const bootstrapWeightedMean = remembered(
  'weighted mean',
  (
    { values, cellOfRow, cells, blocks }: WeightedRows,
    margins: readonly Margin[],
    resampling: Resampling,
    limits: RakingLimits = {},
  ): WeightedBootstrap | null => {
    if (blocks.count < 2) return null;
    const held = occupied(values, cellOfRow, cells, blocks);
    const answers = new Float64Array(cells);
    const sums = new Float64Array(cells);
    addUp(held, null, answers, sums);
    const raking = new Raking(margins, answers, { tolerance: CLOSE_ENOUGH, ...limits });
    const reweighted = (times: Uint8Array): number | null => {
      addUp(held, times, answers, sums);
      const weights = raking.weighted(answers)?.weights;
      return weights === undefined ? null : weightedMean(sums, answers, weights);
    };

    const draws = bootstrapDraws(blocks.count, reweighted, resampling);
    const interval = percentileInterval(draws, resampling.confidence);
    const standardError = bootstrapStandardError(draws);
    if (interval === null || standardError === null) return null;
    return { ...interval, standardError, resamples: draws.filter((value) => !Number.isNaN(value)).length };
  },
);

/** Answers and their sum as one number, answers + 2^26 × sum, which one addition keeps up to date. */
const SUM_UNIT = 2 ** 26;

/** The pairs of cell and block that hold answers: most blocks have answers in few cells. */
interface Occupied {
  /** First pair of each cell, and after the last cell one past the last pair. */
  readonly start: Int32Array;
  readonly block: Int32Array;
  /** Number and sum of the answers of each pair. */
  readonly packed: Float64Array;
}

function occupied(
  values: ArrayLike<number>,
  cellOfRow: ArrayLike<number>,
  cells: number,
  { ofRow, count }: Blocks,
): Occupied {
  const table = new Float64Array(cells * count);
  for (let row = 0; row < values.length; row += 1) {
    const place = (cellOfRow[row] as number) * count + (ofRow[row] as number);
    table[place] = (table[place] as number) + 1 + SUM_UNIT * (values[row] as number);
  }
  const start = new Int32Array(cells + 1);
  const places: number[] = [];
  for (let place = 0; place < table.length; place += 1) {
    if (place % count === 0) start[place / count] = places.length;
    if (table[place] !== 0) places.push(place);
  }
  start[cells] = places.length;
  return {
    start,
    block: Int32Array.from(places, (place) => place % count),
    packed: Float64Array.from(places, (place) => table[place] as number),
  };
}

/** Answers and sum of each cell with every block drawn so often; once each where `times` is null. */
function addUp(
  { start, block, packed }: Occupied,
  times: Uint8Array | null,
  answers: Float64Array,
  sums: Float64Array,
): void {
  for (let cell = 0; cell < answers.length; cell += 1) {
    let drawn = 0;
    for (let at = start[cell] as number; at < (start[cell + 1] as number); at += 1) {
      drawn += (times === null ? 1 : (times[block[at] as number] as number)) * (packed[at] as number);
    }
    const sum = Math.floor(drawn / SUM_UNIT);
    sums[cell] = sum;
    answers[cell] = drawn - sum * SUM_UNIT;
  }
}
