/**
 * The dimensions of a table's rows, its own and those it takes from linked tables.
 */
import type { CategoryColumn } from './column.ts';
import { gather } from './column-operations.ts';
import type { Dataset, Dimension, TicketTable } from './dataset.ts';
import type { LinkedTable } from './model.ts';
import { promiseOutcomes, solvedTickets } from './promise.ts';

const cache = new WeakMap<Dataset, Map<string, CategoryColumn | null>>();

/**
 * The value of a dimension for every row of a table; null when nothing supplies it.
 *
 * A response takes from the ticket it is about what it does not state itself, and every row takes its segment from
 * the customer. `promise` is `kept` or `missed` among solved tickets whose promise is known.
 */
export function dimensionColumn(dataset: Dataset, table: LinkedTable, dimension: Dimension): CategoryColumn | null {
  let columns = cache.get(dataset);
  if (columns === undefined) {
    columns = new Map();
    cache.set(dataset, columns);
  }
  const key = `${table}.${dimension}`;
  let column = columns.get(key);
  if (column === undefined) {
    column = READERS[table](dataset, dimension);
    columns.set(key, column);
  }
  return column;
}

const READERS: Readonly<Record<LinkedTable, (dataset: Dataset, dimension: Dimension) => CategoryColumn | null>> = {
  tickets: ticketDimension,
  responses: responseDimension,
  comment_codes: () => null,
  ticket_events: () => null,
  touchpoints: () => null,
  actions: () => null,
  aspects: () => null,
  customers: (dataset, dimension) => (dimension === 'segment' ? (dataset.customers?.columns.segment ?? null) : null),
};

function ticketDimension(dataset: Dataset, dimension: Dimension): CategoryColumn | null {
  const { tickets } = dataset;
  if (tickets === null) return null;
  switch (dimension) {
    case 'channel':
    case 'department':
    case 'category':
    case 'priority':
      return tickets.columns[dimension] ?? null;
    case 'segment':
      return combine(tickets.columns.segment ?? null, segmentOfCustomer(dataset, tickets.customer));
    case 'promise':
      return promiseColumn(dataset, tickets);
    default:
      return null;
  }
}

function responseDimension(dataset: Dataset, dimension: Dimension): CategoryColumn | null {
  const { responses } = dataset;
  if (responses === null) return null;
  switch (dimension) {
    case 'touchpoint':
    case 'stage':
    case 'survey':
      return responses.columns[dimension] ?? null;
    case 'segment':
      return combine(
        combine(responses.columns.segment ?? null, segmentOfTicket(dataset)),
        segmentOfCustomer(dataset, responses.customer),
      );
    case 'channel':
    case 'department':
      return combine(responses.columns[dimension] ?? null, inherited(dataset, dimension));
    default:
      return inherited(dataset, dimension);
  }
}

function inherited(dataset: Dataset, dimension: Dimension): CategoryColumn | null {
  const column = dataset.responses === null ? null : dimensionColumn(dataset, 'tickets', dimension);
  return column === null ? null : gather('category', column, (dataset.responses as { ticket: Int32Array }).ticket);
}

function segmentOfTicket(dataset: Dataset): CategoryColumn | null {
  const segment = dataset.tickets?.columns.segment;
  return segment === undefined || dataset.responses === null
    ? null
    : gather('category', segment, dataset.responses.ticket);
}

function segmentOfCustomer(dataset: Dataset, customer: Int32Array): CategoryColumn | null {
  const segment = dataset.customers?.columns.segment;
  if (segment === undefined || dataset.customers === null) return null;
  const rowOf = new Int32Array(dataset.customerCount).fill(-1);
  for (const [row, number] of dataset.customers.customer.entries()) if (number >= 0) rowOf[number] = row;
  return gather(
    'category',
    segment,
    customer.map((number) => (number < 0 ? -1 : (rowOf[number] as number))),
  );
}

/** The first column's value where it has one, else the second's. */
function combine(first: CategoryColumn | null, second: CategoryColumn | null): CategoryColumn | null {
  if (first === null || second === null) return first ?? second;
  const values = [...new Set([...first.values, ...second.values])].sort();
  const codeOf = new Map(values.map((value, code) => [value, code]));
  const recode = (column: CategoryColumn) => Int32Array.from(column.values, (value) => codeOf.get(value) as number);
  const [fromFirst, fromSecond] = [recode(first), recode(second)];
  const codes = first.codes.map((code, row) => {
    if (code >= 0) return fromFirst[code] as number;
    const other = second.codes[row] as number;
    return other < 0 ? -1 : (fromSecond[other] as number);
  });
  return { codes, values };
}

function promiseColumn(dataset: Dataset, tickets: TicketTable): CategoryColumn | null {
  const { sla_met, reply_due_at, due_at } = tickets.columns;
  if (sla_met === undefined && reply_due_at === undefined && due_at === undefined) return null;
  const outcomes = promiseOutcomes(dataset);
  const solved = solvedTickets(tickets);
  const codes = new Int32Array(tickets.rows);
  for (let row = 0; row < tickets.rows; row++) codes[row] = solved[row] === 1 ? (outcomes[row] as number) : -1;
  return { codes, values: ['missed', 'kept'] };
}
