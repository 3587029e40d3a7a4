import { type Centred, correlations } from './cross-products.ts';

/** A linear model with intercept, fitted by ordinary least squares. Values stand in the order of the predictors. */
export interface Regression {
  readonly n: number;
  /** Explained share of the outcome's variance, 0 to 1. */
  readonly r2: number;
  /** The same less what as many unrelated predictors would explain; null without residual degrees of freedom. */
  readonly adjustedR2: number | null;
  readonly intercept: number;
  /** Null for a predictor that does not vary or that earlier ones already determine: it is left out of the model. */
  readonly coefficients: readonly (number | null)[];
  /** In standard deviations of outcome and predictor; null where the coefficient is. */
  readonly standardised: readonly (number | null)[];
  /** Variance inflation: 1 for a predictor that no other one foretells; null where the coefficient is. */
  readonly varianceInflation: readonly (number | null)[];
  /** Sum of squared residuals. */
  readonly residualSquares: number;
  /** n less the coefficients that were fitted, the intercept included. */
  readonly residualDegreesOfFreedom: number;
  /**
   * (X'X)⁻¹ of the intercept and the predictors, (p+1) × (p+1) row by row: times the residual variance it is the
   * covariance of the coefficients. 0 in the rows of predictors that are left out.
   */
  readonly inverse: Float64Array;
}

/** A predictor is left out when others explain all of it but this share: what is left could be rounding. */
const COLLINEAR = 1e-10;

/** More predictors than this have too many subsets to try. */
const MOST_PREDICTORS = 16;

/**
 * Ordinary least squares from centred cross-products, by sweeping the matrix of correlations (Goodnight 1979).
 *
 * @returns null when the outcome does not vary.
 */
export function regress(moments: Centred): Regression | null {
  const { predictors: p, n, means, products } = moments;
  const size = p + 1;
  const swept = correlations(moments);
  if (swept[p * size + p] === 0) return null;
  const kept = Array.from({ length: p }, (_, j) => sweep(swept, size, j));
  const fitted = kept.filter(Boolean).length;
  const unexplained = Math.max(0, swept[p * size + p] as number);
  const outcomeSquares = products[p * size + p] as number;
  const scale = (j: number) => Math.sqrt(products[j * size + j] as number);
  const standardised = kept.map((isKept, j) => (isKept ? (swept[j * size + p] as number) : null));
  const coefficients = standardised.map((beta, j) => (beta === null ? null : (beta * scale(p)) / scale(j)));
  const residualDegreesOfFreedom = n - fitted - 1;

  const inverse = new Float64Array(size * size);
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < p; j += 1) {
      if (!(kept[i] && kept[j])) continue;
      inverse[(i + 1) * size + j + 1] = (swept[i * size + j] as number) / (scale(i) * scale(j));
    }
  }
  inverse[0] = 1 / n;
  for (let i = 1; i < size; i += 1) {
    let shift = 0;
    for (let j = 1; j < size; j += 1) shift -= (inverse[i * size + j] as number) * (means[j - 1] as number);
    inverse[i] = shift;
    inverse[i * size] = shift;
    inverse[0] -= shift * (means[i - 1] as number);
  }

  return {
    n,
    r2: 1 - unexplained,
    adjustedR2: residualDegreesOfFreedom > 0 ? 1 - (unexplained * (n - 1)) / residualDegreesOfFreedom : null,
    intercept: coefficients.reduce<number>(
      (rest, slope, j) => rest - (slope ?? 0) * (means[j] as number),
      means[p] as number,
    ),
    coefficients,
    standardised,
    varianceInflation: kept.map((isKept, j) => (isKept ? (swept[j * size + j] as number) : null)),
    residualSquares: unexplained * outcomeSquares,
    residualDegreesOfFreedom,
    inverse,
  };
}

/**
 * R² of every subset of the predictors. Subset s holds predictor j when bit j of s is set.
 *
 * Each subset costs one elimination step more than the subset it extends. A predictor that does not vary, or that the
 * others of the subset determine, adds nothing.
 *
 * @returns 2^p numbers; null when the outcome does not vary.
 * @throws RangeError for more than 16 predictors.
 */
export function subsetR2(moments: Centred): Float64Array | null {
  const { predictors: p } = moments;
  if (p > MOST_PREDICTORS) throw new RangeError(`at most ${MOST_PREDICTORS} predictors can be weighed, not ${p}`);
  const size = p + 1;
  const all = correlations(moments);
  if (all[p * size + p] === 0) return null;
  const search: Subsets = {
    p,
    r2: new Float64Array(2 ** p),
    scratch: Array.from({ length: p }, () => new Float64Array(size * size)),
  };
  visit(search, 0, 0, all, 0);
  return search.r2;
}

/** What is found of every subset, and room for what each step of elimination leaves. */
interface Subsets {
  readonly p: number;
  readonly r2: Float64Array;
  readonly scratch: readonly Float64Array[];
}

/** @param rest what the predictors of the subset leave of the others, from `next` on. */
function visit(search: Subsets, next: number, subset: number, rest: Float64Array, depth: number): void {
  const { p, r2 } = search;
  const size = p + 1;
  if (next === p) {
    r2[subset] = 1 - Math.max(0, rest[p * size + p] as number);
    return;
  }
  visit(search, next + 1, subset, rest, depth);
  const larger = subset | (1 << next);
  if ((rest[next * size + next] as number) <= COLLINEAR) {
    visit(search, next + 1, larger, rest, depth);
    return;
  }
  const left = search.scratch[depth] as Float64Array;
  eliminate(rest, left, next, size);
  visit(search, next + 1, larger, left, depth + 1);
}

/** What predictor k leaves of those after it and of the outcome. */
function eliminate(rest: Float64Array, left: Float64Array, k: number, size: number): void {
  const pivot = rest[k * size + k] as number;
  for (let i = k + 1; i < size; i += 1) {
    const share = (rest[i * size + k] as number) / pivot;
    for (let j = i; j < size; j += 1) {
      const value = (rest[i * size + j] as number) - share * (rest[k * size + j] as number);
      left[i * size + j] = value;
      left[j * size + i] = value;
    }
  }
}

/** Sweeps predictor k into the model, in place; false, and nothing done, when nothing of it is left to be swept. */
function sweep(matrix: Float64Array, size: number, k: number): boolean {
  const pivot = matrix[k * size + k] as number;
  if (pivot <= COLLINEAR) return false;
  for (let i = 0; i < size; i += 1) {
    if (i === k) continue;
    const share = (matrix[i * size + k] as number) / pivot;
    for (let j = 0; j < size; j += 1) {
      if (j !== k) matrix[i * size + j] = (matrix[i * size + j] as number) - share * (matrix[k * size + j] as number);
    }
    matrix[i * size + k] = -share;
  }
  for (let j = 0; j < size; j += 1) if (j !== k) matrix[k * size + j] = (matrix[k * size + j] as number) / pivot;
  matrix[k * size + k] = 1 / pivot;
  return true;
}
