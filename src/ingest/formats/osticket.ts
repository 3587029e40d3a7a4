/**
 * osTicket: export of tickets. The entries of both sides are counted together.
 */
import type { ReadFormat } from './format.ts';
import { ticketsOf } from './mapping.ts';

export const osticket: ReadFormat = {
  id: 'osticket',
  name: 'osTicket export of tickets',
  attested: 'the tool’s source code',
  signature: {
    all: ['ticket number', 'date created', 'current status'],
    any: ['help topic', 'from email', 'agent assigned', 'thread count', 'team assigned', 'attachment count'],
  },
  mapping: ({ header }) =>
    ticketsOf(
      header,
      {
        ticket_id: 'Ticket Number',
        customer_id: ['From Email', 'From'],
        created_at: 'Date Created',
        updated_at: 'Last Updated',
        resolved_at: 'Closed Date',
        closed_at: 'Closed Date',
        due_at: ['SLA Due Date', 'Due Date'],
        status: 'Current Status',
        channel: 'Source',
        department: 'Department',
        priority: 'Priority',
        category: 'Help Topic',
        reopens: 'Reopen Count',
      },
      { set_aside: [{ column: 'Merged', is: ['1', 'yes', 'true'], reason: 'merged' }] },
    ),
};
