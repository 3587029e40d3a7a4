/**
 * Which of two variables goes more closely with a third, on the same observations.
 */
import { fisherInterval } from './correlation.ts';
import type { Interval } from './interval.ts';
import { oneSidedP } from './mean.ts';

/** Pearson correlations among an outcome and two variables. */
export interface CorrelationTriple {
  /** Of the first variable with the outcome. */
  readonly first: number;
  /** Of the second variable with the outcome. */
  readonly second: number;
  /** Of both variables with each other. */
  readonly between: number;
}

/** The difference of two correlations with the same outcome, second − first, −2 to 2. */
export interface CorrelationDifference extends Interval {
  readonly difference: number;
  /** Williams's t. */
  readonly t: number;
  /** n − 3. */
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly p: number;
}

/** A correlation from here on is a full one that rounding made smaller. */
const FULL = 1 - 1e-12;

/**
 * Williams's test of the difference between two dependent correlations, with the interval of Zou. Sources: Williams
 * (1959), in the form of Steiger (1980); Zou (2007).
 *
 * @param n number of observations.
 * @returns null for fewer than four observations, and where two of the three variables are the same but for their scale:
 * there is then nothing to compare, or no spread to compare it with.
 * @throws RangeError unless the correlations lie within −1 to 1.
 */
export function dependentDifference(
  { first, second, between }: CorrelationTriple,
  n: number,
  confidence = 0.95,
): CorrelationDifference | null {
  const correlations = [first, second, between];
  for (const r of correlations) {
    if (!(r >= -1 && r <= 1)) throw new RangeError(`a correlation must lie between -1 and 1: ${r}`);
  }
  if (!(n > 3) || correlations.some((r) => Math.abs(r) > FULL)) return null;
  const difference = second - first;
  const unshared = 1 - first ** 2 - second ** 2 - between ** 2;
  const determinant = Math.max(0, unshared + 2 * first * second * between);
  const degreesOfFreedom = n - 3;
  const squares = (2 * (n - 1) * determinant) / degreesOfFreedom + ((first + second) / 2) ** 2 * (1 - between) ** 3;
  const standardError = Math.sqrt(squares / ((n - 1) * (1 + between)));

  // How the two correlations vary together, from which the ends of their own intervals combine.
  const together =
    ((between - (first * second) / 2) * unshared + between ** 3) / ((1 - first ** 2) * (1 - second ** 2));
  const ofFirst = fisherInterval(first, n, confidence);
  const ofSecond = fisherInterval(second, n, confidence);
  const combine = (x: number, y: number) => Math.sqrt(Math.max(0, x * x + y * y - 2 * together * x * y));
  return {
    difference,
    low: difference - combine(second - ofSecond.low, ofFirst.high - first),
    high: difference + combine(ofSecond.high - second, first - ofFirst.low),
    t: difference === 0 ? 0 : difference / standardError,
    degreesOfFreedom,
    p: Math.min(1, 2 * oneSidedP(-Math.abs(difference), standardError, degreesOfFreedom)),
  };
}
