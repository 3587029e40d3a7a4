/**
 * Blocks of customers for several sets of rows that are drawn together.
 */
import { type Blocks, clusterBlocks } from '../../statistics/bootstrap.ts';
import { seededRandom } from '../../statistics/random.ts';

/** So many blocks estimate a standard error to a few per cent, and cost half of the usual number. */
const MOST_BLOCKS = 500;

/**
 * Of each set its rows by block: a customer is in the same block in every set.
 *
 * @param sets numbers of customers, row by row.
 */
export function sharedBlocks(sets: readonly (readonly number[])[], seed: number): Blocks[] {
  const { ofRow, count } = clusterBlocks(sets.flat(), seededRandom(seed), MOST_BLOCKS);
  let from = 0;
  return sets.map((rows) => {
    from += rows.length;
    return { ofRow: ofRow.subarray(from - rows.length, from), count };
  });
}
