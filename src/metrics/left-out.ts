/**
 * How a metric says what it left out.
 */

/**
 * A note such as `1,312 tickets without a customer are not counted`; none when nothing was left out.
 *
 * @param one what stands after a count of one: `ticket without a customer is not counted`.
 * @param many what stands after any other count: `tickets without a customer are not counted`.
 */
export function leftOut(count: number, one: string, many: string): readonly string[] {
  return count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`];
}

/** The note about tickets whose moments are dates: no wait in hours can be told. */
export function datedByDay(tickets: number): readonly string[] {
  return leftOut(
    tickets,
    'ticket with a date in place of a moment is not counted',
    'tickets with a date in place of a moment are not counted',
  );
}
