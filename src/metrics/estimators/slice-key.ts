/**
 * Text that is the same for two requests exactly when they ask for the same figures.
 */
import type { Period } from '../../calendar/period.ts';
import type { Slice } from '../definition.ts';

/** Key of a list of periods. */
export function periodsKey(periods: readonly Period[]): string {
  return periods.map(({ start, end }) => `${start}-${end}`).join(' ');
}

/** Key of a slice: its periods, its dimension and its restrictions in any order. */
export function sliceKey(slice: Slice): string {
  const where = Object.entries(slice.where).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([periodsKey(slice.periods), slice.dimension, where]);
}
