import type { Judgement } from '../reasons.ts';
import type { Draft } from './draft.ts';
import { judgeByNeeds } from './first-missing.ts';

/** An event needs a ticket, a moment and something that happened. */
export function judgeTicketEvents(draft: Draft): Judgement {
  return judgeByNeeds(draft, [
    { field: 'ticket_id', type: 'id', reason: 'no_ticket_id' },
    { field: 'at', type: 'instant', reason: 'no_moment' },
    { field: 'type', type: 'category', reason: 'no_event_type' },
  ]);
}
