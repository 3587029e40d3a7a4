/**
 * Bootstrap of customers for the ratio of two quantiles of waiting times.
 */
import { RESAMPLES } from './bootstrap.ts';
import { normalCritical, normalTwoSidedP, tail } from './distribution.ts';
import { People } from './drawn-people.ts';
import { quantileOf } from './drawn-quantile.ts';
import type { ClusteredWaits, LogRatio } from './quantile-ratio.ts';
import { seededRandom } from './random.ts';
import { remembered } from './remembered.ts';

/** After so many resamples it is decided whether more can matter. */
const FIRST_LOOK = 500;

/** A p above this after the first look is not below any level that decides something after the last. */
const CLEARLY_LARGE = 0.2;

/** A p below this after the first look is below every level after the last, in whatever family. */
const CLEARLY_SMALL = 1e-6;

/**
 * The logarithm of the ratio b / a with percentile intervals over 2,000 resamples, in each of which every customer of
 * either group is drawn a Poisson(1) number of times, on both sides alike. p is that of the log ratio over the standard
 * error which the 95% interval implies, its width over 2 × 1.96: counting resamples beyond 0 could not give a p small
 * enough for a family of a hundred comparisons. Where p is clearly large (above 0.2) or clearly small
 * (below one in a million), 500 resamples do.
 *
 * A resample in which neither quantile exists could lie on either side of everything: half of them are put on each.
 *
 * @param clusters number of customers in both groups together.
 * @param share 0.5 for medians.
 */
export const bootstrapQuantileRatio = remembered(
  'quantile ratio',
  (
    a: ClusteredWaits,
    b: ClusteredWaits,
    { clusters, share, seed }: { readonly clusters: number; readonly share: number; readonly seed: number },
  ): LogRatio => {
    const random = seededRandom(seed);
    const people = new People([a, b], clusters, share);
    const draws = new Float64Array(RESAMPLES);
    const logRatio = Math.log(b.quantile / a.quantile);
    for (let resample = 0; resample < RESAMPLES; resample++) {
      people.draw(random);
      const drawn = Math.log(quantileOf(people, 1, share) / quantileOf(people, 0, share));
      const eitherSide = resample % 2 === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      draws[resample] = Number.isNaN(drawn) ? eitherSide : drawn;
      if (resample + 1 === FIRST_LOOK) {
        const early = summary(draws.slice(0, FIRST_LOOK), logRatio);
        if (early.p > CLEARLY_LARGE || early.p < CLEARLY_SMALL) return early;
      }
    }
    return summary(draws, logRatio);
  },
);

function summary(draws: Float64Array, logRatio: number): LogRatio {
  const sorted = draws.sort();
  const [low, high] = ends(sorted, 0.95);
  const [low90, high90] = ends(sorted, 0.9);
  const standardError = (high - low) / (2 * normalCritical(0.95));
  return { logRatio, low, high, low90, high90, p: ratioP(logRatio, standardError, draws.length) };
}

/** Order statistics: infinite draws cannot be interpolated. */
function ends(sorted: Float64Array, confidence: number): readonly [low: number, high: number] {
  const rank = Math.floor((sorted.length + 1) * tail(confidence));
  return [sorted[rank - 1] as number, sorted[sorted.length - rank] as number];
}

/** Where all resamples agree, that they do is all that is known. */
function ratioP(logRatio: number, standardError: number, resamples: number): number {
  if (logRatio === 0) return 1;
  return standardError === 0 ? 2 / (resamples + 1) : normalTwoSidedP(logRatio / standardError);
}
