/**
 * The order of rows in a table: by customer, then by time, rows without a customer last.
 */
import type { IdColumn, InstantColumn } from './column.ts';

/**
 * @param rows rows to order (row numbers); those not named are left out of the table.
 * @param customer number of each row's customer, -1 = not known.
 * @param at the moment that orders rows of one customer; missing moments come first.
 * @param id settles ties, so that the order does not depend on the order of files.
 */
export function orderByCustomer(
  rows: Int32Array,
  customer: Int32Array,
  customerCount: number,
  at: InstantColumn,
  id: IdColumn | undefined,
): Int32Array {
  // A counting sort: one bucket per customer and one more, at the end, for rows without.
  const bucketEnd = new Int32Array(customerCount + 2);
  const bucketOf = (row: number): number => {
    const number = customer[row] as number;
    return number < 0 ? customerCount : number;
  };
  for (const row of rows) bucketEnd[bucketOf(row) + 1] = (bucketEnd[bucketOf(row) + 1] as number) + 1;
  for (let bucket = 1; bucket < bucketEnd.length; bucket++) {
    bucketEnd[bucket] = (bucketEnd[bucket] as number) + (bucketEnd[bucket - 1] as number);
  }
  const next = bucketEnd.slice(0, customerCount + 1);
  const order = new Int32Array(rows.length);
  for (const row of rows) {
    const bucket = bucketOf(row);
    order[next[bucket] as number] = row;
    next[bucket] = (next[bucket] as number) + 1;
  }
  const isBefore = (a: number, b: number): boolean => {
    const first = moment(at, a);
    const second = moment(at, b);
    if (first !== second) return first < second;
    return compareTied(id, a, b) < 0;
  };
  for (let bucket = 0; bucket <= customerCount; bucket++) {
    const from = bucketEnd[bucket] as number;
    const to = bucketEnd[bucket + 1] as number;
    if (to - from <= FEW) insertionSort(order, from, to, isBefore);
    else order.subarray(from, to).sort((a, b) => moment(at, a) - moment(at, b) || compareTied(id, a, b));
  }
  return order;
}

/** Up to so many rows, sorting by insertion is faster: rows of one customer stand nearly in order already. */
const FEW = 40;

function insertionSort(order: Int32Array, from: number, to: number, isBefore: (a: number, b: number) => boolean): void {
  for (let next = from + 1; next < to; next++) {
    const row = order[next] as number;
    let place = next;
    while (place > from && isBefore(row, order[place - 1] as number)) {
      order[place] = order[place - 1] as number;
      place--;
    }
    order[place] = row;
  }
}

/** Order of two rows of one moment. */
function compareTied(id: IdColumn | undefined, a: number, b: number): number {
  if (id === undefined) return a - b;
  return (id.high[a] as number) - (id.high[b] as number) || (id.low[a] as number) - (id.low[b] as number);
}

/** Missing moments sort before all others; NaN would make the comparison inconsistent. */
function moment(at: InstantColumn, row: number): number {
  const value = at[row] as number;
  return Number.isNaN(value) ? Number.MIN_SAFE_INTEGER : value;
}
