/**
 * Which character separates the cells of a CSV file.
 */
import Papa from 'papaparse';

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
  const match = /^"?sep=(.)"?[ \t]*(?:\r\n|\n|$)/i.exec(text);
  return match === null ? null : { delimiter: match[1] as string, length: match[0].length };
}

/**
 * The delimiter of a text by its beginning.
 *
 * @param declared delimiter from `sources.yaml`, which decides.
 * @param written delimiter from a `sep=` line, which decides next.
 */
export function delimiterOf(text: string, declared?: string, written?: string): string {
  return declared ?? written ?? likeliestDelimiter(text);
}

/** The first records of a text that may be cut off in the middle of the last one. */
export function previewRecords(text: string, delimiter: string, count: number): string[][] {
  const parser = new Papa.Parser({ delimiter, newline: '\n', preview: count });
  return parser.parse(text, 0, false).data as string[][];
}

/**
 * Counts cells of logical records: the delimiter that gives most records the same number of cells wins, then the one
 * that gives more cells. Physical lines would be misled by line breaks inside quotation marks.
 */
function likeliestDelimiter(text: string): string {
  let best: string = ',';
  let bestShare = 0;
  let bestWidth = 1;
  for (const delimiter of CANDIDATES) {
    const widths = previewRecords(text, delimiter, PREVIEW)
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
