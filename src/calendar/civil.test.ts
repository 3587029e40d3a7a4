import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate, DAY_MS, dayNumber, weekdayIndex } from './civil.ts';

const anyDay = fc.integer({ min: -4_000_000, max: 4_000_000 });

describe('dates as numbers of days', () => {
  test('day 0 is 1 January 1970, a Thursday', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(civilDate(0)).toEqual({ year: 1970, month: 1, day: 1 });
    expect(weekdayIndex(0)).toBe(3);
  });

  test('every number of days is one date and back', () => {
    fc.assert(
      fc.property(anyDay, (days) => {
        const { year, month, day } = civilDate(days);
        expect(dayNumber(year, month, day)).toBe(days);
      }),
    );
  });

  test('dates and weekdays are those of the platform', () => {
    fc.assert(
      fc.property(anyDay, (days) => {
        const date = new Date(days * DAY_MS);
        expect(civilDate(days)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(weekdayIndex(days)).toBe((date.getUTCDay() + 6) % 7);
      }),
    );
  });

  test('months and days out of range carry over', () => {
    expect(dayNumber(2026, 13, 1)).toBe(dayNumber(2027, 1, 1));
    expect(dayNumber(2026, 0, 1)).toBe(dayNumber(2025, 12, 1));
    expect(dayNumber(2026, -11, 1)).toBe(dayNumber(2025, 1, 1));
    expect(dayNumber(2026, 2, 29)).toBe(dayNumber(2026, 3, 1));
    expect(dayNumber(2024, 3, 0)).toBe(dayNumber(2024, 2, 29));
  });
});
