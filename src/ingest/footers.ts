/**
 * What reports print around their rows.
 */

/** Lines that tools write below their tables, such as `Grand Totals (5700 records)`. */
const KNOWN =
  /^(?:(?:grand |sub-?)?totals?\b|confidential information\b|copyright \(c\)|generated (?:by|on)\b|data export generated\b|reporting period\b|the report generated\b|\d+ (?:rows|records)\b)/i;

/** How lines begin that `isFooter` may call a footer although they fill more than one cell. */
export const FOOTER_BEGINNINGS = ['total', 'grand total', 'subtotal'];

/**
 * A row of totals, a line with a single cell in a table of more, or a text that is known to stand around tables.
 *
 * @param width cells of the header.
 */
export function isFooter(cells: readonly string[], width: number): boolean {
  if (width > 1 && isTotal(cells)) return true;
  if (width < 3) return false;
  if (cells.length === 1) return true;
  // A line that nobody quoted falls apart at its own commas.
  return (cells.length < width || isAlone(cells)) && KNOWN.test((cells[0] as string).trim());
}

/** Words in the first cell and nothing in any other: a sentence, never a number, a date or an identifier. */
export function isWordsAlone(cells: readonly string[]): boolean {
  if (!isAlone(cells)) return false;
  const text = (cells[0] as string).trim();
  return /^\D*\p{L}{2}/u.test(text) && /\s/.test(text);
}

function isAlone(cells: readonly string[]): boolean {
  for (let position = 1; position < cells.length; position++) {
    const cell = cells[position] as string;
    if (cell !== '' && cell.trim() !== '') return false;
  }
  return true;
}

const TOTAL = /^(grand[ -]?|sub-?)?totals?\b[\s:]*(\(.*\)|[\d.,\s]*)$/i;
const NUMBER = /^[-+]?[\p{Sc}\s]*\d[\d.,'\s:]*(%|\p{Sc}|[hms]|min)?$/u;

/** "Total" stands in the first cell that is filled, and nothing but numbers in the others. */
function isTotal(cells: readonly string[]): boolean {
  let position = 0;
  while (position < cells.length && (cells[position] as string) === '') position++;
  const first = cells[position];
  if (first === undefined || !TOTAL.test(first.trim())) return false;
  return cells.slice(position + 1).every((cell) => cell.trim() === '' || NUMBER.test(cell.trim()));
}
