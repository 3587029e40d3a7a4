/**
 * The header row: names as written, and the form in which they are compared.
 */
import { closest, distance } from 'fastest-levenshtein';

/** How headers are compared: no case, no marks that cannot be seen, blanks collapsed. */
export function normaliseHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

export class HeaderRow {
  /** As the file writes them, without surrounding blanks. */
  readonly names: readonly string[];
  readonly #positions = new Map<string, number[]>();

  constructor(cells: readonly string[]) {
    this.names = cells.map((cell) => cell.replaceAll('\ufeff', '').trim());
    for (const [position, cell] of cells.entries()) {
      const name = normaliseHeader(cell);
      if (name === '') continue;
      const positions = this.#positions.get(name);
      if (positions === undefined) this.#positions.set(name, [position]);
      else positions.push(position);
    }
  }

  /** All positions of the header, in order. */
  positions(name: string): readonly number[] {
    return this.#positions.get(normaliseHeader(name)) ?? [];
  }

  has(name: string): boolean {
    return this.#positions.has(normaliseHeader(name));
  }

  /** Normalised names, without blank ones. */
  normalised(): string[] {
    return [...this.#positions.keys()];
  }

  /** The header that is most like the name, as the file writes it; undefined where none is alike. */
  nearest(name: string): string | undefined {
    const wanted = normaliseHeader(name);
    const candidates = this.normalised();
    if (candidates.length === 0) return undefined;
    const found = closest(wanted, candidates);
    if (!isAlike(wanted, found)) return undefined;
    return this.names[(this.#positions.get(found) as number[])[0] as number];
  }
}

/** Whether two normalised names could be one name with a slip of the pen. */
function isAlike(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a) || distance(a, b) <= Math.max(a.length, b.length) * 0.4;
}

/**
 * Index of the header among the first records: lines above it that are blank or hold a single cell are a preamble.
 * -1 when all records are blank.
 */
export function headerIndex(records: readonly (readonly string[])[]): number {
  const filled = records.map((cells) => cells.reduce((count, cell) => count + (cell.trim() === '' ? 0 : 1), 0));
  const wide = filled.findIndex((count) => count > 1);
  return wide >= 0 ? wide : filled.findIndex((count) => count > 0);
}
