import { describe, expect, test } from 'vitest';
import { dueDate } from './due-date.ts';

describe('a due date', () => {
  test('is a day or the end of a period, and is said in words', () => {
    expect(['2026-09-30', '30  september 2026', '2026-09', 'September 2026', '2026 Q3', '2026'].map(dueDate)).toEqual([
      '30 September 2026',
      '30 September 2026',
      'September 2026',
      'September 2026',
      'September 2026',
      '2026',
    ]);
  });

  test('is none where the calendar has no such day', () => {
    expect(['2026-02-29', '31 June 2026', '0 May 2026', '2026-13-01', '3 Foo 2026', 'soon'].map(dueDate)).toEqual(
      Array(6).fill(null),
    );
    expect(dueDate('29 February 2028')).toBe('29 February 2028');
  });
});
