import { describe, expect, test } from 'vitest';
import { wilson } from '../../statistics/proportion.ts';
import type { Cell } from '../definition.ts';
import { datasetOf, sliceOf } from '../testing.ts';
import { estimateSurvivalShare } from './survival-share.ts';

const DAY = 86_400_000;

/** The share within seven days when events happened after the given days; negative ones were followed so long without. */
function shareOf(...days: readonly number[]): Cell {
  const dataset = datasetOf({
    tickets: days.map((_, index) => ({ customer_id: `c${index}`, created_at: '2026-01-01' })),
  });
  const waiting = {
    at: new Float64Array(days.length).fill(Date.parse('2026-01-01')),
    milliseconds: Float64Array.from(days, (day) => Math.abs(day) * DAY),
    clock: 'calendar' as const,
    ended: Uint8Array.from(days, (day) => (day < 0 ? 0 : 1)),
  };
  return estimateSurvivalShare(dataset, waiting, 7 * DAY, sliceOf()).cells[0] as Cell;
}

describe('the share with an event within seven days', () => {
  test('is the plain share when everybody was followed for so long', () => {
    expect(shareOf(1, 3, -30, -30, 9, -8, -20, -30)).toMatchObject({ n: 8, value: 0.25 });
  });

  test('counts an event on the last moment of the window', () => {
    expect(shareOf(7, -30).value).toBe(0.5);
    expect(shareOf(7.01, -30).value).toBe(0);
  });

  test('gives those who were followed for less their due', () => {
    // After day 1 half are gone; of the rest one is lost on day 2, one of the remaining two has the event on day 3.
    expect(shareOf(1, 1, 1, -2, 3, -30).value).toBeCloseTo(1 - (3 / 6) * (1 / 2), 12);
  });

  test('is not known when nobody was followed for so long', () => {
    expect(shareOf(1, 2, -3, -5)).toEqual({ n: 4, customers: 4, method: 'kaplan-meier' });
    expect(shareOf()).toEqual({ n: 0, customers: 0, method: 'kaplan-meier' });
  });

  test('has Wilson’s interval where nobody or everybody had the event, over those whose fate is known', () => {
    expect(shareOf(-3, -8, -30)).toMatchObject({ value: 0, ...wilson(0, 2), effectiveN: 2 });
    expect(shareOf(1, 2, 3)).toMatchObject({ value: 1, ...wilson(1, 3), effectiveN: 3 });
  });

  test('is worth at most as many answers as there are tickets', () => {
    const cell = shareOf(1, 2, -3, 4, -30, -30, -30);
    expect(cell.effectiveN).toBeLessThanOrEqual(7);
    expect(cell.low).toBeLessThan(cell.value as number);
    expect(cell.high).toBeGreaterThan(cell.value as number);
  });
});
