/**
 * Customers with a rating of a contact and, soon after it, an answer about the relationship.
 */

import type { Period } from '../calendar/period.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { positiveAnswers } from '../metrics/estimators/positive-answers.ts';
import { ABSENT } from '../metrics/estimators/sample.ts';
import { forEachBefore, latestAnswers } from '../metrics/experience/before-answer.ts';

/** One pair a customer. */
export interface RatingBeforeAnswer {
  /** Rows of the responses: the rating of the contact, and the answer to the recommendation question. */
  readonly rating: number;
  readonly answer: number;
}

/**
 * The latest answer of each customer to the recommendation question, with the last satisfaction rating in the `days`
 * before it; customers without such a rating are left out.
 */
export function ratingsBeforeAnswers(dataset: Dataset, all: Period, days: number): RatingBeforeAnswer[] {
  const { values } = positiveAnswers(dataset, 'csat');
  const item = dataset.responses?.item ?? new Uint8Array(0);
  const pairs: RatingBeforeAnswer[] = [];
  for (const answer of latestAnswers(dataset, [all]).row) {
    let rating = -1;
    forEachBefore(dataset, answer, days, (row) => {
      if (item[row] === 0 && values[row] !== ABSENT) rating = row;
    });
    if (rating >= 0) pairs.push({ rating, answer });
  }
  return pairs;
}
