/**
 * Tables of what happened, and when, to rows of another table or to customers: in their order, each happening once.
 */
import type { CategoryColumn, IdColumn } from './column.ts';
import { orderByCustomer } from './customer-order.ts';
import type { Columns, TableName } from './model.ts';
import { sharedInt32 } from './shared-array.ts';
import { gatherColumns, missingInstants, type Stacked } from './stack.ts';

export interface HappeningRows<T extends TableName> {
  readonly table: T;
  readonly stacked: Stacked<T>;
  /** Columns of the stacked rows. */
  readonly columns: Columns<T>;
  /** To what each row happened, by number; -1 = to nothing in the data. */
  readonly owner: Int32Array;
  readonly owners: number;
  readonly at: Float64Array | undefined;
  /** Tells rows of one owner and moment apart and puts them in order; two that are alike here tell the same. */
  readonly tie: IdColumn;
}

export interface Happenings<T extends TableName> {
  readonly stacked: Stacked<T>;
  readonly rows: number;
  readonly columns: Columns<T>;
  /** To what each row of the table happened. */
  readonly owner: Int32Array;
  /** Stacked rows that happened to nothing in the data. */
  readonly unmatched: Int32Array;
  /** Stacked rows that tell again what an earlier one tells. */
  readonly repeated: Int32Array;
}

/** Puts rows in the order of their owners, then of the moments. What comes of it does not depend on the order of rows or files. */
export function happeningsOf<T extends TableName>({
  table,
  stacked,
  columns,
  owner,
  owners,
  at = missingInstants(stacked.rows),
  tie,
}: HappeningRows<T>): Happenings<T> {
  const rows = Int32Array.from(owner.keys());
  const order = orderByCustomer(
    rows.filter((row) => (owner[row] as number) >= 0),
    owner,
    owners,
    at,
    tie,
  );
  const isRepeated = (row: number, place: number) => {
    const before = order[place - 1];
    return (
      before !== undefined &&
      owner[row] === owner[before] &&
      at[row] === at[before] &&
      tie.high[row] === tie.high[before] &&
      tie.low[row] === tie.low[before]
    );
  };
  const kept = order.filter((row, place) => !isRepeated(row, place));
  const owned = sharedInt32(kept.length);
  for (const [place, row] of kept.entries()) owned[place] = owner[row] as number;
  return {
    stacked,
    rows: kept.length,
    columns: gatherColumns(table, columns, kept),
    owner: owned,
    unmatched: rows.filter((row) => (owner[row] as number) < 0),
    repeated: order.filter(isRepeated),
  };
}

/**
 * A tie of up to three categories.
 *
 * @param first the most telling one, with the order of its values; the others go by the order of their dictionaries.
 */
export function tieOf(
  rows: number,
  first: CategoryColumn | undefined,
  order: readonly string[],
  second?: CategoryColumn,
  third?: CategoryColumn,
): IdColumn {
  const ranks = Uint32Array.from(first?.values ?? [], (value) => order.indexOf(value) + 1);
  const high = new Uint32Array(rows);
  const low = new Uint32Array(rows);
  const thirds = (third?.values.length ?? 0) + 1;
  for (let row = 0; row < rows; row++) {
    high[row] = ranks[first?.codes[row] ?? -1] ?? 0;
    low[row] = ((second?.codes[row] ?? -1) + 1) * thirds + (third?.codes[row] ?? -1) + 1;
  }
  return { high, low };
}

/** The number of each row's customer, by the row of the table that it belongs to. */
export function customerOfOwners(owner: Int32Array, customer: Int32Array | undefined): Int32Array {
  const found = sharedInt32(owner.length);
  for (const [row, number] of owner.entries()) found[row] = customer?.[number] ?? -1;
  return found;
}
