/**
 * CSV texts: full precision, line feeds, and text that a spreadsheet would run as a formula made harmless.
 */
import Papa from 'papaparse';

/** What begins so is run, however many lines it has. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * @param rows numbers are written in full; text that begins with = + - @ gets a leading apostrophe, as spreadsheets
 *   would otherwise run it. A table says the same few names over and over: how each is written is asked once.
 */
export function toCsv(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const texts = new Map<string, string>();
  const cell = (value: string | number): string => {
    if (typeof value === 'number') return String(value);
    let text = texts.get(value);
    if (text === undefined) {
      text = Papa.unparse([[value]], { escapeFormulae: FORMULA });
      texts.set(value, text);
    }
    return text;
  };
  const line = (cells: readonly (string | number)[]) => `${cells.map(cell).join(',')}\n`;
  return [columns, ...rows].map(line).join('');
}
