/**
 * Words that one of two sides uses more than the other.
 */
import { normalTwoSidedP } from './distribution.ts';

/** Scores of words, in the order given. Positive numbers belong to side a, negative ones to side b. */
export interface WordScores {
  /** Prior count of each word: alpha0 times its share of the background. */
  readonly prior: Float64Array;
  /** Difference of the log-odds of each word on the two sides. */
  readonly delta: Float64Array;
  /** Approximate variance of `delta`. */
  readonly variance: Float64Array;
  /** delta / √variance. */
  readonly z: Float64Array;
  /** Two-sided p of z, not adjusted for the number of words. */
  readonly p: Float64Array;
}

/**
 * Log-odds ratios of words with an informative Dirichlet prior: rare words are drawn towards the background, so that
 * neither they nor the most frequent ones win by default. Source: Monroe, Colaresi & Quinn (2008), equations 15 to 22,
 * in the form that compares two sides with each other.
 *
 * @param countsA how often side a uses each word.
 * @param countsB the same for side b.
 * @param background how often each word occurs in a larger or pooled text.
 * @param alpha0 size of the prior in words; a tenth of both sides together when left out.
 * @returns null when neither side uses a word, or when there are fewer than two: none could be used more than others.
 * @throws RangeError unless the three are equally long, counts are finite and at least 0, every word has a background
 * above 0, and alpha0 is above 0.
 */
export function wordScores(
  countsA: ArrayLike<number>,
  countsB: ArrayLike<number>,
  background: ArrayLike<number>,
  alpha0?: number,
): WordScores | null {
  const words = background.length;
  if (countsA.length !== words || countsB.length !== words) {
    throw new RangeError(`every word needs three counts: ${countsA.length}, ${countsB.length}, ${words}`);
  }
  const totalA = total(countsA);
  const totalB = total(countsB);
  const totalBackground = total(background);
  const size = alpha0 ?? 0.1 * (totalA + totalB);
  if (words < 2 || totalA + totalB === 0) return null;
  if (!(size > 0 && Number.isFinite(size))) throw new RangeError(`a prior needs a size above 0: ${size}`);

  const columns = () => new Float64Array(words);
  const scores = { prior: columns(), delta: columns(), variance: columns(), z: columns(), p: columns() };
  for (let word = 0; word < words; word++) {
    const prior = size * ((background[word] as number) / totalBackground);
    if (!(prior > 0)) throw new RangeError(`word ${word} has no background`);
    const a = (countsA[word] as number) + prior;
    const b = (countsB[word] as number) + prior;
    const delta = Math.log(a / (totalA + size - a)) - Math.log(b / (totalB + size - b));
    const variance = 1 / a + 1 / b;
    const z = delta / Math.sqrt(variance);
    scores.prior[word] = prior;
    scores.delta[word] = delta;
    scores.variance[word] = variance;
    scores.z[word] = z;
    scores.p[word] = normalTwoSidedP(z);
  }
  return scores;
}

function total(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let word = 0; word < counts.length; word++) {
    const count = counts[word] as number;
    if (!(count >= 0 && Number.isFinite(count))) throw new RangeError(`a word cannot be used ${count} times`);
    sum += count;
  }
  return sum;
}
