import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import chiSquareQuantileExact from '@stdlib/stats-base-dists-chisquare-quantile';
import fCdf from '@stdlib/stats-base-dists-f-cdf';
import fQuantileExact from '@stdlib/stats-base-dists-f-quantile';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/**
 * The half-width of a two-sided normal interval in standard errors: 1.959964 for a confidence of 0.95.
 *
 * @throws RangeError unless 0 < confidence < 1.
 */
export function normalCritical(confidence: number): number {
  return normalQuantile(1 - tail(confidence), 0, 1);
}

/**
 * The half-width of a two-sided t interval in standard errors.
 *
 * Infinitely many degrees of freedom give the normal distribution; none give `Infinity`, because nothing is then known
 * about the spread.
 *
 * @throws RangeError unless 0 < confidence < 1 and degreesOfFreedom >= 0.
 */
export function tCritical(confidence: number, degreesOfFreedom: number): number {
  requireDegreesOfFreedom(degreesOfFreedom);
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalCritical(confidence);
  const upper = 1 - tail(confidence);
  return degreesOfFreedom === 0 ? Number.POSITIVE_INFINITY : tQuantile(upper, degreesOfFreedom);
}

/** The probability that a standard normal variable lies at least `|z|` from 0, on either side. */
export function normalTwoSidedP(z: number): number {
  return Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1));
}

/**
 * The probability that a t variable is at most `t`; infinitely many degrees of freedom give the normal distribution.
 *
 * @throws RangeError unless degreesOfFreedom >= 0.
 */
export function tLowerP(t: number, degreesOfFreedom: number): number {
  requireDegreesOfFreedom(degreesOfFreedom);
  if (degreesOfFreedom === 0) return 0.5;
  return degreesOfFreedom === Number.POSITIVE_INFINITY ? normalCdf(t, 0, 1) : tCdf(t, degreesOfFreedom);
}

/** The probability that a chi-square variable is at least `x`. */
export function chiSquareUpperP(x: number, degreesOfFreedom: number): number {
  return Math.max(0, 1 - chiSquareCdf(x, degreesOfFreedom));
}

/** The probability that an F variable is at least `x`; of an infinite one it is 0. */
export function fUpperP(x: number, numeratorDegreesOfFreedom: number, denominatorDegreesOfFreedom: number): number {
  // Its reciprocal has the degrees of freedom exchanged; its lower tail keeps the digits of a small p.
  return x <= 0 ? 1 : fCdf(1 / x, denominatorDegreesOfFreedom, numeratorDegreesOfFreedom);
}

/** The value that an F variable stays below with probability p. */
export function fQuantile(p: number, numeratorDegreesOfFreedom: number, denominatorDegreesOfFreedom: number): number {
  return fQuantileExact(p, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom);
}

/** Above this the expansion is good to 11 digits, and the library's iteration is not (from 1,800 on only to 4). */
const EXPANSION_FROM = 1000;

/**
 * The value that a chi-square variable stays below with probability p.
 *
 * For more than 1,000 degrees of freedom: the Cornish–Fisher expansion to the order 1/ν² (Goldberg & Levine 1946).
 */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom <= EXPANSION_FROM) return chiSquareQuantileExact(p, degreesOfFreedom);
  const v = degreesOfFreedom;
  const u = normalQuantile(p, 0, 1);
  const u2 = u * u;
  const u4 = u2 * u2;
  return (
    v +
    u * Math.sqrt(2 * v) +
    (2 / 3) * (u2 - 1) +
    (u * (u2 - 7)) / (9 * Math.sqrt(2 * v)) -
    (6 * u4 + 14 * u2 - 32) / (405 * v) +
    (u * (9 * u4 + 256 * u2 - 433)) / (4860 * Math.SQRT2 * v * Math.sqrt(v)) +
    (12 * u4 * u2 - 243 * u4 - 923 * u2 + 1472) / (25515 * v * v)
  );
}

/**
 * The probability left out on each side of a two-sided interval: 0.025 for a confidence of 0.95.
 *
 * @throws RangeError unless 0 < confidence < 1.
 */
export function tail(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must lie between 0 and 1: ${confidence}`);
  return (1 - confidence) / 2;
}

function requireDegreesOfFreedom(degreesOfFreedom: number): void {
  if (!(degreesOfFreedom >= 0)) throw new RangeError(`degrees of freedom must be at least 0: ${degreesOfFreedom}`);
}
