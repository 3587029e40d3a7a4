/**
 * Reasons that are final for the record, not only for its row: merged, deleted, spam, a test.
 *
 * Exports overlap: the same ticket stands in an earlier file as an open one. What was merged or deleted once must not
 * live on as that earlier state, so the identifiers of such rows are handed on.
 */
import type { IdColumn } from '../dataset/column.ts';
import { type Judgement, type Reason, reasonCode } from './reasons.ts';

/** A partial answer can be completed later; all other reasons are final. */
export const FINAL_REASONS: readonly Reason[] = [
  'test',
  'preview',
  'duplicate',
  'no_request',
  'spam',
  'merged',
  'deleted',
];

/**
 * The identifiers of rows that were judged to be no data, and of those that rules set aside before they were read.
 *
 * @param own identifiers of the rows judged.
 * @param sifted identifiers of the rows set aside by rules; null = none.
 * @returns null when there are none.
 */
export function retiredIds(own: IdColumn | undefined, judgement: Judgement, sifted: IdColumn | null): IdColumn | null {
  const final = new Set(FINAL_REASONS.map(reasonCode));
  const rows: number[] = [];
  for (let row = 0; own !== undefined && row < judgement.length; row++) {
    if (judgement[row] !== 0 && final.has(judgement[row] as number)) rows.push(row);
  }
  const before = sifted?.low.length ?? 0;
  if (rows.length + before === 0) return null;
  const ids = { high: new Uint32Array(rows.length + before), low: new Uint32Array(rows.length + before) };
  for (const word of ['high', 'low'] as const) {
    if (sifted !== null) ids[word].set(sifted[word]);
    ids[word].set(
      rows.map((row) => own?.[word][row] as number),
      before,
    );
  }
  return ids;
}
