/**
 * Net scores: outcomes that are 1, 0 or -1, on the scale from -100 to 100.
 */

import type { Dataset } from '../../dataset/dataset.ts';
import type { ClusterMoments } from '../../statistics/cluster.ts';
import type { MeanEstimate } from '../../statistics/mean.ts';
import { netDifference, netInterval, netScore, netVariance, type Trinomial } from '../../statistics/nps.ts';
import { correlatedMeanDifference, type SharedMoments } from '../../statistics/paired-difference.ts';
import type { Cell, Cells, Compare, Difference, Slice } from '../definition.ts';
import type { IntervalId } from '../intervals.ts';
import { customerEstimate } from './customer-estimate.ts';
import { untestable } from './difference.ts';
import { cellsFromMoments } from './moments.ts';
import type { Sample } from './sample.ts';
import { correlationOf, sharedMoments } from './shared-customers.ts';

/** How the interval of a net score is made, in words. */
export const NET_INTERVAL =
  'Adjusted Wald interval at 95% with three pseudo-answers (Rocks 2016), so it is not symmetric about the score. ' +
  'Where customers appear more than once, n is divided by the design effect.';

export const NET_INTERVALS: readonly IntervalId[] = ['adjusted-wald', 'customer-cluster'];

const POINTS = 100;

/** The share of outcome 1 minus the share of outcome -1, times 100. */
export function estimateNet(dataset: Dataset, sample: Sample, slice: Slice): Cells {
  return cellsFromMoments(dataset, sample, slice, netCell);
}

/** A net score from the moments of its outcomes. */
export function netCell(moments: ClusterMoments): Cell {
  const { n, clusters, sum, sumOfSquares } = moments;
  if (n === 0) return { n, customers: 0, method: 'adjusted-wald' };
  const { mean, standardError, effectiveN } = customerEstimate(moments);
  // Each outcome of 1 or -1 adds one to the sum of squares.
  const positive = (sumOfSquares + sum) / 2 / n;
  const negative = (sumOfSquares - sum) / 2 / n;
  const { low, high } = netInterval({ positive, negative, n: effectiveN });
  return {
    n,
    customers: clusters,
    value: POINTS * mean,
    low: POINTS * low,
    high: POINTS * high,
    method: 'adjusted-wald',
    standardError: POINTS * standardError,
    effectiveN,
    positive,
    negative,
  };
}

/** Comparison of a metric that is the net score of a sample. */
export function comparingNets(sampleOf: (dataset: Dataset) => Sample): Compare {
  return (a, b, groups) => compareNets(a, b, sharedMoments(sampleOf(groups.context.dataset), groups));
}

/**
 * Difference of two net scores, b minus a, in points.
 *
 * Without customers on both sides: adjusted Wald with three pseudo-answers in each group and its z test, with the
 * effective numbers of answers. With some: t with their covariance, which for the same customers on both sides is the
 * paired t test of the codes. Where a side does not vary, or all customers moved alike, the first is used again: it is
 * cautious and always has a width.
 */
export function compareNets(a: Cell, b: Cell, shared: SharedMoments): Difference {
  const first = trinomial(a);
  const second = trinomial(b);
  if (first === null || second === null) return untestable(Number.NaN);
  const correlation = correlationOf(a, b, shared, POINTS);
  const at = (confidence: number) =>
    (correlation === 0
      ? null
      : correlatedMeanDifference(codeMean(a, first), codeMean(b, second), correlation, confidence)) ??
    netDifference(first, second, confidence);
  const { difference, low, high, p } = at(0.95);
  const at90 = at(0.9);
  return {
    difference: POINTS * difference,
    low: POINTS * low,
    high: POINTS * high,
    low90: POINTS * at90.low,
    high90: POINTS * at90.high,
    p,
  };
}

/** The mean of the codes 1, 0 and −1; as in the interval, customers never count for more than their answers. */
function codeMean({ standardError = 0, customers }: Cell, codes: Trinomial): MeanEstimate {
  return {
    mean: netScore(codes),
    standardError: Math.max(standardError / POINTS, Math.sqrt(netVariance(codes) / codes.n)),
    degreesOfFreedom: customers - 1,
  };
}

function trinomial({ positive, negative, effectiveN }: Cell): Trinomial | null {
  if (positive === undefined || negative === undefined || effectiveN === undefined) return null;
  return { positive, negative, n: effectiveN };
}
