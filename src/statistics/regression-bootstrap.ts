import { blockDraws, type Resampling } from './bootstrap.ts';
import { addBlocks, type Centred, type CrossProducts, centred } from './cross-products.ts';

/**
 * Bootstrap of whatever least squares compute, by resampling blocks of cross-products.
 *
 * Two calls with the same seed and as many blocks draw the same blocks: the draws of two models of the same rows can be
 * subtracted, one from the other.
 *
 * @param statistic several numbers from the cross-products of one resample, as many each time; null or NaN for what does not exist there.
 * @param width how many.
 * @returns for each number its value in every resample, NaN where it does not exist.
 */
export function bootstrapRegression(
  products: CrossProducts,
  statistic: (moments: Centred) => ArrayLike<number | null> | null,
  width: number,
  resampling: Resampling,
): Float64Array[] {
  const resamples = blockDraws(products.blocks, resampling);
  const draws = Array.from({ length: width }, () => new Float64Array(resamples.length).fill(Number.NaN));
  for (const [draw, times] of resamples.entries()) {
    const moments = centred(addBlocks(products, times));
    const values = moments === null ? null : statistic(moments);
    if (values === null) continue;
    for (let at = 0; at < width; at += 1) (draws[at] as Float64Array)[draw] = values[at] ?? Number.NaN;
  }
  return draws;
}
