import type { Regression } from './regression.ts';

/** Standard errors of the intercept, then of each coefficient; null for a predictor that is left out. */
export type CoefficientErrors = readonly (number | null)[];

/**
 * Standard errors as if rows were independent and the residuals of one variance.
 *
 * @returns null without residual degrees of freedom.
 */
export function standardErrors(model: Regression): CoefficientErrors | null {
  const { residualSquares, residualDegreesOfFreedom, inverse, coefficients } = model;
  if (residualDegreesOfFreedom <= 0) return null;
  const size = coefficients.length + 1;
  const variance = residualSquares / residualDegreesOfFreedom;
  return ofFitted(model, (at) => Math.sqrt(variance * (inverse[at * size + at] as number)));
}

/**
 * Standard errors that hold when the rows of a cluster go together: the sandwich of the clusters' scores, times k/(k − 1)
 * for k clusters.
 *
 * Source: Liang & Zeger (1986), CR0.
 *
 * @param clusterOfRow a whole number from 0 for each row; numbers may be missing.
 * @returns null with fewer than two clusters.
 */
export function clusterErrors(
  model: Regression,
  predictors: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
  clusterOfRow: ArrayLike<number>,
): CoefficientErrors | null {
  const size = predictors.length + 1;
  let highest = -1;
  for (let row = 0; row < outcome.length; row += 1) highest = Math.max(highest, clusterOfRow[row] as number);
  const scores = new Float64Array((highest + 1) * size);
  const held = new Uint8Array(highest + 1);
  const slopes = model.coefficients.map((slope) => slope ?? 0);
  for (let row = 0; row < outcome.length; row += 1) {
    let residual = (outcome[row] as number) - model.intercept;
    for (let j = 1; j < size; j += 1) {
      residual -= (slopes[j - 1] as number) * ((predictors[j - 1] as ArrayLike<number>)[row] as number);
    }
    const cluster = clusterOfRow[row] as number;
    held[cluster] = 1;
    scores[cluster * size] = (scores[cluster * size] as number) + residual;
    for (let j = 1; j < size; j += 1) {
      const at = cluster * size + j;
      scores[at] = (scores[at] as number) + residual * ((predictors[j - 1] as ArrayLike<number>)[row] as number);
    }
  }

  let clusters = 0;
  const variances = new Float64Array(size);
  for (let cluster = 0; cluster <= highest; cluster += 1) {
    if (!held[cluster]) continue;
    clusters += 1;
    for (let i = 0; i < size; i += 1) {
      let influence = 0;
      for (let j = 0; j < size; j += 1) {
        influence += (model.inverse[i * size + j] as number) * (scores[cluster * size + j] as number);
      }
      variances[i] = (variances[i] as number) + influence * influence;
    }
  }
  if (clusters < 2) return null;
  return ofFitted(model, (at) => Math.sqrt((variances[at] as number) * (clusters / (clusters - 1))));
}

function ofFitted({ coefficients }: Regression, error: (at: number) => number): CoefficientErrors {
  return [error(0), ...coefficients.map((slope, at) => (slope === null ? null : error(at + 1)))];
}
