import { blockDraws, type Resampling } from './bootstrap.ts';
import { type Centred, type CrossProducts, centred } from './cross-products.ts';
import { resampledSums } from './resampled-sums.ts';

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
  return bootstrapTogether([products], ([moments]) => (moments == null ? null : statistic(moments)), width, resampling);
}

/**
 * The same for several sets of rows whose blocks are of the same customers: each resample draws customers once, with all
 * their rows of every set.
 *
 * @param sets of as many blocks each.
 * @param statistic from the moments of each set; null for a set without rows in the resample.
 * @throws RangeError when the numbers of blocks differ.
 */
export function bootstrapTogether(
  sets: readonly CrossProducts[],
  statistic: (moments: readonly (Centred | null)[]) => ArrayLike<number | null> | null,
  width: number,
  resampling: Resampling,
): Float64Array[] {
  const blocks = sets[0]?.blocks ?? 0;
  if (sets.some((set) => set.blocks !== blocks))
    throw new RangeError('sets that are drawn together share their blocks');
  const resamples = blockDraws(blocks, resampling);
  const draws = Array.from({ length: width }, () => new Float64Array(resamples.length).fill(Number.NaN));
  const totals = sets.map(({ sums }) => resampledSums(sums, sums.length / blocks, resamples));
  for (let draw = 0; draw < resamples.length; draw += 1) {
    const moments = sets.map((set, at) => centred(drawn(set, totals[at] as Float64Array, draw)));
    keep(draws, draw, statistic(moments));
  }
  return draws;
}

/** By itself, as engines do badly with loops inside a long one. */
function keep(draws: readonly Float64Array[], draw: number, values: ArrayLike<number | null> | null): void {
  if (values === null) return;
  for (let at = 0; at < draws.length; at += 1) (draws[at] as Float64Array)[draw] = values[at] ?? Number.NaN;
}

/** The cross-products of one resample, as one block. */
function drawn(set: CrossProducts, totals: Float64Array, draw: number): CrossProducts {
  const size = set.sums.length / set.blocks;
  return { ...set, blocks: 1, sums: totals.subarray(draw * size, (draw + 1) * size) };
}
