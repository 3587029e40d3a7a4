/**
 * How large a difference has to be to matter in an analysis.
 */
import type { Analysis } from '../../metrics/analysis.ts';
import type { ReportContext } from '../context.ts';

/** The smallest difference that matters: the configuration's, else the analysis' own. */
export function analysisMargin({ config }: ReportContext, { id, margin }: Analysis<object>): number | null {
  return config.margins[id] ?? margin;
}
