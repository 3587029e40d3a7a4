import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../statistics/random.ts';
import type { Cell, Difference } from '../definition.ts';
import { contextOf, datasetOf, periodOf, type Row, sliceOf } from '../testing.ts';
import { comparingDurations } from './compared-durations.ts';
import { estimateQuantile } from './duration.ts';
import type { WaitingTimes } from './waiting-times.ts';

const MONTHS = ['2026-01', '2026-02'] as const;

interface Ticket {
  readonly month: (typeof MONTHS)[number];
  readonly customer: string | null;
  readonly seconds: number;
  readonly running?: boolean;
}

/** Compares the two months of the tickets, in the order given, as the metric of this id would. */
function compared(
  tickets: readonly Ticket[],
  {
    order = MONTHS,
    id = 'wait',
    name = 'median' as const,
  }: { order?: readonly [string, string]; id?: string; name?: 'median' | 'p90' } = {},
): Difference {
  const dataset = datasetOf({
    tickets: tickets.map(
      ({ month, customer, seconds, running }): Row => ({
        created_at: `${month}-10`,
        // The table stands in the order of customers; the wait travels in a column that nothing else reads.
        replies: seconds,
        reopens: running === true ? 0 : 1,
        ...(customer === null ? {} : { customer_id: customer }),
      }),
    ),
  });
  const { columns } = dataset.tickets as unknown as {
    columns: Record<'created_at' | 'replies' | 'reopens', Float64Array>;
  };
  const waiting: WaitingTimes = {
    clock: 'calendar',
    at: columns.created_at,
    milliseconds: columns.replies.map((seconds) => Math.round(seconds * 1000)),
    ended: Uint8Array.from(columns.reopens),
  };
  const context = contextOf(dataset);
  const cells = estimateQuantile(dataset, waiting, name, 'when some are running', sliceOf({ periods: MONTHS })).cells;
  const [a, b] = order.map((month) => ({ where: {}, period: periodOf(month) }));
  const [cellA, cellB] = order.map((month) => cells[MONTHS.indexOf(month as never)] as Cell);
  return comparingDurations(id, name, () => waiting)(cellA as Cell, cellB as Cell, {
    context,
    a: a as NonNullable<typeof a>,
    b: b as NonNullable<typeof b>,
  });
}

/** Waits of n customers a month, those of the second month longer by a factor. */
function twoMonths(n: number, factor: number, { same = false, each = 1 } = {}): Ticket[] {
  const random = seededRandom(21);
  const wait = () => 60 * Math.exp(random.normal());
  return Array.from({ length: n }, (_, index) =>
    MONTHS.flatMap((month, when) => {
      const customer = `${same ? 'c' : month}-${String(index).padStart(6, '0')}`;
      const seconds = wait() * (when === 0 ? 1 : factor);
      return Array.from({ length: each }, () => ({ month, customer, seconds }));
    }),
  ).flat();
}

const width = ({ low, high }: Difference) => Math.log(high / low);

describe('the ratio of two durations', () => {
  test('is b divided by a, with an interval around it', () => {
    const { difference, low, high, low90, high90, p } = compared(twoMonths(200, 3));
    expect(difference).toBeGreaterThan(2.2);
    expect([low < low90, low90 < difference, difference < high90, high90 < high]).toEqual([true, true, true, true]);
    expect(low).toBeGreaterThan(1);
    expect(p).toBeLessThan(0.001);
  });

  test('turns over when the groups change places, to the last digit of the logarithm', () => {
    const tickets = twoMonths(80, 1.4);
    const [there, back] = [compared(tickets), compared(tickets, { order: [MONTHS[1], MONTHS[0]] })];
    expect(back.difference).toBeCloseTo(1 / there.difference, 12);
    expect(back.low).toBeCloseTo(1 / there.high, 12);
    expect(back.high90).toBeCloseTo(1 / there.low90, 12);
    expect(back.p).toBe(there.p);
  });

  test('has a seed from the metric and the groups, so that it is the same whatever was compared before', () => {
    const tickets = twoMonths(80, 1.4);
    const first = compared(tickets);
    compared(twoMonths(30, 1));
    expect(compared(tickets)).toEqual(first);
    expect(compared(tickets, { id: 'another' })).not.toEqual(first);
  });

  test('R2: four like waits of a customer are hardly worth more than one', () => {
    expect(width(compared(twoMonths(100, 2, { each: 4 }))) / width(compared(twoMonths(100, 2)))).toBeGreaterThan(0.85);
  });

  test('waits without a customer are those of as many customers', () => {
    const nameless = twoMonths(100, 2).map((ticket) => ({ ...ticket, customer: null }));
    expect(Math.abs(width(compared(nameless)) / width(compared(twoMonths(100, 2))) - 1)).toBeLessThan(0.1);
  });

  test('of more than 3,000 waits needs no resampling and agrees with it', () => {
    const nameless = (n: number) => twoMonths(n, 1.2).map((ticket) => ({ ...ticket, customer: null }));
    const [resampled, large] = [compared(nameless(5_000)), compared(nameless(10_001))];
    expect(width(resampled) / width(large)).toBeGreaterThan(1.25);
    expect(width(resampled) / width(large)).toBeLessThan(1.6);
  });

  test('counts waits that are still running', () => {
    const tickets = twoMonths(100, 2).map((ticket, index) => ({ ...ticket, running: index % 7 === 0 }));
    const { difference, low, high } = compared(tickets);
    expect(low).toBeLessThan(difference);
    expect(high).toBeGreaterThan(difference);
  });

  test('cannot be tested where a quantile is not known or is zero', () => {
    const nothing = { low: 0, high: Infinity, low90: 0, high90: Infinity, p: 1 };
    const empty = compared([{ month: MONTHS[0], customer: 'a', seconds: 5 }]);
    expect(empty).toEqual({ difference: Number.NaN, ...nothing });
    const zero = twoMonths(40, 1).map((ticket) => ({ ...ticket, seconds: ticket.month === MONTHS[0] ? 0 : 5 }));
    expect(compared(zero)).toEqual({ difference: Infinity, ...nothing });
  });
});
