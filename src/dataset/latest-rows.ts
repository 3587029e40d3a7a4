/**
 * The rows of one table over all files, those that a later state of the same record supersedes named.
 */
import type { IdColumn } from './column.ts';
import { supersededRows } from './duplicates.ts';
import { IdIndex, isMissingId, RowIndex } from './id-index.ts';
import type { FieldName } from './model.ts';
import type { TablePart } from './part.ts';
import { placeColumns, type Stacked, stackTable } from './stack.ts';
import { systemsOf, withinSystem } from './systems.ts';

/** Tables whose rows are states of records. */
export type RecordTable = 'tickets' | 'responses' | 'customers';

/** What makes rows of a table states of one record. */
export interface RecordKey<T extends RecordTable> {
  readonly table: T;
  /** Identifier of the record. */
  readonly id: FieldName<T>;
  /** Moments that tell which of two rows with one identifier is the later state, most telling first. */
  readonly moments: readonly FieldName<T>[];
  /** Columns that linking and ordering need. */
  readonly keys: readonly FieldName<T>[];
}

export const RECORD_KEYS: { readonly [T in RecordTable]: RecordKey<T> } = {
  tickets: {
    table: 'tickets',
    id: 'ticket_id',
    moments: ['updated_at', 'closed_at', 'resolved_at', 'first_response_at', 'created_at'],
    keys: ['ticket_id', 'customer_id', 'created_at'],
  },
  responses: {
    table: 'responses',
    id: 'response_id',
    moments: ['submitted_at', 'invited_at'],
    keys: ['response_id', 'customer_id', 'ticket_id', 'survey', 'stage', 'touchpoint', 'csat', 'submitted_at'],
  },
  customers: {
    table: 'customers',
    id: 'customer_id',
    moments: ['churned_at', 'renewed_at', 'joined_at'],
    keys: ['customer_id'],
  },
};

export interface LatestRows<T extends RecordTable> {
  readonly stacked: Stacked<T>;
  /** Row numbers that stay. */
  readonly kept: Int32Array;
  readonly superseded: Int32Array;
  /** Rows of records that some file says are no data. */
  readonly retired: Int32Array;
}

/** Stacks the parts of one table and finds the latest state of each record. */
export function latestRows<T extends RecordTable>(
  { table, id, keys, moments }: RecordKey<T>,
  parts: readonly TablePart<T>[],
): LatestRows<T> & { readonly index: RowIndex | null } {
  const stacked = stackTable(table, parts, keys);
  const readMoments = (): Float64Array[] => {
    const columns = placeColumns(table, parts, null, stacked.rows, moments);
    return moments.flatMap((field) => (columns[field] as Float64Array | undefined) ?? []);
  };
  const ids = stacked.columns[id] as IdColumn | undefined;
  const systems = systemsOf(parts);
  // A customer is the same customer in every system: that is what brings the views together.
  const isOne = table === 'customers' || new Set(systems).size < 2;
  const own =
    ids === undefined || isOne ? ids : withinSystem(ids, (row) => systems[stacked.part[row] as number] as number);
  const { kept, superseded, index } = supersededRows(stacked.rows, own, readMoments);
  const staying = withoutRetired(kept, own, parts, (part) => (isOne ? 0 : (systems[part] as number)));
  return {
    stacked,
    superseded,
    ...staying,
    index: ids === own || ids === undefined ? index : linkIndex(ids, staying.kept),
  };
}

/** Parts the rows of records that a file retires from those that stay. */
function withoutRetired(
  kept: Int32Array,
  ids: IdColumn | undefined,
  parts: readonly TablePart[],
  systemOf: (part: number) => number,
): { kept: Int32Array; retired: Int32Array } {
  const columns = parts.flatMap(({ retired: own }, part) =>
    own === undefined ? [] : [withinSystem(own, () => systemOf(part))],
  );
  if (ids === undefined || columns.length === 0) return { kept, retired: new Int32Array(0) };
  const retired = new IdIndex(columns.reduce((sum, column) => sum + column.low.length, 0));
  for (const column of columns) {
    for (let row = 0; row < column.low.length; row++) {
      if (!isMissingId(column, row)) retired.add(column.high[row] as number, column.low[row] as number);
    }
  }
  const isRetired = (row: number) => retired.find(ids.high[row] as number, ids.low[row] as number) >= 0;
  return { kept: kept.filter((row) => !isRetired(row)), retired: kept.filter(isRetired) };
}

/** The rows by identifier, for other tables to point at; one that two systems use points at nothing. */
export function linkIndex(ids: IdColumn, kept: Int32Array): RowIndex {
  const index = new RowIndex(ids);
  for (const row of kept) {
    if (!isMissingId(ids, row) && index.replace(row) >= 0) index.disown(row);
  }
  return index;
}

export interface LatestRowsTask {
  readonly table: RecordTable;
  readonly parts: readonly TablePart<RecordTable>[];
}

/** The same as a task for another thread, which cannot hand over an index. */
export function run({ table, parts }: LatestRowsTask): LatestRows<RecordTable> {
  const { stacked, kept, superseded, retired } = latestRows(RECORD_KEYS[table] as RecordKey<RecordTable>, parts);
  return { stacked, kept, superseded, retired };
}
