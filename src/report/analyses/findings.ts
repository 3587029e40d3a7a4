/**
 * The differences that analyses found, to be judged together with the comparisons of their panel.
 */
import { isLack } from '../../metrics/analysis.ts';
import type { ReportContext } from '../context.ts';
import type { Finding } from '../family.ts';
import type { Lens } from '../types/estimate.ts';
import { analysisMargin } from './margin.ts';
import { VIEWS } from './views.ts';

/** Every difference that a sentence of the panel's analyses may speak of. */
export function analysisFindings(context: ReportContext, lens: Lens): Finding[] {
  return VIEWS.filter(({ analysis }) => analysis.lens === lens).flatMap((view) => {
    const result = context.analyses.result(view.analysis);
    const margin = analysisMargin(context, view.analysis);
    if (isLack(result) || margin === null) return [];
    return Object.entries(view.differences?.(result) ?? {})
      .filter(([, { difference, low, high }]) => [difference, low, high].every(Number.isFinite))
      .map(([name, difference]) => ({
        id: findingId(view.analysis.id, name),
        difference,
        margin,
        unit: view.analysis.unit,
      }));
  });
}

/** The id of one of an analysis' differences in the family of its panel. */
export function findingId(analysis: string, difference: string): string {
  return `${analysis} ${difference}`;
}
