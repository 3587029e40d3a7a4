/**
 * Answers of customers who can be followed for some time: who of them left.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { ScoreName } from '../../dataset/model.ts';
import { leavingMoments } from '../customer-span.ts';
import { oneScale } from '../estimators/one-scale.ts';
import { ABSENT } from '../estimators/sample.ts';
import { once } from '../once.ts';
import { npsAnswers } from './nps-answers.ts';

/** One answer a customer, from which the clock runs. */
export interface FollowedAnswers {
  /** Row of each answer in the responses, in the order of customers. */
  readonly row: Int32Array;
  readonly answers: Float64Array;
  /** 1 where the customer left within the days that follow, else 0. */
  readonly left: Uint8Array;
}

/**
 * The latest answer of each customer that can be followed for long enough, and whether the customer left.
 *
 * The clock starts at the answer: a customer who had left before it, or whose days are not over, is not counted, so
 * that everybody has the same chance to leave.
 *
 * @param days for how long a customer is followed.
 */
export function followedAnswers(dataset: Dataset, all: Period, score: ScoreName, days: number): FollowedAnswers {
  const { responses } = dataset;
  const { at, values } = score === 'nps' ? recommendations(dataset) : oneScale(dataset, score).sample;
  const leavings = leavingMoments(dataset);
  const latest = dataset.extractEnd - days * DAY_MS;
  const rows: number[] = [];
  const left: number[] = [];
  let last = -1;
  for (let row = 0; row < at.length; row++) {
    const who = responses?.customer[row] ?? -1;
    if (who < 0) break;
    const answer = values[row] as number;
    const moment = at[row] as number;
    const leftAt = leavings[who] as number;
    const counts =
      responses?.item[row] === 0 &&
      !Number.isNaN(answer) &&
      answer !== ABSENT &&
      moment >= all.start &&
      moment <= latest &&
      leftAt > moment;
    if (!counts) continue;
    const place = last === who ? rows.length - 1 : rows.length;
    rows[place] = row;
    left[place] = Number(leftAt <= moment + days * DAY_MS);
    last = who;
  }
  return {
    row: Int32Array.from(rows),
    answers: Float64Array.from(rows, (row) => values[row] as number),
    left: Uint8Array.from(left),
  };
}

/** The recommendation question from 0 to 10, where `npsAnswers` knows only its three groups. */
export const recommendations = once((dataset: Dataset) => {
  const { sample } = npsAnswers(dataset);
  const scores = dataset.responses?.columns.nps?.values ?? new Float64Array(0);
  return {
    at: sample.at,
    values: Float64Array.from(scores, (value, row) => (sample.values[row] === ABSENT ? Number.NaN : value)),
  };
});
