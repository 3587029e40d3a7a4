import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsByValue, contextOf, datasetOf, instant, sliceOf } from '../testing.ts';
import { backlog } from './backlog.ts';

const MONTHS = ['2026-01', '2026-02', '2026-03'];

const open = (dataset: ReturnType<typeof datasetOf>) =>
  backlog.estimate(contextOf(dataset), sliceOf({ periods: MONTHS })).cells.map(({ value }) => value);

describe('the backlog', () => {
  test('holds a ticket from the end of the month it was created in until it is solved', () => {
    const dataset = datasetOf({ tickets: [{ created_at: '2026-01-20T09:00Z', resolved_at: '2026-03-02T09:00Z' }] });
    expect(open(dataset)).toEqual([1, 1, 0]);
  });

  test('holds a ticket solved on the very last moment, and not one created on it', () => {
    const dataset = datasetOf({
      tickets: [
        { created_at: '2026-01-20T09:00Z', resolved_at: '2026-02-01T00:00Z' },
        { created_at: '2026-02-01T00:00Z', resolved_at: '2026-02-02T00:00Z' },
      ],
    });
    expect(open(dataset)).toEqual([1, 0, 0]);
  });

  test('is taken at the data end for the last period, and has no figure after it', () => {
    const dataset = datasetOf({
      tickets: [
        { created_at: '2026-01-20T09:00Z' },
        { created_at: '2026-02-09T09:00Z', resolved_at: '2026-02-10T09:00Z' },
      ],
      coverage: ['2026-01-01', '2026-02-10'],
      extractEnd: '2026-02-11',
    });
    expect(open(dataset)).toEqual([1, 2, undefined]);
  });

  test('drops a cancelled ticket when it was closed', () => {
    const dataset = datasetOf({
      tickets: [
        { created_at: '2026-01-20T09:00Z', status: 'cancelled', closed_at: '2026-02-10T09:00Z' },
        { created_at: '2026-01-20T09:00Z', status: 'open', resolved_at: '2026-01-25T09:00Z' },
      ],
    });
    expect(open(dataset)).toEqual([2, 1, 1]);
  });

  test('adds up over the values of a dimension', () => {
    const dataset = datasetOf({
      tickets: [
        { customer_id: 'a', created_at: '2026-01-20T09:00Z', channel: 'email', resolved_at: '2026-01-21T09:00Z' },
        { customer_id: 'a', created_at: '2026-01-20T09:00Z', channel: 'phone' },
        { customer_id: 'a', created_at: '2026-01-22T09:00Z', channel: 'phone' },
      ],
    });
    const cells = cellsByValue(backlog, dataset, sliceOf({ periods: ['2026-01'], dimension: 'channel' }));
    expect(cells.email).toMatchObject({ value: 0, customers: 0 });
    expect(cells.phone).toMatchObject({ n: 2, value: 2, customers: 1 });
  });

  test('is on average arrivals times waits: Little’s law', () => {
    const HOUR = 3_600_000;
    const HOURS = 72;
    const begin = instant('2026-03-01T00:00Z');
    const text = (hour: number) => new Date(begin + hour * HOUR).toISOString();
    const hours = Array.from({ length: HOURS }, (_, hour) => ({
      code: `hour ${hour}`,
      grain: 'all' as const,
      start: begin + hour * HOUR,
      end: begin + (hour + 1) * HOUR,
      label: '',
      partial: false,
    }));
    const spans = fc.array(
      fc.record({
        from: fc.integer({ min: -48, max: HOURS - 1 }),
        length: fc.option(fc.integer({ min: 1, max: 120 })),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(spans, (tickets) => {
        const dataset = datasetOf({
          tickets: tickets.map(({ from, length }) =>
            length === null
              ? { created_at: text(from) }
              : { created_at: text(from), resolved_at: text(from + length), status: 'solved' },
          ),
          coverage: ['2026-03-01', '2026-03-04'],
          extractEnd: '2026-03-12',
        });
        const { cells } = backlog.estimate(contextOf(dataset), { periods: hours, dimension: null, where: {} });
        // Every ticket begins and ends on the hour, so it is open at the end of as many hours as it lasts.
        const length = cells.reduce((sum, { value }) => sum + (value as number), 0) / HOURS;
        const inWindow = tickets
          .map(({ from, length: lasts }) => Math.min(from + (lasts ?? HOURS * 2), HOURS) - Math.max(from, 0))
          .filter((time) => time > 0);
        const arrivals = inWindow.length / HOURS;
        const wait = inWindow.reduce((sum, time) => sum + time, 0) / Math.max(1, inWindow.length);
        expect(length).toBeCloseTo(arrivals * wait, 9);
      }),
    );
  });
});
