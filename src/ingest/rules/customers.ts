import { type Judgement, reasonCode } from '../reasons.ts';
import type { Draft } from './draft.ts';
import { endsBefore } from './order-of-moments.ts';

/** A customer needs a number and cannot leave before joining. */
export function judgeCustomers(draft: Draft): Judgement {
  const judgement = new Uint8Array(draft.rows);
  const ids = draft.column('customer_id', 'id');
  const joined = draft.column('joined_at', 'instant');
  const churned = draft.column('churned_at', 'instant');
  const [noId, early] = [reasonCode('no_customer_id'), reasonCode('left_before_joining')];
  const start = joined === undefined ? null : { at: joined, dates: draft.datesOf('joined_at') };
  const end = churned === undefined ? null : { at: churned, dates: draft.datesOf('churned_at') };
  for (let row = 0; row < draft.rows; row++) {
    if (ids === undefined || (ids.low[row] === 0 && ids.high[row] === 0)) judgement[row] = noId;
    else if (start !== null && end !== null && endsBefore(start, end, row)) judgement[row] = early;
  }
  return judgement;
}
