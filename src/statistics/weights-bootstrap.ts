import {
  type Blocks,
  bootstrapDraws,
  bootstrapStandardError,
  percentileInterval,
  type Resampling,
} from './bootstrap.ts';
import type { Interval } from './interval.ts';
import { type Margin, type RakingLimits, rakingTo, weightedMean } from './weights.ts';

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
export function bootstrapWeightedMean(
  { values, cellOfRow, cells, blocks }: WeightedRows,
  margins: readonly Margin[],
  resampling: Resampling,
  limits: RakingLimits = {},
): WeightedBootstrap | null {
  if (blocks.count < 2) return null;
  const held = occupied(values, cellOfRow, cells, blocks);
  const drawn = new Float64Array(cells);
  const answers = new Float64Array(cells);
  const sums = new Float64Array(cells);
  const weightsOf = rakingTo(margins, { tolerance: CLOSE_ENOUGH, ...limits });
  const reweighted = (times: Int32Array): number | null => {
    drawn.fill(0);
    for (let at = 0; at < held.block.length; at += 1) {
      const cell = held.cell[at] as number;
      // Adding nothing is sooner done than asked for.
      const often = times[held.block[at] as number] as number;
      drawn[cell] = (drawn[cell] as number) + often * (held.packed[at] as number);
    }
    for (let cell = 0; cell < cells; cell += 1) {
      const packed = drawn[cell] as number;
      const sum = Math.floor(packed / SUM_UNIT);
      sums[cell] = sum;
      answers[cell] = packed - sum * SUM_UNIT;
    }
    const weights = weightsOf(answers)?.weights;
    return weights === undefined ? null : weightedMean(sums, answers, weights);
  };

  const draws = bootstrapDraws(blocks.count, reweighted, resampling);
  const interval = percentileInterval(draws, resampling.confidence);
  const standardError = bootstrapStandardError(draws);
  if (interval === null || standardError === null) return null;
  return { ...interval, standardError, resamples: draws.filter((value) => !Number.isNaN(value)).length };
}

/** Answers and their sum as one number, answers + 2^26 × sum, which one addition keeps up to date. */
const SUM_UNIT = 2 ** 26;

/** The pairs of block and cell that hold answers, with their number and sum: most blocks have answers in few cells. */
function occupied(values: ArrayLike<number>, cellOfRow: ArrayLike<number>, cells: number, { ofRow, count }: Blocks) {
  const place = new Int32Array(count * cells).fill(-1);
  const [block, cell, packed]: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row < values.length; row += 1) {
    const key = (ofRow[row] as number) * cells + (cellOfRow[row] as number);
    let at = place[key] as number;
    if (at === -1) {
      at = block.push(ofRow[row] as number) - 1;
      cell.push(cellOfRow[row] as number);
      packed.push(0);
      place[key] = at;
    }
    packed[at] = (packed[at] as number) + 1 + SUM_UNIT * (values[row] as number);
  }
  return { block: Int32Array.from(block), cell: Int32Array.from(cell), packed: Float64Array.from(packed) };
}
