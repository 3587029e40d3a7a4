/**
 * What the reading aid says at a point of a chart: the row of the figure's table, which need not be written twice,
 * or words of its own where the table has no such row.
 */
import type { Estimate } from '../report/types/estimate.ts';
import type { FigureTable } from '../report/types/figure-base.ts';
import { FLAGS, flagOfAbsence } from './flags.ts';

export type Spoken = { readonly row: number } | { readonly words: string };

/**
 * The row that begins with a name, else words.
 *
 * @param name header of the row, such as a period's label.
 */
export function spokenOf({ rows }: FigureTable, name: string, words: string): Spoken {
  const row = rows.findIndex(([header]) => header === name);
  return row < 0 ? { words } : { row };
}

/**
 * One figure in words, from published texts only: `April to June 2026: 81%, 79% to 83%, n = 1,204 answers`.
 *
 * @param more what is to be said after the figure, such as `below the limits`.
 */
export function say(
  name: string,
  estimate: Pick<Estimate, 'status' | 'value' | 'text' | 'range' | 'base'>,
  more: readonly string[] = [],
): string {
  const absent = flagOfAbsence(estimate);
  const words = absent === null ? estimate.text : (FLAGS[absent] ?? '');
  const parts = [words, absent === null ? estimate.range : '', estimate.base, ...more].filter((part) => part !== '');
  return `${name}: ${[...new Set(parts)].join(', ')}`;
}

/** How a drawing carries it to the reading aid. */
export function spokenAttributes(spoken: Spoken): Readonly<Record<string, string | number>> {
  return 'row' in spoken ? { 'data-row': spoken.row } : { 'data-say': spoken.words };
}
