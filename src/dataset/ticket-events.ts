/**
 * The table of what happened to tickets, joined to them.
 */
import type { TicketEventTable, TicketTable } from './dataset.ts';
import { customerOfOwners, type Happenings, happeningsOf, tieOf } from './happenings.ts';
import { TICKET_EVENT_TYPES } from './model.ts';
import type { NamedRows } from './named-rows.ts';
import type { TablePart } from './part.ts';
import { fieldsWithoutIds, placeColumns, stackTable } from './stack.ts';

export interface TicketEvents extends Happenings<'ticket_events'> {
  /** Null when no row is kept. */
  readonly table: TicketEventTable | null;
}

export function ticketEventsOf(
  parts: readonly TablePart<'ticket_events'>[],
  named: NamedRows,
  tickets: TicketTable | null,
): TicketEvents {
  const stacked = stackTable('ticket_events', parts, ['ticket_id']);
  const columns = placeColumns('ticket_events', parts, null, stacked.rows, fieldsWithoutIds('ticket_events'));
  const events = happeningsOf({
    table: 'ticket_events',
    stacked,
    columns,
    owner: named.find(stacked.columns.ticket_id, stacked.rows),
    owners: tickets?.rows ?? 0,
    at: columns.at,
    tie: tieOf(stacked.rows, columns.type, TICKET_EVENT_TYPES, columns.from, columns.to),
  });
  const { rows, owner } = events;
  const customer = customerOfOwners(owner, tickets?.customer);
  return {
    ...events,
    table: rows === 0 ? null : { name: 'ticket_events', rows, columns: events.columns, customer, ticket: owner },
  };
}
