import type { Judgement } from '../reasons.ts';
import type { Draft } from './draft.ts';
import { judgeByNeeds } from './first-missing.ts';

/** A touchpoint needs a customer and a moment. */
export function judgeTouchpoints(draft: Draft): Judgement {
  return judgeByNeeds(draft, [
    { field: 'customer_id', type: 'id', reason: 'no_customer_id' },
    { field: 'at', type: 'instant', reason: 'no_moment' },
  ]);
}
