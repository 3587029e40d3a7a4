import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  instantOfLocal,
  isTimeZone,
  type LocalDateTime,
  localDate,
  offsetAt,
  startOfDate,
  startOfDay,
  zoneClock,
} from './zone.ts';

const HOUR = 3_600_000;

const zones = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Africa/Casablanca',
  '+05:30',
];

const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) });

describe('offset from UTC', () => {
  test('follows summer time', () => {
    expect(offsetAt('Europe/London', Date.UTC(2026, 0, 15))).toBe(0);
    expect(offsetAt('Europe/London', Date.UTC(2026, 6, 15))).toBe(HOUR);
    expect(offsetAt('America/New_York', Date.UTC(2026, 6, 15))).toBe(-4 * HOUR);
    expect(offsetAt('Asia/Kolkata', Date.UTC(2026, 6, 15))).toBe(5.5 * HOUR);
    expect(offsetAt('Australia/Lord_Howe', Date.UTC(2026, 6, 15))).toBe(10.5 * HOUR);
    expect(offsetAt('Australia/Lord_Howe', Date.UTC(2026, 0, 15))).toBe(11 * HOUR);
  });

  test('changes at the very millisecond', () => {
    const change = Date.UTC(2026, 2, 29, 1);
    expect(offsetAt('Europe/London', change - 1)).toBe(0);
    expect(offsetAt('Europe/London', change)).toBe(HOUR);
  });

  test('knows the shortest stretch on record, one week of summer time in Recife', () => {
    expect(offsetAt('America/Recife', Date.UTC(2000, 9, 8, 2))).toBe(-3 * HOUR);
    expect(offsetAt('America/Recife', Date.UTC(2000, 9, 8, 3))).toBe(-2 * HOUR);
    expect(offsetAt('America/Recife', Date.UTC(2000, 9, 15, 2))).toBe(-3 * HOUR);
  });

  test('keeps the seconds of local mean time', () => {
    expect(offsetAt('Europe/London', Date.UTC(1800, 0, 1))).toBe(-75_000);
  });

  test('holds in any year a date can have, and is NaN beyond', () => {
    expect(offsetAt('Asia/Kolkata', 8.64e15)).toBe(5.5 * HOUR);
    expect(offsetAt('Europe/London', -8.64e15)).toBe(-75_000);
    expect(offsetAt('Asia/Kolkata', 8.64e15 + 1)).toBeNaN();
    expect(offsetAt('UTC', Number.NaN)).toBeNaN();
    expect(offsetAt('Europe/London', Number.NEGATIVE_INFINITY)).toBeNaN();
  });

  test('stretches are constant, hold the instant and leave no gap', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        const clock = zoneClock(zone);
        const { from, to, offset } = clock.stretchAt(instant);
        expect(from <= instant && instant < to).toBe(true);
        expect([clock.offsetAt(from), clock.offsetAt(to - 1)]).toEqual([offset, offset]);
        if (from > -8.64e15) expect(clock.stretchAt(from - 1).to).toBe(from);
      }),
    );
  });
});

describe('local date of an instant', () => {
  test('agrees with Intl in every zone', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        expect(localDate(zone, instant)).toEqual(localDateOfIntl(zone, instant));
      }),
      { numRuns: 1000 },
    );
  });

  test('rounds down to the second, also before 1970', () => {
    expect(localDate('UTC', -1)).toEqual({ year: 1969, month: 12, day: 31, hour: 23, minute: 59, second: 59 });
  });
});

describe('instant of a local time', () => {
  test('outside a change of the clocks it is exact', () => {
    expect(instantOfLocal('Europe/London', { year: 2026, month: 7, day: 1, hour: 9, minute: 30 })).toEqual({
      instant: Date.UTC(2026, 6, 1, 8, 30),
      kind: 'exact',
    });
  });

  test('in a gap it is later by the size of the gap', () => {
    expect(instantOfLocal('Europe/London', { year: 2026, month: 3, day: 29, hour: 1, minute: 30 })).toEqual({
      instant: Date.UTC(2026, 2, 29, 1, 30),
      kind: 'gap',
    });
    expect(instantOfLocal('Australia/Lord_Howe', { year: 2026, month: 10, day: 4, hour: 2, minute: 15 })).toEqual({
      instant: Date.UTC(2026, 9, 3, 15, 45),
      kind: 'gap',
    });
  });

  test('in an overlap it is the first of the two', () => {
    expect(instantOfLocal('Europe/London', { year: 2026, month: 10, day: 25, hour: 1, minute: 30 })).toEqual({
      instant: Date.UTC(2026, 9, 25, 0, 30),
      kind: 'overlap',
    });
    expect(instantOfLocal('America/New_York', { year: 2026, month: 11, day: 1, hour: 1 })).toEqual({
      instant: Date.UTC(2026, 10, 1, 5),
      kind: 'overlap',
    });
  });

  test('the edges of gaps and overlaps are exact', () => {
    const kindAt = (month: number, day: number, hour: number): string =>
      instantOfLocal('Europe/London', { year: 2026, month, day, hour }).kind;
    expect([kindAt(3, 29, 0), kindAt(3, 29, 1), kindAt(3, 29, 2)]).toEqual(['exact', 'gap', 'exact']);
    expect([kindAt(10, 25, 0), kindAt(10, 25, 1), kindAt(10, 25, 2)]).toEqual(['exact', 'overlap', 'exact']);
  });

  test('Samoa had no 30 December 2011', () => {
    expect(instantOfLocal('Pacific/Apia', { year: 2011, month: 12, day: 30, hour: 12 })).toEqual({
      instant: Date.UTC(2011, 11, 30, 22),
      kind: 'gap',
    });
    expect(localDate('Pacific/Apia', Date.UTC(2011, 11, 30, 22))).toMatchObject({ month: 12, day: 31, hour: 12 });
  });

  test('reading an instant and resolving what was read comes back, in an overlap to the first', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        const millisecond = ((instant % 1000) + 1000) % 1000;
        const read = localDate(zone, instant);
        const resolved = instantOfLocal(zone, { ...read, millisecond });
        expect(resolved.kind).not.toBe('gap');
        if (resolved.kind === 'exact') expect(resolved.instant).toBe(instant);
        else expect(resolved.instant).toBeLessThanOrEqual(instant);
        expect(localDate(zone, resolved.instant)).toEqual(read);
      }),
      { numRuns: 1000 },
    );
  });

  test('every local time has an instant; only in a gap does it read otherwise, and then later', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, wall) => {
        const asked = localDate('UTC', wall);
        const { instant, kind } = instantOfLocal(zone, asked);
        const read = localDate(zone, instant);
        if (kind === 'gap') expect(instantOfLocal('UTC', read).instant).toBeGreaterThan(wall);
        else expect(read).toEqual(asked);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('start of a local day', () => {
  test('is found by the date as text, and so many days later', () => {
    expect(startOfDate('Europe/London', '2026-07-01')).toBe(Date.UTC(2026, 5, 30, 23));
    expect(startOfDate('UTC', '2026-12-31', 1)).toBe(Date.UTC(2027, 0, 1));
    expect(startOfDate('America/Sao_Paulo', '2018-11-04')).toBe(Date.UTC(2018, 10, 4, 3));
  });

  test('is local midnight', () => {
    expect(startOfDay('Europe/London', Date.UTC(2026, 6, 1, 12))).toBe(Date.UTC(2026, 5, 30, 23));
    expect(startOfDay('UTC', Date.UTC(2026, 6, 1, 12))).toBe(Date.UTC(2026, 6, 1));
  });

  test('where midnight is skipped it is the first instant that exists', () => {
    expect(startOfDay('America/Sao_Paulo', Date.UTC(2018, 10, 4, 12))).toBe(Date.UTC(2018, 10, 4, 3));
    expect(localDate('America/Sao_Paulo', Date.UTC(2018, 10, 4, 3))).toMatchObject({ day: 4, hour: 1 });
  });

  test('where the clocks jump across midnight it is the jump', () => {
    const jump = startOfDay('America/Toronto', Date.UTC(1919, 2, 31, 12));
    expect(localDate('America/Toronto', jump)).toMatchObject({ month: 3, day: 31, hour: 0, minute: 30 });
    expect(localDate('America/Toronto', jump - 1)).toMatchObject({ month: 3, day: 30, hour: 23, minute: 29 });
  });

  test('a date the zone skipped begins with the next one', () => {
    const apia = zoneClock('Pacific/Apia');
    expect(apia.startOfDate(2011, 12, 30)).toBe(apia.startOfDate(2011, 12, 31));
    expect(apia.startOfDate(2011, 12, 31) - apia.startOfDate(2011, 12, 29)).toBe(24 * HOUR);
  });

  test('lies on the same local date, and the millisecond before on an earlier one', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        const start = startOfDay(zone, instant);
        const { year, month, day } = localDate(zone, instant);
        expect(start).toBeLessThanOrEqual(instant);
        expect(localDate(zone, start)).toMatchObject({ year, month, day });
        expect(localDate(zone, start - 1)).not.toMatchObject({ year, month, day });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('zones', () => {
  test('are IANA names or fixed offsets', () => {
    expect(['UTC', 'Europe/London', 'europe/london', '+05:30'].filter(isTimeZone)).toHaveLength(4);
    expect(['', 'London', 'Europe/Londn', 'GMT+1', '+25:00'].filter(isTimeZone)).toEqual([]);
  });

  test('an unknown one is refused', () => {
    expect(() => zoneClock('Europe/Londn')).toThrow(RangeError);
  });

  test('a clock is made once', () => {
    expect(zoneClock('Asia/Kolkata')).toBe(zoneClock('Asia/Kolkata'));
  });
});

const formats = new Map<string, Intl.DateTimeFormat>();

function localDateOfIntl(zone: string, instant: number): LocalDateTime {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const parts = format.formatToParts(instant);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  };
}
