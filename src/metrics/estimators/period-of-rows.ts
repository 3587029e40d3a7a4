/**
 * The period of every row, kept for the requests that follow.
 */
import type { Period } from '../../calendar/period.ts';
import { periodIndices } from '../../calendar/periods.ts';
import { periodsKey } from './slice-key.ts';

/** Lists of periods kept per column: one a grain, and a few that pages ask for in between. */
const KEPT = 8;

const recent = new WeakMap<Float64Array, Map<string, Int32Array>>();

/**
 * Index of the period that each moment lies in, -1 outside all of them.
 *
 * The result is shared: callers must not write to it.
 */
export function periodOfRows(at: Float64Array, periods: readonly Period[]): Int32Array {
  let known = recent.get(at);
  if (known === undefined) {
    known = new Map();
    recent.set(at, known);
  }
  const key = periodsKey(periods);
  const indices = known.get(key) ?? periodIndices(periods, at);
  // Deleting first moves the entry to the end: the map's order is the order of use.
  known.delete(key);
  known.set(key, indices);
  if (known.size > KEPT) known.delete(known.keys().next().value as string);
  return indices;
}
