/**
 * Waiting times of tickets, some still running, sorted once and dealt out to the groups of any slice.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { Clock } from '../../dataset/part.ts';
import type { Slice } from '../definition.ts';
import { once } from '../once.ts';
import { ascending } from './ascending.ts';
import { valueOfRows } from './grouping.ts';
import { periodOfRows } from './period-of-rows.ts';
import { Tally } from './tally.ts';

/** One waiting time per ticket. */
export interface WaitingTimes {
  /** The clock that all of them run on. */
  readonly clock: Clock;
  /** Decides the period; NaN = in none. */
  readonly at: Float64Array;
  /** Whole milliseconds, never negative; NaN = not counted. */
  readonly milliseconds: Float64Array;
  /** 1 = the wait ended, 0 = it was still running when last seen (censored). */
  readonly ended: Uint8Array;
}

/** The waiting times of each group, ascending. They hold until runs of the same waiting times are asked for again. */
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
  const column = valueOfRows(dataset, 'tickets', slice);
  const byRow = { period: periodOfRows(waiting.at, slice.periods), value: column.value, width: column.values.length };
  const count = slice.periods.length * byRow.width;
  const { start, customers } = tallied(waiting, dataset.tickets?.customer ?? new Int32Array(0), byRow, count);
  const sorted = shortestFirst(waiting);
  const runs = { values: column.values, start, customers };
  // All waits in one group: they are sorted already.
  if (count === 1 && start[1] === sorted.rows.length) return { ...runs, ...sorted };
  const byWait = { ...byRow, period: inOrder(sorted, byRow.period), value: inOrder(sorted, byRow.value) };
  const next = start.slice(0, count);
  const { milliseconds, ended } = scratch(sorted);
  for (let position = 0; position < sorted.rows.length; position++) {
    const g = groupAt(byWait, position);
    if (g < 0) continue;
    const place = next[g] as number;
    next[g] = place + 1;
    milliseconds[place] = sorted.milliseconds[position] as number;
    ended[place] = sorted.ended[position] as number;
  }
  return { ...runs, milliseconds, ended };
}

/** The rows of each value of a dimension within one period. */
export interface RowsByValue {
  /** Values of the dimension; [''] without one. */
  readonly values: readonly string[];
  /** Rows with each value, shortest wait first. */
  readonly rows: readonly Int32Array[];
}

/** Deals the rows of a slice with one period out to the values of its dimension. */
export function sortedRows(dataset: Dataset, waiting: WaitingTimes, slice: Slice): RowsByValue {
  const { value, values } = valueOfRows(dataset, 'tickets', slice);
  const rows = rowsWithin(waiting, slice.periods[0] as Period);
  const size = new Int32Array(values.length);
  for (const row of rows) {
    const column = value[row] as number;
    if (column >= 0) size[column] = (size[column] as number) + 1;
  }
  const byValue = Array.from(size, (count) => new Int32Array(count));
  const next = new Int32Array(values.length);
  for (const row of rows) {
    const column = value[row] as number;
    if (column < 0) continue;
    (byValue[column] as Int32Array)[next[column] as number] = row;
    next[column] = (next[column] as number) + 1;
  }
  return { values, rows: byValue };
}

const within = once((_waiting: WaitingTimes) => new Map<string, Int32Array>());

/** The rows of a period, shortest wait first: those of its groups are dealt out of these alone. */
function rowsWithin(waiting: WaitingTimes, { start, end }: Period): Int32Array {
  const key = `${start}-${end}`;
  let chosen = within(waiting).get(key);
  if (chosen === undefined) {
    const { rows } = shortestFirst(waiting);
    chosen = new Int32Array(rows.length);
    let count = 0;
    for (let position = 0; position < rows.length; position++) {
      const row = rows[position] as number;
      const moment = waiting.at[row] as number;
      // Written always and counted when it stays: a branch that nobody can foresee would take longer.
      chosen[count] = row;
      count += moment >= start && moment < end ? 1 : 0;
    }
    chosen = chosen.slice(0, count);
    within(waiting).set(key, chosen);
  }
  return chosen;
}

/** Where each group's run begins, from counting its rows, and its distinct customers. */
function tallied(
  { milliseconds }: WaitingTimes,
  customer: Int32Array,
  places: Places,
  count: number,
): Pick<Runs, 'start' | 'customers'> {
  const tally = new Tally(count);
  for (let row = 0; row < customer.length; row++) {
    const g = groupAt(places, row);
    if (g >= 0 && !Number.isNaN(milliseconds[row])) tally.add(g, customer[row] as number);
  }
  const start = new Int32Array(count + 1);
  const customers = new Int32Array(count);
  for (let g = 0; g < count; g++) {
    const { n, customers: distinct } = tally.at(g);
    start[g + 1] = (start[g] as number) + n;
    customers[g] = distinct;
  }
  return { start, customers };
}

/** Period and value of rows, in the order of the table or of the waits; -1 = none. */
interface Places {
  readonly period: Int32Array;
  readonly value: Int32Array;
  readonly width: number;
}

/** The group that a row belongs to; -1 = none. */
function groupAt({ period, value, width }: Places, index: number): number {
  const when = period[index] as number;
  const column = value[index] as number;
  return when < 0 || column < 0 ? -1 : when * width + column;
}

interface SortedWaits {
  readonly rows: Int32Array;
  readonly milliseconds: Float64Array;
  readonly ended: Uint8Array;
}

const shortestFirst = once(({ milliseconds, ended }: WaitingTimes): SortedWaits => {
  const { rows, keys } = ascending(milliseconds);
  const sortedEnded = new Uint8Array(rows.length);
  for (let position = 0; position < rows.length; position++)
    sortedEnded[position] = ended[rows[position] as number] as number;
  return { rows, milliseconds: keys, ended: sortedEnded };
});

/** Room for the runs of one slice after another: fresh memory for each would cost more than filling it. */
const scratch = once(({ rows }: SortedWaits) => ({
  milliseconds: new Float64Array(rows.length),
  ended: new Uint8Array(rows.length),
}));

const reordered = once((_waits: SortedWaits) => new WeakMap<Int32Array, Int32Array>());

/** A column of the table in the order of the waits. Reading by row number jumps about in memory, so it is done once. */
function inOrder(waits: SortedWaits, column: Int32Array): Int32Array {
  const known = reordered(waits);
  let result = known.get(column);
  if (result === undefined) {
    const { rows } = waits;
    result = new Int32Array(rows.length);
    for (let position = 0; position < rows.length; position++)
      result[position] = column[rows[position] as number] as number;
    known.set(column, result);
  }
  return result;
}
