/**
 * From bytes to a header and batches of records: everything that does not depend on what the file means.
 */
import { Mistake } from '../config/mistake.ts';
import { decodeText } from './decode.ts';
import { type Dialect, dialectOf, previewRecords, separatorLine } from './dialect.ts';
import { headerRows } from './header-rows.ts';
import { HeaderRow, headerIndex } from './headers.ts';
import { type RecordBatch, tokenise } from './tokenise.ts';

export interface OpenTable {
  readonly encoding: string;
  readonly delimiter: string;
  readonly header: HeaderRow;
  /** Cells of the first header row, as written. */
  readonly headerCells: readonly string[];
  /** Time zone that the header names. */
  readonly timeZone?: string;
  /** What is unusual about the header, in words. */
  readonly notes: readonly string[];
  /** Lines above the header that are no part of the table. */
  readonly preamble: number;
  /** The first records after the header, to see what values look like. */
  readonly sample: readonly (readonly string[])[];
  /** All records after the header; can be walked through once. */
  readonly batches: Iterable<RecordBatch>;
}

export interface OpenOptions {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
}

/** Records looked at to find the header. */
const HEADER_RECORDS = 20;

/** Records looked at for the shapes of values. */
const SAMPLE_RECORDS = 200;

/** Characters looked at for delimiter and header. */
const SAMPLE = 256 * 1024;

/**
 * @param file path as the user knows it.
 * @throws Mistake when the bytes are no CSV text with a header.
 */
export function openTable(bytes: Uint8Array, file: string, options: OpenOptions): OpenTable {
  const { encoding, pieces } = decodeText(bytes, file, options.encoding);
  const begin = firstText(pieces);
  const separator = separatorLine(begin);
  const text = begin.slice(separator?.length ?? 0);
  const sample = text.slice(0, SAMPLE);
  const dialect = dialectOf(sample, options.delimiter, separator?.delimiter);
  const top = previewRecords(sample, dialect.delimiter, dialect.newline, HEADER_RECORDS);
  const preamble = headerIndex(top);
  const headerCells = top[preamble];
  if (headerCells === undefined) {
    throw new Mistake({
      what: 'The file is empty',
      file,
      expected: 'a header row and records',
      remedy: 'Export it again, remove it, or list it in sources.yaml with `kind: ignore`.',
    });
  }
  const { names, texts, rows, timeZone, note } = headerRows(top.slice(preamble));
  const before = preamble + rows;
  return {
    encoding,
    delimiter: dialect.delimiter,
    header: new HeaderRow(names, texts),
    headerCells,
    ...(timeZone === undefined ? {} : { timeZone }),
    preamble,
    notes: [
      ...(preamble > 0 ? [`records skipped above the header: ${preamble}`] : []),
      ...(note === undefined ? [] : [note]),
    ],
    sample: sampleAfter(sample, dialect, before),
    batches: tokenise(chain(text, pieces), { file, dialect, skip: before, width: headerCells.length }),
  };
}

/** The last record of the text may be cut short and is left out, unless it is the only one. */
function sampleAfter(text: string, { delimiter, newline }: Dialect, skip: number): string[][] {
  const records = previewRecords(text, delimiter, newline, skip + SAMPLE_RECORDS);
  const after = records.slice(skip);
  return text.length === SAMPLE && after.length > 1 ? after.slice(0, -1) : after;
}

function firstText(pieces: Iterator<string>): string {
  let text = '';
  while (text.length < SAMPLE) {
    const next = pieces.next();
    if (next.done === true) break;
    text += next.value;
  }
  return text;
}

function* chain(first: string, rest: Iterator<string>): Generator<string> {
  yield first;
  for (let next = rest.next(); next.done !== true; next = rest.next()) yield next.value;
}
