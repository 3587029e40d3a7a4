/**
 * The records of a file, handed to the readers of its columns.
 */
import type { OpenTable } from './open-table.ts';
import type { TablePlan } from './plan.ts';
import type { ReasonCounts } from './reasons.ts';
import { TableRows } from './structure.ts';

/** Feeds all rows to the readers; gives how many records were read and the record number of each row. */
export function readRecords(
  file: string,
  source: OpenTable,
  plan: TablePlan,
  counts: ReasonCounts,
): { read: number; numbers: Uint32Array } {
  const table = new TableRows(file, source, counts);
  const readers = [...plan.columns.values(), ...plan.items.flatMap((group) => group.items.map((item) => item.reader))];
  const numbers: Uint32Array[] = [];
  let read = 0;
  let rows = 0;
  for (const batch of source.batches) {
    const { kept: taken, retired } = plan.rules.sift(table.take(batch), counts);
    plan.retired?.append(retired);
    for (const reader of readers) reader.append(taken);
    numbers.push(taken.numbers);
    read += batch.records.length;
    rows += taken.numbers.length;
  }
  table.end();
  const all = new Uint32Array(rows);
  let offset = 0;
  for (const some of numbers) {
    all.set(some, offset);
    offset += some.length;
  }
  return { read, numbers: all };
}
