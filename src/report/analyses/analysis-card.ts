/**
 * Analyses as pages show them: cards like those of metrics.
 */
import { type Analysis, isLack } from '../../metrics/analysis.ts';
import { definitionPrint } from '../editions/definition-print.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { capitalised } from '../wording/capitalised.ts';
import type { Format } from '../wording/format.ts';

/**
 * @param result what the analysis found, or what it lacks.
 * @param charts how it is drawn, in a word or two.
 * @param href site path of its definition, without base.
 */
export function analysisCard(
  analysis: Analysis<object>,
  result: object,
  charts: string,
  margin: number | null,
  minimumBase: number,
  format: Format,
  href: string,
): MetricCard {
  const { analyse: _, margin: __, ...described } = analysis;
  const matters = margin === null ? '' : format.difference(margin);
  return {
    ...described,
    version: analysis.version ?? 1,
    print: definitionPrint(analysis, ''),
    basis: '',
    minimumShown: `${minimumBase} customers`,
    minimumCompared: analysis.minimum.replace(/\.$/, ''),
    intervals: [],
    margin: matters === '' ? 'None: nothing is compared.' : `${capitalised(matters)}.`,
    matters,
    charts,
    variantOf: '',
    available: !isLack(result),
    missing: isLack(result) ? result.lacks : '',
    notes: [],
    href,
  };
}
