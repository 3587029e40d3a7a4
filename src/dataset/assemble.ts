/**
 * Puts the parts of all files together into one linked dataset.
 */
import type { Threads } from '../threads/threads.ts';
import { attachedTables, partsOf } from './attached-tables.ts';
import { pickNumbers } from './column-operations.ts';
import { covered } from './coverage.ts';
import { orderByCustomer } from './customer-order.ts';
import type { Dataset, MarginTable, Table, TicketTable } from './dataset.ts';
import { earlierAnswers } from './duplicates.ts';
import { isMissingId, numberIds, type RowIndex } from './id-index.ts';
import { type LatestRows, latestRows, RECORD_KEYS } from './latest-rows.ts';
import { MARGIN_FIELDS } from './model.ts';
import { NamedRows } from './named-rows.ts';
import type { AnyTablePart, TablePart } from './part.ts';
import { responseTableOf } from './response-table.ts';
import { countByFile, type SetAside } from './set-aside.ts';
import { fieldsWithoutIds, missingInstants, placeColumns, positionsIn, type Stacked, stackTable } from './stack.ts';
import { systemsOf } from './systems.ts';
import { ticketItemsOf } from './ticket-items.ts';
import { type OrderedTickets, run as orderTickets, type TicketRows } from './ticket-table.ts';

export interface AssembleOptions {
  /** Decides where days begin and end. */
  readonly timeZone: string;
  /** First and last covered moment where the rows do not show them; epoch milliseconds, end exclusive. */
  readonly coverage?: { readonly start?: number; readonly end?: number };
  /** The period of each moment at the report's grain: a customer's latest answer to a survey counts once in each. */
  readonly periodOf: (instant: number) => number;
}

/** How survey answers and tickets find each other. */
export interface Matching {
  readonly responses: number;
  readonly namingTicket: number;
  readonly matched: number;
  readonly namingCustomer: number;
  /** Whether so few tickets were found that answers and tickets are not joined at all. */
  readonly withheld: boolean;
}

/** Below this share of tickets found, a joined figure would speak of those that happen to match. */
const ENOUGH_MATCHES = 0.6;

export interface Assembled {
  readonly dataset: Dataset;
  readonly setAside: readonly SetAside[];
  readonly matching: Matching;
}

/**
 * Links tables, numbers customers, sets repeated rows aside and puts rows in the order of their customers.
 *
 * The result does not depend on the order of files or rows, nor on the threads.
 *
 * @param threads take work where they are given: worth it for hundreds of thousands of rows.
 */
export async function assemble(
  parts: readonly AnyTablePart[],
  options: AssembleOptions,
  threads: Threads | null = null,
): Promise<Assembled> {
  const waiting = latestResponses(partsOf('responses', parts), threads);
  const tickets = latestRows(RECORD_KEYS.tickets, partsOf('tickets', parts));
  const customers = latestRows(RECORD_KEYS.customers, partsOf('customers', parts));
  const responses = await waiting;

  const named = linkTickets(responses.stacked, tickets.index);
  const found = countFound(responses.stacked, responses.kept, named);
  const touched = stackTable('touchpoints', partsOf('touchpoints', parts), ['customer_id']);
  const withheld = found.matched < ENOUGH_MATCHES * found.namingTicket;
  const ticketOf = withheld ? named.fill(-1) : named;
  const numbered = numberIds([
    tickets.stacked.columns.customer_id ?? null,
    responses.stacked.columns.customer_id ?? null,
    customers.stacked.columns.customer_id ?? null,
    touched.columns.customer_id ?? null,
  ]);
  const ticketCustomer = numbered.numbers[0] ?? new Int32Array(tickets.stacked.rows).fill(-1);
  const responseCustomer = numbered.numbers[1] ?? new Int32Array(responses.stacked.rows).fill(-1);
  for (let row = 0; row < responseCustomer.length; row++) {
    const ticket = ticketOf[row] as number;
    if ((responseCustomer[row] as number) < 0 && ticket >= 0) {
      responseCustomer[row] = ticketCustomer[ticket] as number;
    }
  }

  const ordering = orderedTickets(
    { stacked: tickets.stacked, kept: tickets.kept, customer: ticketCustomer, customerCount: numbered.count },
    threads,
  );
  const matching = {
    responses: responses.kept.length,
    ...found,
    namingCustomer: responses.kept.reduce((count, row) => count + ((responseCustomer[row] as number) >= 0 ? 1 : 0), 0),
    withheld,
  };
  const earlier = earlierAnswers(
    {
      rows: responses.kept,
      columns: responses.stacked.columns,
      customer: responseCustomer,
      part: responses.stacked.part,
      systems: systemsOf(responses.stacked.parts),
      keepsAll: responses.stacked.parts.map((part) => part.deduplicate === 'none'),
    },
    options.periodOf,
  );

  const { table: ticketTable, position } = await ordering;
  const ordered = await responseTableOf(
    responses.stacked,
    earlier.kept,
    {
      customer: responseCustomer,
      ticket: ticketOf.map((ticket) => (ticket < 0 ? -1 : (position[ticket] as number))),
      customerCount: numbered.count,
      tickets: ticketTable,
      ticketItems: ticketItemsOf(tickets.stacked, position, ticketTable),
    },
    threads,
  );
  const attached = attachedTables(parts, {
    responses: { stacked: responses.stacked, kept: earlier.kept, ...ordered },
    tickets: { named: new NamedRows(tickets.index, position), table: ticketTable },
    touched: {
      stacked: touched,
      customer: numbered.numbers[3] ?? new Int32Array(touched.rows).fill(-1),
      customerCount: numbered.count,
    },
  });

  const dataset = {
    tickets: ticketTable === null ? null : withoutComments(ticketTable),
    responses: ordered.table,
    customers: customerTable(customers, numbered.numbers[2] ?? new Int32Array(0), numbered.count),
    ...attached.tables,
    margins: marginTable(partsOf('margins', parts)),
    customerCount: numbered.count,
    ...covered(ticketTable, ordered.table, options),
  };
  return {
    dataset,
    setAside: [
      ...countByFile(
        tickets.stacked,
        tickets.retired,
        'a ticket that another row calls merged, deleted, spam or a test',
      ),
      ...countByFile(
        responses.stacked,
        responses.retired,
        'a response that another row calls spam, a test or a duplicate',
      ),
      ...countByFile(tickets.stacked, tickets.superseded, 'an earlier state of a ticket that appears again'),
      ...countByFile(responses.stacked, responses.superseded, 'a response that appears again'),
      ...countByFile(customers.stacked, customers.superseded, 'an earlier state of a customer that appears again'),
      ...countByFile(responses.stacked, earlier.aboutTicket, 'an earlier answer about the same ticket'),
      ...countByFile(
        responses.stacked,
        earlier.ofCustomer,
        'an earlier answer of the same customer in the same period',
      ),
      ...attached.setAside,
    ],
    matching,
  };
}

function latestResponses(
  parts: readonly TablePart<'responses'>[],
  threads: Threads | null,
): Promise<LatestRows<'responses'>> {
  return threads === null
    ? Promise.resolve(latestRows(RECORD_KEYS.responses, parts))
    : threads.run(LATEST_ROWS, { table: 'responses', parts });
}

function orderedTickets(rows: TicketRows, threads: Threads | null): Promise<OrderedTickets> {
  return threads === null ? Promise.resolve(orderTickets(rows)) : threads.run(TICKET_TABLE, rows);
}

const LATEST_ROWS = new URL('./latest-rows.ts', import.meta.url);
const TICKET_TABLE = new URL('./ticket-table.ts', import.meta.url);

/** Row of the ticket (before ordering) that each response is about; -1 = none named or not found. */
function linkTickets(responses: Stacked<'responses'>, index: RowIndex | null): Int32Array {
  const ticketOf = new Int32Array(responses.rows).fill(-1);
  const named = responses.columns.ticket_id;
  if (named === undefined || index === null) return ticketOf;
  for (let row = 0; row < responses.rows; row++) {
    if (!isMissingId(named, row)) ticketOf[row] = index.find(named.high[row] as number, named.low[row] as number);
  }
  return ticketOf;
}

/** Kept responses that name a ticket, and those whose ticket is there. */
function countFound(
  { columns }: Stacked<'responses'>,
  kept: Int32Array,
  ticketOf: Int32Array,
): Pick<Matching, 'namingTicket' | 'matched'> {
  const named = columns.ticket_id;
  let [namingTicket, matched] = [0, 0];
  for (const row of kept) {
    if (named !== undefined && !isMissingId(named, row)) namingTicket++;
    if ((ticketOf[row] as number) >= 0) matched++;
  }
  return { namingTicket, matched };
}

/** Comments went on with their ratings, into the responses. */
function withoutComments(table: TicketTable): TicketTable {
  const { csat_comment: _, ...columns } = table.columns;
  return { ...table, columns };
}

function customerTable(
  { stacked, kept }: LatestRows<'customers'>,
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

/** Population margins of all files, one below the other. */
function marginTable(parts: readonly TablePart<'margins'>[]): MarginTable | null {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  if (rows === 0) return null;
  const fields = Object.keys(MARGIN_FIELDS) as (keyof typeof MARGIN_FIELDS)[];
  return { name: 'margins', rows, columns: placeColumns('margins', parts, null, rows, fields) };
}
