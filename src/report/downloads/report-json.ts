/**
 * `data/report.json`: what the report is made of, for machines.
 */
import type { MetricCard } from '../types/metric-card.ts';
import type { Report } from '../types/report.ts';

/** Two-space JSON with a final line feed; nothing in it depends on when or where the report was built. */
export function reportJson(
  report: Pick<Report, 'identity' | 'metrics' | 'sources' | 'matching'>,
  cutoff: string,
): string {
  const { identity, metrics, sources, matching } = report;
  const document = {
    title: identity.title,
    organisation: identity.organisation,
    cutoff,
    timeZone: identity.timeZone,
    grain: identity.grain,
    minimumBase: identity.minimumBase,
    sources,
    matching,
    metrics: metrics.map(metricEntry),
    contrasts: [],
    claims: [],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function metricEntry(metric: MetricCard) {
  const { id, name, lens, question, definition, formula, unit, direction, needs, available, missing } = metric;
  return { id, name, lens, question, definition, formula, unit, direction, needs, available, missing };
}
