import { describe, expect, test } from 'vitest';
import { cellsByValue, contextOf, datasetOf, sliceOf } from '../testing.ts';
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
});
