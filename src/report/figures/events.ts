/**
 * What happened when, for charts over time.
 */
import { startOfDay } from '../../calendar/zone.ts';
import type { ReportContext } from '../context.ts';
import type { Estimate } from '../types/estimate.ts';
import type { ChartEvent } from '../types/figure-base.ts';

/** Events that fall into the time that the points cover, in the order of the configuration. */
export function eventsWithin(context: ReportContext, points: readonly Estimate[]): ChartEvent[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  return context.config.events
    .map((event) => ({
      // Midday of the named day in UTC lies in that day or next to it in every zone; its local start is the rule's place.
      at: startOfDay(context.config.time_zone, Date.parse(`${event.date}T12:00:00Z`)),
      date: event.date,
      label: event.label,
      ...(event.link === undefined ? {} : { link: event.link }),
    }))
    .filter(({ at }) => at >= first.period.start && at < last.period.end);
}
