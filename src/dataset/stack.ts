/**
 * Whole tables one below the other, and rows picked out of them.
 */
import type { ColumnType } from './column.ts';
import { concatenate, gather } from './column-operations.ts';
import { type Columns, TABLES, type TableName } from './model.ts';
import type { AnyTablePart, TablePart } from './part.ts';

/** Columns of one table over all files, before rows are put in order. */
export interface Stacked<T extends TableName> {
  readonly rows: number;
  readonly columns: Columns<T>;
  /** Index into the parts of each row. */
  readonly part: Uint16Array;
  readonly parts: readonly TablePart<T>[];
}

/** The parts of one table, one below the other. */
export function stackTable<T extends TableName>(table: T, all: readonly AnyTablePart[]): Stacked<T> {
  const parts = all.filter((part) => part.table === table) as unknown as TablePart<T>[];
  const lengths = parts.map((part) => part.rows);
  const rows = lengths.reduce((sum, length) => sum + length, 0);
  const columns = concatenateColumns(
    table,
    parts.map((part) => part.columns),
    lengths,
  );
  const part = new Uint16Array(rows);
  let offset = 0;
  for (const [index, length] of lengths.entries()) {
    part.fill(index, offset, offset + length);
    offset += length;
  }
  return { rows, columns, part, parts };
}

/** Columns of several blocks of one table, one below the other; a field that no block has is absent. */
export function concatenateColumns<T extends TableName>(
  table: T,
  blocks: readonly Columns<T>[],
  lengths: readonly number[],
): Columns<T> {
  const columns: Record<string, unknown> = {};
  for (const [field, type] of Object.entries(TABLES[table]) as [keyof Columns<T>, ColumnType][]) {
    const pieces = blocks.map((block) => block[field]);
    if (pieces.some((piece) => piece !== undefined)) {
      columns[field as string] = concatenate(type, pieces as never[], lengths);
    }
  }
  return columns as Columns<T>;
}

/** The rows named by `order` of every column but the identifiers: from here on rows are linked by number. */
export function gatherColumns<T extends TableName>(table: T, columns: Columns<T>, order: Int32Array): Columns<T> {
  const types = TABLES[table] as Record<string, ColumnType>;
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([field]) => types[field] !== 'id')
      .map(([field, column]) => [field, gather(types[field] as ColumnType, column as never, order)]),
  ) as Columns<T>;
}

/** A column without a single moment. */
export function missingInstants(rows: number): Float64Array {
  return new Float64Array(rows).fill(Number.NaN);
}
