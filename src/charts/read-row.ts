/**
 * A row of the table under a chart as one spoken line.
 */
import { FLAGS } from './flags.ts';

/** Flags of a figure that is not there: nothing else in its row is worth saying. */
const ABSENT = /^\[([cxz])\]$/;

/**
 * `July 2026: 83%, provisional, 77% to 88%, n = 167 answers`; `Letter: kept back for privacy`.
 *
 * @param kind of figure: where a bar has many answers each is named (`Good 40%, Very good 28%`), and a time is
 * told what it is (`Within 2 h: 62%`).
 * @param names headers of the columns; one of the form `n (answers)` counts what the figures rest on.
 * @param cells texts of the row, its header first.
 */
export function readRow(kind: string | undefined, names: readonly string[], cells: readonly string[]): string {
  const [first = '', ...figures] = cells;
  const header = kind === 'durations' ? `${names[0]} ${first}` : first;
  const absent = ABSENT.exec(figures[0] ?? '')?.[1];
  if (absent !== undefined) return `${header}: ${FLAGS[absent]}`;
  const said = figures.map((cell, k) => {
    const name = names[k + 1] ?? '';
    const counted = /^n \((.+)\)$/.exec(name)?.[1];
    if (counted !== undefined) return `n = ${cell} ${counted}`;
    const text = cell.replace(/ ?\[([a-z])\]/g, (whole, flag: string) => (FLAGS[flag] ? `, ${FLAGS[flag]}` : whole));
    return kind === 'distribution' ? `${name} ${text}` : text;
  });
  return `${header}: ${said.filter((part) => part !== '').join(', ')}`;
}
