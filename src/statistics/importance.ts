import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { type Centred, correlations } from './cross-products.ts';
import { regress, subsetR2 } from './regression.ts';

/** How much of an outcome each predictor accounts for; every part is a part of R², and those of a kind add up to it. */
export interface Importance {
  readonly n: number;
  readonly r2: number;
  /** In the order of the predictors. Null for a predictor that does not vary: nothing can be said of its weight. */
  readonly predictors: readonly (PredictorImportance | null)[];
}

/** The weight of one predictor among several. */
export interface PredictorImportance {
  /** Its part of R² on average over all orders of entering (Lindeman, Merenda & Gold 1980). */
  readonly lmg: number;
  /** `lmg` / R²; null when nothing is explained. */
  readonly share: number | null;
  /** Relative weight of Johnson (2000), a second opinion on `lmg`. */
  readonly johnson: number;
  /** R² of this predictor alone. */
  readonly first: number;
  /** What it adds to all others. */
  readonly last: number;
  /** Null when the others determine it. */
  readonly standardised: number | null;
  readonly varianceInflation: number | null;
  /**
   * It has a share and a negative coefficient: beside the others it stands for what they carry too much of. Meant for
   * predictors and outcomes of which more is better; turn the others round first.
   */
  readonly suppression: boolean;
}

/** A part of R² or a coefficient so small could be rounding. */
const ROUNDING = 1e-12;

/**
 * Relative importance of the predictors of a linear model: LMG by the weights of subsets, Johnson's relative weights,
 * and the usual statistics that go with them.
 *
 * @returns null when the outcome does not vary.
 * @throws RangeError for more than 16 predictors.
 */
export function importance(moments: Centred): Importance | null {
  const model = regress(moments);
  const r2 = subsetR2(moments);
  if (model === null || r2 === null) return null;
  const { predictors: p, products } = moments;
  const size = p + 1;
  const together = correlations(moments);
  const lmg = lmgOfSubsets(r2, p);
  const johnson = relativeWeights(together, p);
  const all = r2.length - 1;
  const total = r2[all] as number;
  return {
    n: moments.n,
    r2: total,
    predictors: Array.from({ length: p }, (_, j) => {
      if (products[j * size + j] === 0) return null;
      const beta = model.standardised[j] as number | null;
      return {
        lmg: lmg[j] as number,
        share: total > ROUNDING ? (lmg[j] as number) / total : null,
        johnson: johnson[j] as number,
        first: r2[1 << j] as number,
        last: Math.max(0, total - (r2[all ^ (1 << j)] as number)),
        standardised: beta,
        varianceInflation: model.varianceInflation[j] as number | null,
        suppression: beta !== null && beta < -ROUNDING && (lmg[j] as number) > ROUNDING,
      };
    }),
  };
}

/**
 * LMG of each predictor from R² of all subsets: Σ over subsets S without j of |S|!(p−|S|−1)!/p! · (R²(S+j) − R²(S)),
 * which is Shapley's value of R². Their sum is R² of all.
 */
export function lmgOfSubsets(r2: Float64Array, p: number): Float64Array {
  const weights = shapleyWeights(p);
  const lmg = new Float64Array(p);
  for (let subset = 0; subset < r2.length; subset += 1) {
    const without = r2[subset] as number;
    const weight = weights[bitCount(subset)] as number;
    for (let j = 0; j < p; j += 1) {
      if (subset & (1 << j)) continue;
      const gain = (r2[subset | (1 << j)] as number) - without;
      if (gain > 0) lmg[j] = (lmg[j] as number) + weight * gain;
    }
  }
  return lmg;
}

/**
 * Johnson's relative weights: R_xx = V D V', Λ = V √D V', β = Λ⁻¹ r_xy, ε = (Λ∘Λ)(β∘β). They sum to R². Directions
 * without variance, of predictors that determine each other, are left out of the inverse.
 *
 * Source: Johnson (2000).
 */
function relativeWeights(together: Float64Array, p: number): number[] {
  if (p === 0) return [];
  const size = p + 1;
  const at = (i: number, j: number) => together[i * size + j] as number;
  const matrix = Matrix.zeros(p, p);
  for (let i = 0; i < p; i += 1) for (let j = 0; j < p; j += 1) matrix.set(i, j, at(i, j));
  const { eigenvectorMatrix: v, realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const roots = realEigenvalues.map((value) => (value > 1e-10 ? Math.sqrt(value) : 0));
  const power = (of: (root: number) => number) => v.mmul(Matrix.diag(roots.map(of))).mmul(v.transpose());
  const lambda = power((root) => root);
  const inverse = power((root) => (root === 0 ? 0 : 1 / root));
  const squares = Array.from({ length: p }, (_, k) => {
    let beta = 0;
    for (let j = 0; j < p; j += 1) beta += inverse.get(k, j) * at(j, p);
    return beta * beta;
  });
  return squares.map((_, j) => squares.reduce((sum, square, k) => sum + lambda.get(j, k) ** 2 * square, 0));
}

/** |S|!(p−|S|−1)!/p! for |S| = 0 … p−1: how often, of all orders, exactly the predictors of S precede one. */
function shapleyWeights(p: number): Float64Array {
  const weights = new Float64Array(p);
  let weight = 1 / p;
  for (let before = 0; before < p; before += 1) {
    weights[before] = weight;
    weight *= (before + 1) / (p - before - 1);
  }
  return weights;
}

function bitCount(subset: number): number {
  let bits = 0;
  for (let rest = subset; rest > 0; rest &= rest - 1) bits += 1;
  return bits;
}
