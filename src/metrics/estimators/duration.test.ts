import { describe, expect, test } from 'vitest';
import type { Cell } from '../definition.ts';
import { contextOf, datasetOf, sliceOf } from '../testing.ts';
import { estimateQuantile } from './duration.ts';
import type { WaitingTimes } from './waiting-times.ts';

const START = Date.parse('2026-01-01T00:00Z');

/** Tickets of different customers that waited for so many seconds; negative ones were still waiting then. */
function waits(...seconds: readonly number[]): { dataset: ReturnType<typeof datasetOf>; waiting: WaitingTimes } {
  const dataset = datasetOf({
    tickets: seconds.map((_, index) => ({
      customer_id: `c${String(index).padStart(4, '0')}`,
      created_at: '2026-01-01',
    })),
  });
  return {
    dataset: contextOf(dataset).dataset,
    waiting: {
      clock: 'calendar',
      at: new Float64Array(seconds.length).fill(START),
      milliseconds: Float64Array.from(seconds, (wait) => Math.abs(wait) * 1000),
      ended: Uint8Array.from(seconds, (wait) => (wait < 0 ? 0 : 1)),
    },
  };
}

function quantileOf(
  name: 'median' | 'p90',
  seconds: readonly number[],
  censoring: 'always' | 'when some are running',
): Cell {
  const { dataset, waiting } = waits(...seconds);
  return estimateQuantile(dataset, waiting, name, censoring, sliceOf()).cells[0] as Cell;
}

const oneToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('a median wait', () => {
  test('is interpolated when no wait is running, with order statistics around it', () => {
    expect(quantileOf('median', oneToTen, 'when some are running')).toEqual({
      clock: 'calendar',
      n: 10,
      customers: 10,
      events: 10,
      method: 'order-statistic',
      value: 5.5,
      low: 2,
      high: 9,
      standardError: expect.closeTo(Math.log(9 / 2) / (2 * 1.959964), 6),
    });
  });

  test('has no interval below six tickets', () => {
    const cell = quantileOf('median', [1, 2, 3, 4, 5], 'when some are running');
    expect(cell.value).toBe(3);
    expect([cell.low, cell.high, cell.standardError]).toEqual([undefined, undefined, undefined]);
  });

  test('is a Kaplan–Meier estimate as soon as one wait is running', () => {
    const cell = quantileOf('median', [1, 2, 3, 4, -4, 6, 7, 8, 9, 10], 'when some are running');
    expect(cell.method).toBe('kaplan-meier');
    expect([cell.n, cell.events]).toEqual([10, 9]);
    expect(cell.value).toBe(6);
  });

  test('is longer than that of the ended waits alone: leaving out the running ones would flatter', () => {
    const running = quantileOf('median', [1, 2, 3, -8, -9, -10], 'when some are running');
    const endedOnly = quantileOf('median', [1, 2, 3], 'when some are running');
    expect(endedOnly.value).toBe(2);
    expect(running.value).toBeUndefined();
    expect(running.low).toBe(1);
  });

  test('of nothing has no value', () => {
    expect(quantileOf('median', [], 'always')).toEqual({
      clock: 'calendar',
      n: 0,
      customers: 0,
      events: 0,
      method: 'kaplan-meier',
    });
  });
});

describe('a 90th percentile', () => {
  test('has an interval from 36 tickets on', () => {
    const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
    expect(quantileOf('p90', upTo(35), 'when some are running').high).toBeUndefined();
    expect(quantileOf('p90', upTo(36), 'when some are running').high).toBe(36);
  });
});
