/**
 * The table of answers: responses, item answers as rows of their own, and ratings that stand in ticket rows.
 */
import type { Threads } from '../threads/threads.ts';
import { gather, pickNumbers } from './column-operations.ts';
import { orderByCustomer } from './customer-order.ts';
import type { ResponseTable, TicketTable } from './dataset.ts';
import { itemColumns } from './item-columns.ts';
import type { Columns } from './model.ts';
import { placeInThreads } from './place-in-threads.ts';
import { sharedUint8 } from './shared-array.ts';
import { fieldsWithoutIds, gatherColumns, missingInstants, placeColumns, positionsIn, type Stacked } from './stack.ts';
import { momentsOfRatings, type TicketItems } from './ticket-items.ts';
import { withCommonTexts } from './word-names.ts';

/** The survey that ratings in ticket rows are counted under. */
const TICKET_RATING = 'ticket rating';

export interface ResponseLinks {
  readonly customer: Int32Array;
  /** Row in the ordered ticket table. */
  readonly ticket: Int32Array;
  readonly customerCount: number;
  readonly tickets: TicketTable | null;
  /** Answers to items that stand in ticket rows. */
  readonly ticketItems: TicketItems;
}

export interface OrderedTable {
  /** Null when there is no row. */
  readonly table: ResponseTable | null;
  /** Row in the table of each stacked row, rows that were added behind them; -1 = it stays out. */
  readonly position: Int32Array;
}

/**
 * Responses, one row per item answer and one per rating in a ticket row, all in the order of their customers.
 */
export async function responseTableOf(
  stacked: Stacked<'responses'>,
  kept: Int32Array,
  links: ResponseLinks,
  threads: Threads | null,
): Promise<OrderedTable> {
  const ratings = ticketRatings(stacked, kept, links);
  const items = itemRows(stacked, kept);
  const { ticketItems } = links;
  const added = items.rows + ticketItems.rows + ratings.rows;
  const rows = kept.length + added;
  const total = stacked.rows + added;
  if (rows === 0) return { table: null, position: new Int32Array(total).fill(-1) };
  const customer = new Int32Array(total);
  const ticket = new Int32Array(total);
  customer.set(links.customer);
  ticket.set(links.ticket);
  for (const [index, row] of items.response.entries()) {
    customer[stacked.rows + index] = links.customer[row] as number;
    ticket[stacked.rows + index] = links.ticket[row] as number;
  }
  for (const [index, row] of [...ticketItems.ticket, ...ratings.ticket].entries()) {
    customer[stacked.rows + items.rows + index] = links.tickets?.customer[row] ?? -1;
    ticket[stacked.rows + items.rows + index] = row;
  }
  const candidates = new Int32Array(rows);
  candidates.set(kept);
  for (let extra = 0; extra < added; extra++) candidates[kept.length + extra] = stacked.rows + extra;
  const blocks = [...stacked.parts, items, ticketItems, ratings];
  const keys = placeColumns('responses', blocks, null, total, ['submitted_at', 'response_id']);
  const order = orderByCustomer(
    candidates,
    customer,
    links.customerCount,
    keys.submitted_at ?? missingInstants(total),
    keys.response_id,
  );
  const item = sharedUint8(rows);
  for (let row = 0; row < rows; row++) {
    const from = order[row] as number;
    if (from >= stacked.rows && from < stacked.rows + items.rows + ticketItems.rows) item[row] = 1;
  }
  const position = positionsIn(order, total);
  const columns = await placeInThreads(
    { table: 'responses', blocks, position, rows, fields: fieldsWithoutIds('responses') },
    threads,
  );
  const { comment } = columns;
  const customerOf = pickNumbers(customer, order);
  const table: ResponseTable = {
    name: 'responses',
    rows,
    columns: comment === undefined ? columns : { ...columns, comment: withCommonTexts(comment, customerOf) },
    customer: customerOf,
    ticket: pickNumbers(ticket, order),
    item,
  };
  return { table, position };
}

/**
 * Item answers of kept responses as rows: everything of their response but its scores and its comment, with a touchpoint
 * of their own.
 */
function itemRows(stacked: Stacked<'responses'>, kept: Int32Array) {
  const isKept = new Uint8Array(stacked.rows);
  for (const row of kept) isKept[row] = 1;
  const blocks: { response: Int32Array; columns: Columns<'responses'>; rows: number }[] = [];
  let offset = 0;
  for (const part of stacked.parts) {
    for (const item of part.items) {
      const chosen = Int32Array.from(item.response.keys()).filter(
        (index) => isKept[offset + (item.response[index] as number)] === 1,
      );
      const inPart = chosen.map((index) => item.response[index] as number);
      const response = inPart.map((row) => offset + row);
      const { csat, nps, ces, emotion, comment, touchpoint, ...shared } = part.columns;
      blocks.push({
        response,
        rows: response.length,
        columns: { ...gatherColumns('responses', shared, inPart), ...itemColumns(item, chosen) },
      });
    }
    offset += part.rows;
  }
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0);
  const columns = placeColumns('responses', blocks, null, rows, fieldsWithoutIds('responses'));
  const response = new Int32Array(rows);
  let at = 0;
  for (const block of blocks) {
    response.set(block.response, at);
    at += block.rows;
  }
  return { rows, response, columns };
}

/**
 * Ratings that stand in ticket rows, as answers given when the customer gave them, else when the ticket was solved; and
 * customers who were asked there and did not answer, as invitations.
 *
 * Where a response about the same ticket holds a satisfaction score too, the response is the fuller record and counts.
 */
function ticketRatings(stacked: Stacked<'responses'>, kept: Int32Array, links: ResponseLinks) {
  const { tickets } = links;
  const { csat, csat_offered: offered, csat_comment: comment } = tickets?.columns ?? {};
  if (tickets === null || csat === undefined) return { rows: 0, ticket: new Int32Array(0), columns: {} };
  const rated = new Uint8Array(tickets.rows);
  const answered = stacked.columns.csat;
  for (const row of kept) {
    const ticket = links.ticket[row] as number;
    if (ticket >= 0 && answered !== undefined && !Number.isNaN(answered.values[row])) rated[ticket] = 1;
  }
  const counting: number[] = [];
  for (let row = 0; row < tickets.rows; row++) {
    const isAnswered = !Number.isNaN(csat.values[row]);
    if (rated[row] === 0 && (isAnswered || offered?.[row] === 1)) counting.push(row);
  }
  const ticket = Int32Array.from(counting);
  const at = momentsOfRatings(tickets, ticket);
  const columns: Columns<'responses'> = {
    csat: gather('score', csat, ticket),
    ...(comment === undefined ? {} : { comment: gather('words', comment, ticket) }),
    submitted_at: at.map((moment, index) => (Number.isNaN(csat.values[ticket[index] as number]) ? Number.NaN : moment)),
    // Without a word about who was asked, nobody knows the denominator.
    ...(offered === undefined ? {} : { invited_at: at }),
    survey: { codes: new Int32Array(ticket.length), values: [TICKET_RATING] },
  };
  return { rows: ticket.length, ticket, columns };
}
