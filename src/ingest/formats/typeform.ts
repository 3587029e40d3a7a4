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
        // Answers that were not finished have the date of a stage, and none of being sent.
        submitted_at: { column: 'Submit Date (UTC)', or: 'Stage Date (UTC)' },
        completed: { column: 'Response Type', values: { completed: 'yes' }, otherwise: 'no' },
        customer_id: ['customer_id', 'email', 'Email'],
        ticket_id: ['ticket_id', 'ticket'],
        ...scoreColumns(head),
      },
      { time_zone: 'UTC' },
    ),
};
