/**
 * The grains at which figures are published.
 */
import type { Grain } from '../calendar/period.ts';
import type { ReportConfig } from '../config/report.schema.ts';

/** Overall figures have every grain; those of one value of a dimension all periods together and the report's grain. */
export function publishedGrains(config: ReportConfig, figures: 'overall' | 'by dimension'): readonly Grain[] {
  return figures === 'overall' ? ['all', 'year', 'quarter', 'month'] : ['all', config.grain];
}
