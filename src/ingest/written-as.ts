/**
 * How a table is written, as the account of its file says.
 */
import type { FileAccount } from './account.ts';
import { delimiterName } from './dialect.ts';
import type { OpenTable } from './open-table.ts';

/** @param sheet of the workbook that the table stands in; undefined for text. */
export function writtenAs(
  { encoding, delimiter }: Pick<OpenTable, 'encoding' | 'delimiter'>,
  sheet: string | undefined,
): Pick<FileAccount, 'encoding' | 'delimiter'> {
  return sheet === undefined
    ? { encoding, delimiter: delimiterName(delimiter) }
    : { encoding: 'Excel workbook', delimiter: 'cells of a sheet' };
}
