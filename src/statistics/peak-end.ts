/**
 * What of a run of scores is remembered: its mean, its extremes or its end.
 */
import { type Centred, centred, crossProducts, withPredictors } from './cross-products.ts';
import { importance } from './importance.ts';
import { regress } from './regression.ts';

/** Features of ordered runs of scores, a number for each run. */
export interface RunFeatures {
  readonly lengths: Int32Array;
  readonly mean: Float64Array;
  readonly worst: Float64Array;
  readonly best: Float64Array;
  readonly first: Float64Array;
  readonly end: Float64Array;
  /** The score farthest from the middle of the scale; of several the last. */
  readonly peak: Float64Array;
  /** (peak + end)/2, what the peak-end rule says is remembered. */
  readonly peakEnd: Float64Array;
}

/** R² of an outcome by features of the runs before it; null where the feature, or the outcome, does not vary. */
export interface PeakEndModels {
  readonly mean: number | null;
  readonly peakEnd: number | null;
  readonly worst: number | null;
  readonly end: number | null;
  /** By mean, worst and end together. */
  readonly three: number | null;
  /** The parts of `three` by LMG. */
  readonly parts: { readonly mean: number | null; readonly worst: number | null; readonly end: number | null };
}

/**
 * Features of runs that stand one after the other, each in its own order.
 *
 * @param starts place of the first score of each run, and at last the number of scores; every run holds a score.
 * @param midpoint middle of the scale.
 * @throws RangeError when a run is empty or a score is NaN.
 */
export function runFeatures(scores: ArrayLike<number>, starts: ArrayLike<number>, midpoint: number): RunFeatures {
  const runs = Math.max(0, starts.length - 1);
  const column = () => new Float64Array(runs);
  const features: RunFeatures = {
    lengths: new Int32Array(runs),
    mean: column(),
    worst: column(),
    best: column(),
    first: column(),
    end: column(),
    peak: column(),
    peakEnd: column(),
  };
  for (let run = 0; run < runs; run += 1) {
    const from = starts[run] as number;
    const to = starts[run + 1] as number;
    if (!(to > from)) throw new RangeError('a run without scores has no features');
    let sum = 0;
    let lowest = Infinity;
    let highest = -Infinity;
    let farthest = scores[from] as number;
    for (let at = from; at < to; at += 1) {
      const score = scores[at] as number;
      if (Number.isNaN(score)) throw new RangeError('a run has no place for a blank');
      sum += score;
      lowest = Math.min(lowest, score);
      highest = Math.max(highest, score);
      if (Math.abs(score - midpoint) >= Math.abs(farthest - midpoint)) farthest = score;
    }
    const last = scores[to - 1] as number;
    features.lengths[run] = to - from;
    features.mean[run] = sum / (to - from);
    features.worst[run] = lowest;
    features.best[run] = highest;
    features.first[run] = scores[from] as number;
    features.end[run] = last;
    features.peak[run] = farthest;
    features.peakEnd[run] = (farthest + last) / 2;
  }
  return features;
}

/**
 * How far single features, and mean, worst and end together, explain an outcome.
 *
 * They correlate by construction, in runs of three above all; what the end has of its own is its part by LMG, of which
 * `bootstrapImportance` tells how well it is known.
 *
 * @param outcome of each run.
 * @throws RangeError when the lengths differ or an outcome is not finite.
 */
export function peakEndModels(features: RunFeatures, outcome: ArrayLike<number>): PeakEndModels {
  const { mean, worst, end, peakEnd } = features;
  const moments = centred(crossProducts([mean, worst, end, peakEnd], outcome));
  const together = moments === null ? null : importance(withPredictors(moments, [0, 1, 2]));
  const part = (at: number) => together?.predictors[at]?.lmg ?? null;
  return {
    mean: r2Of(moments, 0),
    worst: r2Of(moments, 1),
    end: r2Of(moments, 2),
    peakEnd: r2Of(moments, 3),
    three: together?.predictors.some((feature) => feature !== null) ? together.r2 : null,
    parts: { mean: part(0), worst: part(1), end: part(2) },
  };
}

function r2Of(moments: Centred | null, at: number): number | null {
  const model = moments === null ? null : regress(withPredictors(moments, [at]));
  return model === null || model.coefficients[0] === null ? null : model.r2;
}
