/**
 * Google Forms and Microsoft Forms: answers with little around them.
 */
import type { ReadFormat, TableHead } from './format.ts';
import { responsesOf } from './mapping.ts';
import { scoreColumns } from './questions.ts';

/** Google writes no identifier of a response. */
export const googleForms: ReadFormat = {
  id: 'google-forms',
  name: 'Google Forms responses',
  attested: 'real headers',
  signature: {
    all: ['timestamp'],
    any: ['email address', 'username', 'score', /\?$/, /\[.+\]$/],
    none: ['response id', 'survey id', 'finished'],
  },
  fits: ({ header }: TableHead) => header.positions('timestamp')[0] === 0 && header.names.length >= 3,
  mapping: (head) =>
    responsesOf(head.header, {
      submitted_at: 'Timestamp',
      customer_id: ['Email Address', 'Username'],
      ...scoreColumns(head),
    }),
};

export const microsoftForms: ReadFormat = {
  id: 'microsoft-forms',
  name: 'Microsoft Forms responses',
  attested: 'real headers',
  signature: { all: ['id', 'start time', 'completion time'], any: ['email', 'name', 'last modified time'] },
  mapping: (head) =>
    responsesOf(head.header, {
      response_id: 'Id',
      submitted_at: 'Completion time',
      customer_id: 'Email',
      ...scoreColumns(head),
    }),
};
