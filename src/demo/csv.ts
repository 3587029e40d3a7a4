/**
 * Rows as the text of CSV files with canonical headers.
 */
import Papa from 'papaparse';
import { timestamp } from './clock.ts';
import type { Customer } from './customers.ts';
import type { Response } from './responses.ts';
import type { Ticket } from './tickets.ts';

type Cell = string | number | boolean | null;
type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

const TICKET_COLUMNS: Columns<Ticket> = {
  ticket_id: (ticket) => ticket.id,
  customer_id: (ticket) => (ticket.named ? ticket.customer.id : null),
  created_at: (ticket) => timestamp(ticket.createdAt),
  first_response_at: (ticket) => moment(ticket.firstResponseAt),
  resolved_at: (ticket) => moment(ticket.resolvedAt),
  reply_due_at: (ticket) => moment(ticket.replyDueAt),
  due_at: (ticket) => moment(ticket.dueAt),
  status: (ticket) => ticket.status,
  channel: (ticket) => ticket.channel,
  department: (ticket) => ticket.department,
  priority: (ticket) => ticket.priority,
  category: (ticket) => ticket.category,
  reopens: (ticket) => ticket.reopens,
  replies: (ticket) => ticket.replies,
  transfers: (ticket) => ticket.transfers,
  proactive: (ticket) => ticket.proactive,
  automated: (ticket) => ticket.automated,
};

const RESPONSE_COLUMNS: Columns<Response> = {
  response_id: (response) => response.id,
  invited_at: (response) => timestamp(response.invitedAt),
  submitted_at: (response) => moment(response.submittedAt),
  customer_id: (response) => response.customer.id,
  ticket_id: (response) => response.ticket?.id ?? null,
  survey: (response) => response.survey,
  stage: (response) => response.stage,
  touchpoint: (response) => response.touchpoint,
  department: (response) => response.department,
  csat: (response) => response.csat,
  nps: (response) => response.nps,
  ces: (response) => response.ces,
  emotion: (response) => response.emotion,
  comment: (response) => response.comment,
};

const CUSTOMER_COLUMNS: Columns<Customer> = {
  customer_id: (customer) => customer.id,
  segment: (customer) => customer.segment,
  joined_at: (customer) => timestamp(customer.joinedAt),
  churned_at: (customer) => moment(customer.churnedAt),
  renewed_at: (customer) => moment(customer.renewedAt),
};

/** Text of a file of tickets. */
export function ticketsCsv(tickets: readonly Ticket[]): string {
  return csv(TICKET_COLUMNS, tickets);
}

/** Text of a file of answers and unanswered invitations. */
export function responsesCsv(responses: readonly Response[]): string {
  return csv(RESPONSE_COLUMNS, responses);
}

/** Text of the file of customers. */
export function customersCsv(customers: readonly Customer[]): string {
  return csv(CUSTOMER_COLUMNS, customers);
}

function csv<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  const cells = Object.values(columns);
  const data = rows.map((row) => cells.map((cell) => cell(row)));
  return `${Papa.unparse({ fields: Object.keys(columns), data }, { newline: '\n' })}\n`;
}

function moment(instant: number | null): string | null {
  return instant === null ? null : timestamp(instant);
}
