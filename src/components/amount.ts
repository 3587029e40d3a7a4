/**
 * Counts in words, for what is not an estimate: rows, files, answers.
 */

/** A whole number with the locale's thousands separator. */
export function count(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value);
}

/** A count with its noun: `1 row`, `1,204 rows`. */
export function counted(value: number, one: string, many: string, locale: string): string {
  return `${count(value, locale)} ${value === 1 ? one : many}`;
}

/** A part of a whole in whole per cent; never 0% or 100% unless it is exactly that. */
export function percentage(part: number, whole: number): string {
  if (whole === 0) return 'none';
  const rounded = Math.round((100 * part) / whole);
  if (rounded === 0 && part > 0) return 'under 1%';
  if (rounded === 100 && part < whole) return 'over 99%';
  return `${rounded}%`;
}
