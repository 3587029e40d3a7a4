import type { Centred } from './cross-products.ts';

/**
 * ICC(1) of pairs of values, such as two answers of one customer: the share of the variance of single values that lies
 * between the pairs, (MSB − MSW)/(MSB + MSW). 1 where the two are always equal, about 0 where they have no more in common
 * than any two, below 0 where they have less.
 *
 * Source: Shrout & Fleiss (1979), for groups of two.
 *
 * @param pairs moments of the pairs: one predictor, the first value, and the second as the outcome.
 * @returns null with fewer than two pairs, or when no value differs from another.
 */
export function pairIntraclass({ n, means, products }: Centred): number | null {
  if (n < 2) return null;
  const [first, together, , second] = products as unknown as readonly [number, number, number, number];
  const shift = (means[0] as number) - (means[1] as number);
  const between = (first + second + 2 * together) / (2 * (n - 1));
  const within = (first + second - 2 * together + n * shift * shift) / (2 * n);
  return between + within > 0 ? (between - within) / (between + within) : null;
}
