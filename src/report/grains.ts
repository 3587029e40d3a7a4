/**
 * The grains at which figures are published.
 */
import type { Grain } from '../calendar/period.ts';
import type { ReportConfig } from '../config/report.schema.ts';

/**
 * Overall figures have every grain; those of one value of a dimension all periods together and the report's grain.
 *
 * @param merged whether the months of the metric are shown as quarters: where the report counts in months, its
 *   breakdowns then need quarters.
 */
export function publishedGrains(
  config: ReportConfig,
  figures: 'overall' | 'by dimension',
  merged = false,
): readonly Grain[] {
  if (figures === 'overall') return ['all', 'year', 'quarter', 'month'];
  return merged && config.grain === 'month' ? ['all', 'quarter', 'month'] : ['all', config.grain];
}
