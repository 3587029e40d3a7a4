/**
 * A difference of shares between two groups in words, by its verdict.
 */
import type { Difference } from '../../metrics/definition.ts';
import type { Verdict } from '../types/estimate.ts';
import type { Format } from '../wording/format.ts';
import { ABOUT_THE_SAME, BELOW_MARGIN, betweenEnds } from '../wording/phrases.ts';

/** `7 points (between 2 and 12)`. */
export function sizeOf({ difference, low, high }: Difference, format: Format): string {
  return `${format.difference(difference)} (between ${betweenEnds(format.differenceRange(low, high))})`;
}

/** `higher by 9 points (between 4 and 14)`, `about the same`; null where these data cannot tell. Stands after “is”. */
export function differencePhrase(verdict: Verdict, difference: Difference, format: Format): string | null {
  const between = betweenEnds(format.differenceRange(difference.low, difference.high));
  const size = `${difference.difference > 0 ? 'higher' : 'lower'} by ${sizeOf(difference, format)}`;
  if (verdict === 'different') return size;
  if (verdict === 'negligible') return `${size}, ${BELOW_MARGIN}`;
  return verdict === 'equivalent' ? `${ABOUT_THE_SAME} (a difference between ${between} points)` : null;
}
