/**
 * Weights are given to all answers of a file or to none: an answer without one would count as what nobody decided.
 */
import { Mistake } from '../config/mistake.ts';
import type { Judgement } from './reasons.ts';
import type { Draft } from './rules/draft.ts';

/**
 * @param judgement of each row; only rows that are kept count.
 * @param records record number of each row.
 * @throws Mistake when some answers of the file have a weight and others none. Invitations without an answer need none.
 */
export function refuseMissingWeights(file: string, draft: Draft, judgement: Judgement, records: Uint32Array): void {
  const weight = draft.column('weight', 'number');
  const answered = draft.column('submitted_at', 'instant');
  if (weight === undefined || answered === undefined) return;
  let [given, missing, first] = [0, 0, -1];
  for (let row = 0; row < draft.rows; row++) {
    if (judgement[row] !== 0 || Number.isNaN(answered[row])) continue;
    if (!Number.isNaN(weight[row])) given++;
    else if (missing++ === 0) first = row;
  }
  if (given === 0 || missing === 0) return;
  throw new Mistake({
    what:
      missing === 1
        ? 'An answer has no weight, while others have one'
        : `${missing} answers have no weight, while others have one`,
    file,
    record: records[first] as number,
    field: 'weight',
    found: `${given} ${given === 1 ? 'answer' : 'answers'} with a weight`,
    expected: 'a weight for every answer, or for none',
    remedy: 'Fill in the weights that are missing (1 for an answer that stands for one), or leave the column out.',
  });
}
