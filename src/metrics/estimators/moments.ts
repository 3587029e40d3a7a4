/**
 * Sums per group and customer, for all groups in one pass.
 */

import type { Dataset } from '../../dataset/dataset.ts';
import type { ClusterMoments } from '../../statistics/cluster.ts';
import type { Cell, Cells, Slice } from '../definition.ts';
import { type Grouping, groupRows } from './grouping.ts';
import { ABSENT, type Sample } from './sample.ts';

/**
 * One cell per group of the slice, each from the moments of its customers.
 *
 * @param cellOf makes a figure of the moments; it is called for empty groups too.
 */
export function cellsFromMoments(
  dataset: Dataset,
  sample: Sample,
  slice: Slice,
  cellOf: (moments: ClusterMoments) => Cell,
): Cells {
  const grouping = groupRows(dataset, sample.table, sample.at, slice);
  const customer = dataset[sample.table]?.customer ?? new Int32Array(0);
  return { values: grouping.values, cells: momentsByGroup(sample.values, customer, grouping).map(cellOf) };
}

/** Places of the sums of one group; they lie side by side, which halves the time that memory takes. */
const CLUSTERS = 0;
const N = 1;
const SUM = 2;
const SUM_OF_SQUARES = 3;
const SQUARED_SUMS = 4;
const SUM_TIMES_SIZE = 5;
const SQUARED_SIZES = 6;
const WIDTH = 7;

/**
 * The moments of each group, with the customer as the cluster.
 *
 * Rows must stand in the order of their customers. A customer's rows in one group then follow each other among the
 * rows of that group, so each group folds its open customer when the next one appears: one pass, nothing allocated.
 */
export function momentsByGroup(
  values: Float64Array | Int8Array,
  customer: Int32Array,
  { group, count }: Grouping,
): ClusterMoments[] {
  const sums = new Float64Array(count * WIDTH);
  const open = new Int32Array(count).fill(-1);
  const openSize = new Int32Array(count);
  const openSum = new Float64Array(count);

  for (let row = 0; row < group.length; row++) {
    const g = group[row] as number;
    if (g < 0) continue;
    const x = values[row] as number;
    if (Number.isNaN(x) || x === ABSENT) continue;
    const square = g * WIDTH + SUM_OF_SQUARES;
    sums[square] = (sums[square] as number) + x * x;
    const who = customer[row] as number;
    if (who >= 0 && who === open[g]) {
      openSize[g] = (openSize[g] as number) + 1;
      openSum[g] = (openSum[g] as number) + x;
    } else {
      fold(sums, g * WIDTH, openSize[g] as number, openSum[g] as number);
      open[g] = who;
      openSize[g] = 1;
      openSum[g] = x;
    }
  }

  return Array.from({ length: count }, (_, g) => {
    const at = g * WIDTH;
    fold(sums, at, openSize[g] as number, openSum[g] as number);
    return {
      clusters: sums[at + CLUSTERS] as number,
      n: sums[at + N] as number,
      sum: sums[at + SUM] as number,
      sumOfSquares: sums[at + SUM_OF_SQUARES] as number,
      squaredSums: sums[at + SQUARED_SUMS] as number,
      sumTimesSize: sums[at + SUM_TIMES_SIZE] as number,
      squaredSizes: sums[at + SQUARED_SIZES] as number,
    };
  });
}

/** Adds a customer with `size` values that sum to `total` to the sums of the group that begin at `at`. */
function fold(sums: Float64Array, at: number, size: number, total: number): void {
  if (size === 0) return;
  sums[at + CLUSTERS] = (sums[at + CLUSTERS] as number) + 1;
  sums[at + N] = (sums[at + N] as number) + size;
  sums[at + SUM] = (sums[at + SUM] as number) + total;
  sums[at + SQUARED_SUMS] = (sums[at + SQUARED_SUMS] as number) + total * total;
  sums[at + SUM_TIMES_SIZE] = (sums[at + SUM_TIMES_SIZE] as number) + total * size;
  sums[at + SQUARED_SIZES] = (sums[at + SQUARED_SIZES] as number) + size * size;
}
