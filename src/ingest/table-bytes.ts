/**
 * The bytes of a table, wherever it lies.
 */
import { digestOf, readBytes } from './bytes.ts';
import type { TablePlace } from './scan.ts';
import { sheetText } from './workbook.ts';
import { memberBytes } from './zip.ts';

export interface TableBytes {
  /** SHA-256 of the file, or of the member of an archive; of the whole workbook for a sheet. */
  readonly digest: string;
  /** The text of the table in whatever encoding it has; of a sheet, CSV in UTF-8. */
  read(): Promise<Uint8Array>;
}

/** @throws Mistake when the file cannot be unpacked. */
export function tableBytes({ path, absolute, member, sheet }: TablePlace): TableBytes {
  const bytes = member === undefined ? readBytes(absolute) : memberBytes(absolute, member, path);
  return { digest: digestOf(bytes), read: async () => (sheet === undefined ? bytes : sheetText(bytes, sheet, path)) };
}
