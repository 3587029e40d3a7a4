import { normalCritical, normalTwoSidedP } from './distribution.ts';
import type { Interval } from './interval.ts';

/**
 * Answers of three kinds, as with promoters, passives and detractors, or positive, neutral and negative emotions.
 *
 * `positive` and `negative` are shares (0 to 1), the rest is neutral. n may be fractional: an effective number of
 * answers.
 */
export interface Trinomial {
  readonly positive: number;
  readonly negative: number;
  readonly n: number;
}

/** The difference between two net scores, second minus first, on the scale −2 to 2. */
export interface NetDifference {
  /** The difference between the two scores as they are shown. */
  readonly difference: number;
  /** The difference after the pseudo-answers: the middle of the interval, and what is tested. */
  readonly adjustedDifference: number;
  readonly low: number;
  readonly high: number;
  /** Standard error of `adjustedDifference`. */
  readonly standardError: number;
  /** Two-sided p of the z test that both net scores are equal. */
  readonly p: number;
}

/** Pseudo-answers added to a group before its interval is computed: a quarter of each kind on the sides, half neutral. */
const PSEUDO_ANSWERS = 3;

/** Share of positive minus share of negative answers, −1 to 1. The Net Promoter Score is a hundred times this. */
export function netScore(t: Trinomial): number {
  return t.positive - t.negative;
}

/** Population variance of the codes +1, 0, −1. Divide by n for the squared standard error of the net score. */
export function netVariance(t: Trinomial): number {
  return t.positive + t.negative - netScore(t) ** 2;
}

/**
 * The group with three pseudo-answers: 0.75 positive, 1.5 neutral, 0.75 negative (Rocks 2016).
 *
 * They draw the net score towards 0 and keep the variance positive when all answers are of one kind.
 *
 * @throws RangeError unless the shares form a trinomial and n > 0.
 */
export function withPseudoAnswers(t: Trinomial): Trinomial {
  requireTrinomial(t);
  const n = t.n + PSEUDO_ANSWERS;
  return {
    positive: (t.positive * t.n + PSEUDO_ANSWERS / 4) / n,
    negative: (t.negative * t.n + PSEUDO_ANSWERS / 4) / n,
    n,
  };
}

/**
 * Adjusted Wald interval of a net score, within −1 to 1.
 *
 * Its middle is the score after three pseudo-answers, so it is not symmetric about the score that is shown. Source:
 * Rocks (2016), weights 0.75, 1.5, 0.75.
 *
 * @throws RangeError unless the shares form a trinomial and n > 0.
 */
export function netInterval(t: Trinomial, confidence = 0.95): Interval {
  const adjusted = withPseudoAnswers(t);
  const centre = netScore(adjusted);
  const half = normalCritical(confidence) * Math.sqrt(netVariance(adjusted) / adjusted.n);
  return { low: Math.max(-1, centre - half), high: Math.min(1, centre + half) };
}

/**
 * Difference between the net scores of two independent groups, b − a: adjusted Wald with three pseudo-answers in each
 * group, and the z test that goes with it. Source: Lewis & Sauro, after Rocks (2016).
 *
 * @throws RangeError unless both groups are trinomials with n > 0.
 */
export function netDifference(a: Trinomial, b: Trinomial, confidence = 0.95): NetDifference {
  const adjustedA = withPseudoAnswers(a);
  const adjustedB = withPseudoAnswers(b);
  const adjustedDifference = netScore(adjustedB) - netScore(adjustedA);
  const standardError = Math.sqrt(netVariance(adjustedA) / adjustedA.n + netVariance(adjustedB) / adjustedB.n);
  const half = normalCritical(confidence) * standardError;
  return {
    difference: netScore(b) - netScore(a),
    adjustedDifference,
    low: adjustedDifference - half,
    high: adjustedDifference + half,
    standardError,
    p: normalTwoSidedP(adjustedDifference / standardError),
  };
}

/** Shares computed by division may miss 1 in the last digit; anything more is a mistake of the caller. */
const ROUNDING = 1e-9;

function requireTrinomial({ positive, negative, n }: Trinomial): void {
  if (!(positive >= 0 && negative >= 0 && positive + negative <= 1 + ROUNDING)) {
    throw new RangeError(`positive and negative must be shares of one whole: ${positive}, ${negative}`);
  }
  if (!(n > 0)) throw new RangeError(`a net score needs a positive number of answers: ${n}`);
}
