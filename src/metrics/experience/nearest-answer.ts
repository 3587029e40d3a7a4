/**
 * Answers of one customer that belong together because they lie close in time.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Dataset } from '../../dataset/dataset.ts';

/**
 * For every row of the responses the nearest answer of the same customer that counts: the row itself where it does, of
 * two equally near ones the earlier; −1 where none lies within `days`, and for rows without a moment. Rows without a
 * customer stand alone.
 *
 * @param counts which rows may be found.
 */
export function nearestAnswers(dataset: Dataset, counts: (row: number) => boolean, days: number): Int32Array {
  const { responses } = dataset;
  const rows = responses?.rows ?? 0;
  const nearest = new Int32Array(rows).fill(-1);
  const at = responses?.columns.submitted_at;
  if (responses === null || at === undefined) return nearest;
  const { customer } = responses;
  const answers = (row: number) => !Number.isNaN(at[row]) && counts(row);
  const gap = (a: number, b: number) => Math.abs((at[a] as number) - (at[b] as number));
  const within = (a: number, b: number) => gap(a, b) <= days * DAY_MS;
  // Rows of one customer stand together in the order of time: the nearest is the last before or the first after.
  let last = -1;
  for (let row = 0; row < rows; row++) {
    const isAnswer = answers(row);
    if (isAnswer) last = row;
    const isOwn = last >= 0 && (last === row || (customer[row] === customer[last] && (customer[row] as number) >= 0));
    if (isOwn && within(row, last)) nearest[row] = last;
  }
  let next = -1;
  for (let row = rows - 1; row >= 0; row--) {
    if (answers(row)) next = row;
    if (next < 0 || next === row || customer[row] !== customer[next] || (customer[row] as number) < 0) continue;
    const before = nearest[row] as number;
    if (within(row, next) && (before < 0 || gap(row, next) < gap(row, before))) nearest[row] = next;
  }
  return nearest;
}
