/**
 * The two clocks on which waiting is measured, and which of them the data can give.
 */

import type { Dataset } from '../../dataset/dataset.ts';
import type { Clock } from '../../dataset/part.ts';
import type { Context } from '../definition.ts';
import { once } from '../once.ts';

/** Milliseconds that pass between two moments. */
export type ElapsedTime = (from: number, to: number) => number;

const calendarTime: ElapsedTime = (from, to) => to - from;

/**
 * Makes a function that prepares something once per dataset and clock.
 *
 * @throws Error when the business clock is asked for without business hours: callers check availability first.
 */
export function oncePerClock<V>(
  prepare: (dataset: Dataset, clock: Clock, elapsed: ElapsedTime) => V,
): (context: Context, clock: Clock) => V {
  const prepared = {
    calendar: once((elapsed: ElapsedTime) => once((dataset: Dataset) => prepare(dataset, 'calendar', elapsed))),
    business: once((elapsed: ElapsedTime) => once((dataset: Dataset) => prepare(dataset, 'business', elapsed))),
  };
  return ({ dataset, workingTime }, clock) => {
    const elapsed = clock === 'calendar' ? calendarTime : workingTime;
    if (elapsed === null) throw new Error('waiting on the business clock needs business hours');
    return prepared[clock](elapsed)(dataset);
  };
}

/**
 * Why waiting cannot be measured on a clock; null when it can.
 *
 * Moments give either clock. Minutes give only the clock they were counted on.
 *
 * @param moment field that holds when the wait ended, such as `first_response_at`.
 * @param minutes what minutes are called in words, such as `response minutes`.
 */
export function missingClock(
  { dataset, workingTime }: Context,
  clock: Clock,
  moment: 'first_response_at' | 'resolved_at',
  minutes: string,
): string | null {
  if (clock === 'business' && workingTime === null) {
    return 'no opening hours are configured: set `business_hours` in `content/report.yaml`';
  }
  const { tickets } = dataset;
  if (tickets === null || tickets.columns[moment] !== undefined || tickets.clock === clock) return null;
  return `the ${minutes} run on the ${tickets.clock} clock, and no ticket export has the field \`${moment}\``;
}
