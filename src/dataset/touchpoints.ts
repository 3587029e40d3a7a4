/**
 * The table of touchpoints, in the order of their customers.
 */
import type { Table } from './dataset.ts';
import { type Happenings, happeningsOf, tieOf } from './happenings.ts';
import { INITIATORS } from './model.ts';
import { fieldsWithoutIds, placeColumns, type Stacked } from './stack.ts';

export interface Touchpoints extends Happenings<'touchpoints'> {
  /** Null when no row is kept. */
  readonly table: Table<'touchpoints'> | null;
}

/** @param customer number of each stacked row's customer. */
export function touchpointsOf(
  stacked: Stacked<'touchpoints'>,
  customer: Int32Array,
  customerCount: number,
): Touchpoints {
  const { parts } = stacked;
  const columns = placeColumns('touchpoints', parts, null, stacked.rows, fieldsWithoutIds('touchpoints'));
  const touchpoints = happeningsOf({
    table: 'touchpoints',
    stacked,
    columns,
    owner: customer,
    owners: customerCount,
    at: columns.at,
    tie: tieOf(stacked.rows, columns.initiated_by, INITIATORS, columns.stage, columns.department),
  });
  const { rows, owner } = touchpoints;
  return {
    ...touchpoints,
    table: rows === 0 ? null : { name: 'touchpoints', rows, columns: touchpoints.columns, customer: owner },
  };
}
