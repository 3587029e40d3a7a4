/**
 * How much of what differs between answers goes with each of several things at once (B21).
 */
import { clusterBlocks } from '../../statistics/bootstrap.ts';
import { addBlocks, centred, crossProducts } from '../../statistics/cross-products.ts';
import { importance } from '../../statistics/importance.ts';
import { bootstrapImportance } from '../../statistics/importance-bootstrap.ts';
import type { Interval } from '../../statistics/interval.ts';
import { seededRandom } from '../../statistics/random.ts';

/** The part of R² that one predictor accounts for, with its 95 % interval. */
export interface ExplainedShare {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** In what part of the resamples it is the largest. */
  readonly first: number;
  /** Whether its coefficient beside the others points the other way than it should. */
  readonly suppression: boolean;
}

export interface ExplainedShares {
  readonly r2: number;
  readonly r2Interval: Interval;
  /** Those that vary, largest first, by their place among the predictors. */
  readonly shares: readonly (ExplainedShare & { readonly predictor: number })[];
  /** Interval of each share less the next. */
  readonly leads: readonly Interval[];
}

/**
 * LMG shares of R² with a bootstrap of customers.
 *
 * @param predictors a column each; rows with a missing value are left out before.
 * @param customer number of each row's customer.
 * @returns null when the outcome or all predictors are alike.
 */
export function explainedShares(
  predictors: readonly Float64Array[],
  outcome: Float64Array,
  customer: ArrayLike<number>,
  seed: number,
): ExplainedShares | null {
  const products = crossProducts(predictors, outcome, clusterBlocks(customer, seededRandom(seed)));
  const moments = centred(addBlocks(products));
  const weights = moments === null ? null : importance(moments);
  const known = bootstrapImportance(products, { seed });
  if (weights === null || known === null) return null;
  return {
    r2: weights.r2,
    r2Interval: known.r2,
    shares: known.order.map((predictor) => {
      const { low, high, firstRank } = known.predictors[predictor] as NonNullable<(typeof known.predictors)[number]>;
      const weight = weights.predictors[predictor];
      return {
        predictor,
        share: weight?.share ?? 0,
        low,
        high,
        first: firstRank,
        suppression: weight?.suppression ?? false,
      };
    }),
    leads: known.leads,
  };
}
