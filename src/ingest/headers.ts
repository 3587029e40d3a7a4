/**
 * The header row: names as written, and the form in which they are compared.
 */
import { closest, distance } from 'fastest-levenshtein';

/** How headers are compared: no case, no markup, no marks that cannot be seen, blanks collapsed, one script. */
export function normaliseHeader(text: string): string {
  return inOneScript(withoutMarkup(text))
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Question texts carry the markup of the survey's page. */
function withoutMarkup(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&#(\d{2,4});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&nbsp;/gi, ' ')
    .replace(/&(?:quot|apos);/gi, "'")
    .replace(/&amp;/gi, '&');
}

/** Letters that look alike in both scripts, pair by pair. */
const LATIN = 'aceopxykmthbACEOPXYKMTHB';
const CYRILLIC = 'асеорхукмтнвАСЕОРХУКМТНВ';

/** A word in which a letter of the other script has slipped in, as real exports have it, in its own script. */
function inOneScript(text: string): string {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  if (cyrillic === 0) return text;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin === 0) return text;
  const [from, to] = latin > cyrillic ? [CYRILLIC, LATIN] : [LATIN, CYRILLIC];
  return text.replace(/\p{L}/gu, (letter) => to[from.indexOf(letter)] ?? letter);
}

export class HeaderRow {
  /** As the file writes them, without surrounding blanks. */
  readonly names: readonly string[];
  readonly #texts: readonly string[];
  readonly #positions = new Map<string, number[]>();

  /** @param texts what the columns ask, where a further row of the header says so. */
  constructor(cells: readonly string[], texts: readonly string[] = []) {
    this.#texts = texts;
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

  /** What the first column of that name is called and asks, normalised. */
  says(name: string): string {
    const [position] = this.positions(name);
    return `${normaliseHeader(name)} ${normaliseHeader(this.#texts[position ?? -1] ?? '')}`.trim();
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

/** A header fills at least this share of what the fullest of the first records fills; a preamble fills less. */
const FILLED_SHARE = 0.34;

/**
 * Index of the header among the first records: the first that is wide enough for the records below it. Lines above it,
 * blank or with a cell or two about the report, are a preamble: where most records fill more than two cells, the header
 * does too. -1 when all records are blank.
 */
export function headerIndex(records: readonly (readonly string[])[]): number {
  const filled = records.map((cells) => cells.reduce((count, cell) => count + (cell.trim() === '' ? 0 : 1), 0));
  const usual = filled.filter((count) => count > 0).toSorted((a, b) => a - b);
  const fewest = (usual[usual.length >> 1] ?? 0) > 2 ? 3 : 2;
  const enough = Math.max(fewest, FILLED_SHARE * Math.max(0, ...filled));
  const wide = filled.findIndex((count) => count >= enough);
  return wide >= 0 ? wide : filled.findIndex((count) => count > 0);
}
