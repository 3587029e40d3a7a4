/**
 * Headers of other tables among the records: exports of other columns put one after the other, or reports that stack
 * several tables. What stands below such a header must not be read as if it stood below the first.
 */
import { Mistake } from '../config/mistake.ts';
import { normaliseHeader } from './headers.ts';

/** A header has at least so many cells when nothing but its form tells it. */
const FEWEST = 3;

/** A number, a date, a time, a duration. */
const VALUE = /^[-+]?[\d.,:/\s%-]*\d[\d.,:/\s%-]*(am|pm|z)?$/i;

export class OtherTables {
  readonly #file: string;
  readonly #names: ReadonlySet<string>;
  /** A record of another width that looks like a header. */
  #suspect: { cells: readonly string[]; number: number } | null = null;

  /** @param headerCells the first row of the header as written. */
  constructor(file: string, headerCells: readonly string[]) {
    this.#file = file;
    this.#names = new Set(headerCells.map(normaliseHeader).filter((name) => name !== ''));
  }

  /**
   * Looks at a record that is not blank and not the header again. Whole records that begin like no header need no look.
   *
   * @param isOdd whether it has another number of cells than the header.
   * @throws Mistake when it is another header, or the first row below one.
   */
  look(cells: readonly string[], number: number, isOdd: boolean): void {
    if (this.#repeatsNames(cells)) throw this.#found(cells, number);
    if (!isOdd) return;
    const suspect = this.#suspect;
    const isBelow = suspect !== null && suspect.number === number - 1 && suspect.cells.length === cells.length;
    if (isBelow && cells.some(isValue)) throw this.#found(suspect.cells, suspect.number);
    this.#suspect = looksLikeHeader(cells) ? { cells, number } : null;
  }

  /** The first cell and half of all others are names of columns, and none is a value. */
  #repeatsNames(cells: readonly string[]): boolean {
    if (!this.#names.has(normaliseHeader(cells[0] as string)) || cells.some(isValue)) return false;
    const filled = cells.map(normaliseHeader).filter((name) => name !== '');
    const known = new Set(filled.filter((name) => this.#names.has(name)));
    return known.size >= 2 && known.size * 2 >= filled.length;
  }

  #found(cells: readonly string[], number: number): Mistake {
    return new Mistake({
      what: 'Another table begins inside the file',
      file: this.#file,
      record: number,
      found: cells.map((cell) => cell.trim()).join(', '),
      expected: 'one header and rows below it; the same header may come again',
      remedy: 'Put each table into a file of its own, its header first.',
    });
  }
}

function looksLikeHeader(cells: readonly string[]): boolean {
  const texts = cells.map((cell) => cell.trim());
  if (texts.at(-1) === '') texts.pop();
  return (
    texts.length >= FEWEST &&
    texts.every((text) => text !== '' && !isValue(text)) &&
    new Set(texts).size === texts.length
  );
}

function isValue(cell: string): boolean {
  return VALUE.test(cell.trim());
}
