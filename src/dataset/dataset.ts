/**
 * The linked tables that every metric is computed from.
 *
 * Rows of tickets and responses stand in the order of their customer, rows without a customer last, so that one
 * pass sees all rows of a customer together. Every row without a customer counts as a customer of its own.
 */
import type { Columns, FieldName, LinkedTable } from './model.ts';
import type { Clock } from './part.ts';

export interface Table<T extends LinkedTable> {
  readonly name: T;
  readonly rows: number;
  readonly columns: Columns<T>;
  /** Number of the row's customer, 0 to `customerCount - 1`; -1 = not known. Never falls from row to row until the -1s begin. */
  readonly customer: Int32Array;
}

export interface TicketTable extends Table<'tickets'> {
  /** Clock of the minutes columns. A build that mixes clocks is refused. */
  readonly clock: Clock;
}

export interface ResponseTable extends Table<'responses'> {
  /** Row of the ticket that the response is about; -1 = none or not found. */
  readonly ticket: Int32Array;
  /** 1 where the row holds an item answer (its touchpoint is its own), 0 for the response itself. */
  readonly item: Uint8Array;
}

/** Codes of comments, in the order of their responses, of the coders' names and of `CODE_KINDS`. */
export interface CommentCodeTable extends Table<'comment_codes'> {
  /** Row of the response whose comment was coded. */
  readonly response: Int32Array;
  /** What the code tells: place in `CODE_KINDS`. */
  readonly kind: Uint8Array;
}

/**
 * What happened to tickets, in the order of their rows, then of the moments, then of `TICKET_EVENT_TYPES`.
 *
 * `from` and `to` are departments where a ticket was assigned (`to` missing = to nobody) or changed its group, ticket states
 * where its status changed; all other events have neither.
 */
export interface TicketEventTable extends Table<'ticket_events'> {
  /** Row of the ticket that it happened to. */
  readonly ticket: Int32Array;
}

/** Actions on answers, in the order of the rows of responses, then of the moments. */
export interface ActionTable extends Table<'actions'> {
  /** Row of the response that something was done about. */
  readonly response: Int32Array;
}

/** Ratings of aspects, in the order of the rows of responses, then of the aspects' names; one a response and aspect. */
export interface AspectTable extends Table<'aspects'> {
  /** Row of the response that the rating belongs to. */
  readonly response: Int32Array;
}

/** Counts of a population by dimension and value, as the exports give them. */
export interface MarginTable {
  readonly name: 'margins';
  readonly rows: number;
  readonly columns: Columns<'margins'>;
}

export interface Dataset {
  readonly tickets: TicketTable | null;
  /** Responses and invitations; item answers are rows of their own, marked in `item`. */
  readonly responses: ResponseTable | null;
  readonly customers: Table<'customers'> | null;
  readonly comment_codes: CommentCodeTable | null;
  readonly ticket_events: TicketEventTable | null;
  /** In the order of customers, then of the moments; every row has a customer. */
  readonly touchpoints: Table<'touchpoints'> | null;
  readonly actions: ActionTable | null;
  readonly aspects: AspectTable | null;
  /** What answers are weighted to; null when no source says. */
  readonly margins: MarginTable | null;
  readonly customerCount: number;
  /** From the start of the first day with data to the end of the last one (exclusive), epoch milliseconds. */
  readonly coverage: { readonly start: number; readonly end: number };
  /** The last moment the exports know of: what had not happened by then is censored, not absent. */
  readonly extractEnd: number;
}

/** Dimensions by which figures can be broken down, in the order in which pages show them. */
export const DIMENSIONS = [
  'channel',
  'department',
  'category',
  'priority',
  'segment',
  'touchpoint',
  'stage',
  'survey',
  'promise',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Dimensions that are known of customers and tickets whether anybody answers or not: a population can be counted by them. */
export const MARGIN_DIMENSIONS = ['channel', 'department', 'category', 'priority', 'segment'] as const;
export type MarginDimension = (typeof MARGIN_DIMENSIONS)[number];

/** Tables of which every row belongs to a row of another one: no row without it is kept. */
const LINKED_BY: Readonly<Partial<Record<LinkedTable, string>>> = {
  comment_codes: 'response_id',
  ticket_events: 'ticket_id',
  actions: 'response_id',
  aspects: 'response_id',
};

/** Whether some source supplies the field. Rows of other tables are known by number once tables are linked, not by a column. */
export function hasField<T extends LinkedTable>(table: Table<T> | null, field: FieldName<T>): boolean {
  if (table === null) return false;
  if (field === 'customer_id') return (table.customer[0] ?? -1) >= 0;
  return field === LINKED_BY[table.name] || table.columns[field] !== undefined;
}
