/**
 * Zendesk Explore: a report of tickets, with whatever columns its author chose.
 *
 * Times stand in the zone of whoever exported. Columns ending in `brackets` hold ranges and are not read.
 */
import type { ReadFormat } from './format.ts';
import { firstOf, ticketsOf } from './mapping.ts';
import { GOOD_OR_BAD, WAS_OFFERED } from './zendesk-csv.ts';

const FIRST_REPLY = ['First reply time (min)', 'First reply time - Calendar hours (min)'];
const RESOLUTION = ['Full resolution time (min)', 'Full resolution time - Calendar hours (min)'];

export const zendeskExplore: ReadFormat = {
  id: 'zendesk-explore',
  name: 'Zendesk Explore report of tickets',
  attested: 'real headers',
  signature: {
    all: ['ticket id'],
    any: [
      /^ticket (status|group|channel|priority|type|tags|subject|brand|form|satisfaction|created|solved|updated|assigned|due)\b/,
      'first reply time (min)',
      'full resolution time (min)',
      'requester wait time (min)',
      'requester id',
      'requester name',
      'assignee name',
    ],
    atLeast: 2,
    none: ['resolution status', 'ticket name', 'initial channel', 'ticket number'],
  },
  fits: ({ header }) => firstOf(header, created('created')) !== undefined,
  mapping: ({ header }) =>
    ticketsOf(
      header,
      {
        ticket_id: 'Ticket ID',
        customer_id: ['Requester ID', 'Requester email', 'Requester name'],
        created_at: created('created'),
        updated_at: created('updated'),
        resolved_at: created('solved'),
        due_at: created('due'),
        first_response_minutes: FIRST_REPLY,
        resolution_minutes: RESOLUTION,
        status: 'Ticket status',
        channel: 'Ticket channel',
        department: 'Ticket group',
        priority: 'Ticket priority',
        category: ['Ticket form', 'Ticket type'],
        segment: 'Ticket organization name',
        csat: { column: 'Ticket satisfaction rating', ...GOOD_OR_BAD },
        csat_offered: { column: 'Ticket satisfaction rating', values: WAS_OFFERED },
        csat_comment: 'Ticket satisfaction comment',
      },
      {
        set_aside: [
          { column: 'Ticket tags', word: 'closed_by_merge', reason: 'merged' },
          { column: 'Ticket status', is: ['deleted'], reason: 'deleted' },
        ],
      },
    ),
};

function created(what: string): string[] {
  return [`Ticket ${what} - Timestamp`, `Ticket ${what} - Date`, `Ticket ${what}`];
}
