/**
 * The rows of one table over all files, before they are put in order.
 */
import type { ColumnType } from './column.ts';
import { gather, place } from './column-operations.ts';
import type { Layout } from './layout.ts';
import { type Columns, type FieldName, TABLES, type TableName } from './model.ts';
import type { TablePart } from './part.ts';
import { sharedInt32, sharedUint16 } from './shared-array.ts';

/** Files one below the other; rows are counted through. */
export interface Stacked<T extends TableName> {
  readonly rows: number;
  /** Only the columns that linking needs; the others are read from the parts when rows have their places. */
  readonly columns: Columns<T>;
  /** Index into the parts of each row. */
  readonly part: Uint16Array;
  readonly parts: readonly TablePart<T>[];
}

/** Rows of a table that stand together: those of a file, or rows made from others. */
export interface Block<T extends TableName> {
  readonly rows: number;
  readonly columns: Columns<T>;
}

/** The parts of one table, one below the other, with the columns named. */
export function stackTable<T extends TableName>(
  table: T,
  parts: readonly TablePart<T>[],
  fields: readonly FieldName<T>[],
): Stacked<T> {
  const lengths = parts.map((part) => part.rows);
  const rows = lengths.reduce((sum, length) => sum + length, 0);
  const part = sharedUint16(rows);
  let offset = 0;
  for (const [index, length] of lengths.entries()) {
    part.fill(index, offset, offset + length);
    offset += length;
  }
  return { rows, columns: placeColumns(table, parts, null, rows, fields), part, parts };
}

/** All fields of a table but the identifiers: once tables are linked, rows are known by number. */
export function fieldsWithoutIds<T extends TableName>(table: T): FieldName<T>[] {
  return (Object.entries(TABLES[table]) as [FieldName<T>, ColumnType][])
    .filter(([, type]) => type !== 'id')
    .map(([field]) => field);
}

/**
 * The columns of several blocks as one; a field that no block has is absent.
 *
 * @param position row in the result of each row of the blocks, counted through (-1 = it stays out); null = one below
 *   the other.
 */
export function placeColumns<T extends TableName>(
  table: T,
  blocks: readonly Block<T>[],
  position: Int32Array | null,
  rows: number,
  fields: readonly FieldName<T>[],
): Columns<T> {
  const layout: Layout = { lengths: blocks.map((block) => block.rows), position, rows };
  const types = TABLES[table] as Record<string, ColumnType>;
  const columns: Record<string, unknown> = {};
  for (const field of fields) {
    const pieces = blocks.map((block) => block.columns[field]);
    if (pieces.some((piece) => piece !== undefined)) {
      columns[field] = place(types[field] as ColumnType, pieces as never[], layout);
    }
  }
  return columns as Columns<T>;
}

/** The rows named by `order` of every column but the identifiers. */
export function gatherColumns<T extends TableName>(table: T, columns: Columns<T>, order: Int32Array): Columns<T> {
  const types = TABLES[table] as Record<string, ColumnType>;
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([field]) => types[field] !== 'id')
      .map(([field, column]) => [field, gather(types[field] as ColumnType, column as never, order)]),
  ) as Columns<T>;
}

/** Where each of `rows` rows goes when the table is put in `order`; -1 = it stays out. */
export function positionsIn(order: Int32Array, rows: number): Int32Array {
  const position = sharedInt32(rows).fill(-1);
  for (let to = 0; to < order.length; to++) position[order[to] as number] = to;
  return position;
}

/** A column without a single moment. */
export function missingInstants(rows: number): Float64Array {
  return new Float64Array(rows).fill(Number.NaN);
}
