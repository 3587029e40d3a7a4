/**
 * HubSpot: export of tickets. The time of closing is the only end that it has.
 */
import type { ReadFormat } from './format.ts';
import { ticketsOf } from './mapping.ts';

export const hubspotTickets: ReadFormat = {
  id: 'hubspot-tickets',
  name: 'HubSpot export of tickets',
  attested: 'real headers',
  signature: {
    all: ['ticket id', 'ticket name'],
    any: [
      'create date',
      'close date',
      'ticket status',
      'pipeline',
      'ticket owner',
      /^time to first agent email reply/,
      /^time to close/,
      /^associated (company|contact)/,
    ],
  },
  mapping: ({ header }) =>
    ticketsOf(header, {
      ticket_id: 'Ticket ID',
      customer_id: ['All associated contact emails', 'Associated Contact', 'Associated Company (Primary)'],
      created_at: 'Create date',
      resolved_at: 'Close date',
      closed_at: 'Close date',
      first_response_minutes: { column: 'Time to first agent email reply (HH:mm:ss)', unit: 'clock' },
      status: 'Ticket status',
      channel: 'Source',
      department: 'Pipeline',
      priority: 'Priority',
      category: 'Category',
      segment: 'Associated Company (Primary)',
    }),
};
