/**
 * What happened when, for charts over time.
 */
import { startOfDate } from '../../calendar/zone.ts';
import { breaksOf } from '../breaks.ts';
import type { ReportContext } from '../context.ts';
import { concerns } from '../names.ts';
import type { Estimate } from '../types/estimate.ts';
import type { ChartEvent } from '../types/figure-base.ts';

/** Events that concern the metric, and breaks in its series, within the time that the points cover, in order of time. */
export function eventsWithin(context: ReportContext, metricId: string, points: readonly Estimate[]): ChartEvent[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const breaks = breaksOf(context, metricId).map(({ at, date, what }) => ({
    at,
    date,
    label: `Definition changed: ${what}`,
    isBreak: true as const,
  }));
  const events = context.config.events
    .filter(({ metrics }) => metrics === undefined || metrics.some((name) => concerns(context, name, metricId)))
    .map((event) => ({
      at: startOfDate(context.config.time_zone, event.date),
      date: event.date,
      label: event.label,
      ...(event.link === undefined ? {} : { link: event.link }),
    }));
  return [...events, ...breaks]
    .filter(({ at }) => at >= first.period.start && at < last.period.end)
    .sort((a, b) => a.at - b.at);
}
