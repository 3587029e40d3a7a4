/**
 * Typeform: export of responses. Moments are in UTC, as the headers say.
 */
import type { ReadFormat, TableHead } from './format.ts';
import { responsesOf } from './mapping.ts';
import { scoreColumns } from './questions.ts';

export const typeform: ReadFormat = {
  id: 'typeform',
  name: 'Typeform export of responses',
  attested: 'a real file',
  signature: {
    all: ['#', 'network id'],
    any: ['start date (utc)', 'submit date (utc)', 'response type', 'stage date (utc)'],
    none: ['create channel'],
  },
  fits: ({ header }: TableHead) => header.positions('#')[0] === 0,
  mapping: (head) =>
    responsesOf(
      head.header,
      {
        response_id: '#',
        submitted_at: ['Submit Date (UTC)'],
        customer_id: ['customer_id', 'email', 'Email'],
        ticket_id: ['ticket_id', 'ticket'],
        ...scoreColumns(head),
      },
      {
        time_zone: 'UTC',
        // They have the date of a stage, and none of being sent.
        set_aside: [{ column: 'Response Type', is: ['partial', 'started'], reason: 'partial' }],
      },
    ),
};
