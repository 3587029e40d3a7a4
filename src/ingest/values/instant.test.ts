import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zoneClock } from '../../calendar/zone.ts';
import { type DateOrder, InstantReader, UnixReader } from './instant.ts';
import { LocalTimes } from './local-time.ts';

function readerFor(zone: string, order: DateOrder | null = null): InstantReader {
  return new InstantReader(new LocalTimes(zoneClock(zone)), order);
}

function read(text: string, zone = 'UTC', order: DateOrder | null = null): string | null {
  const instant = readerFor(zone, order).read(text);
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}

describe('moments with their distance from UTC', () => {
  test.each([
    ['2026-03-04T09:30:00Z', '2026-03-04T09:30:00.000Z'],
    ['2026-03-04T09:30:00.123Z', '2026-03-04T09:30:00.123Z'],
    ['2026-03-04T09:30:00.123987z', '2026-03-04T09:30:00.123Z'],
    ['2026-03-04T09:30Z', '2026-03-04T09:30:00.000Z'],
    ['2026-03-04T09:30:00+01:00', '2026-03-04T08:30:00.000Z'],
    ['2026-03-04T09:30:00+0530', '2026-03-04T04:00:00.000Z'],
    ['2026-03-04 09:30:00 -08:00', '2026-03-04T17:30:00.000Z'],
    ['2026-03-04 09:30:00 UTC', '2026-03-04T09:30:00.000Z'],
    ['2026/03/04 9:30:00 PM GMT+3', '2026-03-04T18:30:00.000Z'],
  ])('%s', (text, expected) => {
    expect(read(text, 'Asia/Tokyo')).toBe(expected);
  });
});

describe('moments of the local clock', () => {
  test.each([
    ['2026-07-04', 'Europe/London', '2026-07-03T23:00:00.000Z'],
    ['2026-07-04 09:30', 'Europe/London', '2026-07-04T08:30:00.000Z'],
    ['2026-01-04T09:30:15', 'Europe/London', '2026-01-04T09:30:15.000Z'],
    ['2026-02-25 16:38:58.679', 'UTC', '2026-02-25T16:38:58.679Z'],
    ['2026-02-25 16:38:58,679', 'UTC', '2026-02-25T16:38:58.679Z'],
    ['2017-05-3', 'America/Los_Angeles', '2017-05-03T07:00:00.000Z'],
    ['2026-01-31T24:00:00', 'UTC', '2026-02-01T00:00:00.000Z'],
    ['2026-01-31 12:05 am', 'UTC', '2026-01-31T00:05:00.000Z'],
    ['2026-01-31 12:05 PM', 'UTC', '2026-01-31T12:05:00.000Z'],
    ['2026-01-31 1:05:07PM', 'UTC', '2026-01-31T13:05:07.000Z'],
    // The clocks skip from 1 to 2 o'clock, and show 1 to 2 o'clock twice.
    ['2026-03-29 01:30', 'Europe/London', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25 01:30', 'Europe/London', '2026-10-25T00:30:00.000Z'],
    // Midnight did not exist in São Paulo on this day.
    ['2017-10-15', 'America/Sao_Paulo', '2017-10-15T03:00:00.000Z'],
  ])('%s in %s', (text, zone, expected) => {
    expect(read(text, zone)).toBe(expected);
  });
});

describe('months as words leave no doubt about the order', () => {
  test.each([
    ['25/Feb/26 10:17 PM', '2026-02-25T22:17:00.000Z'],
    ['29/июл/26 09:59', '2026-07-29T09:59:00.000Z'],
    ['Mon Jun 17 2024', '2024-06-17T00:00:00.000Z'],
    ['3 March 2026', '2026-03-03T00:00:00.000Z'],
    ['March 3, 2026 9:30 AM', '2026-03-03T09:30:00.000Z'],
    ['3. März 2026', '2026-03-03T00:00:00.000Z'],
    ['29-Jul-2026 08:00:01', '2026-07-29T08:00:01.000Z'],
    ['3 de marzo de 2026', '2026-03-03T00:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(read(text, 'UTC')).toBe(expected);
  });
});

describe('letters for a zone', () => {
  test.each([
    ['2024-09-25 14:30:45 CDT', '2024-09-25T19:30:45.000Z'],
    ['2024-09-25 14:30:45 CEST', '2024-09-25T12:30:45.000Z'],
    ['2026/09/27 3:00:00 PM GMT+3', '2026-09-27T12:00:00.000Z'],
    ['2022/06/22 11:07:29 AM EDT', '2022-06-22T15:07:29.000Z'],
  ])('%s', (text, expected) => {
    expect(read(text, 'Asia/Tokyo')).toBe(expected);
  });

  test('that stand for several need a zone declared for the file, which then counts', () => {
    const clock = new LocalTimes(zoneClock('Asia/Kolkata'));
    expect(new InstantReader(clock, null, false).read('2026-01-01 10:30 IST')).toBeNaN();
    expect(new InstantReader(clock, null, true).read('2026-01-01 10:30 IST')).toBe(Date.UTC(2026, 0, 1, 5));
  });
});

test('counts from 1970 are moments only where the unit is declared', () => {
  expect(new UnixReader('seconds').read('1767225600')).toBe(Date.UTC(2026, 0, 1));
  expect(new UnixReader('milliseconds').read('1767225600000')).toBe(Date.UTC(2026, 0, 1));
  expect(new UnixReader('seconds').read('2026-01-01')).toBeNaN();
  expect(readerFor('UTC').read('1767225600')).toBeNaN();
});

describe('day and month', () => {
  test.each([
    ['04/03/2026', 'dmy', '2026-03-04T00:00:00.000Z'],
    ['04/03/2026', 'mdy', '2026-04-03T00:00:00.000Z'],
    ['4.3.2026 9:05', 'dmy', '2026-03-04T09:05:00.000Z'],
    ['29-12-2018 23:46', 'dmy', '2018-12-29T23:46:00.000Z'],
    ['04/18/2019 09:55:45 PM', 'mdy', '2019-04-18T21:55:45.000Z'],
    ['8/20/25 12:51', 'mdy', '2025-08-20T12:51:00.000Z'],
    ['1/2/98', 'dmy', '1998-02-01T00:00:00.000Z'],
    ['26/03/04', 'ymd', '2026-03-04T00:00:00.000Z'],
  ] as const)('%s, %s', (text, order, expected) => {
    expect(read(text, 'UTC', order)).toBe(expected);
  });

  test('without a declared order both readings are kept', () => {
    const reader = readerFor('UTC');
    expect(new Date(reader.read('04/03/2026')).toISOString()).toBe('2026-03-04T00:00:00.000Z');
    expect(reader.undecided).toBe(true);
    expect(new Date(reader.monthFirst).toISOString()).toBe('2026-04-03T00:00:00.000Z');
    expect(reader.read('04/18/2026')).toBeNaN();
    expect(reader.monthFirst).not.toBeNaN();
    reader.read('2026-04-03');
    expect(reader.undecided).toBe(false);
  });
});

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-01-32',
  '0026-01-01',
  '2026-01-01T',
  '2026-01-01T25:00',
  '2026-01-01T24:01',
  '2026-01-01T10:60',
  '2026-01-01T10:30:60',
  '2026-01-01T1030',
  '2026-01-01T10:30:00X',
  '2026-01-01T10:30 IST',
  '2026-01-01T10:30 XYZ',
  '31/Foo/26',
  '31/Apr/26',
  '2026-01-01T10:30+25:00',
  '2026-01-01 13:00 PM',
  '2026-01-01 0:30 AM',
  '2026-01-01T10:30:00.',
  '2026-01/01',
  '20260101',
  '45000.5',
  'yesterday',
  '',
  '-',
  '=1+1',
])('%j is no moment', (text) => {
  expect(read(text, 'UTC', 'dmy')).toBe(null);
});

test('what ISO 8601 writes is read back, whatever the zone', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
      fc.constantFrom('UTC', 'Europe/London', 'Asia/Kolkata'),
      (date, zone) => {
        expect(readerFor(zone).read(date.toISOString())).toBe(date.getTime());
      },
    ),
  );
});

test('a fast local time is the one the calendar gives', () => {
  const zone = 'America/New_York';
  const clock = zoneClock(zone);
  const times = new LocalTimes(clock);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000 }), (minutes) => {
      const wall = Date.UTC(2020, 0, 1) + minutes * 60_000;
      const date = new Date(wall);
      const { instant } = clock.instantOfLocal({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
      });
      expect(times.instantOf(wall)).toBe(instant);
    }),
    { numRuns: 2000 },
  );
});
