/**
 * Text to records of cells. PapaParse does nothing but this.
 */
import Papa from 'papaparse';
import { Mistake } from '../config/mistake.ts';

/** A run of records. */
export interface RecordBatch {
  readonly records: readonly string[][];
  /** Number of the first one; the first record after the header is 1, the header itself 0 or less. */
  readonly first: number;
}

export interface TokeniseOptions {
  readonly file: string;
  readonly delimiter: string;
  /** Records up to and including the rows of the header, which are not handed on. */
  readonly skip: number;
  /** Cells of the header; used to notice records swallowed by a stray quotation mark. */
  readonly width: number;
}

/** A record longer than this means that a quotation mark was never closed; it also bounds memory. */
const LONGEST_RECORD = 8 * 2 ** 20;

interface Tokens {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * Hands on the records of all pieces, in batches.
 *
 * @throws Mistake naming the record where a quotation mark is unbalanced.
 */
export function* tokenise(pieces: Iterable<string>, options: TokeniseOptions): Generator<RecordBatch> {
  const parser = new Papa.Parser({ delimiter: options.delimiter, newline: '\n' });
  let rest = '';
  let seen = 0;

  function* batch(text: string, isLast: boolean): Generator<RecordBatch> {
    const tokens = parser.parse(text, 0, !isLast) as Tokens;
    const { data } = tokens;
    rest = isLast ? '' : text.slice(tokens.meta.cursor);
    // The end of the last line begins no further record.
    if (isLast && text.endsWith('\n')) data.pop();
    // In a text that goes on, the last record is not complete: what is wrong with it shows when the rest has come.
    const fault = tokens.errors.find((error) => error.row < data.length || isLast);
    if (fault !== undefined) throw unbalanced(options, seen + fault.row + 1 - options.skip, data[fault.row]);
    const skipped = Math.min(data.length, Math.max(0, options.skip - seen));
    const first = seen + skipped + 1 - options.skip;
    seen += data.length;
    if (data.length === skipped) return;
    const records = skipped === 0 ? data : data.slice(skipped);
    refuseSwallowed(records, first, text, options);
    yield { records, first };
  }

  // A record longer than a piece is tried again when there is twice as much of it, not at every piece.
  let enough = 0;
  for (const piece of pieces) {
    rest += piece;
    if (rest.length < enough) continue;
    const before = seen;
    yield* batch(rest, false);
    enough = seen === before ? rest.length * 2 : 0;
    if (rest.length > LONGEST_RECORD) {
      const what = 'A record is longer than 8 million characters';
      throw unbalanced(options, seen + 1 - options.skip, [rest.slice(0, 200)], what);
    }
  }
  if (rest !== '') yield* batch(rest, true);
}

/**
 * Two stray quotation marks balance each other and hide all records between them. What hides in such a cell looks
 * like records: lines with just as many delimiters as the header.
 */
function refuseSwallowed(records: readonly string[][], first: number, text: string, options: TokeniseOptions): void {
  const { delimiter, width } = options;
  if (width < 3 || !text.includes('"')) return;
  for (let index = 0; index < records.length; index++) {
    for (const cell of records[index] as string[]) {
      if (cell.length < 2 * width || !cell.includes('\n')) continue;
      const lines = cell.split('\n').slice(1, -1);
      const alike = lines.filter((line) => line.split(delimiter).length === width).length;
      if (alike >= 2) throw unbalanced(options, first + index, [cell]);
    }
  }
}

function unbalanced(
  options: TokeniseOptions,
  record: number,
  cells: readonly string[] | undefined,
  what = 'A quotation mark is not closed, or stands alone inside a quoted cell',
): Mistake {
  return new Mistake({
    what,
    file: options.file,
    ...(record >= 1 ? { record } : { field: 'the header' }),
    ...(cells === undefined ? {} : { found: cells.join(options.delimiter) }),
    expected: 'quotation marks in pairs; inside a quoted cell a quotation mark is doubled',
    remedy: 'Look at this record and the ones just before it in a text editor, or export the file again.',
  });
}
