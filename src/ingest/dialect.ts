/**
 * How a CSV file separates cells and records.
 */
import Papa from 'papaparse';

export interface Dialect {
  readonly delimiter: string;
  /** `\n` also stands for carriage return plus line feed; the carriage return is trimmed with the cell. */
  readonly newline: '\n' | '\r';
}

const CANDIDATES = [',', ';', '\t', '|'] as const;

/** Records looked at. */
const PREVIEW = 50;

const NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' };

/** The delimiter as the data page prints it. */
export function delimiterName(delimiter: string): string {
  return NAMES[delimiter] ?? delimiter;
}

/** A first line `sep=;` names the delimiter and is no header. */
export function separatorLine(text: string): { delimiter: string; length: number } | null {
  const match = /^"?sep=(.)"?[ \t]*(?:\r\n|\n|\r|$)/i.exec(text);
  return match === null ? null : { delimiter: match[1] as string, length: match[0].length };
}

/**
 * The dialect of the text's beginning.
 *
 * @param declared delimiter from `sources.yaml`, which decides.
 * @param written delimiter from a `sep=` line, which decides next.
 */
export function dialectOf(text: string, declared?: string, written?: string): Dialect {
  const newline = newlineOf(text);
  return { delimiter: declared ?? written ?? likeliestDelimiter(text, newline), newline };
}

/** The first records of a text that may be cut off in the middle of the last one. */
export function previewRecords(text: string, delimiter: string, newline: string, count: number): string[][] {
  const parser = new Papa.Parser({ delimiter, newline: newline as '\n', preview: count });
  return parser.parse(text, 0, false).data as string[][];
}

/** The end of the first line that ends outside quotation marks. */
function newlineOf(text: string): '\n' | '\r' {
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 34) quoted = !quoted;
    else if (quoted) continue;
    else if (code === 10) return '\n';
    else if (code === 13) return text.charCodeAt(index + 1) === 10 ? '\n' : '\r';
  }
  return '\n';
}

/**
 * Counts cells of logical records: the delimiter that gives most records the same number of cells wins, then the one
 * that gives more cells. Physical lines would be misled by line breaks inside quotation marks.
 */
function likeliestDelimiter(text: string, newline: string): string {
  let best: string = ',';
  let bestShare = 0;
  let bestWidth = 1;
  for (const delimiter of CANDIDATES) {
    const widths = previewRecords(text, delimiter, newline, PREVIEW)
      .filter((cells) => cells.length > 1 || (cells[0] as string).trim() !== '')
      .map((cells) => cells.length);
    const { width, share } = commonWidth(widths);
    if (width < 2) continue;
    if (share > bestShare || (share === bestShare && width > bestWidth)) {
      best = delimiter;
      bestShare = share;
      bestWidth = width;
    }
  }
  return best;
}

function commonWidth(widths: readonly number[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let width = 0;
  let count = 0;
  for (const [candidate, records] of counts) {
    if (records > count || (records === count && candidate > width)) {
      width = candidate;
      count = records;
    }
  }
  return { width, share: widths.length === 0 ? 0 : count / widths.length };
}
