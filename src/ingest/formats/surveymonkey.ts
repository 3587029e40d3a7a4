/**
 * SurveyMonkey: exports of responses, with two header rows or condensed to one; cross-tabs are refused.
 */
import type { ReadFormat, RefusedFormat } from './format.ts';
import { responsesOf } from './mapping.ts';
import { scoreColumns } from './questions.ts';

export const surveymonkey: ReadFormat = {
  id: 'surveymonkey',
  name: 'SurveyMonkey export of responses',
  attested: 'a real file',
  signature: {
    all: [/^respondent ?id$/],
    any: [
      /^collector ?id$/,
      'start date',
      'end date',
      'ip address',
      'email address',
      'custom data 1',
      /^startdate$/,
      /^enddate$/,
    ],
    atLeast: 0,
    none: ['tot. respondents', 'ticket id'],
  },
  mapping: (head) =>
    responsesOf(head.header, {
      response_id: ['Respondent ID', 'RespondentID'],
      submitted_at: ['End Date', 'EndDate', 'Date Modified'],
      customer_id: ['Custom Data 1', 'Email Address'],
      ...scoreColumns(head, { '-': 'no answer', 'N/A': 'not applicable', NA: 'not applicable' }),
    }),
};

export const surveymonkeyCrosstab: RefusedFormat = {
  id: 'surveymonkey-crosstab',
  name: 'SurveyMonkey cross-tab',
  signature: { all: ['tot. respondents'] },
  holds: 'counts of answers by group',
  instead: 'Export "All responses data" with one row a respondent.',
};
