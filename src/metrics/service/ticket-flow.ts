/**
 * How tickets flow through a period: how many were open on average, how many arrived and how long they stayed (B11).
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Flow, flow } from '../../statistics/flow.ts';
import { moments } from '../estimators/sample.ts';
import { Tally } from '../estimators/tally.ts';
import { openSpans } from './open-tickets.ts';

export interface TicketFlow {
  /** In days of 24 hours. */
  readonly flow: Flow;
  /** Distinct customers of the tickets that were open within the period. */
  readonly customers: number;
  /** Those of the tickets that were open when the period began. */
  readonly openingCustomers: number;
}

/**
 * The flow of tickets through the part of a period that the data cover; null when they do not touch it.
 *
 * @throws Error when Little's law does not hold: a bug.
 */
export function ticketFlow(dataset: Dataset, { start, end }: Pick<Period, 'start' | 'end'>): TicketFlow | null {
  const from = Math.max(start, dataset.coverage.start);
  const to = Math.min(end, dataset.coverage.end);
  if (!(from < to)) return null;
  const created = moments(dataset, 'tickets.created_at');
  const { until } = openSpans(dataset);
  const customer = dataset.tickets?.customer ?? new Int32Array(0);
  const [all, opening] = [0, 1];
  const tally = new Tally(2);
  for (let row = 0; row < created.length; row++) {
    if (!((created[row] as number) < to && (until[row] as number) >= from)) continue;
    tally.add(all, customer[row] as number);
    if ((created[row] as number) < from) tally.add(opening, customer[row] as number);
  }
  return {
    flow: flow(created, until, from, to, DAY_MS),
    customers: tally.at(all).customers,
    openingCustomers: tally.at(opening).customers,
  };
}
