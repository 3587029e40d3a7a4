/**
 * Means of answers on their own scale.
 */

import type { Dataset } from '../../dataset/dataset.ts';
import type { ClusterMoments } from '../../statistics/cluster.ts';
import { type MeanEstimate, meanInterval, welchDifference } from '../../statistics/mean.ts';
import type { Cell, Cells, Difference, Slice } from '../definition.ts';
import { customerEstimate } from './customer-estimate.ts';
import { untestable } from './difference.ts';
import { cellsFromMoments } from './moments.ts';
import type { Sample } from './sample.ts';

/** How the interval of a mean is made, in words. */
export const SCORE_INTERVAL =
  'Student’s t interval at 95% from the linearised standard error with the customer as the cluster, cut at the ends of the ' +
  'scale. None when all answers are alike or come from one customer: nothing is then known about their spread.';

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

/** Difference of two independent means, b minus a: Welch's interval and test with the cluster standard errors. */
export function compareScores(a: Cell, b: Cell): Difference {
  const first = meanEstimate(a);
  const second = meanEstimate(b);
  if (first === null || second === null) return untestable((b.value ?? Number.NaN) - (a.value ?? Number.NaN));
  const { difference, low, high, p } = welchDifference(first, second);
  const at90 = welchDifference(first, second, 0.9);
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
