/**
 * Metrics as pages show them.
 */
import type { Metric } from '../metrics/definition.ts';
import type { MetricCard } from './types/metric-card.ts';
import type { Format } from './wording/format.ts';

/** @param missing why the metric cannot be computed; null when it can. */
export function metricCard(
  metric: Metric,
  options: {
    readonly missing: string | null;
    readonly basis: string;
    readonly notes: readonly string[];
    readonly margin: number | null;
    readonly minimumBase: number;
    readonly format: Format;
  },
): MetricCard {
  const { missing, basis, notes, margin, minimumBase, format } = options;
  return {
    id: metric.id,
    name: metric.name,
    label: metric.label,
    lens: metric.lens,
    question: metric.question,
    basis,
    definition: metric.definition,
    formula: metric.formula,
    unit: metric.unit,
    counts: metric.counts,
    direction: metric.direction,
    needs: metric.needs,
    minimum: minimumText(metric, minimumBase),
    interval: metric.interval,
    margin: margin === null ? 'None: it is a full count.' : marginText(metric, margin, format),
    source: metric.source,
    available: missing === null,
    missing: missing ?? '',
    notes,
    href: `/methods/#${metric.id}`,
  };
}

function marginText(metric: Metric, margin: number, format: Format): string {
  return metric.unit === 'duration'
    ? `A change by the factor ${margin.toFixed(2)}, up or down.`
    : `${format.difference(margin)}.`;
}

function minimumText(metric: Metric, minimumBase: number): string {
  const shown = `${minimumBase} customers to be shown at all`;
  return metric.compare === null
    ? `${shown}.`
    : `${shown}; ${metric.minimum.compare} ${metric.counts} on each side to be compared.`;
}
