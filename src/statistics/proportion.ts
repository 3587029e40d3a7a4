import { normalCritical, normalTwoSidedP } from './distribution.ts';
import type { Interval } from './interval.ts';

/** A share (0 to 1) among n answers. n may be fractional: an effective number of answers. */
export interface Proportion {
  readonly share: number;
  readonly n: number;
}

/**
 * Wilson's score interval of a share.
 *
 * A share of 0 has exactly 0 as its low end, a share of 1 exactly 1 as its high end; the interval always contains the
 * share and never leaves 0 to 1. Source: Wilson (1927), without continuity correction.
 *
 * @param n answers, or the effective number of answers of a clustered sample.
 * @throws RangeError unless 0 <= share <= 1 and n > 0.
 */
export function wilson(share: number, n: number, confidence = 0.95): Interval {
  requireProportion({ share, n });
  const z = normalCritical(confidence);
  const scale = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / scale;
  return {
    low: share === 0 ? 0 : Math.max(0, Math.min(share, centre - half)),
    high: share === 1 ? 1 : Math.min(1, Math.max(share, centre + half)),
  };
}

/**
 * Newcombe's hybrid score interval of the difference between two independent shares, b − a.
 *
 * Source: Newcombe (1998), method 10.
 *
 * @throws RangeError unless both shares lie in 0 to 1 and both n are positive.
 */
export function newcombe(a: Proportion, b: Proportion, confidence = 0.95): Interval {
  const difference = b.share - a.share;
  const ofA = wilson(a.share, a.n, confidence);
  const ofB = wilson(b.share, b.n, confidence);
  return {
    low: difference - Math.hypot(b.share - ofB.low, ofA.high - a.share),
    high: difference + Math.hypot(ofB.high - b.share, a.share - ofA.low),
  };
}

/**
 * Two-sided p of the pooled z test that two independent shares are equal (no continuity correction; the square of z is
 * Pearson's chi-square).
 *
 * When everyone or no one succeeds in both groups there is nothing to tell them apart: p is 1.
 *
 * @throws RangeError unless both shares lie in 0 to 1 and both n are positive.
 */
export function twoProportionP(a: Proportion, b: Proportion): number {
  requireProportion(a);
  requireProportion(b);
  if (a.share === b.share) return 1;
  const pooled = (a.share * a.n + b.share * b.n) / (a.n + b.n);
  const standardError = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  return normalTwoSidedP((b.share - a.share) / standardError);
}

function requireProportion({ share, n }: Proportion): void {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share must lie between 0 and 1: ${share}`);
  if (!(n > 0)) throw new RangeError(`a share needs a positive number of answers: ${n}`);
}
