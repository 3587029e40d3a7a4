/**
 * Sets up what every part of the report works from.
 */
import { workingClock } from '../calendar/business-hours.ts';
import { formatDate } from '../calendar/dates.ts';
import type { Grain, Period } from '../calendar/period.ts';
import { periodsBetween } from '../calendar/periods.ts';
import type { ReportConfig } from '../config/report.schema.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Metric, Context as MetricContext } from '../metrics/definition.ts';
import { METRICS } from '../metrics/registry.ts';
import { metricCard } from './card.ts';
import type { ReportContext } from './context.ts';
import type { MetricCard } from './types/metric-card.ts';
import { formatOf } from './wording/format.ts';

/** With another window than seven days, first-contact resolution over that window leads its section. */
function withChosenWindow(metric: Metric, days: number): Metric {
  const lead = `fcr_${days}d_any`;
  if (metric.id !== 'fcr_7d_any' && metric.variantOf !== 'fcr_7d_any') return metric;
  if (metric.id !== lead) return { ...metric, variantOf: lead };
  const { variantOf: _, ...leading } = metric;
  return leading;
}

/** Everything that the report's parts share, from the linked data and the configuration. */
export function reportContext(dataset: Dataset, config: ReportConfig): ReportContext {
  const zone = config.time_zone;
  const periodsOf = (grain: Grain): Period[] => periodsBetween({ grain, ...dataset.coverage, zone });
  const metricContext: MetricContext = {
    dataset,
    timeZone: zone,
    workingTime:
      config.business_hours === undefined
        ? null
        : workingClock({ zone, week: config.business_hours, holidays: config.holidays }),
  };
  const marginOf = (metric: Metric): number | null => config.margins[metric.id] ?? metric.margin;
  const formats = new Map(
    METRICS.map((metric) => [metric.id, formatOf(metric.unit, config.locale, marginOf(metric))] as const),
  );
  const describe = (metric: Metric): MetricCard => {
    const missing = metric.unavailable(metricContext);
    return metricCard(metric, {
      missing,
      basis: missing === null ? (metric.basis?.(metricContext, 'overall') ?? []).join('; ') : '',
      notes: missing === null ? (metric.notes?.(metricContext) ?? []) : [],
      margin: marginOf(metric),
      minimumBase: config.minimum_base,
      format: formatOf(metric.unit, config.locale, marginOf(metric)),
    });
  };
  let cards: ReadonlyMap<string, MetricCard> | undefined;
  return {
    config,
    metricContext,
    metrics: new Map(METRICS.map((metric) => [metric.id, withChosenWindow(metric, config.fcr_window_days)])),
    get cards() {
      // Notes count what metrics leave out: on large data the threads that compute figures can do without.
      cards ??= new Map(METRICS.map((metric) => [metric.id, describe(metric)]));
      return cards;
    },
    formats,
    periods: {
      all: periodsOf('all'),
      year: periodsOf('year'),
      quarter: periodsOf('quarter'),
      month: periodsOf('month'),
    },
    cutoff: formatDate(zone, dataset.coverage.end - 1),
  };
}
