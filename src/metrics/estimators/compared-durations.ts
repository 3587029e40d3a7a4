/**
 * Comparison of two durations by the waits behind them.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { bootstrapQuantileRatio } from '../../statistics/quantile-bootstrap.ts';
import { type ClusteredWaits, type LogRatio, largeSampleQuantileRatio } from '../../statistics/quantile-ratio.ts';
import { seedOf } from '../../statistics/seed.ts';
import type { Cell, Compare, Context, Difference, Group, Groups } from '../definition.ts';
import { once } from '../once.ts';
import { groupNumber, sliceOfBoth } from './compared-groups.ts';
import { untestableRatio } from './difference.ts';
import { ORDER_STATISTIC, QUANTILES, type QuantileName } from './duration.ts';
import { sliceKey } from './slice-key.ts';
import { type RowsByValue, sortedRows, type WaitingTimes } from './waiting-times.ts';

/** With more waits in both groups together, an interval without resampling is as good and takes no time. */
const MOST_RESAMPLED = 3_000;

/**
 * Comparison of a metric that is a quantile of waiting times: the ratio b / a, by a bootstrap of customers or, for very
 * many waits, by the large-sample interval.
 *
 * @param id of the metric. With both groups it makes the seed, so that a comparison is the same whenever it is made.
 * @throws Error, when it compares, if the two stand on different clocks: an hour of opening hours is no hour of the day,
 *   so that any ratio of the two would be about the opening hours. Only a bug can ask for it.
 */
export function comparingDurations(
  id: string,
  name: QuantileName,
  waitingOf: (context: Context) => WaitingTimes,
): Compare {
  return (a, b, groups) => {
    if (a.clock !== b.clock) throw new Error(`A wait on the ${a.clock} clock set against one on the ${b.clock} clock`);
    const ratio = (b.value ?? Number.NaN) / (a.value ?? Number.NaN);
    if (!(ratio > 0 && Number.isFinite(ratio))) return untestableRatio(ratio);
    const compared = { id, name, waiting: waitingOf(groups.context) };
    // Resampled in an order that does not depend on which side is asked for first.
    if (sideKey(groups.a) <= sideKey(groups.b)) return asRatio(ratio, logRatioOf(a, b, groups, compared));
    const { context, a: first, b: second } = groups;
    return asRatio(ratio, turned(logRatioOf(b, a, { context, a: second, b: first }, compared)));
  };
}

interface Compared {
  readonly id: string;
  readonly name: QuantileName;
  readonly waiting: WaitingTimes;
}

function logRatioOf(a: Cell, b: Cell, groups: Groups, { id, name, waiting }: Compared): LogRatio {
  const { dataset } = groups.context;
  const [rowsA, rowsB] = [rowsOf(dataset, waiting, groups.a), rowsOf(dataset, waiting, groups.b)];
  const customers = new Customers(dataset.tickets?.customer ?? new Int32Array(0));
  const first = waitsOf(a, rowsA, waiting, customers);
  const second = waitsOf(b, rowsB, waiting, customers);
  const clusters = customers.count;
  if (rowsA.length + rowsB.length <= MOST_RESAMPLED) {
    const seed = seedOf([id, sideKey(groups.a), sideKey(groups.b)].join(' '));
    return bootstrapQuantileRatio(first, second, { clusters, share: QUANTILES[name], seed });
  }
  const standardErrors = [a.standardError ?? Number.NaN, b.standardError ?? Number.NaN] as const;
  return largeSampleQuantileRatio(first, second, { clusters, standardErrors });
}

/** The logarithm of a / b instead of b / a. */
function turned({ logRatio, low, high, low90, high90, p }: LogRatio): LogRatio {
  return { logRatio: -logRatio, low: -high, high: -low, low90: -high90, high90: -low90, p };
}

function asRatio(ratio: number, { low, high, low90, high90, p }: LogRatio): Difference {
  if (![low, high].every(Number.isFinite)) return untestableRatio(ratio);
  return {
    difference: ratio,
    low: Math.exp(low),
    high: Math.exp(high),
    low90: Math.exp(low90),
    high90: Math.exp(high90),
    p,
  };
}

function sideKey({ period, where }: Group): string {
  return JSON.stringify([period.start, period.end, Object.entries(where).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

const dealt = once((_waiting: WaitingTimes) => new Map<string, RowsByValue>());

/** The counted rows of a group, shortest wait first. Those of all values of a dimension are dealt out at once. */
function rowsOf(dataset: Dataset, waiting: WaitingTimes, group: Group): Int32Array {
  const slice = sliceOfBoth(group, group);
  const key = sliceKey(slice);
  let byValue = dealt(waiting).get(key);
  if (byValue === undefined) {
    byValue = sortedRows(dataset, waiting, slice);
    dealt(waiting).set(key, byValue);
  }
  return byValue.rows[groupNumber(slice, byValue.values, group)] ?? new Int32Array(0);
}

/** Numbers the customers of both groups from 0, in the order in which they are met. */
class Customers {
  count = 0;
  readonly #customer: Int32Array;
  readonly #numbers = new Map<number, number>();

  /** @param customer of each row; −1 = one of its own. */
  constructor(customer: Int32Array) {
    this.#customer = customer;
  }

  numberOf(row: number): number {
    const who = this.#customer[row] as number;
    const known = who < 0 ? undefined : this.#numbers.get(who);
    if (known !== undefined) return known;
    if (who >= 0) this.#numbers.set(who, this.count);
    return this.count++;
  }
}

function waitsOf(
  cell: Cell,
  rows: Int32Array,
  { milliseconds, ended }: WaitingTimes,
  customers: Customers,
): ClusteredWaits {
  const endedFirst = withEndedFirst(rows, milliseconds, ended);
  return {
    times: Float64Array.from(endedFirst, (row) => milliseconds[row] as number),
    ended: Uint8Array.from(endedFirst, (row) => ended[row] as number),
    cluster: Int32Array.from(endedFirst, (row) => customers.numberOf(row)),
    quantile: (cell.value as number) * 1000,
    interpolated: cell.method === ORDER_STATISTIC,
  };
}

/** The same rows; of equally long waits those that ended come first. */
function withEndedFirst(rows: Int32Array, milliseconds: Float64Array, ended: Uint8Array): Int32Array {
  const ordered = new Int32Array(rows.length);
  let to = 0;
  for (let from = 0; from < rows.length; ) {
    const time = milliseconds[rows[from] as number];
    let end = from;
    while (end < rows.length && milliseconds[rows[end] as number] === time) end++;
    for (const wanted of [1, 0]) {
      for (let index = from; index < end; index++) {
        if (ended[rows[index] as number] === wanted) ordered[to++] = rows[index] as number;
      }
    }
    from = end;
  }
  return ordered;
}
