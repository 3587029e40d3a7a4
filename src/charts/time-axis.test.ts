import { describe, expect, test } from 'vitest';
import type { Period } from '../calendar/period.ts';
import { months, quarters } from './figures.fixture.ts';
import { timeTicks } from './time-axis.ts';

const placed = (periods: readonly Period[]) =>
  periods.map((period, k) => ({ period, x: ((k + 0.5) / periods.length) * 100 }));
const texts = (periods: readonly Period[], row: 0 | 1, room = Infinity) =>
  timeTicks(placed(periods), 60)
    .filter((tick) => tick.row === row && tick.room <= room)
    .map((tick) => tick.text);

describe('labels of time', () => {
  test('quarters are named, years stand under their first quarter', () => {
    expect(texts(quarters(5), 0)).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Q1']);
    expect(texts(quarters(5), 1)).toEqual(['2024', '2025']);
  });

  test('a series that starts within a year still says which', () => {
    expect(texts(quarters(4).slice(2), 1)).toEqual(['2024']);
  });

  test('a year of months is thinned to quarters of the year in a narrow figure', () => {
    expect(texts(months(18), 0, 0)).toEqual(['Jan', 'Apr', 'Jul', 'Oct', 'Jan', 'Apr']);
    expect(texts(months(12), 0)).toHaveLength(12);
  });

  test('sixty months never show an uneven selection', () => {
    const steps = (names: readonly string[]) => new Set(names.slice(0, 12));
    expect(steps(texts(months(60), 0, 480))).toEqual(new Set(['Jan', 'Jul']));
  });

  test('twenty years of months need only the years', () => {
    expect(texts(months(240, 2005), 0, 0)).toEqual([]);
    expect(texts(months(240, 2005), 1, 0).length).toBeGreaterThan(1);
  });
});
