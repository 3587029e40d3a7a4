/**
 * The linked tables that every metric is computed from.
 *
 * Rows of tickets and responses stand in the order of their customer, rows without a customer last, so that one
 * pass sees all rows of a customer together. Every row without a customer counts as a customer of its own.
 */
import type { Columns, FieldName, TableName } from './model.ts';
import type { Clock } from './part.ts';

export interface Table<T extends TableName> {
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

/** Codes of comments, in the order of their responses and of the coders' names. */
export interface CommentCodeTable extends Table<'comment_codes'> {
  /** Row of the response whose comment was coded. */
  readonly response: Int32Array;
}

export interface Dataset {
  readonly tickets: TicketTable | null;
  /** Responses and invitations; item answers are rows of their own, marked in `item`. */
  readonly responses: ResponseTable | null;
  readonly customers: Table<'customers'> | null;
  readonly comment_codes: CommentCodeTable | null;
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

/** Whether some source supplies the field. Customers are known by number once tables are linked, not by a column. */
export function hasField<T extends TableName>(table: Table<T> | null, field: FieldName<T>): boolean {
  if (table === null) return false;
  return field === 'customer_id' ? (table.customer[0] ?? -1) >= 0 : table.columns[field] !== undefined;
}
