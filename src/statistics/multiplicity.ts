/**
 * Benjamini–Hochberg adjusted p of each of several tests, in the order given: min over j >= i of m·p_j/j for the i-th
 * smallest of m, at most 1. Rejecting where it is at most q keeps the expected share of false rejections at q.
 *
 * Source: Benjamini & Hochberg (1995).
 *
 * @throws RangeError unless every p lies in 0 to 1.
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  for (const value of p) {
    if (!(value >= 0 && value <= 1)) throw new RangeError(`a p-value must lie between 0 and 1: ${value}`);
  }
  const descending = p.map((value, index) => ({ value, index })).sort((a, b) => b.value - a.value);
  const adjusted = new Array<number>(p.length).fill(1);
  let least = 1;
  descending.forEach(({ value, index }, place) => {
    const rank = p.length - place;
    least = Math.min(least, value * (p.length / rank));
    adjusted[index] = least;
  });
  return adjusted;
}
