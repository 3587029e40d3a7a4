/**
 * CSV texts: full precision, line feeds, and text that a spreadsheet would run as a formula made harmless.
 */
import Papa from 'papaparse';

/**
 * @param rows numbers are written in full; text that begins with = + - @ gets a leading apostrophe, as spreadsheets
 *   would otherwise run it.
 */
export function toCsv(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const text = Papa.unparse(
    { fields: [...columns], data: rows.map((row) => [...row]) },
    {
      newline: '\n',
      escapeFormulae: true,
    },
  );
  return `${text}\n`;
}
