/**
 * The two clocks on which waiting is measured, and which of them the data can give.
 */

import type { Dataset } from '../../dataset/dataset.ts';
import type { Clock } from '../../dataset/part.ts';
import type { Context, WorkingTime } from '../definition.ts';
import { once } from '../once.ts';

/** Milliseconds that pass for the ticket in a row between two moments. */
export type ElapsedTime = (row: number, from: number, to: number) => number;

const calendarTime: ElapsedTime = (_row, from, to) => to - from;

/** The clock of each ticket's own department; the usual one where it has no department or no hours of its own. */
function businessTime({ tickets }: Dataset, { usual, ofDepartment }: WorkingTime): ElapsedTime {
  const department = tickets?.columns.department;
  if (department === undefined || ofDepartment.size === 0) return (_row, from, to) => usual(from, to);
  const { codes } = department;
  const clocks = department.values.map((name) => ofDepartment.get(name) ?? usual);
  return (row, from, to) => (clocks[codes[row] as number] ?? usual)(from, to);
}

/**
 * Makes a function that prepares something once per dataset and clock.
 *
 * @throws Error when the business clock is asked for without business hours: callers check availability first.
 */
export function oncePerClock<V>(
  prepare: (dataset: Dataset, clock: Clock, elapsed: ElapsedTime) => V,
): (context: Context, clock: Clock) => V {
  const onCalendar = once((dataset: Dataset) => prepare(dataset, 'calendar', calendarTime));
  const onBusiness = once((workingTime: WorkingTime) =>
    once((dataset: Dataset) => prepare(dataset, 'business', businessTime(dataset, workingTime))),
  );
  return ({ dataset, workingTime }, clock) => {
    if (clock === 'calendar') return onCalendar(dataset);
    if (workingTime === null) throw new Error('waiting on the business clock needs business hours');
    return onBusiness(workingTime)(dataset);
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

/**
 * How a clock runs, in the words that stand beside a figure: `clock runs day and night`.
 *
 * Where no source has the moment, waits that have ended are minutes on the tool's own business hours.
 */
export function clockInWords(
  { dataset, workingTime }: Context,
  clock: Clock,
  moment: 'first_response_at' | 'resolved_at',
): string {
  if (clock === 'calendar') return 'clock runs day and night';
  const own = `clock runs in ${workingTime?.words ?? 'business hours'}`;
  return dataset.tickets?.columns[moment] === undefined
    ? `minutes of business hours as the tool counted them; for waits that have not ended the ${own}`
    : own;
}
