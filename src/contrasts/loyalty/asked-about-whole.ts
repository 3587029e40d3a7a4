/**
 * What customers said of the whole when they were first asked, and who of them said nothing.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { leavingMoments } from '../../metrics/customer-span.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { npsAnswers } from '../../metrics/experience/nps-answers.ts';

/** Customers are watched from so many days after the invitation: by then nearly all answers are there. */
export const ANSWERED_WITHIN = 14;

export const CLASSES = ['promoter', 'passive', 'detractor', 'silent'] as const;
export type AnswerClass = (typeof CLASSES)[number];

export interface AskedCustomer {
  readonly class: AnswerClass;
  /** Milliseconds from the moment on which the customer is watched to leaving or the end of the data. */
  readonly time: number;
  readonly left: boolean;
}

/**
 * Every customer of the list at the first invitation to answer the recommendation question that can be followed: by the
 * answer in the two weeks after it. Customers who left in these weeks are not in it.
 */
export function askedCustomers(dataset: Dataset): AskedCustomer[] {
  const { responses, extractEnd } = dataset;
  const { invited_at: invited, submitted_at: submitted } = responses?.columns ?? {};
  if (responses === null || invited === undefined || submitted === undefined) return [];
  const { values: group } = npsAnswers(dataset).sample;
  const isAsked = asksToRecommend(dataset, group);
  const left = leavingMoments(dataset);
  const asked: AskedCustomer[] = [];
  const add = (who: number, row: number, at: number) => {
    const from = at + ANSWERED_WITHIN * DAY_MS;
    const leaving = left[who] as number;
    if (!(leaving > from && from < extractEnd)) return;
    const isAnswered = group[row] !== ABSENT && (submitted[row] as number) <= from;
    asked.push({
      class: isAnswered ? (ANSWERS[(group[row] as number) + 1] ?? 'silent') : 'silent',
      time: Math.min(leaving, extractEnd) - from,
      left: leaving < extractEnd,
    });
  };
  for (let row = 0; row < responses.rows; ) {
    const who = responses.customer[row] as number;
    if (who < 0) break;
    let first = -1;
    let at = Number.POSITIVE_INFINITY;
    for (; row < responses.rows && responses.customer[row] === who; row++) {
      if (responses.item[row] !== 0 || !isAsked(row)) continue;
      // Who answered without a known invitation was asked then at the latest.
      const moment = Number.isNaN(invited[row]) ? (submitted[row] as number) : (invited[row] as number);
      if (moment < at) [first, at] = [row, moment];
    }
    if (first >= 0) add(who, first, at);
  }
  return asked;
}

const ANSWERS: readonly AnswerClass[] = ['detractor', 'passive', 'promoter'];

/** Whether a row is an invitation to, or an answer of, a survey that asks the recommendation question. */
function asksToRecommend({ responses }: Dataset, group: ArrayLike<number>): (row: number) => boolean {
  const survey = responses?.columns.survey;
  if (survey === undefined) return () => true;
  const asking = new Set<number>();
  for (let row = 0; row < group.length; row++) if (group[row] !== ABSENT) asking.add(survey.codes[row] as number);
  return (row) => asking.has(survey.codes[row] as number);
}
