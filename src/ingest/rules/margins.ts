import { type Judgement, reasonCode } from '../reasons.ts';
import type { Draft } from './draft.ts';

/** A margin says of a dimension how often one value occurs: it needs all three. */
export function judgeMargins(draft: Draft): Judgement {
  const judgement = new Uint8Array(draft.rows);
  const [dimension, value] = [draft.column('dimension', 'category'), draft.column('value', 'category')];
  const count = draft.column('count', 'number');
  for (let row = 0; row < draft.rows; row++) {
    const isComplete =
      (dimension?.codes[row] ?? -1) >= 0 && (value?.codes[row] ?? -1) >= 0 && !Number.isNaN(count?.[row] ?? Number.NaN);
    if (!isComplete) judgement[row] = reasonCode('incomplete_margin');
  }
  return judgement;
}
