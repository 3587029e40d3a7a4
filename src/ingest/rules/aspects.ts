import type { Judgement } from '../reasons.ts';
import type { Draft } from './draft.ts';
import { judgeByNeeds } from './first-missing.ts';

/** A rating needs a response, an aspect and an answer. */
export function judgeAspects(draft: Draft): Judgement {
  return judgeByNeeds(draft, [
    { field: 'response_id', type: 'id', reason: 'no_response_id' },
    { field: 'aspect', type: 'category', reason: 'no_aspect' },
    { field: 'score', type: 'score', reason: 'no_score' },
  ]);
}
