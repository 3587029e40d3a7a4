/**
 * The shape of the cells of a column, for files whose headers do not tell enough.
 */
import type { TableHead } from './format.ts';

/** Most, not all: a broken line must not hide what a file is. */
const MOST = 0.9;

/** Whether nearly all filled cells of a column have a shape; not where none is filled. */
export function isMostly(sample: TableHead['sample'], position: number, shape: RegExp): boolean {
  return shareOf(sample, position, shape) >= MOST;
}

/** Share of the filled cells of a column that have a shape; 0 where none is filled. */
export function shareOf(sample: TableHead['sample'], position: number, shape: RegExp): number {
  const filled = sample.map((cells) => (cells[position] ?? '').trim()).filter((cell) => cell !== '');
  return filled.length === 0 ? 0 : filled.filter((cell) => shape.test(cell)).length / filled.length;
}
