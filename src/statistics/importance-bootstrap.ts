import { percentileInterval, type Resampling } from './bootstrap.ts';
import { addBlocks, type Centred, type CrossProducts, centred } from './cross-products.ts';
import { importance, lmgOfSubsets } from './importance.ts';
import type { Interval } from './interval.ts';
import { subsetR2 } from './regression.ts';
import { bootstrapRegression } from './regression-bootstrap.ts';
import { remembered } from './remembered.ts';

/** How well shares of R² by LMG are known. */
export interface ImportanceBootstrap {
  /** Interval of R² itself. */
  readonly r2: Interval;
  /** In the order of the predictors. Null for a predictor that does not vary. */
  readonly predictors: readonly (ShareBootstrap | null)[];
  /** The predictors that vary, by share, the largest first. */
  readonly order: readonly number[];
  /** Interval of the share of each predictor in `order` less that of the next one; one fewer than predictors. */
  readonly leads: readonly Interval[];
  /** Resamples in which shares exist: those where something is explained. */
  readonly resamples: number;
}

/** How well one predictor's share of R² is known. */
export interface ShareBootstrap {
  readonly low: number;
  readonly high: number;
  /** In what part of the resamples it has the largest share; equal shares divide the place. */
  readonly firstRank: number;
}

/**
 * Percentile intervals of LMG shares, from resampling blocks of customers.
 *
 * A predictor that happens not to vary in a resample has no share of that resample's R².
 *
 * @param products by blocks, as of `clusterBlocks`.
 * @returns null when nothing is explained, or with fewer than two blocks.
 */
export const bootstrapImportance = remembered(
  'importance',
  (products: CrossProducts, resampling: Resampling): ImportanceBootstrap | null => {
    const moments = centred(addBlocks(products));
    const estimate = moments === null ? null : importance(moments);
    if (products.blocks < 2 || estimate === null) return null;
    const share = (j: number) => estimate.predictors[j]?.share ?? null;
    const order = estimate.predictors.flatMap((_, j) => (share(j) === null ? [] : [j]));
    order.sort((a, b) => (share(b) as number) - (share(a) as number) || a - b);

    const { predictors: p } = products;
    const draws = bootstrapRegression(products, sharesAndR2, p + 1, resampling);
    const r2 = percentileInterval(draws[p] as Float64Array, resampling.confidence);
    const firstRanks = countFirstRanks(draws.slice(0, p));
    if (order.length === 0 || r2 === null || firstRanks.resamples === 0) return null;
    const leads = order.slice(1).map((behind, place) => {
      const ahead = draws[order[place] as number] as Float64Array;
      const lead = ahead.map((value, draw) => value - ((draws[behind] as Float64Array)[draw] as number));
      return percentileInterval(lead, resampling.confidence) as Interval;
    });
    return {
      r2,
      predictors: estimate.predictors.map((_, j) => {
        const interval = percentileInterval(draws[j] as Float64Array, resampling.confidence);
        if (share(j) === null || interval === null) return null;
        return { ...interval, firstRank: (firstRanks.times[j] as number) / firstRanks.resamples };
      }),
      order,
      leads,
      resamples: firstRanks.resamples,
    };
  },
);

/** Explained shares below this are rounding, and what is divided by them noise. */
const ROUNDING = 1e-12;

/** Shares of R² of all predictors, then R². */
function sharesAndR2(moments: Centred): Float64Array | null {
  const r2 = subsetR2(moments);
  if (r2 === null) return null;
  const { predictors: p } = moments;
  const total = r2[r2.length - 1] as number;
  const values = new Float64Array(p + 1).fill(Number.NaN);
  if (total > ROUNDING) values.set(lmgOfSubsets(r2, p).map((lmg) => lmg / total));
  values[p] = total;
  return values;
}

function countFirstRanks(shares: readonly Float64Array[]): { times: Float64Array; resamples: number } {
  const times = new Float64Array(shares.length);
  let resamples = 0;
  for (let draw = 0; draw < (shares[0]?.length ?? 0); draw += 1) {
    const values = shares.map((of) => of[draw] as number);
    const largest = Math.max(...values);
    if (Number.isNaN(largest)) continue;
    resamples += 1;
    const ahead = values.flatMap((value, j) => (value === largest ? [j] : []));
    for (const j of ahead) times[j] = (times[j] as number) + 1 / ahead.length;
  }
  return { times, resamples };
}
