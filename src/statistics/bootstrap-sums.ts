import { blockDraws, type Resampling } from './bootstrap.ts';
import { resampledSums } from './resampled-sums.ts';

/**
 * Values of a statistic of several sums in resamples of blocks.
 *
 * @param sums block after block, `width` sums each.
 * @param statistic from the sums over a resample; null where it does not exist, which becomes NaN.
 */
export function bootstrapSums(
  sums: Float64Array,
  width: number,
  statistic: (totals: Float64Array) => number | null,
  resampling: Resampling,
): Float64Array {
  const totals = resampledSums(sums, width, blockDraws(sums.length / width, resampling));
  return Float64Array.from(
    { length: totals.length / width },
    (_, draw) => statistic(totals.subarray(draw * width, (draw + 1) * width)) ?? Number.NaN,
  );
}
