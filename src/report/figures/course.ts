/**
 * Where a chart over time begins: a few figures that a gap parts from all others would stretch its axes for nothing.
 */
import type { Estimate } from '../types/estimate.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { listed } from '../wording/list.ts';

export interface Course {
  /** What the chart shows. */
  readonly points: readonly Estimate[];
  /** Earlier periods, which stand in the table only. */
  readonly before: readonly Estimate[];
}

/** Fewer figures than this may stand before the gap after which a chart begins. */
const FEW = 3;

/** So many figures must follow the gap. */
const MANY = 6;

/** @param points periods from the first with data to the last, in order of time. */
export function courseOf(points: readonly Estimate[]): Course {
  const figures = (some: readonly Estimate[]) => some.filter(({ value }) => value !== undefined).length;
  const begin = points.findLastIndex(
    ({ value }, index) =>
      value === undefined && figures(points.slice(0, index)) < FEW && figures(points.slice(index)) >= MANY,
  );
  return { points: points.slice(begin + 1), before: points.slice(0, begin + 1) };
}

/** What readers should know of the periods before the chart; empty when there are none. */
export function beforeWords({ points, before }: Course, { counts }: MetricCard): string {
  const [first] = points;
  if (before.length === 0 || first === undefined) return '';
  const begin = `The chart begins in ${first.period.label}`;
  const figures = before.filter(({ value }) => value !== undefined);
  const { grain } = first.period;
  if (figures.length === 0) return `${begin}: no earlier ${grain} has enough ${counts}.`;
  const names = listed(
    figures.map(({ period, text }) => `${period.label} (${text})`),
    'and',
  );
  return `${begin}: of the earlier ${grain}s only ${names} ${figures.length === 1 ? 'has' : 'have'} enough ${counts}; the table shows them all.`;
}
