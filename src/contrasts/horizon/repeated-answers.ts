/**
 * Two answers of one customer to the same question, some time apart.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { ScoreName } from '../../dataset/model.ts';
import { oneScale } from '../../metrics/estimators/one-scale.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { recommendations } from '../../metrics/experience/followed-answers.ts';

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

/** Answers of known customers to a question in one survey after the other, those of a customer together. */
export interface CustomerAnswers {
  readonly customer: Int32Array;
  /** Code of the survey; −1 = none named. Within a customer rising, and within a survey answers are in the order of time. */
  readonly survey: Int32Array;
  readonly at: Float64Array;
  readonly value: Float64Array;
}

/** The answers to a question that lie within a period; to one scale, and to the question itself, not to items. */
export function customerAnswers(dataset: Dataset, { start, end }: Period, score: ScoreName): CustomerAnswers {
  const { at, values } = score === 'nps' ? recommendations(dataset) : oneScale(dataset, score).sample;
  const customer = dataset.responses?.customer ?? new Int32Array(0);
  const item = dataset.responses?.item ?? new Uint8Array(0);
  const survey = dataset.responses?.columns.survey?.codes ?? new Int32Array(customer.length);
  const rows = new Int32Array(at.length);
  let [first, count, who] = [0, 0, -1];
  for (let row = 0; row < at.length && (customer[row] as number) >= 0; row++) {
    const value = values[row] as number;
    const moment = at[row] as number;
    if (Number.isNaN(value) || value === ABSENT || item[row] === 1 || !(moment >= start && moment < end)) continue;
    if (customer[row] !== who) first = count;
    who = customer[row] as number;
    // Answers come in the order of time: each goes behind those of its survey.
    let place = count++;
    while (place > first && (survey[rows[place - 1] as number] as number) > (survey[row] as number)) {
      rows[place] = rows[place - 1] as number;
      place--;
    }
    rows[place] = row;
  }
  const found = {
    customer: new Int32Array(count),
    survey: new Int32Array(count),
    at: new Float64Array(count),
    value: new Float64Array(count),
  };
  for (let place = 0; place < count; place++) {
    const row = rows[place] as number;
    found.customer[place] = customer[row] as number;
    found.survey[place] = survey[row] as number;
    found.at[place] = at[row] as number;
    found.value[place] = values[row] as number;
  }
  return found;
}

/**
 * The latest two answers of each customer to one survey that lie more than `over` and at most `upTo` days apart; of several
 * earlier answers the one nearest to the later.
 */
export function answerPairs({ customer, survey, at, value }: CustomerAnswers, over: number, upTo: number): AnswerPairs {
  const pairs: AnswerPairs = { customer: [], first: [], second: [] };
  let kept = Number.NEGATIVE_INFINITY;
  for (let start = 0, end = 0; start < customer.length; start = end) {
    while (end < customer.length && customer[end] === customer[start] && survey[end] === survey[start]) end++;
    const found = latestPair(at.subarray(start, end), over, upTo);
    if (found === null) continue;
    const [first, second] = found;
    const isAnother = pairs.customer.at(-1) !== customer[start];
    const moment = at[start + second] as number;
    if (!isAnother && moment <= kept) continue;
    kept = moment;
    const place = isAnother ? pairs.customer.length : pairs.customer.length - 1;
    pairs.customer[place] = customer[start] as number;
    pairs.first[place] = value[start + first] as number;
    pairs.second[place] = value[start + second] as number;
  }
  return pairs;
}

/** Places of two moments so far apart, the moments rising; null where there are none. */
function latestPair(at: Float64Array, over: number, upTo: number): readonly [first: number, second: number] | null {
  // Both move backwards only: what lies far enough before a moment lies further back for an earlier one.
  let first = at.length - 1;
  for (let second = at.length - 1; second > 0; second--) {
    const gap = () => ((at[second] as number) - (at[first] as number)) / DAY_MS;
    while (first >= 0 && gap() <= over) first--;
    if (first < 0) return null;
    if (gap() <= upTo) return [first, second];
  }
  return null;
}
