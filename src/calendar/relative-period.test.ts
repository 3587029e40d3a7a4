import { describe, expect, test } from 'vitest';
import type { Grain, Period } from './period.ts';
import { periodsBetween } from './periods.ts';
import { RELATIVE_PERIODS, relativePeriod, twelveMonthsBefore } from './relative-period.ts';

/** Periods of data from November 2024 to 12 July 2026. */
const SPAN = { start: Date.UTC(2024, 10, 1), end: Date.UTC(2026, 6, 12), zone: 'UTC' };
const of = (grain: Grain) => periodsBetween({ ...SPAN, grain });
const PERIODS = { all: of('all'), year: of('year'), quarter: of('quarter'), month: of('month') };

const codeOf = (name: string) => relativePeriod(name, PERIODS)?.code;

describe('periods relative to the data cut-off', () => {
  test('the last one is the last that is complete', () => {
    expect(['last year', 'last quarter', 'last month'].map(codeOf)).toEqual(['2025', '2026-Q2', '2026-06']);
  });

  test('the one before stands beside the last, the same one a year earlier too', () => {
    expect(['the quarter before', 'the month before'].map(codeOf)).toEqual(['2026-Q1', '2026-05']);
    expect(['the same quarter last year', 'same month a year earlier'].map(codeOf)).toEqual(['2025-Q2', '2025-06']);
  });

  test('twelve months end with the last complete one and begin on no calendar year', () => {
    const year = relativePeriod('last 12 months', PERIODS);
    expect(year).toMatchObject({
      label: 'July 2025 to June 2026',
      start: Date.UTC(2025, 6, 1),
      end: Date.UTC(2026, 6, 1),
      partial: false,
    });
    expect(codeOf('the last twelve months')).toBe('2025-07/2026-06');
  });

  test('the twelve months before end where they begin, if the data hold them all', () => {
    const longer = { ...PERIODS, month: periodsBetween({ ...SPAN, start: Date.UTC(2024, 5, 1), grain: 'month' }) };
    const [last, before] = ['last 12 months', 'the 12 months before'].map((name) => relativePeriod(name, longer));
    expect(before).toMatchObject({ label: 'July 2024 to June 2025', end: last?.start });
    expect(twelveMonthsBefore(last as Period, longer)).toEqual(before);
    expect(relativePeriod('the 12 months before', PERIODS)).toBeNull();
    expect(twelveMonthsBefore(last as Period, PERIODS)).toBeNull();
  });

  test('all is everything the data cover', () => {
    expect(codeOf('all')).toBe('all');
  });

  test('case, blanks and small words make no difference', () => {
    expect(['Last  Quarter', 'the last quarter', ' latest quarter', 'previous quarter'].map(codeOf)).toEqual([
      '2026-Q2',
      '2026-Q2',
      '2026-Q2',
      '2026-Q1',
    ]);
  });

  test('a name of a period that the data do not hold is known, but stands for none', () => {
    expect(relativePeriod('the year before', { ...PERIODS, year: PERIODS.year.slice(1) })).toBeNull();
    expect(relativePeriod('last month', { ...PERIODS, month: [] })).toBeNull();
  });

  test('anything else is no such name', () => {
    const others = [
      '',
      'quarter',
      'the quarter',
      'last week',
      'last quarter before',
      '2026-Q2',
      'the same quarter',
      'last 6 months',
    ];
    expect(others.filter((name) => relativePeriod(name, PERIODS) !== undefined)).toEqual([]);
  });

  test('every listed name stands for a period', () => {
    expect(RELATIVE_PERIODS.filter((name) => relativePeriod(name, PERIODS) === undefined)).toEqual([]);
  });
});
