/**
 * Whether something ends before it begins.
 */
import { DAY_MS } from '../../calendar/civil.ts';

/** Moments of one field, and which of them are dates without a time of day; null = none. */
export interface Moments {
  readonly at: Float64Array;
  readonly dates: Uint8Array | null;
}

/** A date without a time may be any moment of its day; a missing moment is before nothing. */
export function endsBefore(start: Moments, end: Moments, row: number): boolean {
  const latest = (end.at[row] as number) + (end.dates?.[row] === 1 ? DAY_MS - 1 : 0);
  return latest < (start.at[row] as number);
}
