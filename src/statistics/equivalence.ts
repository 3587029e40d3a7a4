import { type MeanEstimate, oneSidedP, welchDifference } from './mean.ts';

/** Whether two means are the same within a margin. */
export interface Equivalence {
  /** b − a. */
  readonly difference: number;
  /** Ends of the interval with confidence 1 − 2·alpha (0.90 for an alpha of 0.05). */
  readonly low: number;
  readonly high: number;
  /** p of the test that the difference is at most −margin. */
  readonly aboveLowerMarginP: number;
  /** p of the test that the difference is at least +margin. */
  readonly belowUpperMarginP: number;
  /** The larger of the two: p of the claim of equivalence. */
  readonly p: number;
  /** p < alpha, which is to say that the interval lies inside ±margin. */
  readonly equivalent: boolean;
  readonly degreesOfFreedom: number;
}

/**
 * Two one-sided Welch tests of the difference between two independent means, b − a, against ±margin.
 *
 * Source: Schuirmann (1987) with Welch's degrees of freedom.
 *
 * @param margin smallest difference that matters, in the unit of the means.
 * @throws RangeError unless margin > 0 and 0 < alpha < 0.5.
 */
export function equivalence(a: MeanEstimate, b: MeanEstimate, margin: number, alpha = 0.05): Equivalence {
  if (!(margin > 0)) throw new RangeError(`a margin must be positive: ${margin}`);
  const { difference, low, high, standardError, degreesOfFreedom } = welchDifference(a, b, 1 - 2 * alpha);
  const known = degreesOfFreedom > 0;
  const aboveLowerMarginP = known ? oneSidedP(-margin - difference, standardError, degreesOfFreedom) : 1;
  const belowUpperMarginP = known ? oneSidedP(difference - margin, standardError, degreesOfFreedom) : 1;
  const p = Math.max(aboveLowerMarginP, belowUpperMarginP);
  return {
    difference,
    low,
    high,
    aboveLowerMarginP,
    belowUpperMarginP,
    p,
    equivalent: p < alpha,
    degreesOfFreedom,
  };
}
