/**
 * Alchemer (SurveyGizmo): export of responses. Times are those of the eastern United States.
 */
import type { ReadFormat } from './format.ts';
import { responsesOf } from './mapping.ts';
import { scoreColumns } from './questions.ts';

export const alchemer: ReadFormat = {
  id: 'alchemer',
  name: 'Alchemer export of responses',
  attested: 'real headers',
  signature: {
    all: ['response id', 'time started', 'date submitted', 'status'],
    any: ['legacy comments', 'sessionid', 'extended referer', 'referer', 'user agent', 'contact id'],
  },
  mapping: (head) =>
    responsesOf(
      head.header,
      {
        response_id: 'Response ID',
        submitted_at: 'Date Submitted',
        customer_id: 'Contact ID',
        completed: { column: 'Status', values: { Complete: 'yes' }, otherwise: 'no' },
        ...scoreColumns(head),
      },
      {
        time_zone: 'America/New_York',
        set_aside: [
          { column: 'Status', contains: 'test data', reason: 'test' },
          { column: 'Status', is: ['Deleted'], reason: 'deleted' },
          { column: 'Status', is: ['Disqualified'], reason: 'partial' },
        ],
      },
    ),
};
