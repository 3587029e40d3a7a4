/**
 * What recorded editions, which stay online, kept back: as long as a small group is hidden, so must be what hides it.
 */
import { startOfDate } from '../../calendar/zone.ts';
import type { Edition } from '../editions/edition.schema.ts';
import { recordedFigure } from '../editions/recorded.ts';

export interface RecordedFigures {
  /** Whether an edition kept the figure of a period back that was complete then. */
  keptBack(metric: string, dimension: string, value: string, period: RecordedPeriod): boolean;
}

interface RecordedPeriod {
  readonly code: string;
  readonly grain: string;
  readonly end: number;
}

export function recordedFigures(editions: readonly Edition[], zone: string): RecordedFigures {
  const known = editions.map((edition) => ({ edition, end: startOfDate(zone, edition.cutoff, 1) }));
  return {
    keptBack(metric, dimension, value, { code, grain, end }) {
      // What was not complete then has other rows now, and everything together has the rows of every new period.
      if (grain === 'all') return false;
      return known.some(
        (each) =>
          end <= each.end && recordedFigure(each.edition, metric, dimension, value, code)?.status === 'suppressed',
      );
    },
  };
}
