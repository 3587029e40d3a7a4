/**
 * Periods of the calendar: the whole report, years, quarters and months, in one time zone.
 */

/** The length of a period. `all` is everything the data cover. */
export type Grain = 'all' | 'year' | 'quarter' | 'month';

/** A stretch of local time, from `start` (inclusive) to `end` (exclusive), both epoch milliseconds. */
export interface Period {
  /** `all`, `2026`, `2026-Q2` or `2026-06`. */
  readonly code: string;
  readonly grain: Grain;
  readonly start: number;
  readonly end: number;
  /** How prose names it: `2026`, `April to June 2026`, `June 2026`; for `all` the two dates. */
  readonly label: string;
  /** True when the data do not cover all of it, at either end. */
  readonly partial: boolean;
}

/** The period as a sentence names it after its verb: `in April to June 2026`, `from 5 May 2017 to 31 May 2018`, `on 5 May 2017`. */
export function during(period: Pick<Period, 'grain' | 'label'>): string {
  if (period.grain !== 'all') return `in ${period.label}`;
  return period.label.includes(' to ') ? `from ${period.label}` : `on ${period.label}`;
}
