/**
 * Front: export of messages, folded into one ticket a conversation.
 *
 * The documentation names the columns and not the units: times of response are left alone, moments are read.
 */
import type { ReadFormat } from './format.ts';
import { ticketsOf } from './mapping.ts';

export const frontMessages: ReadFormat = {
  id: 'front-messages',
  name: 'Front export of messages',
  attested: 'the tool’s documentation',
  signature: {
    all: ['message id', 'conversation id'],
    any: ['segment', 'response time', 'reaction time', 'autoreply', 'attributed to', 'direction', 'handle time'],
    atLeast: 2,
  },
  mapping: ({ header }) =>
    ticketsOf(
      header,
      {
        ticket_id: 'Conversation ID',
        customer_id: ['Contact handle', 'Contact name'],
        created_at: 'Message date',
        updated_at: 'Message date',
        resolved_at: 'Segment closed',
        status: ['Ticket status category', 'Ticket status name', 'Status'],
        department: 'Inbox',
        segment: 'Account names',
      },
      { fold: ['created_at'] },
    ),
  notes: () => ['messages of one conversation are one ticket, created with its first message'],
};
