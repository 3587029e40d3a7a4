import type { Judgement } from '../reasons.ts';
import type { Draft } from './draft.ts';
import { judgeByNeeds } from './first-missing.ts';

/** A code needs a comment, somebody who gave it, and something that was said. */
export function judgeCommentCodes(draft: Draft): Judgement {
  return judgeByNeeds(draft, [
    { field: 'response_id', type: 'id', reason: 'no_response_id' },
    { field: 'coder', type: 'category', reason: 'no_coder' },
    { field: 'code', type: 'category', reason: 'no_code' },
  ]);
}
