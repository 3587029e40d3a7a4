/**
 * Shares: outcomes that are 1 or 0.
 */

import type { Dataset } from '../../dataset/dataset.ts';
import type { ClusterMoments } from '../../statistics/cluster.ts';
import { newcombe, twoProportionP, wilson } from '../../statistics/proportion.ts';
import type { Cell, Cells, Difference, Slice } from '../definition.ts';
import { customerEstimate } from './customer-estimate.ts';
import { untestable } from './difference.ts';
import { cellsFromMoments } from './moments.ts';
import type { Sample } from './sample.ts';

/** How the interval of a share is made, in words. */
export const SHARE_INTERVAL =
  'Wilson score interval at 95%. Where customers appear more than once, n is divided by the design effect, so that ' +
  'ten answers of one customer do not count like ten customers.';

/** The share of rows with outcome 1 among those with 1 or 0. */
export function estimateShare(dataset: Dataset, sample: Sample, slice: Slice): Cells {
  return cellsFromMoments(dataset, sample, slice, shareCell);
}

/** A share from the moments of its outcomes. */
export function shareCell(moments: ClusterMoments): Cell {
  const { n, clusters } = moments;
  if (n === 0) return { n, customers: 0, method: 'wilson' };
  const { mean, standardError, effectiveN } = customerEstimate(moments);
  return {
    n,
    customers: clusters,
    value: mean,
    ...wilson(mean, effectiveN),
    method: 'wilson',
    standardError,
    effectiveN,
    positive: mean,
  };
}

/** A share in which every customer counts once. */
export function shareOfCustomers(n: number, successes: number): Cell {
  return shareCell({
    clusters: n,
    n,
    sum: successes,
    sumOfSquares: successes,
    squaredSums: successes,
    sumTimesSize: successes,
    squaredSizes: n,
  });
}

/**
 * Difference of two independent shares, b minus a: Newcombe's hybrid score interval and the pooled z test, both with
 * the effective numbers of answers.
 */
export function compareShares(a: Cell, b: Cell): Difference {
  const first = proportion(a);
  const second = proportion(b);
  if (first === null || second === null) return untestable(Number.NaN);
  const at90 = newcombe(first, second, 0.9);
  return {
    difference: second.share - first.share,
    ...newcombe(first, second),
    low90: at90.low,
    high90: at90.high,
    p: twoProportionP(first, second),
  };
}

function proportion({ value, effectiveN }: Cell): { share: number; n: number } | null {
  return value === undefined || effectiveN === undefined ? null : { share: value, n: effectiveN };
}
