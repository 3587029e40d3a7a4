import { tCritical, tLowerP } from './distribution.ts';
import type { Interval } from './interval.ts';

/**
 * A mean and how well it is known.
 *
 * For independent answers the degrees of freedom are n − 1, for clustered ones the number of clusters − 1; infinitely
 * many stand for the normal distribution.
 */
export interface MeanEstimate {
  readonly mean: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
}

/** The difference between two means, second minus first, in the unit of the means. */
export interface MeanDifference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided p of Welch's test that both means are equal. */
  readonly p: number;
  readonly standardError: number;
  /** Welch–Satterthwaite. */
  readonly degreesOfFreedom: number;
}

/**
 * Student's t interval of a mean.
 *
 * Without degrees of freedom (a single answer, a single cluster) the interval is the whole line.
 *
 * @throws RangeError unless standardError >= 0 and degreesOfFreedom >= 0.
 */
export function meanInterval(
  mean: number,
  standardError: number,
  degreesOfFreedom: number,
  confidence = 0.95,
): Interval {
  if (!(standardError >= 0)) throw new RangeError(`a standard error must be at least 0: ${standardError}`);
  const critical = tCritical(confidence, degreesOfFreedom);
  if (critical === Number.POSITIVE_INFINITY) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  return { low: mean - critical * standardError, high: mean + critical * standardError };
}

/**
 * Welch's interval and test of the difference between two independent means, b − a.
 *
 * When neither mean varies, the interval is the difference itself and p is 1 (equal) or 0 (not). When one of them has
 * no degrees of freedom, the interval is the whole line and p is 1. Source: Welch (1947), Satterthwaite (1946).
 *
 * @throws RangeError unless both standard errors and degrees of freedom are at least 0.
 */
export function welchDifference(a: MeanEstimate, b: MeanEstimate, confidence = 0.95): MeanDifference {
  const difference = b.mean - a.mean;
  const standardError = Math.hypot(a.standardError, b.standardError);
  const degreesOfFreedom = welchDegreesOfFreedom(a, b);
  const interval = meanInterval(difference, standardError, degreesOfFreedom, confidence);
  const p =
    degreesOfFreedom === 0 ? 1 : Math.min(1, 2 * oneSidedP(-Math.abs(difference), standardError, degreesOfFreedom));
  return { difference, ...interval, p, standardError, degreesOfFreedom };
}

/**
 * The probability of an estimate at most this far from 0, were the true value 0: the lower tail of the t distribution.
 *
 * An estimate without spread is certain: 0 below zero, 0.5 at it, 1 above.
 */
export function oneSidedP(estimate: number, standardError: number, degreesOfFreedom: number): number {
  if (standardError === 0) return (1 + Math.sign(estimate)) / 2;
  return tLowerP(estimate / standardError, degreesOfFreedom);
}

function welchDegreesOfFreedom(a: MeanEstimate, b: MeanEstimate): number {
  if (a.degreesOfFreedom === 0 || b.degreesOfFreedom === 0) return 0;
  const varianceA = a.standardError ** 2;
  const varianceB = b.standardError ** 2;
  if (varianceA + varianceB === 0) return a.degreesOfFreedom + b.degreesOfFreedom;
  return (varianceA + varianceB) ** 2 / (varianceA ** 2 / a.degreesOfFreedom + varianceB ** 2 / b.degreesOfFreedom);
}
