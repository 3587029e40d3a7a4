/**
 * Looks at all customers at one moment: the signs that they showed before it, and what became of them after it.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { joiningMoments, leavingMoments } from '../../metrics/customer-span.ts';
import { shareCell } from '../../metrics/estimators/share.ts';
import type { Interval } from '../../statistics/interval.ts';
import { wilson } from '../../statistics/proportion.ts';
import type { SignList } from './signs.ts';

/** How far a look reaches back for signs, and from which day to which after it an event counts. */
export const DAYS = { signs: 90, gap: 7, events: 90 } as const;

/** Looks at customers of one kind, and the share of them with an event. */
export interface Group extends Interval {
  readonly n: number;
  readonly customers: number;
  readonly events: number;
  /** What the looks are worth: several at one customer count for less. */
  readonly effectiveN: number;
}

/** One look at everybody, in the order of customers. */
export interface Look {
  readonly who: Int32Array;
  /** A bit for each of `SIGNS`. */
  readonly signs: Uint8Array;
  /** 1 = had an event. */
  readonly event: Uint8Array;
}

/** Everybody who is a customer at a moment and has no event in the days just after it. */
export function lookAt(
  dataset: Dataset,
  { customer, at: seen, sign }: SignList,
  complaints: ReadonlyMap<number, readonly number[]>,
  at: number,
): Look {
  const [joined, left] = [joiningMoments(dataset), leavingMoments(dataset)];
  const signs = new Uint8Array(dataset.customerCount);
  for (let row = 0; row < seen.length; row++) {
    const moment = seen[row] as number;
    if (moment > at || moment <= at - DAYS.signs * DAY_MS) continue;
    const who = customer[row] as number;
    signs[who] = (signs[who] as number) | (1 << (sign[row] as number));
  }
  const [from, until] = [at + DAYS.gap * DAY_MS, at + DAYS.events * DAY_MS];
  const look = {
    who: new Int32Array(left.length),
    signs: new Uint8Array(left.length),
    event: new Uint8Array(left.length),
  };
  let n = 0;
  for (let who = 0; who < left.length; who++) {
    const leaving = left[who] as number;
    if (!(leaving > from) || (joined[who] as number) > at) continue;
    const own = complaints.get(who) ?? [];
    if (own.some((moment) => moment > at && moment <= from)) continue;
    look.who[n] = who;
    look.signs[n] = signs[who] as number;
    look.event[n] = Number(leaving <= until || own.some((moment) => moment > from && moment <= until));
    n++;
  }
  return { who: look.who.subarray(0, n), signs: look.signs.subarray(0, n), event: look.event.subarray(0, n) };
}

/** Looks at customers whose signs are such; null without any. */
export function groupOf(looks: readonly Look[], customerCount: number, such: (signs: number) => boolean): Group | null {
  const [size, had] = [new Int32Array(customerCount), new Int32Array(customerCount)];
  for (const { who, signs, event } of looks) {
    for (let place = 0; place < who.length; place++) {
      if (!such(signs[place] as number)) continue;
      const customer = who[place] as number;
      size[customer] = (size[customer] as number) + 1;
      had[customer] = (had[customer] as number) + (event[place] as number);
    }
  }
  const moments = { clusters: 0, n: 0, sum: 0, sumOfSquares: 0, squaredSums: 0, sumTimesSize: 0, squaredSizes: 0 };
  for (let customer = 0; customer < customerCount; customer++) {
    const n = size[customer] as number;
    const sum = had[customer] as number;
    if (n === 0) continue;
    moments.clusters++;
    moments.n += n;
    moments.sum += sum;
    moments.squaredSums += sum * sum;
    moments.sumTimesSize += sum * n;
    moments.squaredSizes += n * n;
  }
  const { n, sum } = moments;
  if (n === 0) return null;
  const { customers, effectiveN = n } = shareCell({ ...moments, sumOfSquares: sum });
  return { n, customers, events: sum, effectiveN, ...wilson(sum / n, effectiveN) };
}
