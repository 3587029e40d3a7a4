/**
 * Chatwoot: ratings are read; reports and lists of missed promises are not single conversations and are refused.
 */
import type { ReadFormat, RefusedFormat } from './format.ts';
import { responsesOf } from './mapping.ts';

export const chatwootCsat: ReadFormat = {
  id: 'chatwoot-csat',
  name: 'Chatwoot download of ratings',
  attested: 'the tool’s source code',
  signature: {
    all: ['agent name', 'rating', 'feedback comment'],
    any: ['link to the conversation', 'recorded date', 'contact name', 'contact email address'],
  },
  mapping: ({ header }) =>
    responsesOf(
      header,
      {
        submitted_at: 'Recorded date',
        customer_id: ['Contact Email Address', 'Contact Phone Number', 'Contact Name'],
        // The number of the conversation is the end of its address.
        ticket_id: 'Link to the conversation',
        survey: { constant: 'conversation rating' },
        csat: 'Rating',
        comment: 'Feedback Comment',
      },
      { time_zone: 'UTC' },
    ),
};

export const chatwootReports: RefusedFormat = {
  id: 'chatwoot-reports',
  name: 'Chatwoot report',
  signature: {
    all: [/^avg\.? (first response|resolution) time/],
    any: [
      'agent name',
      'inbox name',
      'team name',
      'label',
      'assigned conversations',
      'resolution count',
      'conversations count',
    ],
  },
  holds: 'averages and counts by agent, inbox, team or label',
  instead:
    'Chatwoot has no export of single conversations: read them through its API, and use the download of ratings.',
};

export const chatwootSla: RefusedFormat = {
  id: 'chatwoot-sla',
  name: 'Chatwoot download of missed promises',
  signature: { all: ['conversation id', 'sla policy', 'breached events'] },
  holds: 'only conversations that missed a promise, so that no share of kept promises can be told',
  instead: 'Export all conversations with the moment of their promise through the API.',
};
