/**
 * Whether 03/04/2026 is in March or in April: decided by the whole file, or not at all.
 */
import { Mistake } from '../config/mistake.ts';
import type { OrderEvidence } from './columns/instant-column.ts';

export type Order = 'dmy' | 'mdy';

export interface Decision {
  /** One order per piece of evidence. */
  readonly orders: readonly Order[];
  /** How it was decided, in words. */
  readonly notes: readonly string[];
}

const NAMES: Readonly<Record<Order, string>> = { dmy: 'day first', mdy: 'month first' };

/**
 * Each column decides for itself where one of its cells can only be read one way; a column without such a cell
 * follows the other columns of the file where they agree.
 *
 * @throws Mistake when a column contradicts itself or nothing in the file decides.
 */
export function decideOrders(file: string, columns: readonly OrderEvidence[]): Decision {
  const own = columns.map((column) => ownOrder(file, column));
  const decided = new Set(own.filter((order) => order !== null));
  const [common] = decided.size === 1 ? decided : [];
  const notes: string[] = [];
  const orders = columns.map((column, index) => {
    const order = own[index] ?? common ?? (column.open === 0 ? 'dmy' : undefined);
    if (order === undefined) throw undecided(file, column);
    if (own[index] !== null) {
      const cells = order === 'dmy' ? column.dayFirst : column.monthFirst;
      notes.push(`${column.column}: ${NAMES[order]}, because ${cells} of its dates cannot be read otherwise`);
    } else if (column.open > 0) {
      notes.push(`${column.column}: ${NAMES[order]}, like the other dates of the file`);
    }
    return order;
  });
  return { orders, notes };
}

function ownOrder(file: string, column: OrderEvidence): Order | null {
  if (column.firstDayFirst !== null && column.firstMonthFirst !== null) {
    throw new Mistake({
      what: 'Some dates of a column have the day first, others the month',
      file,
      record: Math.max(column.firstDayFirst.record, column.firstMonthFirst.record),
      field: column.column,
      found:
        `${column.firstDayFirst.text} (record ${column.firstDayFirst.record}) and ` +
        `${column.firstMonthFirst.text} (record ${column.firstMonthFirst.record})`,
      expected: `one order; ${column.dayFirst} cells are day first only, ${column.monthFirst} month first only`,
      remedy: 'Export the dates again in one form, best 2026-03-04.',
    });
  }
  if (column.firstDayFirst !== null) return 'dmy';
  return column.firstMonthFirst === null ? null : 'mdy';
}

function undecided(file: string, column: OrderEvidence): Mistake {
  return new Mistake({
    what: `Nothing in the file tells whether the day or the month comes first: ${column.open} of ${column.moments} dates fit both`,
    file,
    ...(column.firstOpen === null ? {} : { record: column.firstOpen.record, found: column.firstOpen.text }),
    field: column.column,
    expected: 'at least one date with a day after the 12th, or a declared order',
    remedy: 'Declare `date_order: dmy` or `date_order: mdy` for this file in sources.yaml.',
  });
}
