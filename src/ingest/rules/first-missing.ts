/**
 * Rows that lack what makes them what they are.
 */
import { isMissingId } from '../../dataset/id-index.ts';
import { type Judgement, type Reason, reasonCode } from '../reasons.ts';
import type { Draft } from './draft.ts';

export interface Needed {
  readonly field: string;
  readonly type: 'id' | 'instant' | 'category' | 'score';
  /** Why a row without it is set aside. */
  readonly reason: Reason;
}

/** Each row by the first field that it lacks. */
export function judgeByNeeds(draft: Draft, needs: readonly Needed[]): Judgement {
  const judgement = new Uint8Array(draft.rows);
  for (const need of needs.toReversed()) {
    const isMissing = missingIn(draft, need);
    const code = reasonCode(need.reason);
    for (let row = 0; row < draft.rows; row++) if (isMissing(row)) judgement[row] = code;
  }
  return judgement;
}

function missingIn(draft: Draft, { field, type }: Needed): (row: number) => boolean {
  if (type === 'id') {
    const ids = draft.column(field, 'id');
    return (row) => ids === undefined || isMissingId(ids, row);
  }
  if (type === 'category') {
    const codes = draft.column(field, 'category')?.codes;
    return (row) => (codes?.[row] ?? -1) < 0;
  }
  const values = type === 'instant' ? draft.column(field, 'instant') : draft.column(field, 'score')?.values;
  return (row) => Number.isNaN(values?.[row] ?? Number.NaN);
}
