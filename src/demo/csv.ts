/**
 * Rows as the text of CSV files with canonical headers.
 */
import Papa from 'papaparse';
import type { FeedbackAction } from './actions.ts';
import type { Response } from './answers.ts';
import type { AspectRating } from './aspects.ts';
import { timestamp } from './clock.ts';
import type { CommentCode } from './comment-codes.ts';
import type { Customer } from './customers.ts';
import type { TicketEvent } from './ticket-events.ts';
import type { Ticket } from './tickets.ts';
import type { Touchpoint } from './touchpoints.ts';

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

const EVENT_COLUMNS: Columns<TicketEvent> = {
  ticket_id: (event) => event.ticketId,
  at: (event) => timestamp(event.at),
  type: (event) => event.type,
  from: (event) => event.from,
  to: (event) => event.to,
};

const TOUCHPOINT_COLUMNS: Columns<Touchpoint> = {
  customer_id: (touchpoint) => touchpoint.customer.id,
  at: (touchpoint) => timestamp(touchpoint.at),
  stage: (touchpoint) => touchpoint.stage,
  department: (touchpoint) => touchpoint.department,
  initiated_by: (touchpoint) => touchpoint.initiatedBy,
};

const ACTION_COLUMNS: Columns<FeedbackAction> = {
  response_id: (action) => action.responseId,
  action_at: (action) => timestamp(action.at),
  action: (action) => action.action,
  owner: (action) => action.owner,
};

const ASPECT_COLUMNS: Columns<AspectRating> = {
  response_id: (rating) => rating.responseId,
  aspect: (rating) => rating.aspect,
  score: (rating) => rating.score,
};

const CODE_COLUMNS: Columns<CommentCode> = {
  response_id: (code) => code.responseId,
  coder: (code) => code.coder,
  code: (code) => code.code,
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

/** Text of the file of ticket events. */
export function eventsCsv(events: readonly TicketEvent[]): string {
  return csv(EVENT_COLUMNS, events);
}

/** Text of the file of contacts beside the help desk. */
export function touchpointsCsv(touchpoints: readonly Touchpoint[]): string {
  return csv(TOUCHPOINT_COLUMNS, touchpoints);
}

/** Text of the file of what was done about answers. */
export function actionsCsv(actions: readonly FeedbackAction[]): string {
  return csv(ACTION_COLUMNS, actions);
}

/** Text of the file of rated aspects. */
export function aspectsCsv(ratings: readonly AspectRating[]): string {
  return csv(ASPECT_COLUMNS, ratings);
}

/** Text of the file of what two people made of comments. */
export function codesCsv(codes: readonly CommentCode[]): string {
  return csv(CODE_COLUMNS, codes);
}

function csv<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  const cells = Object.values(columns);
  const data = rows.map((row) => cells.map((cell) => cell(row)));
  return `${Papa.unparse({ fields: Object.keys(columns), data }, { newline: '\n' })}\n`;
}

function moment(instant: number | null): string | null {
  return instant === null ? null : timestamp(instant);
}
