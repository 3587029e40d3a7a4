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
  const customers = new Customers(dataset.customerCount);
  const first = clustered(a, waitsOf(dataset, waiting, groups.a), customers);
  const second = clustered(b, waitsOf(dataset, waiting, groups.b), customers);
  const clusters = customers.count;
  if (first.times.length + second.times.length <= MOST_RESAMPLED) {
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

/** The waits of a group, shortest first; of equally long ones those that ended come first. */
interface Waits {
  readonly times: Float64Array;
  readonly ended: Uint8Array;
  /** Whose wait each is; −1 = not known. */
  readonly customer: Int32Array;
}

/** The rows of all values of a dimension are dealt out at once, and the waits of each value are kept. */
const dealt = once((_waiting: WaitingTimes) => new Map<string, RowsByValue & { readonly waits: Map<number, Waits> }>());

function waitsOf(dataset: Dataset, waiting: WaitingTimes, group: Group): Waits {
  const slice = sliceOfBoth(group, group);
  const key = sliceKey(slice);
  let known = dealt(waiting).get(key);
  if (known === undefined) {
    known = { ...sortedRows(dataset, waiting, slice), waits: new Map() };
    dealt(waiting).set(key, known);
  }
  const number = groupNumber(slice, known.values, group);
  let waits = known.waits.get(number);
  if (waits === undefined) {
    waits = waitsOfRows(known.rows[number] ?? new Int32Array(0), waiting, dataset);
    known.waits.set(number, waits);
  }
  return waits;
}

function waitsOfRows(rows: Int32Array, { milliseconds, ended }: WaitingTimes, { tickets }: Dataset): Waits {
  const owner = tickets?.customer ?? new Int32Array(0);
  const waits = {
    times: new Float64Array(rows.length),
    ended: new Uint8Array(rows.length),
    customer: new Int32Array(rows.length),
  };
  for (const [index, row] of withEndedFirst(rows, milliseconds, ended).entries()) {
    waits.times[index] = milliseconds[row] as number;
    waits.ended[index] = ended[row] as number;
    waits.customer[index] = owner[row] as number;
  }
  return waits;
}

/** Numbers the customers of both groups from 0, in the order in which they are met. */
class Customers {
  count = 0;
  /** Number of each customer of the dataset, plus one; 0 = not met yet. */
  readonly #numbers: Int32Array;

  constructor(customerCount: number) {
    this.#numbers = new Int32Array(customerCount);
  }

  /** @param customer of each wait; −1 = one of its own. */
  numbersOf(customer: Int32Array): Int32Array {
    return customer.map((who) => {
      if (who < 0) return this.count++;
      if (this.#numbers[who] === 0) this.#numbers[who] = ++this.count;
      return (this.#numbers[who] as number) - 1;
    });
  }
}

function clustered({ value, method }: Cell, { times, ended, customer }: Waits, customers: Customers): ClusteredWaits {
  return {
    times,
    ended,
    cluster: customers.numbersOf(customer),
    quantile: (value as number) * 1000,
    interpolated: method === ORDER_STATISTIC,
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
