import { type Centred, withPredictors } from './cross-products.ts';
import { fUpperP } from './distribution.ts';
import { regress } from './regression.ts';

/** What a block of predictors explains beyond the others, and what the two blocks explain in common. */
export interface AddedExplanation {
  readonly n: number;
  readonly r2Base: number;
  readonly r2Full: number;
  /** R² of the added block alone. */
  readonly r2Added: number;
  /** r2Full − r2Base: what the added block explains and the base does not. */
  readonly uniqueAdded: number;
  /** r2Full − r2Added. */
  readonly uniqueBase: number;
  /** What either explains; below 0 when the blocks explain more together than one by one. */
  readonly common: number;
  /** Added over unexplained variance, Cohen's f²; null when nothing is left unexplained. */
  readonly effect: number | null;
  /** Null when the added block has nothing of its own, or nothing is left to compare it with. */
  readonly test: AddedTest | null;
}

/** The F test that the added block explains nothing more. */
export interface AddedTest {
  readonly f: number;
  /** Predictors that the block adds. */
  readonly addedDegreesOfFreedom: number;
  readonly residualDegreesOfFreedom: number;
  readonly p: number;
}

/** A share this small left unexplained is rounding. */
const ROUNDING = 1e-12;

/**
 * Compares the model of all predictors with that of the ones not in `added`: the increase of R², its F test, and the
 * commonality of the two blocks (Mood 1971).
 *
 * @param added places of the added predictors.
 * @returns null when the outcome does not vary.
 */
export function addedExplanation(moments: Centred, added: readonly number[]): AddedExplanation | null {
  const all = Array.from({ length: moments.predictors }, (_, at) => at);
  const full = regress(moments);
  const base = regress(
    withPredictors(
      moments,
      all.filter((at) => !added.includes(at)),
    ),
  );
  const alone = regress(withPredictors(moments, added));
  if (full === null || base === null || alone === null) return null;
  const uniqueAdded = Math.max(0, full.r2 - base.r2);
  const unexplained = 1 - full.r2;
  const addedDegreesOfFreedom = base.residualDegreesOfFreedom - full.residualDegreesOfFreedom;
  const { residualDegreesOfFreedom } = full;
  const effect = unexplained > ROUNDING ? uniqueAdded / unexplained : null;
  const testable = effect !== null && addedDegreesOfFreedom > 0 && residualDegreesOfFreedom > 0;
  const f = testable ? (effect * residualDegreesOfFreedom) / addedDegreesOfFreedom : 0;
  return {
    n: full.n,
    r2Base: base.r2,
    r2Full: full.r2,
    r2Added: alone.r2,
    uniqueAdded,
    uniqueBase: Math.max(0, full.r2 - alone.r2),
    common: base.r2 + alone.r2 - full.r2,
    effect,
    test: testable
      ? {
          f,
          addedDegreesOfFreedom,
          residualDegreesOfFreedom,
          p: fUpperP(f, addedDegreesOfFreedom, residualDegreesOfFreedom),
        }
      : null,
  };
}
