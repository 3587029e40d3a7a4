import { type Judgement, reasonCode } from '../reasons.ts';
import { DROPPED_STATES } from '../values/state.ts';
import type { Draft } from './draft.ts';
import { endsBefore, type Moments } from './order-of-moments.ts';

/**
 * A ticket needs a number and a time of creation, must be a customer's own request, and cannot end before it begins.
 */
export function judgeTickets(draft: Draft): Judgement {
  const judgement = new Uint8Array(draft.rows);
  const ids = draft.column('ticket_id', 'id');
  const created = momentsOf(draft, 'created_at');
  const resolved = momentsOf(draft, 'resolved_at');
  const replied = momentsOf(draft, 'first_response_at');
  const resolutionMinutes = draft.column('resolution_minutes', 'number');
  const replyMinutes = draft.column('first_response_minutes', 'number');
  const status = draft.column('status', 'category');
  const dropped = Uint8Array.from(status?.values ?? [], (state) => {
    const reason = DROPPED_STATES.find((candidate) => candidate === state);
    return reason === undefined ? 0 : reasonCode(reason);
  });

  const [noId, noCreation] = [reasonCode('no_ticket_id'), reasonCode('no_created_at')];
  const [resolvedEarly, repliedEarly] = [reasonCode('resolved_before_created'), reasonCode('replied_before_created')];
  for (let row = 0; row < draft.rows; row++) {
    const state = status?.codes[row] ?? -1;
    if (ids === undefined || (ids.low[row] === 0 && ids.high[row] === 0)) judgement[row] = noId;
    else if (created === null || Number.isNaN(created.at[row])) judgement[row] = noCreation;
    else if (state >= 0 && dropped[state] !== 0) judgement[row] = dropped[state] as number;
    else if (resolved !== null && endsBefore(created, resolved, row)) judgement[row] = resolvedEarly;
    else if ((resolutionMinutes?.[row] as number) < 0) judgement[row] = resolvedEarly;
    else if (replied !== null && endsBefore(created, replied, row)) judgement[row] = repliedEarly;
    else if ((replyMinutes?.[row] as number) < 0) judgement[row] = repliedEarly;
  }
  return judgement;
}

function momentsOf(draft: Draft, field: string): Moments | null {
  const at = draft.column(field, 'instant');
  return at === undefined ? null : { at, dates: draft.datesOf(field) };
}
