/**
 * Kendall's score: how many pairs of observations agree in their order, less how many disagree.
 */
import { ascendingOrder } from './ranking.ts';

/** What groups of equal values add to the variance of Kendall's score, each summed over groups of t equal values. */
export interface Ties {
  /** Σ t(t−1)/2: the number of tied pairs. */
  readonly pairs: number;
  /** Σ t(t−1)(t−2). */
  readonly triples: number;
  /** Σ t(t−1)(2t+5). */
  readonly variance: number;
}

export interface KendallScore {
  readonly n: number;
  /** Concordant minus discordant pairs; pairs tied in either variable count as neither. */
  readonly score: number;
  readonly tiesX: Ties;
  readonly tiesY: Ties;
}

/**
 * Counts the pairs in O(n log n): ordered by x, then y, the discordant pairs are the exchanges that a merge sort by y
 * needs. Source: Knight (1966).
 *
 * @throws RangeError unless x and y are equally long and free of NaN.
 */
export function kendallScore(x: ArrayLike<number>, y: ArrayLike<number>): KendallScore {
  const n = x.length;
  if (y.length !== n) throw new RangeError(`a correlation needs pairs: ${n}, ${y.length}`);
  const byY = ascendingOrder(y);
  const byXThenY = ascendingOrder(x, byY);
  const tiesX = tiesAlong(byXThenY, (a, b) => x[a] === x[b]);
  const tiesY = tiesAlong(byY, (a, b) => y[a] === y[b]);
  const tiesBoth = tiesAlong(byXThenY, (a, b) => x[a] === x[b] && y[a] === y[b]);
  const inOrder = Float64Array.from(byXThenY, (place) => y[place] as number);
  const apart = (n * (n - 1)) / 2 - tiesX.pairs - tiesY.pairs + tiesBoth.pairs;
  return { n, score: apart - 2 * exchanges(inOrder), tiesX, tiesY };
}

/** Pearson-like scaling of the score, τ_b; null when either variable does not vary. */
export function kendallTau({ n, score, tiesX, tiesY }: KendallScore): number | null {
  const pairs = (n * (n - 1)) / 2;
  const scale = (pairs - tiesX.pairs) * (pairs - tiesY.pairs);
  return scale === 0 ? null : Math.max(-1, Math.min(1, score / Math.sqrt(scale)));
}

/**
 * Variance of the score when the variables are independent, corrected for ties in both. Source: Kendall (1970), chapter
 * 4. Without ties n(n−1)(2n+5)/18.
 */
export function kendallVariance({ n, tiesX, tiesY }: KendallScore): number {
  const untied = n * (n - 1) * (2 * n + 5);
  const pairs = n < 2 ? 0 : (2 * tiesX.pairs * tiesY.pairs) / (n * (n - 1));
  const triples = n < 3 ? 0 : (tiesX.triples * tiesY.triples) / (9 * n * (n - 1) * (n - 2));
  return (untied - tiesX.variance - tiesY.variance) / 18 + pairs + triples;
}

function tiesAlong(order: Uint32Array, equal: (a: number, b: number) => boolean): Ties {
  let pairs = 0;
  let triples = 0;
  let variance = 0;
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && equal(order[start] as number, order[end] as number)) end += 1;
    const t = end - start;
    pairs += (t * (t - 1)) / 2;
    triples += t * (t - 1) * (t - 2);
    variance += t * (t - 1) * (2 * t + 5);
    start = end;
  }
  return { pairs, triples, variance };
}

/** The number of pairs that stand in descending order. The values are sorted in place. */
function exchanges(values: Float64Array<ArrayBuffer>): number {
  const n = values.length;
  let from = values;
  let to = new Float64Array(n);
  let count = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      let left = start;
      let right = middle;
      for (let place = start; place < end; place++) {
        if (left < middle && (right >= end || (from[left] as number) <= (from[right] as number))) {
          to[place] = from[left++] as number;
        } else {
          to[place] = from[right++] as number;
          count += middle - left;
        }
      }
    }
    [from, to] = [to, from];
  }
  return count;
}
