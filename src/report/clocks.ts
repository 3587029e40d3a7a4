/**
 * Waits on both clocks, side by side. They are never subtracted: an hour of opening hours is no hour of the day.
 */
import type { Period } from '../calendar/period.ts';
import { cardOf, type ReportContext } from './context.ts';
import type { EstimateStore } from './estimates.ts';
import type { BothClocks, RelatedFigure } from './types/page.ts';

const QUANTILES = [
  ['Median', '_median'],
  ['90th percentile', '_p90'],
] as const;

/** The median and the 90th percentile of a wait on both clocks; null for other metrics and without business hours. */
export function bothClocks(
  context: ReportContext,
  store: EstimateStore,
  metricId: string,
  period: Period,
): BothClocks | null {
  const business = `${metricId}_business`;
  if (!context.metrics.has(business) || store.unavailable(business) !== null) return null;
  const figure = (id: string): RelatedFigure => ({
    metric: cardOf(context, id),
    latest: store.estimate(id, {}, period),
  });
  const clocks = `Calendar: ${cardOf(context, metricId).basis}. Business: ${cardOf(context, business).basis}.`;
  return {
    caption: `${period.label} on both clocks. ${clocks}`,
    rows: QUANTILES.map(([name, ending]) => {
      const id = metricId.replace(/_median$/, ending);
      return { name, calendar: figure(id), business: figure(`${id}_business`) };
    }),
  };
}
