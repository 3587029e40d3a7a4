/**
 * Shares: outcomes that are 1 or 0.
 */

import type { Dataset } from '../../dataset/dataset.ts';
import type { ClusterMoments } from '../../statistics/cluster.ts';
import {
  type ClusteredProportion,
  correlatedShareInterval,
  correlatedShareP,
  type SharedMoments,
} from '../../statistics/paired-difference.ts';
import { wilson } from '../../statistics/proportion.ts';
import type { Cell, Cells, Compare, Difference, Slice } from '../definition.ts';
import type { IntervalId } from '../intervals.ts';
import { customerEstimate } from './customer-estimate.ts';
import { untestable } from './difference.ts';
import { cellsFromMoments } from './moments.ts';
import type { Sample } from './sample.ts';
import { correlationOf, NOBODY_SHARED, sharedMoments } from './shared-customers.ts';

/** How the interval of a share is made, in words. */
export const SHARE_INTERVAL =
  'Wilson score interval at 95%. Where customers appear more than once, n is divided by the design effect, so that ' +
  'ten answers of one customer do not count like ten customers.';

export const SHARE_INTERVALS: readonly IntervalId[] = ['wilson', 'customer-cluster'];

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

/** Difference of two independent shares, b minus a, where nothing is known of customers on both sides. */
export function compareShares(a: Cell, b: Cell): Difference {
  return compareSharesOfCustomers(a, b, NOBODY_SHARED);
}

/** Comparison of a metric that is the share of rows with outcome 1 in a sample. */
export function comparingShares(sampleOf: (dataset: Dataset) => Sample): Compare {
  return (a, b, groups) => compareSharesOfCustomers(a, b, sharedMoments(sampleOf(groups.context.dataset), groups));
}

/**
 * Difference of two shares, b minus a: hybrid score interval and z test about the pooled share, both with the effective
 * numbers of answers and the covariance that customers on both sides bring. Without such customers they are Newcombe's
 * interval and the pooled z test.
 */
export function compareSharesOfCustomers(a: Cell, b: Cell, shared: SharedMoments): Difference {
  const first = proportion(a);
  const second = proportion(b);
  if (first === null || second === null) return untestable(Number.NaN);
  const correlation = correlationOf(a, b, shared);
  const at90 = correlatedShareInterval(first, second, correlation, 0.9);
  return {
    difference: second.share - first.share,
    ...correlatedShareInterval(first, second, correlation),
    low90: at90.low,
    high90: at90.high,
    p: correlatedShareP(first, second, shared),
  };
}

function proportion({ value, effectiveN, n }: Cell): ClusteredProportion | null {
  return value === undefined || effectiveN === undefined ? null : { share: value, n: effectiveN, rows: n };
}
