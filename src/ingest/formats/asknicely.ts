/**
 * AskNicely: one row for every survey sent; those without an answer are denominators.
 */
import type { ReadFormat } from './format.ts';
import { responsesOf } from './mapping.ts';

export const asknicely: ReadFormat = {
  id: 'asknicely',
  name: 'AskNicely export of surveys sent',
  attested: 'real headers',
  signature: {
    all: ['response_id', 'answer', 'responded'],
    any: ['answer_label', 'dont_contact', 'question_type', 'person_id', 'sent', 'opened'],
  },
  mapping: ({ header }) => {
    const typed = header.has('question_type');
    const when = (...is: string[]) => (typed ? { when: { column: 'question_type', is } } : {});
    return responsesOf(header, {
      response_id: 'response_id',
      customer_id: ['person_id', 'contact_id', 'email'],
      invited_at: 'sent',
      submitted_at: 'responded',
      survey: ['survey_template', 'question_type'],
      stage: 'life_cycle',
      segment: 'segment',
      channel: 'delivery_method',
      nps: { column: 'answer', ...when('nps') },
      comment: 'comment',
      ...(typed ? { csat: { column: 'answer', ...when('csat', '5star') } } : {}),
    });
  },
};
