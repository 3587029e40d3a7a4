import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from './civil.ts';
import type { Period } from './period.ts';
import { parsePeriodCode, periodIndex, periodIndices, periodsBetween, previousPeriod, yearEarlier } from './periods.ts';
import { localDate } from './zone.ts';

const zones = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Apia',
];

const anyZone = fc.constantFrom(...zones);
const anyGrain = fc.constantFrom('year', 'quarter', 'month');
const anyInstant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) });
const anyCoverage = fc
  .tuple(anyInstant, fc.integer({ min: 1, max: 5_000 * DAY_MS }))
  .map(([start, length]) => ({ start, end: start + length }));

function codesOf(periods: readonly Period[]): string[] {
  return periods.map(({ code, partial }) => (partial ? `${code} partial` : code));
}

describe('periods that data cover', () => {
  const start = Date.UTC(2025, 3, 1);
  const end = Date.UTC(2026, 1, 16);

  test('have codes and labels', () => {
    const quarters = periodsBetween({ grain: 'quarter', start, end, zone: 'UTC' });
    expect(quarters.map(({ code, label }) => `${code}: ${label}`)).toEqual([
      '2025-Q2: April to June 2025',
      '2025-Q3: July to September 2025',
      '2025-Q4: October to December 2025',
      '2026-Q1: January to March 2026',
    ]);
    const years = periodsBetween({ grain: 'year', start, end, zone: 'UTC' });
    expect(years.map(({ code, label }) => `${code}: ${label}`)).toEqual(['2025: 2025', '2026: 2026']);
    const months = periodsBetween({ grain: 'month', start: Date.UTC(2025, 11, 1), end, zone: 'UTC' });
    expect(months.map(({ code, label }) => `${code}: ${label}`)).toEqual([
      '2025-12: December 2025',
      '2026-01: January 2026',
      '2026-02: February 2026',
    ]);
  });

  test('are partial where the data end inside them', () => {
    expect(codesOf(periodsBetween({ grain: 'month', start: Date.UTC(2025, 10, 1), end, zone: 'UTC' }))).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02 partial',
    ]);
    const toTheEnd = periodsBetween({ grain: 'month', start, end: Date.UTC(2026, 0, 1), zone: 'UTC' });
    expect(codesOf(toTheEnd).at(-1)).toBe('2025-12');
    const oneMillisecondShort = periodsBetween({ grain: 'month', start, end: Date.UTC(2026, 0, 1) - 1, zone: 'UTC' });
    expect(codesOf(oneMillisecondShort).at(-1)).toBe('2025-12 partial');
  });

  test('may lack three local days at the start, for exports that begin on a working day', () => {
    const firstOf = (day: number, hour: number): string | undefined =>
      codesOf(periodsBetween({ grain: 'quarter', start: Date.UTC(2025, 3, day, hour), end, zone: 'UTC' }))[0];
    expect(firstOf(4, 23)).toBe('2025-Q2');
    expect(firstOf(5, 0)).toBe('2025-Q2 partial');
  });

  test('begin and end at local midnight', () => {
    const [march] = periodsBetween({
      grain: 'month',
      start: Date.UTC(2026, 2, 1),
      end: Date.UTC(2026, 2, 31),
      zone: 'Europe/London',
    });
    expect(march).toMatchObject({ start: Date.UTC(2026, 2, 1), end: Date.UTC(2026, 2, 31, 23) });
  });

  test('include one that only the last millisecond reaches, and none that merely begins at the end', () => {
    const request = { grain: 'month', start: Date.UTC(2026, 0, 1), zone: 'UTC' } as const;
    expect(periodsBetween({ ...request, end: Date.UTC(2026, 1, 1) })).toHaveLength(1);
    expect(periodsBetween({ ...request, end: Date.UTC(2026, 1, 1) + 1 })).toHaveLength(2);
  });

  test('of grain all: one, never partial, named by its first and last day', () => {
    const coverage = { start: Date.UTC(2024, 6, 1, 9), end: Date.UTC(2026, 6, 13) };
    expect(periodsBetween({ grain: 'all', ...coverage, zone: 'UTC' })).toEqual([
      { code: 'all', grain: 'all', ...coverage, label: '1 July 2024 to 12 July 2026', partial: false },
    ]);
    const oneDay = { start: Date.UTC(2024, 6, 1, 9), end: Date.UTC(2024, 6, 2) };
    expect(periodsBetween({ grain: 'all', ...oneDay, zone: 'UTC' })[0]?.label).toBe('1 July 2024');
  });

  test('are none when nothing is covered', () => {
    expect(periodsBetween({ grain: 'month', start: end, end, zone: 'UTC' })).toEqual([]);
    expect(periodsBetween({ grain: 'all', start: Number.NaN, end, zone: 'UTC' })).toEqual([]);
  });

  test('partition the coverage: no gap, no overlap, nothing left over', () => {
    fc.assert(
      fc.property(anyGrain, anyZone, anyCoverage, (grain, zone, coverage) => {
        const periods = periodsBetween({ grain, zone, ...coverage });
        expect(periods[0]?.start).toBeLessThanOrEqual(coverage.start);
        expect(periods[0]?.end).toBeGreaterThan(coverage.start);
        expect(periods.at(-1)?.start).toBeLessThan(coverage.end);
        expect(periods.at(-1)?.end).toBeGreaterThanOrEqual(coverage.end);
        periods.slice(1).forEach((period, index) => {
          expect(period.start).toBe(periods[index]?.end);
        });
        expect(periods.slice(1, -1).every(({ partial }) => !partial)).toBe(true);
      }),
    );
  });

  test('months partition quarters and quarters partition years', () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: 1970, max: 2060 }), (zone, year) => {
        const { start, end } = parsePeriodCode(String(year), zone) as Period;
        const quarters = periodsBetween({ grain: 'quarter', start, end, zone });
        const months = periodsBetween({ grain: 'month', start, end, zone });
        expect(codesOf(quarters)).toEqual([`${year}-Q1`, `${year}-Q2`, `${year}-Q3`, `${year}-Q4`]);
        expect(months).toHaveLength(12);
        expect([quarters[0]?.start, quarters[3]?.end]).toEqual([start, end]);
        quarters.forEach((quarter, index) => {
          expect([months[index * 3]?.start, months[index * 3 + 2]?.end]).toEqual([quarter.start, quarter.end]);
        });
      }),
    );
  });

  test('the period of an instant carries the local year and month of that instant', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        const [month] = periodsBetween({ grain: 'month', start: instant, end: instant + 1, zone });
        const local = localDate(zone, instant);
        expect(month?.code).toBe(`${local.year}-${String(local.month).padStart(2, '0')}`);
      }),
    );
  });
});

describe('finding the period of an instant', () => {
  const periods = periodsBetween({
    grain: 'quarter',
    start: Date.UTC(2024, 0, 1),
    end: Date.UTC(2026, 0, 1),
    zone: 'Europe/London',
  });

  test('starts belong to a period, ends to the next, anything outside to none', () => {
    expect(periodIndex(periods, periods[2]?.start ?? 0)).toBe(2);
    expect(periodIndex(periods, (periods[2]?.end ?? 0) - 1)).toBe(2);
    expect(periodIndex(periods, periods[2]?.end ?? 0)).toBe(3);
    expect(periodIndex(periods, (periods[0]?.start ?? 0) - 1)).toBe(-1);
    expect(periodIndex(periods, periods.at(-1)?.end ?? 0)).toBe(-1);
    expect(periodIndex(periods, Number.NaN)).toBe(-1);
    expect(periodIndex([], 0)).toBe(-1);
  });

  test('a period left out of the list leaves a hole', () => {
    const holed = periods.filter((_, index) => index !== 3);
    expect(periodIndex(holed, periods[3]?.start ?? 0)).toBe(-1);
    expect(periodIndex(holed, periods[4]?.start ?? 0)).toBe(3);
  });

  test('a whole column gives the same answers as one by one', () => {
    const anyRow = fc.oneof(
      fc.integer({ min: Date.UTC(2023, 6, 1), max: Date.UTC(2026, 6, 1) }),
      fc.constant(Number.NaN),
    );
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        expect([...periodIndices(periods, Float64Array.from(rows))]).toEqual(
          rows.map((instant) => periodIndex(periods, instant)),
        );
      }),
    );
  });
});

describe('neighbours of a period', () => {
  test('the one before and the one a year earlier', () => {
    const neighbours = (code: string): (string | null)[] => [previousPeriod({ code }), yearEarlier({ code })];
    expect(neighbours('2026')).toEqual(['2025', '2025']);
    expect(neighbours('2026-Q1')).toEqual(['2025-Q4', '2025-Q1']);
    expect(neighbours('2026-Q3')).toEqual(['2026-Q2', '2025-Q3']);
    expect(neighbours('2026-01')).toEqual(['2025-12', '2025-01']);
    expect(neighbours('all')).toEqual([null, null]);
  });

  test('the one before ends where the period begins', () => {
    fc.assert(
      fc.property(anyGrain, anyZone, anyInstant, (grain, zone, instant) => {
        const [period] = periodsBetween({ grain, start: instant, end: instant + 1, zone });
        const before = parsePeriodCode(previousPeriod(period as Period) ?? '', zone);
        expect(before?.end).toBe(period?.start);
      }),
    );
  });
});

describe('periods as people write them', () => {
  test('codes and plain names', () => {
    const codeOf = (text: string): string | undefined => parsePeriodCode(text, 'UTC')?.code;
    expect(['2026', '2026-Q2', '2026-06'].map(codeOf)).toEqual(['2026', '2026-Q2', '2026-06']);
    expect(['2026 Q2', 'Q2 2026', '2026q2', 'April to June 2026', 'april–june 2026'].map(codeOf)).toEqual(
      Array(5).fill('2026-Q2'),
    );
    expect(['June 2026', 'june  2026', ' JUNE 2026 '].map(codeOf)).toEqual(Array(3).fill('2026-06'));
  });

  test('anything else is no period', () => {
    const others = ['', 'all', '26', '2026-Q5', '2026-13', '2026-6', '2026-06-01', 'Juni 2026', 'May to July 2026'];
    expect(others.filter((text) => parsePeriodCode(text, 'UTC') !== null)).toEqual([]);
  });

  test('codes and labels lead back to the period', () => {
    fc.assert(
      fc.property(anyGrain, anyZone, anyInstant, (grain, zone, instant) => {
        const [period] = periodsBetween({ grain, start: instant, end: instant + 1, zone }) as [Period];
        expect(parsePeriodCode(period.code, zone)).toEqual({ ...period, partial: false });
        expect(parsePeriodCode(period.label, zone)).toEqual({ ...period, partial: false });
      }),
    );
  });
});
