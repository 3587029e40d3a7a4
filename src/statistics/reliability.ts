/**
 * Reliability of a scale: how far several items measure the same.
 */
import fQuantile from '@stdlib/stats-base-dists-f-quantile';
import { pearsonR } from './correlation.ts';
import { tail } from './distribution.ts';
import type { Interval } from './interval.ts';

export interface Reliability {
  /** Number of respondents. */
  readonly n: number;
  /** Cronbach's α of the items as they are, at most 1; below 0 where items contradict each other. */
  readonly alpha: number;
  /** Feldt's interval of α. */
  readonly interval: Interval;
  /** α of the items brought to the same spread; null when one of them does not vary or they cancel each other. */
  readonly standardised: number | null;
  /** Mean correlation between two items; null when one of them does not vary. */
  readonly meanCorrelation: number | null;
  /** Correlation of each item with the sum of the others; null where one of the two does not vary. */
  readonly itemRest: readonly (number | null)[];
}

/**
 * Cronbach's α = k/(k−1)·(1 − Σ item variances / variance of the sum) of complete answers, with the interval of Feldt
 * (1965): 1 − (1 − α)·F on n − 1 and (n − 1)(k − 1) degrees of freedom. Source: Cronbach (1951).
 *
 * @param items one array per item, with the answers of the same respondents in the same order.
 * @returns null with fewer than two items or respondents, or when the sums of all respondents are equal.
 * @throws RangeError unless all items are equally long and finite.
 */
export function reliability(
  items: readonly (Float64Array | readonly number[])[],
  confidence = 0.95,
): Reliability | null {
  const k = items.length;
  const n = items[0]?.length ?? 0;
  for (const item of items) {
    if (item.length !== n) throw new RangeError(`every respondent must answer every item: ${n}, ${item.length}`);
  }
  const sums = new Float64Array(n);
  for (const item of items) for (let i = 0; i < n; i++) sums[i] = (sums[i] as number) + (item[i] as number);
  if (!sums.every(Number.isFinite)) throw new RangeError('a scale needs finite answers');
  const ofSum = squares(sums);
  if (k < 2 || n < 2 || ofSum === 0) return null;

  const ofItems = items.reduce((total, item) => total + squares(item), 0);
  const alpha = (k / (k - 1)) * (1 - ofItems / ofSum);
  const meanCorrelation = meanOfPairs(items);
  return {
    n,
    alpha,
    interval: feldt(alpha, n, k, confidence),
    standardised: meanCorrelation === null ? null : stepUp(meanCorrelation, k),
    meanCorrelation,
    itemRest: items.map((item) =>
      pearsonR(
        item,
        sums.map((sum, i) => sum - (item[i] as number)),
      ),
    ),
  };
}

function feldt(alpha: number, n: number, k: number, confidence: number): Interval {
  const between = n - 1;
  const within = between * (k - 1);
  const outside = tail(confidence);
  return {
    low: 1 - (1 - alpha) * fQuantile(1 - outside, between, within),
    high: 1 - (1 - alpha) * fQuantile(outside, between, within),
  };
}

/** Spearman and Brown's reliability of k items that correlate as given; null where they cancel each other. */
function stepUp(correlation: number, k: number): number | null {
  const scale = 1 + (k - 1) * correlation;
  return scale > 0 ? (k * correlation) / scale : null;
}

function meanOfPairs(items: readonly ArrayLike<number>[]): number | null {
  let sum = 0;
  let pairs = 0;
  for (let second = 1; second < items.length; second++) {
    for (let first = 0; first < second; first++) {
      const r = pearsonR(items[first] as ArrayLike<number>, items[second] as ArrayLike<number>);
      if (r === null) return null;
      sum += r;
      pairs += 1;
    }
  }
  return sum / pairs;
}

/** Squared distances from the mean; exactly 0 for values that never change. */
function squares(values: ArrayLike<number>): number {
  const first = values[0] ?? 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) - first;
  const mean = sum / values.length;
  let total = 0;
  for (let i = 0; i < values.length; i++) total += ((values[i] as number) - first - mean) ** 2;
  return total;
}
