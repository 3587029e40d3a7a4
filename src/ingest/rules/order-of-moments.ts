/**
 * Whether something ends before it begins.
 */
import { DAY_MS } from '../../calendar/civil.ts';

/** Moments of one field, and whether all of them are dates without a time of day. */
export interface Moments {
  readonly at: Float64Array;
  readonly dateOnly: boolean;
}

/** A date without a time may be any moment of its day; a missing moment is before nothing. */
export function endsBefore(start: Moments, end: Moments, row: number): boolean {
  const latest = (end.at[row] as number) + (end.dateOnly ? DAY_MS - 1 : 0);
  return latest < (start.at[row] as number);
}
