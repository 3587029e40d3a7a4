/**
 * When the customer came back: the first ticket of the same customer created after a ticket was solved.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { once } from '../once.ts';
import { solutionMoments } from './solution-moment.ts';

/**
 * Per ticket the creation of the customer's next ticket on any topic after its solution, epoch milliseconds.
 * NaN where the ticket is not solved, has no known customer, or no further ticket is known.
 */
export const nextContact = once((dataset: Dataset): Float64Array => {
  const customer = dataset.tickets?.customer ?? new Int32Array(0);
  return nextInGroup(dataset, everyRow(customer.length), customer);
});

/** As `nextContact`, but only tickets of the same category count; NaN also where the ticket has no category. */
export const nextContactInCategory = once((dataset: Dataset): Float64Array => {
  const customer = dataset.tickets?.customer ?? new Int32Array(0);
  const category = dataset.tickets?.columns.category?.codes ?? new Int32Array(customer.length).fill(-1);
  const order = sortedBy(
    customer,
    dataset.customerCount,
    sortedBy(category, largest(category) + 1, everyRow(customer.length)),
  );
  const group = new Int32Array(customer.length).fill(-1);
  for (const [position, row] of order.entries()) {
    const before = order[position - 1];
    const same = before !== undefined && customer[before] === customer[row] && category[before] === category[row];
    group[row] = same ? (group[before] as number) : position;
  }
  return nextInGroup(dataset, order, group);
});

/**
 * @param order rows such that those of one group follow each other.
 * @param group group of each row; -1 = in none.
 */
function nextInGroup(dataset: Dataset, order: Int32Array, group: Int32Array): Float64Array {
  const next = new Float64Array(group.length).fill(Number.NaN);
  const { created_at, proactive } = dataset.tickets?.columns ?? {};
  if (created_at === undefined) return next;
  const solved = solutionMoments(dataset);
  const contacts = new Float64Array(order.length);

  let from = 0;
  while (from < order.length) {
    const here = group[order[from] as number] as number;
    let to = from + 1;
    while (to < order.length && group[order[to] as number] === here) to++;
    if (here >= 0) {
      let count = 0;
      let ascending = true;
      for (let position = from; position < to; position++) {
        const row = order[position] as number;
        const created = created_at[row] as number;
        // What the company opens itself is no sign that the customer still needed help.
        if (proactive?.[row] === 1 || Number.isNaN(created)) continue;
        if (count > 0 && created < (contacts[count - 1] as number)) ascending = false;
        contacts[count++] = created;
      }
      if (!ascending) contacts.subarray(0, count).sort();
      for (let position = from; position < to; position++) {
        const row = order[position] as number;
        next[row] = firstAfter(contacts, count, solved[row] as number);
      }
    }
    from = to;
  }
  return next;
}

/** The first of `count` ascending moments that is later than `moment`; NaN when none is. */
function firstAfter(moments: Float64Array, count: number, moment: number): number {
  if (Number.isNaN(moment)) return Number.NaN;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moments[middle] as number) <= moment) low = middle + 1;
    else high = middle;
  }
  return low < count ? (moments[low] as number) : Number.NaN;
}

/** A stable counting sort of rows by a number from 0 to `count - 1`; rows with a negative number are dropped. */
function sortedBy(numbers: Int32Array, count: number, rows: Int32Array): Int32Array {
  const start = new Int32Array(count + 1);
  let kept = 0;
  for (const row of rows) {
    const number = numbers[row] as number;
    if (number < 0) continue;
    start[number + 1] = (start[number + 1] as number) + 1;
    kept++;
  }
  for (let number = 0; number < count; number++)
    start[number + 1] = (start[number + 1] as number) + (start[number] as number);
  const sorted = new Int32Array(kept);
  for (const row of rows) {
    const number = numbers[row] as number;
    if (number < 0) continue;
    sorted[start[number] as number] = row;
    start[number] = (start[number] as number) + 1;
  }
  return sorted;
}

function everyRow(count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

function largest(numbers: Int32Array): number {
  return numbers.reduce((max, number) => Math.max(max, number), -1);
}
