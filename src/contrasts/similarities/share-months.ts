/**
 * Shares month by month, for charts that tell a signal from chance.
 */

import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { whoseRow } from '../../dataset/whose-row.ts';
import { periodOfRows } from '../../metrics/estimators/period-of-rows.ts';
import { ABSENT, moments } from '../../metrics/estimators/sample.ts';

/** One period: of `n` responses `sum` count, and these customers stand behind all of them. */
export interface ShareMonth {
  readonly n: number;
  readonly sum: number;
  readonly customers: number;
}

/**
 * One entry a period, in their order.
 *
 * @param values by row of the responses 1 for what counts, 0 for what does not, `ABSENT` for what is not in it.
 */
export function shareMonths(dataset: Dataset, values: Int8Array, periods: readonly Period[]): ShareMonth[] {
  const inPeriod = periodOfRows(moments(dataset, 'responses.submitted_at'), periods);
  const owner = dataset.responses?.customer ?? new Int32Array(0);
  const found = periods.map(() => ({ n: 0, sum: 0, who: new Set<number>() }));
  for (let row = 0; row < values.length; row++) {
    const month = found[inPeriod[row] as number];
    if (month === undefined || values[row] === ABSENT) continue;
    month.n++;
    month.sum += values[row] as number;
    month.who.add(whoseRow(owner, row));
  }
  return found.map(({ n, sum, who }) => ({ n, sum, customers: who.size }));
}
