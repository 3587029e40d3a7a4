/**
 * Freshdesk: export of tickets.
 *
 * Columns "(in hrs)" hold hours and minutes, not decimal hours, and are often blank where the moments are not: the
 * moments count.
 */
import type { ReadFormat } from './format.ts';
import { firstOf, ticketsOf } from './mapping.ts';

export const freshdesk: ReadFormat = {
  id: 'freshdesk',
  name: 'Freshdesk export of tickets',
  attested: 'real headers',
  signature: {
    all: ['ticket id', 'subject', 'resolution status'],
    any: [
      'first response time (in hrs)',
      'agent interactions',
      'customer interactions',
      'survey results',
      'association type',
      'every response status',
    ],
    none: ['urgency'],
  },
  mapping: ({ header }) => freshTickets(header, { category: 'Type' }),
};

/** What Freshdesk and Freshservice have in common. */
export function freshTickets(header: Parameters<typeof ticketsOf>[0], more: { readonly category: string }) {
  const hasResolved = firstOf(header, 'Resolved time') !== undefined;
  const hasReplied = firstOf(header, 'Initial response time') !== undefined;
  return ticketsOf(
    header,
    {
      ticket_id: 'Ticket ID',
      customer_id: ['Contact ID', 'Email', 'Requester Email'],
      created_at: 'Created time',
      updated_at: ['Last update time', 'Last updated time'],
      first_response_at: 'Initial response time',
      resolved_at: 'Resolved time',
      closed_at: 'Closed time',
      due_at: 'Due by Time',
      ...(hasReplied ? {} : { first_response_minutes: { column: 'First response time (in hrs)', unit: 'clock' } }),
      ...(hasResolved ? {} : { resolution_minutes: { column: 'Resolution time (in hrs)', unit: 'clock' } }),
      status: 'Status',
      channel: 'Source',
      department: 'Group',
      priority: 'Priority',
      category: more.category,
      segment: ['Company Name', 'Company'],
      replies: 'Agent interactions',
      sla_met: { column: 'Resolution status', values: { 'Within SLA': 'yes', 'SLA Violated': 'no' } },
      // Only outbound mail begins with the company; accounts have sources of their own.
      proactive: { column: 'Source', values: { 'Outbound Email': 'yes' }, otherwise: 'no' },
    },
    {
      set_aside: [
        { column: 'Status', is: ['spam'], reason: 'spam' },
        { column: 'Status', is: ['deleted', 'trashed'], reason: 'deleted' },
        { column: 'Merged', is: ['true', 'yes', '1'], reason: 'merged' },
      ],
    },
  );
}
