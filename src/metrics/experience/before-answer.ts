/**
 * What customers met with and said of it before they said whether they would recommend.
 */

import { DAY_MS } from '../../calendar/civil.ts';
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { periodOfRows } from '../estimators/period-of-rows.ts';
import { ABSENT } from '../estimators/sample.ts';
import { once } from '../once.ts';
import { npsAnswers } from './nps-answers.ts';

/** Ratings older than this say little of the relationship at the time of the answer. */
export const DAYS_BEFORE = 180;

/** Answers to the recommendation question: the latest of each customer in each period. */
export interface LatestAnswers {
  /** Row of each answer in the responses, in the order of customers. */
  readonly row: Int32Array;
  /** Index of the period that each counts in. */
  readonly period: Int32Array;
}

/**
 * The latest answer of every known customer in every period.
 *
 * Answers of customers who are not known stand alone: nothing went before them.
 */
export function latestAnswers(dataset: Dataset, periods: readonly Period[]): LatestAnswers {
  const { sample } = npsAnswers(dataset);
  const { values, at } = sample;
  const customer = dataset.responses?.customer ?? new Int32Array(0);
  const item = dataset.responses?.item ?? new Uint8Array(0);
  const periodOf = periodOfRows(at, periods);
  const rows: number[] = [];
  const inPeriod: number[] = [];
  // Rows of one customer stand in the order of time, so those of one period follow each other.
  let open = -1;
  for (let row = 0; row < customer.length && (customer[row] as number) >= 0; row++) {
    const period = periodOf[row] as number;
    if (values[row] === ABSENT || item[row] === 1 || period < 0) continue;
    if (open >= 0 && (customer[rows[open] as number] as number) === customer[row] && inPeriod[open] === period) {
      rows[open] = row;
      continue;
    }
    open = rows.push(row) - 1;
    inPeriod.push(period);
  }
  return { row: Int32Array.from(rows), period: Int32Array.from(inPeriod) };
}

/** First row of every customer in a table, and one past the last; by customer number. */
function firstRowsOf(customer: Int32Array, customerCount: number): Int32Array {
  const first = new Int32Array(customerCount + 1);
  for (const who of customer) if (who >= 0) first[who + 1] = (first[who + 1] as number) + 1;
  for (let who = 0; who < customerCount; who++) first[who + 1] = (first[who + 1] as number) + (first[who] as number);
  return first;
}

const firstResponses = once(({ responses, customerCount }: Dataset) =>
  firstRowsOf(responses?.customer ?? new Int32Array(0), customerCount),
);
const firstTickets = once(({ tickets, customerCount }: Dataset) =>
  firstRowsOf(tickets?.customer ?? new Int32Array(0), customerCount),
);

/**
 * The responses of the same customer in the days before an answer, in the order of time.
 *
 * @param answer row of the answer.
 * @param visit called for every row from `days` days before it to the moment before it; item answers included.
 */
export function forEachBefore(dataset: Dataset, answer: number, days: number, visit: (row: number) => void): void {
  const { responses } = dataset;
  const at = responses?.columns.submitted_at;
  if (responses === null || at === undefined) return;
  const until = at[answer] as number;
  const from = until - days * DAY_MS;
  for (let row = firstResponses(dataset)[responses.customer[answer] as number] as number; row < answer; row++) {
    const moment = at[row] as number;
    if (moment >= from && moment < until) visit(row);
  }
}

/** The tickets that the same customer's contacts opened in the days before an answer, in the order of time. */
export function forEachTicketBefore(
  dataset: Dataset,
  answer: number,
  days: number,
  visit: (ticket: number) => void,
): void {
  const { responses } = dataset;
  const until = responses?.columns.submitted_at?.[answer];
  if (responses === null || until === undefined) return;
  forEachTicketOf(dataset, responses.customer[answer] as number, until - days * DAY_MS, until, visit);
}

/** The tickets of a customer that were created from one moment on and before another, in the order of time. */
export function forEachTicketOf(
  dataset: Dataset,
  customer: number,
  from: number,
  until: number,
  visit: (ticket: number) => void,
): void {
  const created = dataset.tickets?.columns.created_at;
  if (created === undefined) return;
  const first = firstTickets(dataset);
  for (let row = first[customer] as number; row < (first[customer + 1] as number); row++) {
    const moment = created[row] as number;
    if (moment >= from && moment < until) visit(row);
  }
}
