/**
 * Freshservice: export of service tickets.
 */
import type { ReadFormat } from './format.ts';
import { freshTickets } from './freshdesk.ts';

export const freshservice: ReadFormat = {
  id: 'freshservice',
  name: 'Freshservice export of tickets',
  attested: 'real headers',
  signature: {
    all: ['ticket id', 'urgency', 'impact'],
    any: [
      'experience score',
      'resolution note',
      'requester vip',
      'requester location',
      'approval status',
      'sub-category',
    ],
  },
  mapping: ({ header }) => freshTickets(header, { category: 'Category' }),
};
