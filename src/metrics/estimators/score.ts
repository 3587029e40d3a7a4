/**
 * Means of answers on their own scale.
 */

import type { Dataset } from '../../dataset/dataset.ts';
import type { ClusterMoments } from '../../statistics/cluster.ts';
import { type MeanEstimate, meanInterval, welchDifference } from '../../statistics/mean.ts';
import { correlatedMeanDifference, type SharedMoments } from '../../statistics/paired-difference.ts';
import type { Cell, Cells, Compare, Difference, Slice } from '../definition.ts';
import type { IntervalId } from '../intervals.ts';
import { customerEstimate } from './customer-estimate.ts';
import { untestable } from './difference.ts';
import { cellsFromMoments } from './moments.ts';
import type { Sample } from './sample.ts';
import { correlationOf, sharedMoments } from './shared-customers.ts';

/** How the interval of a mean is made, in words. */
export const SCORE_INTERVAL =
  'Student’s t interval at 95% from the linearised standard error with the customer as the cluster, cut at the ends of the ' +
  'scale. None when all answers are alike or come from one customer: nothing is then known about their spread.';

export const SCORE_INTERVALS: readonly IntervalId[] = ['t', 'customer-cluster'];

/** Ends of the scale that the answers stand on. */
export interface ScaleEnds {
  readonly min: number;
  readonly max: number;
}

/** Ends where no answer says which scale is in use. */
export const WHOLE_LINE: ScaleEnds = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

/** The mean answer. */
export function estimateScore(dataset: Dataset, sample: Sample, scale: ScaleEnds, slice: Slice): Cells {
  return cellsFromMoments(dataset, sample, slice, (moments) => scoreCell(moments, scale));
}

/** A mean from the moments of its answers. */
export function scoreCell(moments: ClusterMoments, { min, max }: ScaleEnds): Cell {
  const { n, clusters } = moments;
  if (n === 0) return { n, customers: 0, method: 't' };
  const { mean, standardError, effectiveN, degreesOfFreedom } = customerEstimate(moments);
  const figure = { n, customers: clusters, value: mean, method: 't', standardError, effectiveN, degreesOfFreedom };
  if (!hasSpread(figure)) return figure;
  const { low, high } = meanInterval(mean, standardError, degreesOfFreedom);
  return { ...figure, low: Math.max(min, low), high: Math.min(max, high) };
}

/** Comparison of a metric that is the mean of a sample. */
export function comparingScores(sampleOf: (dataset: Dataset) => Sample): Compare {
  return (a, b, groups) => compareScores(a, b, sharedMoments(sampleOf(groups.context.dataset), groups));
}

/**
 * Difference of two means, b minus a: t interval and test with the cluster standard errors and the covariance that
 * customers on both sides bring. Without such customers they are Welch's, and so they are, which is cautious, where all
 * customers moved alike.
 */
export function compareScores(a: Cell, b: Cell, shared: SharedMoments): Difference {
  const first = meanEstimate(a);
  const second = meanEstimate(b);
  if (first === null || second === null) return untestable((b.value ?? Number.NaN) - (a.value ?? Number.NaN));
  const correlation = correlationOf(a, b, shared);
  const at = (confidence: number) =>
    correlatedMeanDifference(first, second, correlation, confidence) ?? welchDifference(first, second, confidence);
  const { difference, low, high, p } = at(0.95);
  const at90 = at(0.9);
  return { difference, low, high, low90: at90.low, high90: at90.high, p };
}

function meanEstimate(cell: Cell): MeanEstimate | null {
  const { value, standardError, degreesOfFreedom } = cell;
  if (value === undefined || standardError === undefined || degreesOfFreedom === undefined) return null;
  return hasSpread(cell) ? { mean: value, standardError, degreesOfFreedom } : null;
}

function hasSpread({ standardError }: Pick<Cell, 'standardError'>): boolean {
  return standardError !== undefined && standardError > 0 && Number.isFinite(standardError);
}
