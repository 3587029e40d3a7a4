/**
 * Answers that stand on different scales: shown together, never set against each other.
 */
import type { Dimension } from '../dataset/dataset.ts';
import type { BasisChange } from '../metrics/basis.ts';
import { metricOf, type ReportContext } from './context.ts';

/** Which answers count, one entry a scale; items about touchpoints may stand on scales of their own. */
export function basisOf(context: ReportContext, metricId: string, dimension: Dimension | null): readonly string[] {
  const asked = dimension === 'touchpoint' ? 'by touchpoint' : 'overall';
  return metricOf(context, metricId).basis?.(context.metricContext, asked) ?? [];
}

/** The moments at which one scale followed another; none where they are in use side by side. */
export function scaleChangesOf(context: ReportContext, metricId: string): readonly BasisChange[] {
  return context.metrics.get(metricId)?.basisChanges?.(context.metricContext) ?? [];
}

/** Whether a difference could come from the scales alone: then no period and no group is set against another. */
export function standsOnSeveralScales(context: ReportContext, metricId: string, dimension: Dimension | null): boolean {
  if (basisOf(context, metricId, dimension).length <= 1) return false;
  // A scale that followed another from some moment on is a break in the series: on each side of it there is one scale.
  return dimension !== null || scaleChangesOf(context, metricId).length === 0;
}

/** Values of a dimension whose answers stand on the same scales. */
export interface ScaleGroup {
  /** Which answers count; more than one entry where even a single value mixes scales. */
  readonly basis: readonly string[];
  /** Null where all values belong together. */
  readonly values: ReadonlySet<string> | null;
}

/** The values of a dimension by the scales that their answers stand on, in the order of the scales. */
export function scaleGroups(context: ReportContext, metricId: string, dimension: Dimension): readonly ScaleGroup[] {
  const basis = basisOf(context, metricId, dimension);
  const whole = [{ basis, values: null }];
  if (basis.length <= 1) return whole;
  const byValue = metricOf(context, metricId).basisByValue?.(context.metricContext, dimension) ?? new Map();
  const groups = Map.groupBy(byValue, ([, used]) => used.join('; '));
  if (groups.size <= 1) return whole;
  const rank = ({ basis: used }: ScaleGroup) => basis.indexOf(used[0] as string) + used.length * basis.length;
  return Array.from(groups.values(), (entries) => ({
    basis: entries[0]?.[1] ?? [],
    values: new Set(entries.map(([value]) => value)),
  })).sort((a, b) => rank(a) - rank(b));
}
