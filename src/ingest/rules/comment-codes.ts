import { isMissingId } from '../../dataset/id-index.ts';
import { type Judgement, reasonCode } from '../reasons.ts';
import type { Draft } from './draft.ts';

/** A code needs a comment, somebody who gave it, and something that was said. */
export function judgeCommentCodes(draft: Draft): Judgement {
  const judgement = new Uint8Array(draft.rows);
  const ids = draft.column('response_id', 'id');
  const coder = draft.column('coder', 'category');
  const code = draft.column('code', 'category');
  const reasons = [reasonCode('no_response_id'), reasonCode('no_coder'), reasonCode('no_code')] as const;
  for (let row = 0; row < draft.rows; row++) {
    if (ids === undefined || isMissingId(ids, row)) judgement[row] = reasons[0];
    else if (coder === undefined || (coder.codes[row] as number) < 0) judgement[row] = reasons[1];
    else if (code === undefined || (code.codes[row] as number) < 0) judgement[row] = reasons[2];
  }
  return judgement;
}
