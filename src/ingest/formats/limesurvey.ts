/**
 * LimeSurvey: export of responses with question codes. An answer that was not submitted has only the date
 * of its last page, and one whose date was made anonymous carries 1 January 1980.
 */
import type { ReadFormat } from './format.ts';
import { responsesOf } from './mapping.ts';
import { scoreColumns } from './questions.ts';

const ANONYMOUS_DATE = ['1980-01-01 00:00:00'];

export const limesurvey: ReadFormat = {
  id: 'limesurvey',
  name: 'LimeSurvey export of responses',
  attested: 'the tool’s source code',
  signature: {
    all: ['submitdate', 'lastpage', 'startlanguage'],
    any: ['seed', 'datestamp', 'startdate', 'token', /^[a-z]\w*\[\w+\]$/],
    atLeast: 0,
  },
  mapping: (head) =>
    responsesOf(head.header, {
      response_id: 'id',
      submitted_at: { column: 'submitdate', or: 'datestamp', missing: ANONYMOUS_DATE },
      completed: { column: 'submitdate', otherwise: 'yes', blank: 'no' },
      customer_id: 'token',
      ...scoreColumns(head),
    }),
};
