/**
 * Analyses as pages show them: cards like those of metrics.
 */
import { type Analysis, isLack } from '../../metrics/analysis.ts';
import type { MetricCard } from '../types/metric-card.ts';
import type { Format } from '../wording/format.ts';

/** @param result what the analysis found, or what it lacks. */
export function analysisCard(
  analysis: Analysis<object>,
  result: object,
  margin: number | null,
  format: Format,
): MetricCard {
  const {
    id,
    name,
    label,
    lens,
    question,
    definition,
    formula,
    unit,
    counts,
    direction,
    needs,
    minimum,
    interval,
    source,
  } = analysis;
  return {
    id,
    name,
    label,
    lens,
    question,
    basis: '',
    definition,
    formula,
    unit,
    counts,
    direction,
    needs,
    minimum,
    interval,
    margin: margin === null ? 'None: nothing is compared.' : `${format.difference(margin)}.`,
    source,
    available: !isLack(result),
    missing: isLack(result) ? result.lacks : '',
    notes: [],
    href: `/methods/#${id}`,
  };
}
