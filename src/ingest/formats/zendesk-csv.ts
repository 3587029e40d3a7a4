/**
 * Zendesk, Admin Center: "CSV export" of tickets.
 *
 * Times stand in the account's zone, and the file does not name it. `Resolution time` is in whole hours and is not read
 * beside the columns in minutes.
 */
import type { ReadFormat } from './format.ts';
import { ticketsOf } from './mapping.ts';

export const zendeskCsv: ReadFormat = {
  id: 'zendesk-csv',
  name: 'Zendesk CSV export of tickets',
  attested: 'real headers',
  signature: {
    all: ['id', 'requester', 'satisfaction score', 'group stations'],
    any: [
      'summation column',
      /^first reply time( in minutes|\b)/,
      'assignee stations',
      'full resolution time in minutes',
    ],
  },
  mapping: ({ header }) =>
    ticketsOf(
      header,
      {
        ticket_id: 'Id',
        customer_id: ['Requester id', 'Requester external id', 'Requester email', 'Requester'],
        created_at: 'Created at',
        updated_at: 'Updated at',
        resolved_at: 'Solved at',
        due_at: 'Due date',
        first_response_minutes: [
          'First reply time in minutes',
          'First reply time (in minutes)',
          'First reply time (min)',
        ],
        resolution_minutes: 'Full resolution time in minutes',
        status: 'Status',
        channel: 'Via',
        department: 'Group',
        priority: 'Priority',
        category: 'Ticket type',
        reopens: 'Reopens',
        replies: 'Replies',
        transfers: { column: 'Group stations', subtract: 1 },
        csat: { column: 'Satisfaction Score', ...GOOD_OR_BAD },
        csat_offered: { column: 'Satisfaction Score', values: WAS_OFFERED },
      },
      {
        set_aside: [
          { column: 'Tags', word: 'closed_by_merge', reason: 'merged' },
          { column: 'Tags', word: 'system_email_notification_failure', reason: 'no_request' },
          { column: 'Status', is: ['deleted'], reason: 'deleted' },
        ],
      },
    ),
  notes: () => ['ratings carry no time of their own: they count when the ticket was solved'],
};

/** Satisfaction as Zendesk keeps it, whatever scale the customer saw. */
export const GOOD_OR_BAD = {
  scale: { min: 0, max: 1, direction: 'up' as const },
  labels: { Good: 1, Bad: 0, 'Good with comment': 1, 'Bad with comment': 0 },
  missing: { Offered: 'asked, not answered', 'Not Offered': 'not asked', Unoffered: 'not asked' },
};

export const WAS_OFFERED = {
  Offered: 'yes',
  Good: 'yes',
  Bad: 'yes',
  'Good with comment': 'yes',
  'Bad with comment': 'yes',
  'Not Offered': 'no',
  Unoffered: 'no',
};
