/**
 * Waiting times of tickets, some still running, sorted once and dealt out to the groups of any slice.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import type { Slice } from '../definition.ts';
import { once } from '../once.ts';
import { ascending } from './ascending.ts';
import { type Grouping, groupRows } from './grouping.ts';
import { Tally } from './tally.ts';

/** One waiting time per ticket. */
export interface WaitingTimes {
  /** Decides the period; NaN = in none. */
  readonly at: Float64Array;
  /** Whole milliseconds, never negative; NaN = not counted. */
  readonly milliseconds: Float64Array;
  /** 1 = the wait ended, 0 = it was still running when last seen (censored). */
  readonly ended: Uint8Array;
}

/** The waiting times of each group, ascending. */
export interface Runs {
  /** Values of the dimension; [''] without one. */
  readonly values: readonly string[];
  /** Where each group's run begins, and at the end where the last one ends. */
  readonly start: Int32Array;
  readonly milliseconds: Float64Array;
  readonly ended: Uint8Array;
  /** Distinct customers of each group. */
  readonly customers: Int32Array;
}

/** Deals the sorted waiting times out to the groups of a slice, so that every group's run is sorted too. */
export function runsByGroup(dataset: Dataset, waiting: WaitingTimes, slice: Slice): Runs {
  const grouping = groupRows(dataset, 'tickets', waiting.at, slice);
  const { group, count } = grouping;
  const sorted = shortestFirst(waiting);

  const start = new Int32Array(count + 1);
  // Reading by row number jumps about in memory, so it is done once and kept.
  const groupAt = new Int32Array(sorted.rows.length);
  for (let position = 0; position < groupAt.length; position++) {
    const g = group[sorted.rows[position] as number] as number;
    groupAt[position] = g;
    if (g >= 0) start[g + 1] = (start[g + 1] as number) + 1;
  }
  for (let g = 0; g < count; g++) start[g + 1] = (start[g + 1] as number) + (start[g] as number);

  const next = start.slice(0, count);
  const milliseconds = new Float64Array(start[count] as number);
  const ended = new Uint8Array(milliseconds.length);
  for (let position = 0; position < groupAt.length; position++) {
    const g = groupAt[position] as number;
    if (g < 0) continue;
    const place = next[g] as number;
    next[g] = place + 1;
    milliseconds[place] = sorted.milliseconds[position] as number;
    ended[place] = sorted.ended[position] as number;
  }
  const customer = dataset.tickets?.customer ?? new Int32Array(0);
  return { values: grouping.values, start, milliseconds, ended, customers: customersOf(waiting, customer, grouping) };
}

const shortestFirst = once(({ milliseconds, ended }: WaitingTimes) => {
  const { rows, keys } = ascending(milliseconds);
  const sortedEnded = new Uint8Array(rows.length);
  for (let position = 0; position < rows.length; position++)
    sortedEnded[position] = ended[rows[position] as number] as number;
  return { rows, milliseconds: keys, ended: sortedEnded };
});

function customersOf(waiting: WaitingTimes, customer: Int32Array, { group, count }: Grouping): Int32Array {
  const tally = new Tally(count);
  for (let row = 0; row < group.length; row++) {
    const g = group[row] as number;
    if (g >= 0 && !Number.isNaN(waiting.milliseconds[row])) tally.add(g, customer[row] as number);
  }
  return Int32Array.from({ length: count }, (_, g) => tally.at(g).customers);
}
