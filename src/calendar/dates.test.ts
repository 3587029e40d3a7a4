import { describe, expect, test } from 'vitest';
import { formatDate, isoDate, monthName } from './dates.ts';

const lateOnNewYearsEve = Date.UTC(2025, 11, 31, 23, 30);

describe('dates', () => {
  test('are written out for prose', () => {
    expect(formatDate('UTC', Date.UTC(2026, 2, 12))).toBe('12 March 2026');
  });

  test('are written in ISO order for machines', () => {
    expect(isoDate('UTC', Date.UTC(2026, 2, 2))).toBe('2026-03-02');
    expect(isoDate('UTC', Date.UTC(2026, 2, 2) - 2000 * 365.2425 * 86_400_000)).toBe('0026-03-02');
  });

  test('are those of the zone', () => {
    expect(isoDate('Europe/London', lateOnNewYearsEve)).toBe('2025-12-31');
    expect(isoDate('Asia/Kolkata', lateOnNewYearsEve)).toBe('2026-01-01');
    expect(formatDate('America/New_York', lateOnNewYearsEve)).toBe('31 December 2025');
  });

  test('a missing instant or month has no name', () => {
    expect(() => formatDate('UTC', Number.NaN)).toThrow(RangeError);
    expect(() => isoDate('UTC', Number.NaN)).toThrow(RangeError);
    expect(() => monthName(13)).toThrow(RangeError);
  });
});
