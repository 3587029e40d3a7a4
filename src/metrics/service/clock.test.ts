import { describe, expect, test } from 'vitest';
import { promiseOutcomes } from '../../dataset/promise.ts';
import type { Cell } from '../definition.ts';
import { METRICS } from '../registry.ts';
import { contextOf, datasetOf, periodOf, sliceOf } from '../testing.ts';

const dataset = datasetOf({
  tickets: Array.from({ length: 40 }, (_, index) => {
    const created = Date.parse('2026-03-02T09:00Z') + index * 7 * 3_600_000;
    const after = (hours: number) => new Date(created + hours * 3_600_000).toISOString();
    return {
      customer_id: `c${index % 15}`,
      created_at: after(0),
      first_response_at: after(1 + (index % 9)),
      resolved_at: after(10 + (index % 31)),
      reply_due_at: after(4),
      due_at: after(24),
      category: index % 2 === 0 ? 'billing' : 'delivery',
      department: index % 3 === 0 ? 'Billing' : 'Sales',
      reopens: index % 5 === 0 ? 1 : 0,
      replies: 1 + (index % 3),
      transfers: index % 4,
    };
  }),
});
const clocks = {
  none: contextOf(dataset),
  half: contextOf(dataset, (from, to) => (to - from) / 2),
  departments: contextOf(dataset, {
    usual: (from, to) => (to - from) / 2,
    ofDepartment: new Map([['Billing', (from: number, to: number) => (to - from) / 10]]),
    words: 'the business hours of each department',
  }),
};
const available = METRICS.filter((metric) => metric.unavailable(clocks.half) === null);
const onBusinessClock = available.filter(({ id }) => id.endsWith('_business'));
const durations = available.filter(({ unit }) => unit === 'duration');
const everybody = { period: periodOf('2026'), where: {} };
const groups = { context: clocks.half, a: everybody, b: everybody };
const figures = (metric: (typeof METRICS)[number], context: (typeof clocks)['none']): readonly Cell[] =>
  metric.estimate(context, sliceOf({ dimension: 'department' })).cells;

describe('the two clocks', () => {
  test('opening hours change the figures of the business clock, and no other', () => {
    expect(onBusinessClock.length).toBeGreaterThanOrEqual(4);
    for (const metric of available) {
      const [half, departments] = [figures(metric, clocks.half), figures(metric, clocks.departments)];
      if (onBusinessClock.includes(metric)) expect(departments, metric.id).not.toEqual(half);
      else {
        expect(departments, metric.id).toEqual(half);
        expect(figures(metric, clocks.none), metric.id).toEqual(half);
      }
    }
  });

  test('every duration carries the clock that its id names', () => {
    for (const metric of durations) {
      const clock = onBusinessClock.includes(metric) ? 'business' : 'calendar';
      for (const cell of figures(metric, clocks.half)) expect(cell.clock, metric.id).toBe(clock);
    }
  });

  test('are never compared: whoever tries meets an error', () => {
    for (const business of onBusinessClock) {
      const calendar = METRICS.find(({ id }) => id === business.id.replace('_business', ''));
      const [a] = figures(business, clocks.half);
      const [b] = calendar === undefined ? [] : figures(calendar, clocks.half);
      for (const compare of [business.compare, calendar?.compare]) {
        expect(() => compare?.(a as Cell, b as Cell, groups)).toThrow(
          'A wait on the business clock set against one on the calendar',
        );
        expect(() => compare?.(b as Cell, a as Cell, groups)).toThrow(
          'A wait on the calendar clock set against one on the business',
        );
        expect(() => compare?.(a as Cell, a as Cell, groups)).not.toThrow();
      }
    }
  });

  test('do not touch promises: a due time is taken from the export and never worked out', () => {
    const { first_response_at, resolved_at, reply_due_at, due_at } = dataset.tickets?.columns ?? {};
    const kept = Array.from({ length: 40 }, (_, row) =>
      (first_response_at?.[row] as number) <= (reply_due_at?.[row] as number) &&
      (resolved_at?.[row] as number) <= (due_at?.[row] as number)
        ? 1
        : 0,
    );
    expect(Array.from(promiseOutcomes(dataset))).toEqual(kept);
  });
});
