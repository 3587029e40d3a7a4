/**
 * Zammad: export of tickets. Minutes run on the calendar of the service agreement, so they are business minutes.
 */
import type { ReadFormat } from './format.ts';
import { ticketsOf } from './mapping.ts';

export const zammad: ReadFormat = {
  id: 'zammad',
  name: 'Zammad export of tickets',
  attested: 'the tool’s source code',
  signature: {
    all: ['#', 'title', 'state', 'create channel'],
    any: ['close in min', 'first response in min', 'article count', 'first response at', 'last contact agent at'],
    none: ['submit date (utc)'],
  },
  mapping: ({ header }) =>
    ticketsOf(header, {
      ticket_id: '#',
      customer_id: 'Customer',
      created_at: 'Created At',
      updated_at: 'Updated At',
      first_response_at: 'First Response At',
      resolved_at: 'Closed At',
      closed_at: 'Closed At',
      reply_due_at: 'First Response Escalation At',
      due_at: 'Close Escalation At',
      status: 'State',
      channel: 'Create Channel',
      department: { column: 'Group', missing: ['-'] },
      priority: 'Priority',
      segment: { column: 'Organization', missing: ['-'] },
      proactive: { column: 'Sender', values: { Agent: 'yes', System: 'no', Customer: 'no' } },
    }),
  notes: () => [
    'minutes on the calendar of the service agreement are not read: the moments are',
    'articles are counted for both sides together, so that no number of replies is read',
  ],
};
