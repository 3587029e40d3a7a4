import { describe, expect, test } from 'vitest';
import type { Cell, Group } from '../definition.ts';
import { cellOf, cellsByValue, contextOf, datasetOf, periodOf, sliceOf } from '../testing.ts';
import { contactRate } from './contact-rate.ts';

const YEAR = 365.25;

const wholeYear = ['2026-01-01', '2027-01-01'] as const;

describe('the contact rate', () => {
  test('is tickets over years as a customer, and a customer without a ticket counts too', () => {
    const dataset = datasetOf({
      customers: [
        { customer_id: 'a', joined_at: '2025-01-01' },
        { customer_id: 'b', joined_at: '2020-01-01' },
      ],
      tickets: [
        { customer_id: 'a', created_at: '2026-02-01' },
        { customer_id: 'a', created_at: '2026-05-01' },
        { customer_id: 'a', created_at: '2026-09-01' },
      ],
      coverage: wholeYear,
    });
    const cell = cellOf(contactRate, dataset);
    expect(cell).toMatchObject({ n: 3, events: 3, customers: 2 });
    expect(cell.value).toBeCloseTo(3 / ((2 * 365) / YEAR), 10);
  });

  test('counts time only between joining and leaving, within period and data', () => {
    const dataset = datasetOf({
      customers: [
        { customer_id: 'a', joined_at: '2026-02-01', churned_at: '2026-02-11' },
        { customer_id: 'b', joined_at: '2026-06-01' },
        { customer_id: 'c', joined_at: '2019-01-01', churned_at: '2025-01-01' },
      ],
      tickets: [{ customer_id: 'a', created_at: '2026-02-05' }],
      coverage: ['2026-01-01', '2026-06-11'],
    });
    const cell = cellOf(contactRate, dataset);
    expect(cell.customers).toBe(2);
    expect(cell.value).toBeCloseTo(1 / (20 / YEAR), 8);
  });

  test('leaves out contacts that the company began, strangers, and tickets of people who were no customers then', () => {
    const dataset = datasetOf({
      customers: [{ customer_id: 'a', joined_at: '2026-03-01' }],
      tickets: [
        { customer_id: 'a', created_at: '2026-04-01' },
        { customer_id: 'a', created_at: '2026-02-01' },
        { customer_id: 'a', created_at: '2026-04-02', proactive: true },
        { customer_id: 'z', created_at: '2026-04-01' },
        { created_at: '2026-04-01' },
      ],
      coverage: wholeYear,
    });
    expect(cellOf(contactRate, dataset).events).toBe(1);
  });

  test('can be asked for by segment', () => {
    const dataset = datasetOf({
      customers: [
        { customer_id: 'a', joined_at: '2025-01-01', segment: 'large' },
        { customer_id: 'b', joined_at: '2025-01-01', segment: 'small' },
      ],
      tickets: [{ customer_id: 'a', created_at: '2026-04-01' }],
      coverage: wholeYear,
    });
    const cells = cellsByValue(contactRate, dataset, sliceOf({ dimension: 'segment' }));
    expect([cells.large?.events, cells.small?.events, cells.small?.value]).toEqual([1, 0, 0]);
  });

  test('needs to know since when customers are customers', () => {
    const dataset = datasetOf({ tickets: [{ customer_id: 'a', created_at: '2026-04-01' }] });
    expect(contactRate.unavailable(contextOf(dataset))).toBe('no customer list has the field `joined_at`');
  });
});

describe('R3: two half-years of one customer list', () => {
  const HALVES = ['2026-01', '2026-02'] as const;

  /** Thirty customers of whom three write six times a month, in the second month once more. */
  const table = (again: boolean) => ({
    customers: Array.from({ length: 30 }, (_, index) => ({ customer_id: `c${index + 10}`, joined_at: '2025-01-01' })),
    tickets: HALVES.flatMap((month, when) =>
      [0, 1, 2].flatMap((writer) =>
        Array.from({ length: 6 + when }, (_, index) => ({
          customer_id: `c${10 + writer + (again ? 0 : when * 10)}`,
          created_at: `${month}-${10 + index}`,
        })),
      ),
    ),
    coverage: wholeYear,
  });

  const p = (again: boolean) => {
    const context = contextOf(datasetOf(table(again)));
    const [a, b] = contactRate.estimate(context, sliceOf({ periods: HALVES })).cells as [Cell, Cell];
    const [from, to] = HALVES.map((month) => ({ where: {}, period: periodOf(month) })) as [Group, Group];
    return contactRate.compare?.(a, b, { context, a: from, b: to }).p ?? Number.NaN;
  };

  test('customers who write in both are compared with themselves', () => {
    expect(p(false)).toBeGreaterThan(0.5);
    expect(p(true)).toBeLessThan(p(false) / 2);
  });
});
