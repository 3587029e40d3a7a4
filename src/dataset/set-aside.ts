/**
 * What becomes of rows that the importer kept and the dataset does not.
 */
import type { TableName } from './model.ts';
import type { TablePart } from './part.ts';
import type { Stacked } from './stack.ts';

/** Rows that were read and understood, but set aside when the files were put together. */
export interface SetAside {
  /** Index of the file in the importer's accounts. */
  readonly file: number;
  readonly reason: string;
  readonly count: number;
}

/** The rows of a table, counted by the files they stand in. */
export function countByFile<T extends TableName>(table: Stacked<T>, rows: Int32Array, reason: string): SetAside[] {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const part = table.parts[table.part[row] as number] as TablePart<T>;
    counts.set(part.file, (counts.get(part.file) ?? 0) + 1);
  }
  return [...counts].map(([file, count]) => ({ file, reason, count }));
}
