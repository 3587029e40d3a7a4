/**
 * Customers looked at from a moment on: what was known of them then, and what they did in the days after it.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Measure } from './measures.ts';

/** Two measures further apart than this do not describe the same time. */
const DAYS_APART = 180;

/** What customers can do after the moment. */
export interface FollowUp {
  /** When each customer did it, by customer number; NaN or infinite where they did not. */
  readonly outcome: Float64Array;
  /** When each customer left; NaN = not in the customer list. */
  readonly left: Float64Array;
  /** For how many days each is watched; the last moment from which all of them lie within the data. */
  readonly days: number;
  readonly latest: number;
}

/** One case a customer. */
export interface Cases {
  /** Of each measure its values. */
  readonly values: readonly Float64Array[];
  readonly events: Uint8Array;
}

/** Each customer's latest value that can be followed for long enough. */
export function casesOf(measure: Measure, follow: FollowUp): Cases {
  const value: number[] = [];
  const events: number[] = [];
  forEachCustomer(measure, follow, (who, last) => {
    value.push(measure.value[last] as number);
    events.push(isEvent(follow, who, measure.at[last] as number));
  });
  return { values: [Float64Array.from(value)], events: Uint8Array.from(events) };
}

/** Customers of whom both measures are known: the latest moment at which one was, the other not long before. */
export function pairedCases(first: Measure, second: Measure, follow: FollowUp): Cases {
  const lastOfSecond = new Map<number, number>();
  forEachCustomer(second, follow, (who, last) => lastOfSecond.set(who, last));
  const values: [number[], number[]] = [[], []];
  const events: number[] = [];
  forEachCustomer(first, follow, (who, last) => {
    let [a, b] = [last, lastOfSecond.get(who) ?? -1];
    while (isOf(first, a, who) && isOf(second, b, who)) {
      const at = first.at[a] as number;
      const other = second.at[b] as number;
      if (Math.abs(at - other) <= DAYS_APART * DAY_MS) {
        values[0].push(first.value[a] as number);
        values[1].push(second.value[b] as number);
        events.push(isEvent(follow, who, Math.max(at, other)));
        return;
      }
      if (at > other) a--;
      else b--;
    }
  });
  return { values: values.map((each) => Float64Array.from(each)), events: Uint8Array.from(events) };
}

function isOf({ customer }: Measure, row: number, who: number): boolean {
  return row >= 0 && customer[row] === who;
}

/** Calls for every customer of the list who had a value that can be followed, with the row of the latest one. */
function forEachCustomer(
  { customer, at }: Measure,
  { left, latest }: FollowUp,
  visit: (who: number, last: number) => void,
): void {
  let last = -1;
  for (let row = 0; row < customer.length; row++) {
    const who = customer[row] as number;
    if ((at[row] as number) <= latest && (left[who] as number) > (at[row] as number)) last = row;
    if (customer[row + 1] === who) continue;
    if (last >= 0) visit(who, last);
    last = -1;
  }
}

function isEvent({ outcome, days }: FollowUp, who: number, at: number): number {
  const moment = outcome[who] as number;
  return moment > at && moment <= at + days * DAY_MS ? 1 : 0;
}

/** More cases of a kind make an area no surer than it need be. */
const MOST_OF_A_KIND = 10_000;

/** The cases, those of a kind that are very many thinned out evenly: an area does not depend on how many of each there are. */
export function thinned({ values, events }: Cases): Cases {
  const every = [0, 1].map((kind) =>
    Math.ceil(events.reduce((sum, event) => sum + Number(event === kind), 0) / MOST_OF_A_KIND),
  );
  if (every.every((step) => step <= 1)) return { values, events };
  const seen = [0, 0];
  const kept = (_: number, index: number) => keep[index] === 1;
  const keep = events.map((event) => {
    const place = seen[event] as number;
    seen[event] = place + 1;
    return place % (every[event] as number) === 0 ? 1 : 0;
  });
  return { values: values.map((each) => each.filter(kept)), events: events.filter(kept) };
}
