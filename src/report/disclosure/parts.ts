/**
 * Parts of a published total of which some are too small: enough of them are hidden that none follows from the others.
 */
import { FLAGS, keptBackWords } from '../estimates.ts';
import type { Quantity } from '../types/analysis-figure.ts';

/**
 * Which parts may be shown. Parts below the minimum are hidden, and the smallest others with them until at least
 * `together` are and they hold at least the minimum: what is left of the total then belongs to nobody in particular.
 *
 * @param sizes distinct customers of each part.
 */
export function shownParts(sizes: readonly number[], minimum: number, together = 2): boolean[] {
  const shown = sizes.map((size) => size >= minimum);
  if (shown.every(Boolean)) return shown;
  const rising = [...sizes.keys()].sort((a, b) => (sizes[a] as number) - (sizes[b] as number) || a - b);
  for (const place of rising) {
    const hidden = sizes.filter((_, other) => !shown[other]);
    const isSafe = hidden.length >= together && hidden.reduce((sum, size) => sum + size, 0) >= minimum;
    if (isSafe) break;
    shown[place] = false;
  }
  return shown;
}

/** The rows of a table that may be shown beside their total. */
export function shownRows<Row>(rows: readonly Row[], sizeOf: (row: Row) => number, minimum: number): Row[] {
  const shown = shownParts(rows.map(sizeOf), minimum);
  return rows.filter((_, place) => shown[place]);
}

/** A number that is kept back. */
export function hiddenPart(minimumBase: number): Quantity {
  return { status: 'suppressed', text: FLAGS.suppressed, range: '', base: keptBackWords(minimumBase) };
}
