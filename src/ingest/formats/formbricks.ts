/**
 * Formbricks: export of responses.
 */
import type { ReadFormat } from './format.ts';
import { responsesOf } from './mapping.ts';
import { scoreColumns } from './questions.ts';

export const formbricks: ReadFormat = {
  id: 'formbricks',
  name: 'Formbricks export of responses',
  attested: 'the tool’s source code',
  signature: {
    all: ['no.', 'response id', 'timestamp', 'finished', 'survey id'],
    any: ['formbricks id (internal)', 'useragent - os', 'user id', 'tags'],
  },
  mapping: (head) =>
    responsesOf(head.header, {
      response_id: 'Response ID',
      submitted_at: 'Timestamp',
      customer_id: 'User ID',
      survey: 'Survey ID',
      completed: 'Finished',
      ...scoreColumns(head),
    }),
};
