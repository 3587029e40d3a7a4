/**
 * Puts the parts of all files together into one linked dataset.
 */
import type { IdColumn } from './column.ts';
import { pickNumbers } from './column-operations.ts';
import { covered } from './coverage.ts';
import { orderByCustomer } from './customer-order.ts';
import type { Dataset, Table, TicketTable } from './dataset.ts';
import { earlierAnswers, type LatestRows, supersededRows } from './duplicates.ts';
import { isMissingId, numberIds } from './id-index.ts';
import type { FieldName, TableName } from './model.ts';
import type { AnyTablePart, Clock, TablePart } from './part.ts';
import { responseTableOf } from './response-table.ts';
import { fieldsWithoutIds, missingInstants, placeColumns, positionsIn, type Stacked, stackTable } from './stack.ts';

export interface AssembleOptions {
  /** Decides where days begin and end. */
  readonly timeZone: string;
  /** First and last covered moment where the rows do not show them; epoch milliseconds, end exclusive. */
  readonly coverage?: { readonly start?: number; readonly end?: number };
  /** The period of each moment at the report's grain: a customer's latest answer to a survey counts once in each. */
  readonly periodOf: (instant: number) => number;
}

/** Rows that were read and understood, but set aside when the files were put together. */
export interface SetAside {
  /** Index of the file in the importer's accounts. */
  readonly file: number;
  readonly reason: string;
  readonly count: number;
}

/** How survey answers and tickets find each other. */
export interface Matching {
  readonly responses: number;
  readonly namingTicket: number;
  readonly matched: number;
  readonly namingCustomer: number;
}

export interface Assembled {
  readonly dataset: Dataset;
  readonly setAside: readonly SetAside[];
  readonly matching: Matching;
}

/**
 * Links tables, numbers customers, sets repeated rows aside and puts rows in the order of their customers.
 *
 * The result does not depend on the order of files or rows.
 */
export function assemble(parts: readonly AnyTablePart[], options: AssembleOptions): Assembled {
  const tickets = withoutSuperseded('tickets', parts, TICKET_KEYS, 'ticket_id', LATEST_TICKET_STATE);
  const responses = withoutSuperseded('responses', parts, RESPONSE_KEYS, 'response_id', LATEST_ANSWER);
  const customers = withoutSuperseded('customers', parts, CUSTOMER_KEYS, 'customer_id', LATEST_CUSTOMER_STATE);

  const ticketOf = linkTickets(responses.table, tickets);
  const numbered = numberIds([
    tickets.table.columns.customer_id ?? null,
    responses.table.columns.customer_id ?? null,
    customers.table.columns.customer_id ?? null,
  ]);
  const ticketCustomer = numbered.numbers[0] ?? new Int32Array(tickets.table.rows).fill(-1);
  const responseCustomer = numbered.numbers[1] ?? new Int32Array(responses.table.rows).fill(-1);
  for (let row = 0; row < responseCustomer.length; row++) {
    const ticket = ticketOf[row] as number;
    if ((responseCustomer[row] as number) < 0 && ticket >= 0) {
      responseCustomer[row] = ticketCustomer[ticket] as number;
    }
  }

  const matching = countMatches(responses.table, responses.kept, ticketOf, responseCustomer);
  const earlier = earlierAnswers(
    {
      rows: responses.kept,
      columns: responses.table.columns,
      customer: responseCustomer,
      part: responses.table.part,
      keepsAll: responses.table.parts.map((part) => part.deduplicate === 'none'),
    },
    options.periodOf,
  );

  const ticketOrder = orderByCustomer(
    tickets.kept,
    ticketCustomer,
    numbered.count,
    tickets.table.columns.created_at ?? missingInstants(tickets.table.rows),
    tickets.table.columns.ticket_id,
  );
  const ticketTable = tickets.table.rows === 0 ? null : orderedTickets(tickets.table, ticketOrder, ticketCustomer);
  const ticketRowAfter = positionsIn(ticketOrder, tickets.table.rows);

  const responseTable = responseTableOf(responses.table, earlier.kept, {
    customer: responseCustomer,
    ticket: ticketOf.map((ticket) => (ticket < 0 ? -1 : (ticketRowAfter[ticket] as number))),
    customerCount: numbered.count,
    tickets: ticketTable,
  });

  const dataset = {
    tickets: ticketTable,
    responses: responseTable,
    customers: customerTable(customers.table, customers.kept, numbered.numbers[2] ?? new Int32Array(0), numbered.count),
    customerCount: numbered.count,
    ...covered(ticketTable, responseTable, options),
  };
  return {
    dataset,
    setAside: [
      ...countByFile(tickets.table, tickets.superseded, 'an earlier state of a ticket that appears again'),
      ...countByFile(responses.table, responses.superseded, 'a response that appears again'),
      ...countByFile(customers.table, customers.superseded, 'an earlier state of a customer that appears again'),
      ...countByFile(responses.table, earlier.aboutTicket, 'an earlier answer about the same ticket'),
      ...countByFile(responses.table, earlier.ofCustomer, 'an earlier answer of the same customer in the same period'),
    ],
    matching,
  };
}

interface Deduplicated<T extends TableName> extends LatestRows {
  readonly table: Stacked<T>;
}

/** Moments that tell which of two rows with one identifier is the later state, most telling first. */
const LATEST_TICKET_STATE = ['closed_at', 'resolved_at', 'first_response_at', 'created_at'] as const;
const LATEST_ANSWER = ['submitted_at', 'invited_at'] as const;
const LATEST_CUSTOMER_STATE = ['churned_at', 'renewed_at', 'joined_at'] as const;

/** Columns that linking and ordering need. */
const TICKET_KEYS = ['ticket_id', 'customer_id', 'created_at'] as const;
const RESPONSE_KEYS = [
  'response_id',
  'customer_id',
  'ticket_id',
  'survey',
  'stage',
  'touchpoint',
  'csat',
  'submitted_at',
] as const;
const CUSTOMER_KEYS = ['customer_id'] as const;

function withoutSuperseded<T extends TableName>(
  name: T,
  parts: readonly AnyTablePart[],
  keys: readonly FieldName<T>[],
  id: FieldName<T>,
  moments: readonly FieldName<T>[],
): Deduplicated<T> {
  const table = stackTable(name, parts, keys);
  const readMoments = (): Float64Array[] => {
    const columns = placeColumns(name, table.parts, null, table.rows, moments);
    return moments.flatMap((field) => (columns[field] as Float64Array | undefined) ?? []);
  };
  return { table, ...supersededRows(table.rows, table.columns[id] as IdColumn | undefined, readMoments) };
}

/** Row of the ticket (before ordering) that each response is about; -1 = none named or not found. */
function linkTickets(responses: Stacked<'responses'>, tickets: Deduplicated<'tickets'>): Int32Array {
  const ticketOf = new Int32Array(responses.rows).fill(-1);
  const named = responses.columns.ticket_id;
  const { index } = tickets;
  if (named === undefined || index === null) return ticketOf;
  for (let row = 0; row < responses.rows; row++) {
    if (!isMissingId(named, row)) ticketOf[row] = index.find(named.high[row] as number, named.low[row] as number);
  }
  return ticketOf;
}

function countMatches(
  responses: Stacked<'responses'>,
  kept: Int32Array,
  ticketOf: Int32Array,
  customer: Int32Array,
): Matching {
  const named = responses.columns.ticket_id;
  let [namingTicket, matched, namingCustomer] = [0, 0, 0];
  for (const row of kept) {
    if (named !== undefined && !isMissingId(named, row)) namingTicket++;
    if ((ticketOf[row] as number) >= 0) matched++;
    if ((customer[row] as number) >= 0) namingCustomer++;
  }
  return { responses: kept.length, namingTicket, matched, namingCustomer };
}

function orderedTickets(stacked: Stacked<'tickets'>, order: Int32Array, customer: Int32Array): TicketTable {
  return {
    name: 'tickets',
    rows: order.length,
    columns: placeColumns(
      'tickets',
      stacked.parts,
      positionsIn(order, stacked.rows),
      order.length,
      fieldsWithoutIds('tickets'),
    ),
    customer: pickNumbers(customer, order),
    clock: stacked.parts[0]?.clock ?? ('calendar' satisfies Clock),
  };
}

function customerTable(
  stacked: Stacked<'customers'>,
  kept: Int32Array,
  customer: Int32Array,
  customerCount: number,
): Table<'customers'> | null {
  if (kept.length === 0) return null;
  const order = orderByCustomer(
    kept,
    customer,
    customerCount,
    missingInstants(stacked.rows),
    stacked.columns.customer_id,
  );
  return {
    name: 'customers',
    rows: order.length,
    columns: placeColumns(
      'customers',
      stacked.parts,
      positionsIn(order, stacked.rows),
      order.length,
      fieldsWithoutIds('customers'),
    ),
    customer: pickNumbers(customer, order),
  };
}

function countByFile<T extends TableName>(table: Stacked<T>, rows: Int32Array, reason: string): SetAside[] {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const part = table.parts[table.part[row] as number] as TablePart<T>;
    counts.set(part.file, (counts.get(part.file) ?? 0) + 1);
  }
  return [...counts].map(([file, count]) => ({ file, reason, count }));
}
