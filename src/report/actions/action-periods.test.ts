import { describe, expect, test } from 'vitest';
import { periodsBetween } from '../../calendar/periods.ts';
import { beforeAndAfter } from './action-periods.ts';

const quarters = (from: string, to: string) =>
  periodsBetween({ grain: 'quarter', start: Date.parse(from), end: Date.parse(to), zone: 'UTC' });
const codes = (from: string, to: string, start: string) => {
  const { before, after, isSameSeason } = beforeAndAfter(quarters(from, to), Date.parse(start));
  return [before?.code, after?.code, isSameSeason];
};

describe('before and after an action', () => {
  test('are the last whole quarter since and the same one a year earlier', () => {
    expect(codes('2024-07-01', '2026-07-12', '2026-02-02')).toEqual(['2025-Q2', '2026-Q2', true]);
  });

  test('are other seasons where the year before is not there, or was not over', () => {
    expect(codes('2025-07-01', '2026-07-12', '2026-02-02')).toEqual(['2025-Q4', '2026-Q2', false]);
    expect(codes('2023-01-01', '2026-07-12', '2025-05-01')).toEqual(['2025-Q1', '2026-Q2', false]);
  });

  test('leave out the quarter in which it began, and one that is not over', () => {
    expect(codes('2025-01-01', '2026-07-12', '2026-04-01')).toEqual(['2025-Q2', '2026-Q2', true]);
    expect(codes('2025-01-01', '2026-07-12', '2026-04-02')).toEqual(['2026-Q1', undefined, false]);
  });

  test('need a whole quarter before', () => {
    expect(codes('2025-01-01', '2026-07-12', '2025-01-01')).toEqual([undefined, '2026-Q2', false]);
  });
});
