/**
 * Rows of two sides of which some are too small: enough of them are hidden that none follows from the totals.
 */

/**
 * Which rows may be shown, by the smaller of the two sides of each.
 *
 * Totals over all rows are published: a single hidden row would be what is left, so the next smallest goes with it.
 */
export function shownRows(sizes: readonly (readonly [first: number, second: number])[], fewest: number): boolean[] {
  const smaller = sizes.map((sides) => Math.min(...sides));
  const shown = smaller.map((size) => size >= fewest);
  if (shown.filter((isShown) => !isShown).length !== 1) return shown;
  const next = smaller.reduce(
    (best, size, place) => (shown[place] && (best < 0 || size < (smaller[best] as number)) ? place : best),
    -1,
  );
  return shown.map((isShown, place) => isShown && place !== next);
}
