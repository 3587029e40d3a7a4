/**
 * Gorgias: export of tickets. Durations are in seconds; a first response of 0 belongs to a ticket that nobody answered.
 */
import type { ReadFormat } from './format.ts';
import { ticketsOf } from './mapping.ts';

export const gorgias: ReadFormat = {
  id: 'gorgias',
  name: 'Gorgias export of tickets',
  attested: 'real headers',
  signature: {
    all: ['ticket id', 'initial channel'],
    any: [
      'last used integration name',
      'first response time (s)',
      'created by an agent',
      'number of agent messages',
      'survey score',
    ],
  },
  mapping: ({ header }) =>
    ticketsOf(header, {
      ticket_id: 'Ticket id',
      customer_id: ['Customer email', 'Customer name'],
      created_at: 'Creation date',
      resolved_at: 'Closed date',
      closed_at: 'Closed date',
      first_response_minutes: { column: 'First response time (s)', unit: 'seconds', missing: ['0'] },
      resolution_minutes: { column: 'Resolution time (s)', unit: 'seconds' },
      channel: 'Initial channel',
      priority: 'Priority',
      category: ['Ticket Field: Contact reason', 'Ticket Field: Type'],
      replies: 'Number of agent messages',
      proactive: 'Created by an agent',
      csat: 'Survey score',
      csat_at: 'Survey replied date',
    }),
};
