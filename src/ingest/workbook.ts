/**
 * Excel workbooks: the names of their sheets, and one sheet as the CSV text that says the same.
 */
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { Mistake } from '../config/mistake.ts';
import { zipMembers } from './zip.ts';

/** Rows made text at once. */
const BATCH = 5000;

/**
 * The sheets of a workbook, in its order, hidden ones too.
 *
 * @param absolute where the workbook lies, `file` as the user knows it.
 * @throws Mistake when it is no workbook, damaged, encrypted, or would unpack to more than a table can be.
 */
export async function sheetNames(absolute: string, bytes: Uint8Array, file: string): Promise<string[]> {
  if (isEncrypted(bytes)) throw encrypted(file);
  // The list is read for its bounds: what is too large must not be unpacked.
  zipMembers(absolute, file);
  const names: string[] = [];
  await orMistake(file, () =>
    readXlsx(bytes, {
      sheets(sheet) {
        names.push(sheet.name);
        return false;
      },
    }),
  );
  return names;
}

/**
 * The sheet as CSV text in UTF-8, a record per row of the sheet; no bytes when nothing stands in it.
 *
 * Dates become ISO text without a zone, for a workbook knows none; numbers are written in full.
 *
 * @throws Mistake when the sheet cannot be read.
 */
export function sheetText(bytes: Uint8Array, sheet: string, file: string): Promise<Uint8Array> {
  return orMistake(file, async () => {
    const timed = await timedColumns(bytes, sheet);
    const parts: Buffer[] = [];
    let lines: string[] = [];
    let row = 0;
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      for (; row < index; row++) lines.push('');
      row = index + 1;
      lines.push(values.map((value, column) => cellText(value, timed.has(column))).join(','));
      if (lines.length < BATCH) continue;
      parts.push(Buffer.from(`${lines.join('\n')}\n`));
      lines = [];
    }
    if (lines.length > 0) parts.push(Buffer.from(`${lines.join('\n')}\n`));
    return Buffer.concat(parts);
  });
}

/** Columns with a time of day in some cell: midnight is a time there, and only a date elsewhere. */
async function timedColumns(bytes: Uint8Array, sheet: string): Promise<ReadonlySet<number>> {
  const timed = new Set<number>();
  for await (const { values } of streamXlsxRows(bytes, { sheet })) {
    for (const [column, value] of values.entries()) {
      if (value instanceof Date && dateText(value, true).slice(11) !== '00:00:00') timed.add(column);
    }
  }
  return timed;
}

function cellText(value: unknown, timed: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Date) return dateText(value, timed);
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Digits without an exponent where they are a whole number: an identifier has to stay one. */
function numberText(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** Serial numbers are parts of a day, so that seconds have to be rounded. */
function dateText(date: Date, timed: boolean): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return timed ? text.slice(0, 19).replace('T', ' ') : text.slice(0, 10);
}

/** An encrypted workbook is wrapped into a container of another kind. */
function isEncrypted(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

async function orMistake<R>(file: string, read: () => Promise<R>): Promise<R> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Mistake) throw error;
    throw new Mistake({
      what: 'The workbook cannot be read',
      file,
      found: (error as Error).message,
      remedy: 'Open it in Excel or LibreOffice and save the sheet as CSV (UTF-8).',
    });
  }
}

function encrypted(file: string): Mistake {
  return new Mistake({
    what: 'The workbook is encrypted, or an old one under a new name',
    file,
    remedy: 'Open it, and save the sheet as CSV (UTF-8) or the workbook as .xlsx without a password.',
  });
}
