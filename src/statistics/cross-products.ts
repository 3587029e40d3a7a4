/**
 * Sums of products of columns: all that least squares need to know of the rows. They are taken in one pass, by blocks of
 * rows if wanted, and those of several blocks add up, so that resampling blocks costs nothing per row.
 */

import type { Blocks } from './bootstrap.ts';
import { wholeSums } from './resampled-sums.ts';

/**
 * For each block of rows the packed lower triangle of Z'Z, where Z = (1, x_1 … x_p, y) and every column is measured from
 * the value of its first row. The entry of columns i >= j stands at i·(i+1)/2 + j within its block.
 */
export interface CrossProducts {
  /** Number of predictors, p. */
  readonly predictors: number;
  readonly blocks: number;
  /** What was taken off the columns x_1 … x_p, y. */
  readonly origins: Float64Array;
  /** Block after block, (p+2)(p+3)/2 numbers each. */
  readonly sums: Float64Array;
}

/** Means of the columns x_1 … x_p, y and sums of squares and products about them. */
export interface Centred {
  readonly predictors: number;
  readonly n: number;
  readonly means: Float64Array;
  /** (p+1) × (p+1), row by row; exactly 0 in the row and column of a column that does not vary. */
  readonly products: Float64Array;
}

/** Relative size below which a centred sum of squares is rounding and not variation. */
const ROUNDING = 1e-12;

/**
 * Cross-products of predictors and an outcome, all of the same length, in one block or by `blocks`.
 *
 * @throws RangeError when a column has another length or holds NaN or infinity.
 */
export function crossProducts(
  predictors: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
  blocks?: Blocks,
): CrossProducts {
  const columns = [...predictors, outcome];
  const rows = outcome.length;
  for (const column of columns) {
    if (column.length !== rows) throw new RangeError(`columns of ${rows} and ${column.length} rows do not go together`);
  }
  const origins = Float64Array.from(columns, (column) => column[0] ?? 0);
  const size = packedSize(predictors.length);
  const count = blocks?.count ?? 1;
  const sums = new Float64Array(count * size);
  const row = new Float64Array(columns.length + 1);
  row[0] = 1;
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns.length; c += 1) {
      row[c + 1] = ((columns[c] as ArrayLike<number>)[r] as number) - (origins[c] as number);
    }
    let at = blocks === undefined ? 0 : (blocks.ofRow[r] as number) * size;
    for (let i = 0; i < row.length; i += 1) {
      const value = row[i] as number;
      for (let j = 0; j <= i; j += 1) {
        sums[at] = (sums[at] as number) + value * (row[j] as number);
        at += 1;
      }
    }
  }
  if (!sums.every(Number.isFinite)) throw new RangeError('a column holds a value that is not a finite number');
  return { predictors: predictors.length, blocks: count, origins, sums };
}

/** The cross-products of all rows, as one block. */
export function addBlocks(products: CrossProducts): CrossProducts {
  return { ...products, blocks: 1, sums: wholeSums(products.sums, packedSize(products.predictors)) };
}

/**
 * Means and centred sums of products of the rows of one block.
 *
 * @returns null without rows.
 */
export function centred(products: CrossProducts): Centred | null {
  const { predictors, origins, sums } = products;
  const n = sums[0] as number;
  if (!(n > 0)) return null;
  const size = predictors + 1;
  const offsets = new Float64Array(size);
  for (let i = 0; i < size; i += 1) offsets[i] = (sums[packed(i + 1, 0)] as number) / n;
  const centredProducts = new Float64Array(size * size);
  const varies = new Uint8Array(size);
  for (let i = 0; i < size; i += 1) {
    for (let j = i; j >= 0; j -= 1) {
      const raw = sums[packed(i + 1, j + 1)] as number;
      const product = raw - n * (offsets[i] as number) * (offsets[j] as number);
      if (i === j) varies[i] = product > ROUNDING * raw ? 1 : 0;
      centredProducts[i * size + j] = product;
      centredProducts[j * size + i] = product;
    }
  }
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      if (!(varies[i] && varies[j])) centredProducts[i * size + j] = 0;
    }
  }
  const means = offsets;
  for (let i = 0; i < size; i += 1) means[i] = (origins[i] as number) + (offsets[i] as number);
  return { predictors, n, means, products: centredProducts };
}

/** The same for some of the predictors only, in the order given. */
export function withPredictors({ predictors, n, means, products }: Centred, kept: readonly number[]): Centred {
  const size = predictors + 1;
  const columns = [...kept, predictors];
  return {
    predictors: kept.length,
    n,
    means: Float64Array.from(columns, (column) => means[column] as number),
    products: Float64Array.from(columns.flatMap((i) => columns.map((j) => products[i * size + j] as number))),
  };
}

/**
 * Correlations of the columns x_1 … x_p, y, (p+1) × (p+1) row by row; 0 everywhere, the diagonal included, for a column
 * that does not vary.
 */
export function correlations({ predictors, products }: Centred): Float64Array {
  const size = predictors + 1;
  const scales = new Float64Array(size);
  for (let i = 0; i < size; i += 1) scales[i] = Math.sqrt(products[i * size + i] as number);
  const found = new Float64Array(products.length);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      const product = products[i * size + j] as number;
      if (product === 0) continue;
      found[i * size + j] = i === j ? 1 : product / ((scales[i] as number) * (scales[j] as number));
    }
  }
  return found;
}

function packedSize(predictors: number): number {
  return packed(predictors + 2, 0);
}

function packed(i: number, j: number): number {
  return (i * (i + 1)) / 2 + j;
}
