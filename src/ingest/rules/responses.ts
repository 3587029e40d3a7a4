import { SCORES } from '../../dataset/model.ts';
import { type Judgement, reasonCode } from '../reasons.ts';
import type { Draft } from './draft.ts';
import { endsBefore } from './order-of-moments.ts';

/**
 * A row is an answer, with the time it was given and at least one score or a word on whether the issue was resolved, or an invitation nobody answered.
 *
 * An answer that says it is not complete counts when it has a score: that question was answered.
 */
export function judgeResponses(draft: Draft): Judgement {
  const judgement = new Uint8Array(draft.rows);
  const submitted = draft.column('submitted_at', 'instant');
  const invited = draft.column('invited_at', 'instant');
  const completed = draft.column('completed', 'flag');
  const hasScore = anyAnswer(
    draft.rows,
    SCORES.map((score) => draft.column(score, 'score')?.values).filter((values) => values !== undefined),
  );
  const saysResolved = draft.column('resolved_first', 'flag');
  const hasItem = anyAnswer(draft.rows, draft.items);
  const invitation = invited === undefined ? null : { at: invited, dates: draft.datesOf('invited_at') };
  const answer = submitted === undefined ? null : { at: submitted, dates: draft.datesOf('submitted_at') };

  const [withoutTime, neither] = [reasonCode('answer_without_time'), reasonCode('neither_invited_nor_answered')];
  const [partial, early, noScore] = [
    reasonCode('partial'),
    reasonCode('answered_before_invited'),
    reasonCode('no_score'),
  ];
  for (let row = 0; row < draft.rows; row++) {
    const answered = hasScore[row] === 1 || hasItem[row] === 1 || (saysResolved?.[row] ?? -1) >= 0;
    if (answer === null || Number.isNaN(answer.at[row])) {
      if (answered) judgement[row] = withoutTime;
      else if (invitation === null || Number.isNaN(invitation.at[row])) {
        judgement[row] = completed?.[row] === 0 ? partial : neither;
      }
    } else if (!answered) judgement[row] = completed?.[row] === 0 ? partial : noScore;
    else if (invitation !== null && endsBefore(invitation, answer, row)) judgement[row] = early;
  }
  return judgement;
}

function anyAnswer(rows: number, columns: readonly Float64Array[]): Uint8Array {
  const any = new Uint8Array(rows);
  for (const values of columns) {
    for (let row = 0; row < rows; row++) if (!Number.isNaN(values[row])) any[row] = 1;
  }
  return any;
}
