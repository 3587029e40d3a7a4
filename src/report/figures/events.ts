/**
 * What happened when, for charts over time.
 */
import { startOfDate } from '../../calendar/zone.ts';
import { sameName } from '../../config/values.ts';
import { cardOf, type ReportContext } from '../context.ts';
import { resolveMetric } from '../names.ts';
import { type Estimate, LENSES } from '../types/estimate.ts';
import type { ChartEvent } from '../types/figure-base.ts';

/** Events that concern the metric and fall into the time that the points cover, in order of time. */
export function eventsWithin(context: ReportContext, metricId: string, points: readonly Estimate[]): ChartEvent[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  return context.config.events
    .filter(({ metrics }) => metrics === undefined || metrics.some((name) => isOf(context, metricId, name)))
    .map((event) => ({
      at: startOfDate(context.config.time_zone, event.date),
      date: event.date,
      label: event.label,
      ...(event.link === undefined ? {} : { link: event.link }),
    }))
    .filter(({ at }) => at >= first.period.start && at < last.period.end);
}

/** Whether a name of an event means the metric: its own, that of the metric it stands beside, or its panel’s. */
function isOf(context: ReportContext, metricId: string, name: string): boolean {
  if (sameName(name) === cardOf(context, metricId).lens) return true;
  if ((LENSES as readonly string[]).includes(sameName(name))) return false;
  const id = resolveMetric(context, name);
  return id === metricId || id === context.metrics.get(metricId)?.variantOf;
}
