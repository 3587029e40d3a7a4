/**
 * Which periods lie before and after an action.
 */
import type { Period } from '../../calendar/period.ts';
import { yearEarlier } from '../../calendar/periods.ts';

export interface BeforeAndAfter {
  /** Null where the data hold no complete period that ended before the start. */
  readonly before: Period | null;
  /** Null where no period that began since is complete. */
  readonly after: Period | null;
  /** Whether before and after are the same part of their years, so that a season cannot be taken for a change. */
  readonly isSameSeason: boolean;
}

/**
 * The last complete period that began on the day or later, and the same period of the year before where it was over by
 * then, else the last one that was. The period in which the action began belongs to neither side.
 *
 * @param periods of one grain, in order of time.
 * @param start first moment of the day on which the action began, epoch milliseconds.
 */
export function beforeAndAfter(periods: readonly Period[], start: number): BeforeAndAfter {
  const complete = periods.filter(({ partial }) => !partial);
  const after = complete.findLast((period) => period.start >= start) ?? null;
  const earlier = complete.filter((period) => period.end <= start);
  const sameSeason = after === null ? undefined : earlier.find(({ code }) => code === yearEarlier(after));
  return {
    before: sameSeason ?? earlier.at(-1) ?? null,
    after,
    isSameSeason: sameSeason !== undefined,
  };
}
