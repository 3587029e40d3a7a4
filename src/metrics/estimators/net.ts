/**
 * Net scores: outcomes that are 1, 0 or -1, on the scale from -100 to 100.
 */

import type { Dataset } from '../../dataset/dataset.ts';
import type { ClusterMoments } from '../../statistics/cluster.ts';
import { netDifference, netInterval, type Trinomial } from '../../statistics/nps.ts';
import type { Cell, Cells, Difference, Slice } from '../definition.ts';
import { customerEstimate } from './customer-estimate.ts';
import { untestable } from './difference.ts';
import { cellsFromMoments } from './moments.ts';
import type { Sample } from './sample.ts';

/** How the interval of a net score is made, in words. */
export const NET_INTERVAL =
  'Adjusted Wald interval at 95% with three pseudo-answers (Rocks 2016), so it is not symmetric about the score. ' +
  'Where customers appear more than once, n is divided by the design effect.';

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

/**
 * Difference of two independent net scores, b minus a, in points: adjusted Wald with three pseudo-answers in each
 * group and its z test, with the effective numbers of answers.
 */
export function compareNets(a: Cell, b: Cell): Difference {
  const first = trinomial(a);
  const second = trinomial(b);
  if (first === null || second === null) return untestable(Number.NaN);
  const { difference, low, high, p } = netDifference(first, second);
  const at90 = netDifference(first, second, 0.9);
  return {
    difference: POINTS * difference,
    low: POINTS * low,
    high: POINTS * high,
    low90: POINTS * at90.low,
    high90: POINTS * at90.high,
    p,
  };
}

function trinomial({ positive, negative, effectiveN }: Cell): Trinomial | null {
  if (positive === undefined || negative === undefined || effectiveN === undefined) return null;
  return { positive, negative, n: effectiveN };
}
