import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OpeningHours, type WorkingHours, workingClock } from './business-hours.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const closed: WorkingHours['week'] = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};

function everyDay(hours: OpeningHours): WorkingHours['week'] {
  return {
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: hours,
    sunday: hours,
  };
}

const nineToFive: OpeningHours = [['09:00', '17:00']];
const officeWeek = { ...everyDay(nineToFive), saturday: [], sunday: [] };

describe('working time', () => {
  const worked = workingClock({ zone: 'UTC', week: officeWeek, holidays: ['2026-03-11'] });
  const monday = Date.UTC(2026, 2, 9);

  test('counts opening hours only', () => {
    expect(worked(monday, monday + DAY)).toBe(8 * HOUR);
    expect(worked(monday + 8 * HOUR, monday + 10 * HOUR)).toBe(HOUR);
    expect(worked(monday + 10 * HOUR, monday + 10 * HOUR + 5)).toBe(5);
    expect(worked(monday + 18 * HOUR, monday + 20 * HOUR)).toBe(0);
  });

  test('stops on weekends and holidays', () => {
    expect(worked(monday, monday + 7 * DAY)).toBe(4 * 8 * HOUR);
    expect(worked(monday + 5 * DAY, monday + 7 * DAY)).toBe(0);
    expect(worked(monday + 2 * DAY, monday + 3 * DAY)).toBe(0);
  });

  test('is half-open: closing time itself is not worked', () => {
    expect(worked(monday + 17 * HOUR, monday + DAY + 9 * HOUR)).toBe(0);
    expect(worked(monday + 17 * HOUR - 1, monday + DAY + 9 * HOUR + 1)).toBe(2);
  });

  test('is nothing for an empty stretch and negative backwards', () => {
    expect(worked(monday + 12 * HOUR, monday + 12 * HOUR)).toBe(0);
    expect(worked(monday + DAY, monday)).toBe(-8 * HOUR);
  });

  test('is NaN when an end is missing or a placeholder', () => {
    expect(worked(Number.NaN, monday)).toBeNaN();
    expect(worked(monday, Number.NaN)).toBeNaN();
    expect(worked(monday, Date.UTC(9999, 11, 31))).toBeNaN();
    expect(worked(Date.parse('0001-01-01'), monday)).toBeNaN();
  });

  test('has breaks, a 24-hour day, and counts overlapping hours once', () => {
    const withBreak = workingClock({
      zone: 'UTC',
      week: everyDay([
        ['13:00', '18:15'],
        ['08:30', '12:00'],
      ]),
      holidays: [],
    });
    expect(withBreak(monday, monday + DAY)).toBe(8.75 * HOUR);
    const always = workingClock({ zone: 'UTC', week: everyDay([['00:00', '24:00']]), holidays: [] });
    expect(always(monday + 7, monday + 100 * DAY + 9)).toBe(100 * DAY + 2);
    const doubled = workingClock({
      zone: 'UTC',
      week: everyDay([
        ['09:00', '12:00'],
        ['11:00', '13:00'],
      ]),
      holidays: [],
    });
    expect(doubled(monday, monday + DAY)).toBe(4 * HOUR);
    const never = workingClock({ zone: 'UTC', week: closed, holidays: [] });
    expect(never(monday, monday + 100 * DAY)).toBe(0);
  });

  test('loses the hour the clocks skip and gains the one they repeat', () => {
    const night = workingClock({ zone: 'Europe/London', week: everyDay([['00:00', '06:00']]), holidays: [] });
    expect(night(Date.UTC(2026, 2, 29), Date.UTC(2026, 2, 29, 12))).toBe(5 * HOUR);
    expect(night(Date.UTC(2026, 9, 24, 23), Date.UTC(2026, 9, 25, 12))).toBe(7 * HOUR);
    const always = workingClock({ zone: 'Pacific/Apia', week: everyDay([['00:00', '24:00']]), holidays: [] });
    expect(always(Date.UTC(2011, 11, 20), Date.UTC(2012, 0, 10))).toBe(21 * DAY);
  });

  test('refuses hours and holidays it cannot read', () => {
    const make = (hours: OpeningHours, holidays: readonly string[]) => () =>
      workingClock({ zone: 'UTC', week: everyDay(hours), holidays });
    expect(make([['9:00', '17:00']], [])).toThrow(RangeError);
    expect(make([['09:00', '24:30']], [])).toThrow(RangeError);
    expect(make(nineToFive, ['2026-02-30'])).toThrow(RangeError);
    expect(make(nineToFive, ['25 December'])).toThrow(RangeError);
  });
});

describe('working time as a property', () => {
  const clockTime = fc
    .integer({ min: 0, max: 1440 })
    .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
  const hours = fc.array(fc.tuple(clockTime, clockTime), { maxLength: 3 });
  const week = fc.record({
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: hours,
    sunday: hours,
  });
  /** Days around changes of the clocks, a skipped day among them. */
  const place = fc.constantFrom(
    { zone: 'UTC', around: Date.UTC(2026, 0, 1) },
    { zone: 'Europe/London', around: Date.UTC(2026, 2, 29) },
    { zone: 'Europe/London', around: Date.UTC(2026, 9, 25) },
    { zone: 'America/New_York', around: Date.UTC(2026, 10, 1) },
    { zone: 'Asia/Kolkata', around: Date.UTC(2026, 4, 1) },
    { zone: 'Australia/Lord_Howe', around: Date.UTC(2026, 3, 4) },
    { zone: 'America/Sao_Paulo', around: Date.UTC(2018, 10, 4) },
    { zone: 'America/Sao_Paulo', around: Date.UTC(2018, 1, 18) },
    { zone: 'Pacific/Apia', around: Date.UTC(2011, 11, 30) },
  );
  const minutes = fc.integer({ min: -2 * 1440, max: 2 * 1440 });

  test('equals counting the minutes one by one', () => {
    fc.assert(
      fc.property(place, week, minutes, minutes, fc.integer({ min: -2, max: 2 }), (where, open, a, b, holiday) => {
        const holidays = [new Date(where.around + holiday * DAY).toISOString().slice(0, 10)];
        const from = where.around + Math.min(a, b) * MINUTE;
        const to = where.around + Math.max(a, b) * MINUTE;
        const worked = workingClock({ zone: where.zone, week: open, holidays });
        expect(worked(from, to)).toBe(countMinutes(where.zone, open, holidays, from, to) * MINUTE);
      }),
      { numRuns: 60 },
    );
  });

  test('adds up, whatever was asked before', () => {
    const instant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(place, fc.array(fc.tuple(instant, instant, instant), { minLength: 1 }), ({ zone }, triples) => {
        const shared = workingClock({ zone, week: officeWeek, holidays: [] });
        for (const [a, b, c] of triples) {
          expect(shared(a, b) + shared(b, c)).toBe(shared(a, c));
          expect(shared(a, b)).toBe(workingClock({ zone, week: officeWeek, holidays: [] })(a, b));
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('reference cases', () => {
  test.each(['business_hours-1', 'business_hours-2'])('%s agrees to the minute', (name) => {
    const { params, expected } = JSON.parse(readReference(`${name}.expected.json`)) as ReferenceCase;
    const { schedule } = params;
    const worked = workingClock({
      zone: params.timezone,
      week: {
        monday: schedule.mon ?? [],
        tuesday: schedule.tue ?? [],
        wednesday: schedule.wed ?? [],
        thursday: schedule.thu ?? [],
        friday: schedule.fri ?? [],
        saturday: schedule.sat ?? [],
        sunday: schedule.sun ?? [],
      },
      holidays: params.holidays,
    });
    const [, ...rows] = readReference(`${name}.input.csv`).trim().split('\n');
    const minutes = rows.map((row) => {
      const [id = '', created = '', replied = ''] = row.trim().split(',');
      return { ticket_id: id, business_minutes: worked(Date.parse(created), Date.parse(replied)) / MINUTE };
    });
    expect(minutes).toEqual(expected.rows.map(({ ticket_id, business_minutes }) => ({ ticket_id, business_minutes })));
  });
});

interface ReferenceCase {
  params: { timezone: string; schedule: Record<string, [string, string][]>; holidays: string[] };
  expected: { rows: { ticket_id: string; business_minutes: number }[] };
}

function readReference(name: string): string {
  return readFileSync(new URL(`../../tests/reference/${name}`, import.meta.url), 'utf8');
}

/** The definition, read literally: each minute whose local time and date are open. */
function countMinutes(
  zone: string,
  week: WorkingHours['week'],
  holidays: readonly string[],
  from: number,
  to: number,
): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  let count = 0;
  for (let instant = from; instant < to; instant += MINUTE) {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    if (holidays.includes(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`)) continue;
    const time = `${parts.get('hour')}:${parts.get('minute')}`;
    const weekday = parts.get('weekday')?.toLowerCase() as keyof WorkingHours['week'];
    if (week[weekday].some(([opens, closes]) => opens <= time && time < closes)) count += 1;
  }
  return count;
}
