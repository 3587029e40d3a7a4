/**
 * Complaints that the US Consumer Financial Protection Bureau publishes. Days only: no hour is known.
 */
import type { ReadFormat } from './format.ts';
import { ticketsOf } from './mapping.ts';

export const cfpb: ReadFormat = {
  id: 'cfpb',
  name: 'CFPB consumer complaints',
  attested: 'a real file',
  signature: {
    all: ['complaint id', 'date received', 'company response to consumer'],
    any: ['timely response?', 'consumer complaint narrative', 'sub-product', 'submitted via'],
  },
  mapping: ({ header }) =>
    ticketsOf(header, {
      ticket_id: 'Complaint ID',
      created_at: 'Date received',
      status: { column: 'Company response to consumer', values: RESPONSES },
      channel: 'Submitted via',
      department: 'Company',
      category: 'Product',
      segment: 'State',
      sla_met: 'Timely response?',
    }),
};

/** Every response but the first ends the complaint. */
const RESPONSES = {
  'In progress': 'open',
  'Closed with explanation': 'closed',
  'Closed with monetary relief': 'closed',
  'Closed with non-monetary relief': 'closed',
  'Closed with relief': 'closed',
  'Closed without relief': 'closed',
  Closed: 'closed',
  'Untimely response': 'closed',
};
