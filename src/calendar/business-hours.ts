/**
 * Working time between two instants, from opening hours and holidays in one time zone.
 *
 * An instant is working time when the local clock then shows a time within the opening hours of the local date and the
 * date is no holiday. Where clocks skip an hour it is not worked; where they repeat one it is worked twice.
 */
import { civilDate, DAY_MS, dayNumber, weekdayIndex } from './civil.ts';
import { type ZoneClock, zoneClock } from './zone.ts';

/** Days of the week as the configuration names them, in their order. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Opening hours of one day as local times, such as `['09:00', '17:00']`; `24:00` is the end of the day. */
export type OpeningHours = readonly (readonly [from: string, to: string])[];

export interface WorkingHours {
  readonly zone: string;
  readonly week: Readonly<Record<(typeof WEEKDAYS)[number], OpeningHours>>;
  /** Local dates without opening hours, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/** Working milliseconds in [`from`, `to`), both epoch milliseconds. */
export type WorkingClock = (from: number, to: number) => number;

/** Years in which working time is counted. A date outside them is a placeholder, not a moment of work. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** How far the table reaches beyond the instant that made it grow, so that it does not grow with every row. */
const MARGIN_MS = 400 * DAY_MS;

/** A stretch of a local day, in milliseconds since its midnight. */
type DayInterval = readonly [from: number, to: number];

/** Working intervals in order: where each starts and ends, and how much was worked before it. */
interface WorkingTable {
  readonly from: number;
  readonly to: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly workedBefore: Float64Array;
}

/**
 * A clock that runs only in working hours.
 *
 * It answers 0 for an empty stretch, a negative number when `to` comes before `from`, and NaN when either is missing
 * (NaN) or lies outside the years 1900 to 2199. Its table of intervals is made when first needed, for the years asked
 * for, so a call is two binary searches.
 *
 * @throws RangeError for hours or holidays that are not written as documented; the configuration has checked them.
 */
export function workingClock({ zone, week, holidays }: WorkingHours): WorkingClock {
  const clock = zoneClock(zone);
  const earliest = clock.startOfDate(FIRST_YEAR, 1, 1);
  const latest = clock.startOfDate(LAST_YEAR, 1, 1);
  const openingHours = WEEKDAYS.map((weekday) => dayIntervals(week[weekday]));
  const closed = new Set(holidays.map(holidayNumber));
  const intervalsOf = (days: number): readonly DayInterval[] =>
    closed.has(days) ? [] : (openingHours[weekdayIndex(days)] as readonly DayInterval[]);
  let table: WorkingTable = makeTable(clock, intervalsOf, earliest, earliest);

  function cover(first: number, last: number): void {
    const begin = table.from === table.to ? first : Math.min(first, table.from);
    const end = table.from === table.to ? last : Math.max(last, table.to);
    const from = begin === table.from ? begin : Math.max(earliest, begin - MARGIN_MS);
    const to = end === table.to ? end : Math.min(latest, end + MARGIN_MS);
    table = makeTable(clock, intervalsOf, from, to);
  }

  return (from, to) => {
    const first = Math.min(from, to);
    const last = Math.max(from, to);
    if (!(first >= earliest && last < latest)) return Number.NaN;
    if (first < table.from || last > table.to) cover(first, last);
    return workedUntil(table, to) - workedUntil(table, from);
  };
}

/** Working time of the table before the instant, by binary search for the last interval that has begun by then. */
function workedUntil({ starts, ends, workedBefore }: WorkingTable, instant: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) <= instant) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return 0;
  const start = starts[low - 1] as number;
  return (workedBefore[low - 1] as number) + Math.min(instant, ends[low - 1] as number) - start;
}

/** Walks the stretches of constant offset in [from, to) and, within each, the local days and their opening hours. */
function makeTable(
  clock: ZoneClock,
  intervalsOf: (days: number) => readonly DayInterval[],
  from: number,
  to: number,
): WorkingTable {
  const starts: number[] = [];
  const ends: number[] = [];
  const workedBefore: number[] = [];
  let worked = 0;
  for (let instant = from; instant < to; ) {
    const { offset, to: stretchEnd } = clock.stretchAt(instant);
    const limit = Math.min(stretchEnd, to);
    const lastDay = Math.floor((limit - 1 + offset) / DAY_MS);
    for (let days = Math.floor((instant + offset) / DAY_MS); days <= lastDay; days += 1) {
      const midnight = days * DAY_MS - offset;
      for (const [opens, closes] of intervalsOf(days)) {
        const start = Math.max(instant, midnight + opens);
        const end = Math.min(limit, midnight + closes);
        if (start >= end) continue;
        starts.push(start);
        ends.push(end);
        workedBefore.push(worked);
        worked += end - start;
      }
    }
    instant = limit;
  }
  return {
    from,
    to,
    starts: Float64Array.from(starts),
    ends: Float64Array.from(ends),
    workedBefore: Float64Array.from(workedBefore),
  };
}

/** The opening hours of a day in order, with overlapping ones joined so that no minute counts twice. */
function dayIntervals(hours: OpeningHours): DayInterval[] {
  const sorted = hours
    .map(([from, to]): DayInterval => [timeOfDay(from), timeOfDay(to)])
    .filter(([from, to]) => from < to)
    .sort(([a], [b]) => a - b);
  const joined: DayInterval[] = [];
  for (const [from, to] of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}

/** `09:30` → milliseconds since midnight. */
function timeOfDay(text: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/.exec(text);
  if (match === null) throw new RangeError(`“${text}” is no time of day such as 09:00`);
  return match[1] === undefined ? DAY_MS : (Number(match[1]) * 60 + Number(match[2])) * 60_000;
}

function holidayNumber(text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const days = match === null ? Number.NaN : dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  const { year, month, day } = civilDate(days);
  if (match === null || year !== Number(match[1]) || month !== Number(match[2]) || day !== Number(match[3])) {
    throw new RangeError(`“${text}” is no date such as 2026-12-25`);
  }
  return days;
}
