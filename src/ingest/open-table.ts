/**
 * From bytes to a header and batches of records: everything that does not depend on what the file means.
 */
import { Mistake } from '../config/mistake.ts';
import { type Blemishes, cleaned } from './clean-text.ts';
import { decodeText } from './decode.ts';
import { delimiterOf, previewRecords, separatorLine } from './dialect.ts';
import { headerRows } from './header-rows.ts';
import { HeaderRow, headerIndex } from './headers.ts';
import { type RecordBatch, tokenise } from './tokenise.ts';

export interface OpenTable {
  readonly encoding: string;
  readonly delimiter: string;
  readonly header: HeaderRow;
  /** The rows of the header as written. */
  readonly headerCells: readonly (readonly string[])[];
  /** Time zone that the header names. */
  readonly timeZone?: string;
  /** The first records after the header, to see what values look like. */
  readonly sample: readonly (readonly string[])[];
  /** All records after the header; can be walked through once. */
  readonly batches: Iterable<RecordBatch>;
  /** What was noticed and mended, in words; complete when the batches have been walked through. */
  notes(): string[];
}

export interface OpenOptions {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
}

/** Records looked at to find the header. */
const HEADER_RECORDS = 50;

/** Records looked at for the shapes of values. */
const SAMPLE_RECORDS = 200;

/** Characters looked at for delimiter and header. */
const SAMPLE = 256 * 1024;

/**
 * @param file path as the user knows it.
 * @throws Mistake when the bytes are no CSV text with a header.
 */
export function openTable(bytes: Uint8Array, file: string, options: OpenOptions): OpenTable {
  const decoded = decodeText(bytes, file, options.encoding);
  const found: Blemishes = { marks: 0, nuls: 0, returns: 0 };
  const pieces = cleaned(decoded.pieces, found);
  const begin = firstText(pieces);
  const separator = separatorLine(begin);
  const text = begin.slice(separator?.length ?? 0);
  const sample = text.slice(0, SAMPLE);
  const delimiter = delimiterOf(sample, options.delimiter, separator?.delimiter);
  const top = previewRecords(sample, delimiter, HEADER_RECORDS);
  const preamble = headerIndex(top);
  if (preamble < 0) {
    throw new Mistake({
      what: 'The file is empty',
      file,
      expected: 'a header row and records',
      remedy: 'Export it again, remove it, or list it in sources.yaml with `kind: ignore`.',
    });
  }
  const { names, texts, rows, timeZone, note } = headerRows(top.slice(preamble));
  const header = new HeaderRow(names, texts);
  const skip = preamble + rows;
  const batches = tokenise(chain(text, pieces), { file, delimiter, skip, width: names.length });
  const foreign = { record: decoded.isGuess ? outsideAscii(header.names, 0) : null };
  return {
    encoding: decoded.encoding,
    delimiter,
    header,
    headerCells: top.slice(preamble, skip),
    ...(timeZone === undefined ? {} : { timeZone }),
    sample: sampleAfter(sample, delimiter, skip),
    batches: decoded.isGuess ? watched(batches, foreign) : batches,
    notes: () => [
      ...(preamble > 0 ? [`records skipped above the header: ${preamble}`] : []),
      ...(note === undefined ? [] : [note]),
      ...blemishNotes(found),
      ...foreignNotes(foreign.record),
    ],
  };
}

/** The last record of the text may be cut short and is left out, unless it is the only one. */
function sampleAfter(text: string, delimiter: string, skip: number): string[][] {
  const records = previewRecords(text, delimiter, skip + SAMPLE_RECORDS);
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

/** Where the encoding is a guess, a person has to look at one of the records that depend on it. */
function* watched(batches: Iterable<RecordBatch>, foreign: { record: number | null }): Generator<RecordBatch> {
  for (const batch of batches) {
    for (let index = 0; index < batch.records.length && foreign.record === null; index++) {
      foreign.record = outsideAscii(batch.records[index] as string[], batch.first + index);
    }
    yield batch;
  }
}

function outsideAscii(cells: readonly string[], record: number): number | null {
  return cells.some((cell) => /[^\0-\x7f]/.test(cell)) ? record : null;
}

function foreignNotes(record: number | null): string[] {
  if (record === null) return [];
  return [`the encoding is a guess: look at letters outside ASCII, the first in ${placeOf(record)}`];
}

function placeOf(record: number): string {
  return record === 0 ? 'the header' : `record ${record}`;
}

function blemishNotes({ marks, nuls, returns }: Blemishes): string[] {
  return [
    ...(marks > 0 ? [`byte order marks at the start of later lines, left out: ${marks}`] : []),
    ...(nuls > 0 ? [`NUL characters, read as blanks: ${nuls}`] : []),
    ...(returns > 0 ? [`lines that end with a carriage return alone: ${returns}`] : []),
  ];
}
