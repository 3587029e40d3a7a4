import {
  type Blocks,
  bootstrapDraws,
  bootstrapStandardError,
  percentileInterval,
  type Resampling,
} from './bootstrap.ts';
import type { Interval } from './interval.ts';
import { type Margin, type RakingLimits, rake, weightedMean } from './weights.ts';

/** Values of answers, the cells they are weighted by and the blocks of customers they are drawn in. */
export interface WeightedRows {
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
  const answersOfBlock = new Float64Array(blocks.count * cells);
  const sumsOfBlock = new Float64Array(blocks.count * cells);
  for (let row = 0; row < values.length; row += 1) {
    const at = (blocks.ofRow[row] as number) * cells + (cellOfRow[row] as number);
    answersOfBlock[at] = (answersOfBlock[at] as number) + 1;
    sumsOfBlock[at] = (sumsOfBlock[at] as number) + (values[row] as number);
  }

  const answers = new Float64Array(cells);
  const sums = new Float64Array(cells);
  const reweighted = (times: Int32Array): number | null => {
    answers.fill(0);
    sums.fill(0);
    for (let block = 0; block < blocks.count; block += 1) {
      const weight = times[block] as number;
      if (weight === 0) continue;
      for (let cell = 0; cell < cells; cell += 1) {
        const at = block * cells + cell;
        answers[cell] = (answers[cell] as number) + weight * (answersOfBlock[at] as number);
        sums[cell] = (sums[cell] as number) + weight * (sumsOfBlock[at] as number);
      }
    }
    const weights = rake(answers, margins, limits)?.weights;
    return weights === undefined ? null : weightedMean(sums, answers, weights);
  };

  const draws = bootstrapDraws(blocks.count, reweighted, resampling);
  const interval = percentileInterval(draws, resampling.confidence);
  const standardError = bootstrapStandardError(draws);
  if (interval === null || standardError === null) return null;
  return { ...interval, standardError, resamples: draws.filter((value) => !Number.isNaN(value)).length };
}
