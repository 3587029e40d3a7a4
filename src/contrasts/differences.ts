/**
 * Differences as verdicts take them: with the intervals of 95 % and of 90 %, and p.
 */
import type { Difference } from '../metrics/definition.ts';
import { normalCritical, normalTwoSidedP } from '../statistics/distribution.ts';
import type { Interval } from '../statistics/interval.ts';
import { netDifference, type Trinomial } from '../statistics/nps.ts';
import { newcombe, type Proportion, twoProportionP } from '../statistics/proportion.ts';
import { pooledDifference } from '../statistics/stratified.ts';

/** A share of the second group less that of the first, of two groups of different customers (Newcombe). */
export function shareDifference(first: Proportion, second: Proportion): Difference {
  return withIntervals(
    second.share - first.share,
    (confidence) => newcombe(first, second, confidence),
    twoProportionP(first, second),
  );
}

/** The net score of the second group less that of the first, from −200 to 200, of different customers. */
export function scoreDifference(first: Trinomial, second: Trinomial): Difference {
  const { difference, p } = netDifference(first, second);
  const hundredfold = ({ low, high }: Interval) => ({ low: 100 * low, high: 100 * high });
  return withIntervals(100 * difference, (confidence) => hundredfold(netDifference(first, second, confidence)), p);
}

/** Two groups in one stratum: how many there are, and how many of them have the outcome. */
export interface Stratum {
  readonly a: { readonly n: number; readonly sum: number };
  readonly b: { readonly n: number; readonly sum: number };
}

/** The second group's share less the first's, strata held equal (Mantel and Haenszel); null without a common stratum. */
export function stratifiedDifference(strata: readonly Stratum[]): Difference | null {
  const wide = pooledDifference(strata);
  const narrow = pooledDifference(strata, 0.9);
  if (wide === null || narrow === null) return null;
  const { difference, low, high, p } = wide;
  return { difference, low, high, low90: narrow.low, high90: narrow.high, p };
}

/** A difference whose error is normal. */
export function normalDifference(difference: number, standardError: number): Difference {
  return withIntervals(
    difference,
    (confidence) => {
      const half = normalCritical(confidence) * standardError;
      return { low: difference - half, high: difference + half };
    },
    normalTwoSidedP(difference / standardError),
  );
}

/** A difference with an interval for each confidence. */
export function withIntervals(difference: number, interval: (confidence: number) => Interval, p: number): Difference {
  const narrow = interval(0.9);
  return { difference, ...interval(0.95), low90: narrow.low, high90: narrow.high, p };
}
