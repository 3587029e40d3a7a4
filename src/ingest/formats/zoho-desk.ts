/**
 * Zoho Desk: a report of tickets, with the module behind the headers.
 */
import type { ReadFormat } from './format.ts';
import { ticketsOf } from './mapping.ts';

export const zohoDesk: ReadFormat = {
  id: 'zoho-desk',
  name: 'Zoho Desk report of tickets',
  attested: 'real headers',
  signature: {
    all: ['created time (ticket)'],
    any: [/ \(ticket\)$/, 'ticket closed time', 'ticket id', 'ticket owner'],
    atLeast: 3,
  },
  fits: ({ header }) => ['ticket id', 'ticket id (ticket)', 'request id'].some((name) => header.has(name)),
  mapping: ({ header }) =>
    ticketsOf(header, {
      ticket_id: ['Ticket Id', 'Ticket Id (Ticket)', 'Request Id'],
      customer_id: ['Contact Id', 'Email (Ticket)', 'Email', 'Contact Name'],
      created_at: 'Created Time (Ticket)',
      updated_at: 'Modified Time (Ticket)',
      resolved_at: 'Ticket Closed Time',
      closed_at: 'Ticket Closed Time',
      due_at: 'Due Date (Ticket)',
      status: 'Status (Ticket)',
      channel: ['Channel (Ticket)', 'Channel'],
      department: ['Department (Ticket)', 'Department'],
      priority: 'Priority (Ticket)',
      category: ['Category (Ticket)', 'Classification (Ticket)'],
      csat: {
        column: ['Happiness Rating', 'Customer Happiness', 'Happiness Rating (Ticket)'],
        scale: { min: 1, max: 3, direction: 'up' },
        labels: { Good: 3, Okay: 2, Ok: 2, Okey: 2, Bad: 1 },
      },
    }),
};
