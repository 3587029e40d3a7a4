/**
 * Two answers of one customer to the same question, some time apart.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { ScoreName } from '../../dataset/model.ts';
import { oneScale } from '../../metrics/estimators/one-scale.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { recommendations } from '../../metrics/experience/followed-answers.ts';
import { DAY } from '../../metrics/service/solved-outcomes.ts';

/** Questions that are asked again and again, in the order in which they are shown. */
export const REPEATED: readonly (readonly [ScoreName, string])[] = [
  ['nps', 'Recommendation'],
  ['csat', 'Satisfaction'],
  ['ces', 'Ease'],
  ['emotion', 'Emotion'],
];

/** One pair a customer, in the order of customers. */
export interface AnswerPairs {
  /** Number of each customer. */
  readonly customer: number[];
  readonly first: number[];
  readonly second: number[];
}

/** All answers of known customers to a question, those of a customer in the order of time. */
export interface CustomerAnswers {
  readonly customer: Int32Array;
  readonly at: Float64Array;
  readonly value: Float64Array;
}

/** The answers to a question that lie within a period; to one scale, and to the question itself, not to items. */
export function customerAnswers(dataset: Dataset, { start, end }: Period, score: ScoreName): CustomerAnswers {
  const { at, values } = score === 'nps' ? recommendations(dataset) : oneScale(dataset, score).sample;
  const customer = dataset.responses?.customer ?? new Int32Array(0);
  const item = dataset.responses?.item ?? new Uint8Array(0);
  const rows: number[] = [];
  for (let row = 0; row < at.length && (customer[row] as number) >= 0; row++) {
    const value = values[row] as number;
    const moment = at[row] as number;
    if (!Number.isNaN(value) && value !== ABSENT && item[row] === 0 && moment >= start && moment < end) rows.push(row);
  }
  return {
    customer: Int32Array.from(rows, (row) => customer[row] as number),
    at: Float64Array.from(rows, (row) => at[row] as number),
    value: Float64Array.from(rows, (row) => values[row] as number),
  };
}

/**
 * The latest two answers of each customer that lie more than `over` and at most `upTo` days apart; of several earlier
 * answers the one nearest to the later.
 */
export function answerPairs({ customer, at, value }: CustomerAnswers, over: number, upTo: number): AnswerPairs {
  const pairs: AnswerPairs = { customer: [], first: [], second: [] };
  for (let start = 0, end = 0; start < customer.length; start = end) {
    while (end < customer.length && customer[end] === customer[start]) end++;
    // Both move backwards only: the earlier answer of an earlier one lies further back.
    let earlier = end - 1;
    for (let later = end - 1; later > start; later--) {
      const gap = () => ((at[later] as number) - (at[earlier] as number)) / DAY;
      while (earlier >= start && gap() <= over) earlier--;
      if (earlier < start) break;
      if (gap() > upTo) continue;
      pairs.customer.push(customer[start] as number);
      pairs.first.push(value[earlier] as number);
      pairs.second.push(value[later] as number);
      break;
    }
  }
  return pairs;
}
