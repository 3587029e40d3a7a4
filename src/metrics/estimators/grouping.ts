/**
 * Which figure each row belongs to: its period by its value of the dimension.
 */
import type { CategoryColumn } from '../../dataset/column.ts';
import type { Dataset, Dimension } from '../../dataset/dataset.ts';
import { dimensionColumn } from '../../dataset/dimension.ts';
import type { LinkedTable } from '../../dataset/model.ts';
import type { Slice } from '../definition.ts';
import { once } from '../once.ts';
import { periodOfRows } from './period-of-rows.ts';
import type { SampledTable } from './sample.ts';

export interface RowValues {
  /** Index of each row's value in `values`; -1 = not in the slice. */
  readonly value: Int32Array;
  /** Values of the dimension; [''] without one. */
  readonly values: readonly string[];
}

export interface Grouping {
  /** Number of each row's group, `period × values + value`; -1 = in none. */
  readonly group: Int32Array;
  readonly count: number;
  /** Values of the dimension; [''] without one. */
  readonly values: readonly string[];
}

/**
 * The value of the slice's dimension for every row that meets its restrictions.
 *
 * Item answers belong to a touchpoint and to nothing else: they are left out unless the slice breaks down by touchpoint
 * or is restricted to one. Rows without a value of the dimension are left out too. The result is shared: callers must
 * not write to it.
 */
export function valueOfRows(dataset: Dataset, table: LinkedTable, slice: Slice): RowValues {
  if (Object.keys(slice.where).length > 0) return readValues(dataset, table, slice);
  const known = unrestricted(dataset);
  const key = `${table} ${slice.dimension}`;
  const values = known.get(key) ?? readValues(dataset, table, slice);
  known.set(key, values);
  return values;
}

/** Values without a restriction are asked for by every metric of a table, and are kept. */
const unrestricted = once((_dataset: Dataset) => new Map<string, RowValues>());

function readValues(dataset: Dataset, table: LinkedTable, slice: Slice): RowValues {
  const rows = dataset[table]?.rows ?? 0;
  const column = slice.dimension === null ? EVERYBODY : dimensionColumn(dataset, table, slice.dimension);
  const isWhole = Object.keys(slice.where).length === 0 && (table !== 'responses' || itemFlags(dataset) === null);
  if (isWhole && column !== null && column !== EVERYBODY) return { value: column.codes, values: column.values };
  const value = column === null ? new Int32Array(rows).fill(-1) : startingValues(column, rows);
  for (const [dimension, wanted] of Object.entries(slice.where) as [Dimension, string][]) {
    restrict(value, dimensionColumn(dataset, table, dimension), wanted);
  }
  if (table === 'responses' && slice.dimension !== 'touchpoint' && slice.where.touchpoint === undefined) {
    withoutItems(value, itemFlags(dataset));
  }
  return { value, values: column?.values ?? [] };
}

/**
 * Sorts the rows of a table into the groups of a slice.
 *
 * @param at the moment that decides the period of each row.
 */
export function groupRows(dataset: Dataset, table: SampledTable, at: Float64Array, slice: Slice): Grouping {
  const { value, values } = valueOfRows(dataset, table, slice);
  const period = periodOfRows(at, slice.periods);
  const width = values.length;
  const group = new Int32Array(value.length);
  for (let row = 0; row < group.length; row++) {
    const column = value[row] as number;
    const index = period[row] as number;
    group[row] = index < 0 || column < 0 ? -1 : index * width + column;
  }
  return { group, count: slice.periods.length * width, values };
}

/** Stands for no dimension: every row has the one value. */
const EVERYBODY: CategoryColumn = { codes: new Int32Array(0), values: [''] };

function startingValues(column: CategoryColumn, rows: number): Int32Array {
  return column === EVERYBODY ? new Int32Array(rows) : column.codes.slice();
}

function restrict(value: Int32Array, column: CategoryColumn | null, wanted: string): void {
  const code = column?.values.indexOf(wanted) ?? -1;
  if (column === null || code < 0) {
    value.fill(-1);
    return;
  }
  const { codes } = column;
  for (let row = 0; row < value.length; row++) if (codes[row] !== code) value[row] = -1;
}

/** The item flags of the responses; null when no row is an item answer. */
const itemFlags = once((dataset: Dataset): Uint8Array | null => {
  const item = dataset.responses?.item;
  return item?.includes(1) ? item : null;
});

function withoutItems(value: Int32Array, item: Uint8Array | null): void {
  if (item === null) return;
  for (let row = 0; row < value.length; row++) if (item[row] === 1) value[row] = -1;
}

/** What groups the rows of a table, whatever the periods. */
export interface GroupedRows {
  /** Customer of every row, -1 = one of its own; a customer's rows follow each other. */
  readonly customer: Int32Array;
  /** Value of the dimension of every row; -1 = in no group. */
  readonly value: Int32Array;
  /** Number of values. */
  readonly width: number;
}

/** The groups of one list of periods: `period × width + value`. */
export interface PeriodGroups {
  /** Period of every row of the table; -1 = in none. */
  readonly period: Int32Array;
  /** Number of groups. */
  readonly count: number;
}
