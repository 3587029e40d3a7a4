import { bootstrapDraws, type Resampling } from './bootstrap.ts';

/**
 * Values of a statistic of several sums in resamples of blocks.
 *
 * @param sums block after block, `width` sums each.
 * @param statistic from the sums over a resample, an array that the next resample overwrites; null where it does not exist, which becomes NaN.
 */
export function bootstrapSums(
  sums: Float64Array,
  width: number,
  statistic: (totals: Float64Array) => number | null,
  resampling: Resampling,
): Float64Array {
  const totals = new Float64Array(width);
  const drawn = (times: Int32Array) => {
    totals.fill(0);
    for (let block = 0; block < times.length; block += 1) {
      const weight = times[block] as number;
      if (weight === 0) continue;
      const from = block * width;
      for (let at = 0; at < width; at += 1) totals[at] = (totals[at] as number) + weight * (sums[from + at] as number);
    }
    return statistic(totals);
  };
  return bootstrapDraws(sums.length / width, drawn, resampling);
}
