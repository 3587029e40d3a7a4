/**
 * Metrics as pages show them.
 */

import type { Metric } from '../metrics/definition.ts';
import { INTERVALS } from '../metrics/intervals.ts';
import { definitionPrint } from './editions/definition-print.ts';
import { hasDistribution } from './figures/distribution.ts';
import { hasCurve } from './figures/durations.ts';
import type { IntervalCard, MetricCard } from './types/metric-card.ts';
import { capitalised } from './wording/capitalised.ts';
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
  const shown = `${minimumBase} customers`;
  const compared = metric.compare === null ? '' : `${metric.minimum.compare} ${metric.counts}`;
  const matters = margin === null ? '' : marginText(metric, margin, format);
  return {
    id: metric.id,
    version: metric.version ?? 1,
    print: definitionPrint(metric, basis),
    name: metric.name,
    label: metric.label,
    lens: metric.lens,
    question: metric.question,
    basis,
    definition: metric.definition,
    who: metric.who,
    date: metric.date,
    formula: metric.formula,
    tex: metric.tex,
    symbols: metric.symbols,
    unit: metric.unit,
    counts: metric.counts,
    direction: metric.direction,
    needs: metric.needs,
    minimum: `${shown} to be shown at all${compared === '' ? '' : `; ${compared} on each side to be compared`}.`,
    minimumShown: shown,
    minimumCompared: compared,
    interval: metric.interval,
    intervals: metric.intervals,
    margin: matters === '' ? 'None: it is a full count.' : `${capitalised(matters)}.`,
    matters,
    charts: chartsOf(metric),
    source: metric.source,
    elsewhere: metric.elsewhere,
    variantOf: metric.variantOf ?? '',
    available: missing === null,
    missing: missing ?? '',
    notes,
    href: `/methods/#${metric.id}`,
  };
}

/** The ways in which intervals are made, with their place on the methods page. */
export function intervalCards(): readonly IntervalCard[] {
  return INTERVALS.map((method) => ({ ...method, href: `/methods/#interval-${method.id}` }));
}

function marginText(metric: Metric, margin: number, format: Format): string {
  return metric.unit === 'duration' ? `a factor of ${margin.toFixed(2)}, up or down` : format.difference(margin);
}

function chartsOf({ id, dimensions }: Metric): string {
  return ['line', dimensions.length > 0 ? 'dots' : '', hasDistribution(id) ? 'bars' : '', hasCurve(id) ? 'curve' : '']
    .filter((chart) => chart !== '')
    .join(', ');
}
