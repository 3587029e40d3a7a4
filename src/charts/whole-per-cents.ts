/**
 * Shares as whole per cents that add up: each is rounded down, and the points still missing from the rounded sum
 * go to the largest remainders, ties to the earlier share (Hare's method of largest remainders).
 *
 * @param shares 0 to 1.
 * @returns whole numbers; shares that sum to 1 give per cents that sum to 100.
 */
export function wholePerCents(shares: readonly number[]): number[] {
  const exact = shares.map((share) => Number((share * 100).toPrecision(12)));
  const whole = exact.map(Math.floor);
  const sum = exact.reduce((total, value) => total + value, 0);
  const missing = Math.round(sum) - whole.reduce((total, value) => total + value, 0);
  const byRemainder = exact
    .map((value, k) => ({ k, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.k - b.k);
  for (const { k } of byRemainder.slice(0, missing)) whole[k] = (whole[k] ?? 0) + 1;
  return whole;
}
