/**
 * What customers said after tickets, by who dealt with the ticket.
 */
import type { Period } from '../calendar/period.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { positiveAnswers } from '../metrics/estimators/positive-answers.ts';
import { ABSENT } from '../metrics/estimators/sample.ts';
import { forEachTicketBefore } from '../metrics/experience/before-answer.ts';
import { npsAnswers } from '../metrics/experience/nps-answers.ts';
import { once } from '../metrics/once.ts';
import { HANDLED_BY, handlingOf } from '../metrics/service/handling.ts';
import { type Cases, noCases, topicsOfTickets } from './like-with-like.ts';

/** One case a customer. */
export interface HandledCases {
  /** Bot first, person second, by kind of ticket. */
  readonly cases: Cases;
  /** Tickets that both dealt with. */
  readonly mixed: { n: number; sum: number };
}

const satisfied = once((dataset: Dataset) => positiveAnswers(dataset, 'csat').values);

/** Whether customers were satisfied with a ticket: the latest rating of each. */
export function satisfiedWithTickets(dataset: Dataset, all: Period): HandledCases {
  return casesOfTickets(dataset, all, satisfied(dataset));
}

/**
 * The latest answer of each customer about a ticket of which it is known who dealt with it.
 *
 * @param value by row of the responses: 1 = has the outcome, 0 = has not, `ABSENT` = not asked.
 */
export function casesOfTickets(dataset: Dataset, all: Period, value: ArrayLike<number>): HandledCases {
  const add = collector(dataset);
  const { responses } = dataset;
  const at = responses?.columns.submitted_at;
  if (responses === null || at === undefined) return add.cases;
  for (let row = responses.rows - 1, done = -1; row >= 0; row--) {
    const who = responses.customer[row] as number;
    const ticket = responses.ticket[row] as number;
    const moment = at[row] as number;
    if (who < 0 || who === done || ticket < 0 || responses.item[row] === 1 || value[row] === ABSENT) continue;
    if (moment >= all.start && moment < all.end && add.take(who, ticket, value[row] as number)) done = who;
  }
  return add.cases;
}

/**
 * Whether customers are promoters: of each the latest answer that came at most so many days after a ticket, with the last
 * ticket before it.
 */
export function promotersAfterTickets(dataset: Dataset, all: Period, days: number): HandledCases {
  const add = collector(dataset);
  const { values: group, at } = npsAnswers(dataset).sample;
  const { customer, item } = dataset.responses ?? { customer: new Int32Array(0), item: new Uint8Array(0) };
  const handled = handlingOf(dataset);
  for (let answer = group.length - 1, done = -1; answer >= 0; answer--) {
    const who = customer[answer] as number;
    const moment = at[answer] as number;
    if (who < 0 || who === done || group[answer] === ABSENT || item[answer] === 1) continue;
    if (!(moment >= all.start && moment < all.end)) continue;
    let last = -1;
    forEachTicketBefore(dataset, answer, days, (ticket) => {
      if (handled[ticket] !== HANDLED_BY.unknown) last = ticket;
    });
    if (last >= 0 && add.take(who, last, group[answer] === 1 ? 1 : 0)) done = who;
  }
  return add.cases;
}

/** Sorts cases by who dealt with their ticket. */
function collector(dataset: Dataset) {
  const handled = handlingOf(dataset);
  const { ofTicket } = topicsOfTickets(dataset);
  const found: HandledCases = { cases: noCases(), mixed: { n: 0, sum: 0 } };
  return {
    cases: found,
    /** Whether the case counts. */
    take(customer: number, ticket: number, value: number): boolean {
      const by = handled[ticket];
      if (by === HANDLED_BY.unknown) return false;
      if (by === HANDLED_BY.mixed) {
        found.mixed.n++;
        found.mixed.sum += value;
        return true;
      }
      found.cases.customer.push(customer);
      found.cases.stratum.push(ofTicket[ticket] as number);
      found.cases.group.push(by === HANDLED_BY.human ? 1 : 0);
      found.cases.value.push(value);
      return true;
    },
  };
}
