/**
 * Customers who stand on both sides of a comparison: their answers are not independent of themselves.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { correlationOfMeans, type SharedMoments } from '../../statistics/paired-difference.ts';
import type { Cell, Groups, Slice } from '../definition.ts';
import { once } from '../once.ts';
import { groupNumber, sliceOfBoth } from './compared-groups.ts';
import { valueOfRows } from './grouping.ts';
import { type CountedRows, countedRows } from './moments.ts';
import type { Sample } from './sample.ts';
import { sliceKey } from './slice-key.ts';

/** Of two groups without a common customer. */
export const NOBODY_SHARED: SharedMoments = { clusters: 0, products: 0, sumTimesSize: 0, sizeTimesSum: 0, sizes: 0 };

/**
 * Sums over the customers with rows of the sample in both groups. Rows without a customer are customers of their own.
 *
 * All pairs of groups that differ in the same way, by one dimension within a period or by the same two periods, are
 * counted in one pass and kept.
 */
export function sharedMoments(sample: Sample, { context: { dataset }, a, b }: Groups): SharedMoments {
  const slice = sliceOfBoth(a, b);
  const key = sliceKey(slice);
  let overlaps = known(sample).get(key);
  if (overlaps === undefined) {
    overlaps = new Overlaps(dataset, sample, slice);
    known(sample).set(key, overlaps);
  }
  return overlaps.between(groupNumber(slice, overlaps.values, a), groupNumber(slice, overlaps.values, b));
}

const known = once((_sample: Sample) => new Map<string, Overlaps>());

/**
 * Correlation of the figures of two cells, from what their customers have in common.
 *
 * @param unit units of the figure in one unit of its outcomes: 100 for net scores in points.
 */
export function correlationOf(a: Cell, b: Cell, shared: SharedMoments, unit = 1): number {
  if (shared.clusters === 0) return 0;
  return correlationOfMeans(meanOutcome(a, unit), meanOutcome(b, unit), shared);
}

function meanOutcome({ value = Number.NaN, standardError = Number.NaN, n, customers }: Cell, unit: number) {
  return { mean: value / unit, standardError: standardError / unit, n, clusters: customers };
}

/** What the customers of each group of a slice have in each other group. */
class Overlaps {
  readonly values: readonly string[];
  readonly #count: number;
  /** Sums per pair of groups with a common customer, the smaller number first: `first × count + second`. */
  readonly #sums = new Map<number, Float64Array>();

  constructor(dataset: Dataset, sample: Sample, slice: Slice) {
    const { value, values } = valueOfRows(dataset, sample.table, slice);
    this.values = values;
    this.#count = slice.periods.length * values.length;
    const customer = dataset[sample.table]?.customer ?? new Int32Array(0);
    const lists = slice.periods.map((period) => rowsIn(sample, period));
    this.#add(lists, { customer, value });
  }

  between(a: number, b: number): SharedMoments {
    const [first, second] = a < b ? [a, b] : [b, a];
    const sums = this.#sums.get(first * this.#count + second);
    if (sums === undefined) return NOBODY_SHARED;
    const [clusters, products, sumTimesSize, sizeTimesSum, sizes] = sums as unknown as [
      number,
      number,
      number,
      number,
      number,
    ];
    return a < b
      ? { clusters, products, sumTimesSize, sizeTimesSum, sizes }
      : { clusters, products, sumTimesSize: sizeTimesSum, sizeTimesSum: sumTimesSize, sizes };
  }

  /** Walks through the rows of all periods customer by customer: each list stands in the order of its customers. */
  #add(
    lists: readonly CountedRows[],
    { customer, value }: { readonly customer: Int32Array; readonly value: Int32Array },
  ): void {
    const width = this.values.length;
    const next = new Int32Array(lists.length);
    const size = new Float64Array(this.#count);
    const sum = new Float64Array(this.#count);
    const groups: number[] = [];
    for (;;) {
      const who = nextCustomer(lists, next, customer);
      if (who === null) return;
      for (let when = 0; when < lists.length; when++) {
        const { row, value: outcome } = lists[when] as CountedRows;
        let index = next[when] as number;
        for (; index < row.length && customer[row[index] as number] === who; index++) {
          const column = value[row[index] as number] as number;
          if (column < 0) continue;
          const group = when * width + column;
          if (size[group] === 0) groups.push(group);
          size[group] = (size[group] as number) + 1;
          sum[group] = (sum[group] as number) + (outcome[index] as number);
        }
        next[when] = index;
      }
      if (groups.length > 1) this.#addPairs(groups, size, sum);
      for (const group of groups) {
        size[group] = 0;
        sum[group] = 0;
      }
      groups.length = 0;
    }
  }

  /** Adds one customer to every pair of the groups that the customer is in. */
  #addPairs(groups: number[], size: Float64Array, sum: Float64Array): void {
    groups.sort((a, b) => a - b);
    for (let i = 0; i < groups.length; i++) {
      const first = groups[i] as number;
      const sizeA = size[first] as number;
      const sumA = sum[first] as number;
      for (let j = i + 1; j < groups.length; j++) {
        const second = groups[j] as number;
        const sizeB = size[second] as number;
        const sumB = sum[second] as number;
        const key = first * this.#count + second;
        let sums = this.#sums.get(key);
        if (sums === undefined) {
          sums = new Float64Array(5);
          this.#sums.set(key, sums);
        }
        sums[0] = (sums[0] as number) + 1;
        sums[1] = (sums[1] as number) + sumA * sumB;
        sums[2] = (sums[2] as number) + sumA * sizeB;
        sums[3] = (sums[3] as number) + sizeA * sumB;
        sums[4] = (sums[4] as number) + sizeA * sizeB;
      }
    }
  }
}

/** The smallest customer number that no list has gone past; null when only rows without a customer are left. */
function nextCustomer(lists: readonly CountedRows[], next: Int32Array, customer: Int32Array): number | null {
  let least = Number.POSITIVE_INFINITY;
  for (let list = 0; list < lists.length; list++) {
    const { row } = lists[list] as CountedRows;
    const index = next[list] as number;
    if (index >= row.length) continue;
    const who = customer[row[index] as number] as number;
    // Rows without a customer stand last.
    if (who >= 0 && who < least) least = who;
  }
  return least === Number.POSITIVE_INFINITY ? null : least;
}

const picked = once((_sample: Sample) => new Map<string, CountedRows>());

/** The counted rows of a period, in the order of the table: breakdowns then pass over these alone. */
function rowsIn(sample: Sample, period: Period): CountedRows {
  const key = `${period.start}-${period.end}`;
  let rows = picked(sample).get(key);
  if (rows === undefined) {
    rows = pick(countedRows(sample), sample.at, period);
    picked(sample).set(key, rows);
  }
  return rows;
}

function pick({ row, value }: CountedRows, at: Float64Array, { start, end }: Period): CountedRows {
  const rows = new Int32Array(row.length);
  const outcomes = value instanceof Int8Array ? new Int8Array(row.length) : new Float64Array(row.length);
  let count = 0;
  for (let index = 0; index < row.length; index++) {
    const moment = at[row[index] as number] as number;
    // Written always and counted when it stays: a branch that nobody can foresee would take longer.
    rows[count] = row[index] as number;
    outcomes[count] = value[index] as number;
    count += moment >= start && moment < end ? 1 : 0;
  }
  return { row: rows.slice(0, count), value: outcomes.slice(0, count) };
}
