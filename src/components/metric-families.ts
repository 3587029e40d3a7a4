import type { MetricCard } from '../report/types/metric-card.ts';

/** Metrics in their order, each followed at once by its variants. */
export function inFamilies(metrics: readonly MetricCard[]): readonly MetricCard[] {
  const ids = new Set(metrics.map(({ id }) => id));
  return metrics
    .filter(({ variantOf }) => !ids.has(variantOf))
    .flatMap((lead) => [lead, ...metrics.filter(({ variantOf }) => variantOf === lead.id)]);
}
