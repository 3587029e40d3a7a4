/**
 * Answers on several scales in one order.
 */
import type { ScoreColumn } from '../../dataset/column.ts';

/** An answer as its place between the ends of its own scale, 0 to 1; NaN where there is none. */
export function placeOnScale(column: ScoreColumn | undefined, row: number): number {
  const scale = column?.scales[column.scale[row] as number];
  if (column === undefined || scale === undefined) return Number.NaN;
  return ((column.values[row] as number) - scale.min) / (scale.max - scale.min);
}
