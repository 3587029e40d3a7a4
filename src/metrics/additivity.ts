/**
 * What of a metric adds up from parts to the whole. Whoever knows the whole and all parts but one can subtract.
 */
import type { Additivity, Cell, Metric } from './definition.ts';

/** What the metric declares, else what its unit implies: rows that are counted once, outcomes of shares and nets. */
export function additivityOf({ unit, adds }: Pick<Metric, 'unit' | 'adds'>): Additivity {
  return { overPeriods: 'sum', outcomes: unit === 'share' || unit === 'net', ...adds };
}

/**
 * The outcomes behind a figure as two amounts that add up to n, and from group to group wherever n does: successes and
 * failures of a share; of a net score, how far it stands from either end. Null where nothing adds up besides n.
 */
export function outcomesOf(
  metric: Pick<Metric, 'unit' | 'adds'>,
  { n, value }: Cell,
): readonly [number, number] | null {
  if (!additivityOf(metric).outcomes || (value === undefined && n > 0)) return null;
  const share = metric.unit === 'net' ? ((value ?? 0) / 100 + 1) / 2 : (value ?? 0);
  // Whole answers stand behind it, or halves where the outcome is between two.
  const up = n === 0 ? 0 : Math.round(2 * n * share) / 2;
  return [up, n - up];
}
