/**
 * Putting the columns of a table together on two threads.
 */
import type { Threads } from '../threads/threads.ts';
import type { Columns, FieldName, TableName } from './model.ts';
import { type Block, placeColumns } from './stack.ts';

export interface Placement<T extends TableName = TableName> {
  readonly table: T;
  readonly blocks: readonly Block<T>[];
  /** Row in the result of each row of the blocks, counted through; -1 = it stays out. */
  readonly position: Int32Array;
  readonly rows: number;
  readonly fields: readonly FieldName<T>[];
}

/** Places the columns; also the task that another thread runs. */
export function run<T extends TableName>({ table, blocks, position, rows, fields }: Placement<T>): Columns<T> {
  return placeColumns(table, blocks, position, rows, fields);
}

/** `placeColumns`, every second column on another thread where there is one. */
export async function placeInThreads<T extends TableName>(
  placement: Placement<T>,
  threads: Threads | null,
): Promise<Columns<T>> {
  if (threads === null) return run(placement);
  const { blocks } = placement;
  const present = placement.fields.filter((field) => blocks.some(({ columns }) => columns[field] !== undefined));
  const there = threads.run<Placement<T>, Columns<T>>(new URL(import.meta.url), {
    ...placement,
    fields: present.filter((_, index) => index % 2 === 0),
  });
  const here = run({ ...placement, fields: present.filter((_, index) => index % 2 === 1) });
  return { ...here, ...(await there) };
}
