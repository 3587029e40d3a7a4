import type { Judgement } from '../reasons.ts';
import type { Draft } from './draft.ts';
import { judgeByNeeds } from './first-missing.ts';

/** An action needs a response, a moment and something that was done. */
export function judgeActions(draft: Draft): Judgement {
  return judgeByNeeds(draft, [
    { field: 'response_id', type: 'id', reason: 'no_response_id' },
    { field: 'action_at', type: 'instant', reason: 'no_moment' },
    { field: 'action', type: 'category', reason: 'no_action' },
  ]);
}
