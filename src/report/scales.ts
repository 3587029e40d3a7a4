/**
 * Answers that stand on different scales: shown together, never set against each other.
 */
import type { Dimension } from '../dataset/dataset.ts';
import { metricOf, type ReportContext } from './context.ts';

/** Which answers count, one entry a scale; items about touchpoints may stand on scales of their own. */
export function basisOf(context: ReportContext, metricId: string, dimension: Dimension | null): readonly string[] {
  const asked = dimension === 'touchpoint' ? 'by touchpoint' : 'overall';
  return metricOf(context, metricId).basis?.(context.metricContext, asked) ?? [];
}

/** Whether a difference could come from the scales alone: then no period and no group is set against another. */
export function standsOnSeveralScales(context: ReportContext, metricId: string, dimension: Dimension | null): boolean {
  return basisOf(context, metricId, dimension).length > 1;
}
