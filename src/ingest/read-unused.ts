/**
 * A table that no test uses: its rows are counted and set aside, none of its cells is read.
 */
import { balanced, type FileAccount } from './account.ts';
import { type UnusedTable, unusedHow } from './formats/unused.ts';
import type { OpenTable } from './open-table.ts';
import { ReasonCounts } from './reasons.ts';
import { TableRows } from './structure.ts';
import { writtenAs } from './written-as.ts';

/**
 * The account of the file: every row is set aside.
 *
 * @param file path relative to the data folder, SHA-256 of the bytes, and the sheet of a workbook.
 */
export function readUnused(
  source: OpenTable,
  table: UnusedTable,
  file: Pick<FileAccount, 'path' | 'digest'> & { readonly sheet?: string },
): FileAccount {
  const counts = new ReasonCounts();
  const rows = new TableRows(file.path, source, counts);
  let read = 0;
  for (const batch of source.batches) {
    const { records, numbers } = rows.take(batch);
    if (records.length > 0) counts.add(table.reason, records.length, numbers[0]);
    read += batch.records.length;
  }
  rows.end();
  return balanced({
    path: file.path,
    kind: table.kind,
    format: 'canonical',
    recognised: unusedHow(table, source.header),
    ...writtenAs(source, file.sheet),
    timeZone: '',
    timeZoneFrom: '',
    read,
    kept: 0,
    setAside: counts.list(),
    missing: [],
    used: [],
    ignored: source.header.names.filter((name) => name !== ''),
    digest: file.digest,
    notes: source.notes(),
  });
}
