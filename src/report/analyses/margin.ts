/**
 * How large a difference has to be to matter in an analysis.
 */
import type { Analysis } from '../../metrics/analysis.ts';
import type { ReportContext } from '../context.ts';

/** The smallest difference that matters: the configuration's, else the analysis' own. */
export function analysisMargin({ config }: ReportContext, { id, margin }: Analysis<object>): number | null {
  return config.margins[id] ?? margin;
}

/**
 * The same of an analysis whose sentences compare, which always has one.
 *
 * @throws Error for an analysis without a margin: what it finds may not be compared.
 */
export function comparedFrom(context: ReportContext, analysis: Analysis<object>): number {
  const margin = analysisMargin(context, analysis);
  if (margin === null) throw new Error(`${analysis.id} compares without a margin`);
  return margin;
}
