/**
 * The table of tickets, in the order of their customers.
 */
import { pickNumbers } from './column-operations.ts';
import { orderByCustomer } from './customer-order.ts';
import type { TicketTable } from './dataset.ts';
import type { Clock } from './part.ts';
import { fieldsWithoutIds, missingInstants, placeColumns, positionsIn, type Stacked } from './stack.ts';

export interface TicketRows {
  readonly stacked: Stacked<'tickets'>;
  /** Rows that stay. */
  readonly kept: Int32Array;
  /** Number of each row's customer, -1 = not known. */
  readonly customer: Int32Array;
  readonly customerCount: number;
}

export interface OrderedTickets {
  /** Null when there is no row. */
  readonly table: TicketTable | null;
  /** Row in the table of each stacked row; -1 = it stays out. */
  readonly position: Int32Array;
}

/** Puts tickets in order; also the task that another thread runs. */
export function run({ stacked, kept, customer, customerCount }: TicketRows): OrderedTickets {
  const { rows, columns, parts } = stacked;
  const order = orderByCustomer(
    kept,
    customer,
    customerCount,
    columns.created_at ?? missingInstants(rows),
    columns.ticket_id,
  );
  const position = positionsIn(order, rows);
  if (rows === 0) return { table: null, position };
  return {
    position,
    table: {
      name: 'tickets',
      rows: order.length,
      columns: placeColumns('tickets', parts, position, order.length, fieldsWithoutIds('tickets')),
      customer: pickNumbers(customer, order),
      clock: parts[0]?.clock ?? ('calendar' satisfies Clock),
    },
  };
}
