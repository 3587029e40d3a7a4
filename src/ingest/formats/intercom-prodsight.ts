/**
 * Intercom conversations as Prodsight exports them, one row a message or one a conversation; moments are in UTC.
 */
import type { ReadFormat } from './format.ts';
import { ticketsOf } from './mapping.ts';

export const intercomProdsight: ReadFormat = {
  id: 'intercom-prodsight',
  name: 'Intercom conversations, exported by Prodsight',
  attested: 'the tool’s documentation',
  signature: {
    all: ['conversation_id', 'conversation_state', 'conversation_created_at'],
    any: ['message_id', 'message_type', 'conversation_first_response_at', 'conversation_tags', 'app_id'],
  },
  mapping: ({ header }) =>
    ticketsOf(
      header,
      {
        ticket_id: 'conversation_id',
        created_at: 'conversation_created_at',
        updated_at: 'message_created_at',
        first_response_at: 'conversation_first_response_at',
        resolved_at: 'conversation_closed_at',
        closed_at: 'conversation_closed_at',
        status: { column: 'conversation_state', values: { open: 'open', closed: 'closed', snoozed: 'pending' } },
        department: 'app_name',
      },
      { time_zone: 'UTC', fold: ['created_at', 'first_response_at'] },
    ),
};
