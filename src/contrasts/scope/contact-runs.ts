/**
 * Customers by how many contacts they rated, and whether they rated every one well.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { positiveAnswers } from '../../metrics/estimators/positive-answers.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';

/** One entry a customer; an answer of somebody unknown is a customer of its own. */
export interface ContactRuns {
  /** Number of ratings, at least 1. */
  readonly ratings: Int32Array;
  /** How many of them were positive. */
  readonly positive: Int32Array;
  /** Of every response the place of its customer's entry; −1 = no rating that counts. */
  readonly ofRow: Int32Array;
}

/** The ratings of contacts within a period, by customer. */
export function contactRuns(dataset: Dataset, { start, end }: Period): ContactRuns {
  const { at, values } = positiveAnswers(dataset, 'csat');
  const customer = dataset.responses?.customer ?? new Int32Array(0);
  const item = dataset.responses?.item ?? new Uint8Array(0);
  const ratings = new Int32Array(values.length);
  const positive = new Int32Array(values.length);
  const ofRow = new Int32Array(values.length).fill(-1);
  let [count, who] = [0, -1];
  for (let row = 0; row < values.length; row++) {
    const moment = at[row] as number;
    if (values[row] === ABSENT || item[row] === 1 || !(moment >= start && moment < end)) continue;
    if ((customer[row] as number) < 0 || customer[row] !== who) count++;
    who = customer[row] as number;
    const place = count - 1;
    ratings[place] = (ratings[place] as number) + 1;
    positive[place] = (positive[place] as number) + (values[row] as number);
    ofRow[row] = place;
  }
  return { ratings: ratings.subarray(0, count), positive: positive.subarray(0, count), ofRow };
}
