/**
 * Periods of the calendar: which ones data cover, which one an instant falls in, how they are named and compared.
 */
import { dayNumber } from './civil.ts';
import { formatDate, MONTH_NAMES, monthName } from './dates.ts';
import type { Grain, Period } from './period.ts';
import { zoneClock } from './zone.ts';

type CalendarGrain = Exclude<Grain, 'all'>;

const MONTHS: Record<CalendarGrain, number> = { year: 12, quarter: 3, month: 1 };

/** Exports often begin on the first working day, so a period may lack this many local days at its start. */
const TOLERATED_DAYS = 3;

export interface PeriodsRequest {
  readonly grain: Grain;
  /** First instant that the data cover. */
  readonly start: number;
  /** First instant after the data. */
  readonly end: number;
  readonly zone: string;
}

/**
 * All periods of a grain that overlap the coverage [`start`, `end`), in order and without gaps; none when it is empty.
 *
 * A period is partial when the coverage begins more than three local days after it or ends before it. The one period
 * of grain `all` is the coverage itself and never partial.
 */
export function periodsBetween({ grain, start, end, zone }: PeriodsRequest): Period[] {
  if (!(start < end)) return [];
  if (grain === 'all') return [wholeCoverage(start, end, zone)];
  const periods: Period[] = [];
  let ordinal = ordinalAt(grain, start, zone);
  let period = calendarPeriod(grain, ordinal, zone);
  while (period.start < end) {
    const partial = localDaysBetween(period.start, start, zone) > TOLERATED_DAYS || end < period.end;
    periods.push({ ...period, partial });
    ordinal += 1;
    period = calendarPeriod(grain, ordinal, zone);
  }
  return periods;
}

/** Index of the period that holds the instant, −1 when none does. Periods must be in order and apart. */
export function periodIndex(periods: readonly Period[], instant: number): number {
  let low = 0;
  let high = periods.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const period = periods[middle] as Period;
    if (instant < period.start) high = middle - 1;
    else if (instant >= period.end) low = middle + 1;
    else return Number.isNaN(instant) ? -1 : middle;
  }
  return -1;
}

/** All offsets from UTC in use since 1972 are whole quarters of an hour, so periods begin on one. */
const QUARTER_HOUR = 900_000;
/** Above this many quarters of an hour, about 28 years, a table of them would not pay. */
const LONGEST_TABLE = 1_000_000;

/** `periodIndex` of every instant, by a table of quarters of an hour where all periods begin and end on one. */
export function periodIndices(periods: readonly Period[], instants: Float64Array): Int32Array {
  const table = quarterHourTable(periods);
  const indices = new Int32Array(instants.length);
  if (table === null) {
    for (let row = 0; row < instants.length; row += 1) indices[row] = periodIndex(periods, instants[row] as number);
    return indices;
  }
  const { from, index } = table;
  for (let row = 0; row < instants.length; row += 1) {
    const slot = Math.floor(((instants[row] as number) - from) / QUARTER_HOUR);
    indices[row] = slot >= 0 && slot < index.length ? (index[slot] as number) : -1;
  }
  return indices;
}

function quarterHourTable(periods: readonly Period[]): { from: number; index: Int32Array } | null {
  const from = periods[0]?.start ?? 0;
  const to = periods.at(-1)?.end ?? 0;
  const isWhole = periods.every(({ start, end }) => start % QUARTER_HOUR === 0 && end % QUARTER_HOUR === 0);
  if (!isWhole || to - from > LONGEST_TABLE * QUARTER_HOUR) return null;
  const index = new Int32Array((to - from) / QUARTER_HOUR).fill(-1);
  for (const [period, { start, end }] of periods.entries()) {
    index.fill(period, (start - from) / QUARTER_HOUR, (end - from) / QUARTER_HOUR);
  }
  return { from, index };
}

/** Code of the period before this one (`2025-Q4` for `2026-Q1`); null for the whole coverage, which has none. */
export function previousPeriod(period: Pick<Period, 'code'>): string | null {
  const named = readCode(period.code);
  return named && periodCode(named.grain, named.ordinal - 1);
}

/** Code of the same period one year earlier (`2025-Q1` for `2026-Q1`); null for the whole coverage. */
export function yearEarlier(period: Pick<Period, 'code'>): string | null {
  const named = readCode(period.code);
  return named && periodCode(named.grain, named.ordinal - 12 / MONTHS[named.grain]);
}

/**
 * The period that a code (`2026`, `2026-Q2`, `2026-06`) or a writer's name for it (`2026 Q2`, `Q2 2026`, `June 2026`,
 * `April to June 2026`) stands for, in the given zone; null for anything else, `all` included, whose ends only the data
 * know. `partial` is false: nothing is known of the coverage here.
 */
export function parsePeriodCode(code: string, zone: string): Period | null {
  const text = code.trim().replace(/\s+/g, ' ');
  const named = readCode(text) ?? readQuarter(text) ?? readMonth(text) ?? readMonthRange(text);
  return named && calendarPeriod(named.grain, named.ordinal, zone);
}

/** A calendar period without a zone: the how-manieth year, quarter or month since the start of year 0. */
interface NamedPeriod {
  readonly grain: CalendarGrain;
  readonly ordinal: number;
}

function wholeCoverage(start: number, end: number, zone: string): Period {
  const first = formatDate(zone, start);
  const last = formatDate(zone, end - 1);
  const label = first === last ? first : `${first} to ${last}`;
  return { code: 'all', grain: 'all', start, end, label, partial: false };
}

function calendarPeriod(grain: CalendarGrain, ordinal: number, zone: string): Period {
  const clock = zoneClock(zone);
  const months = MONTHS[grain];
  const { year, month } = firstMonth(grain, ordinal);
  return {
    code: periodCode(grain, ordinal),
    grain,
    start: clock.startOfDate(year, month, 1),
    end: clock.startOfDate(year, month + months, 1),
    label: periodLabel(grain, ordinal),
    partial: false,
  };
}

function periodCode(grain: CalendarGrain, ordinal: number): string {
  const { year, month } = firstMonth(grain, ordinal);
  const yearCode = String(year).padStart(4, '0');
  if (grain === 'year') return yearCode;
  return grain === 'quarter' ? `${yearCode}-Q${(month + 2) / 3}` : `${yearCode}-${String(month).padStart(2, '0')}`;
}

function periodLabel(grain: CalendarGrain, ordinal: number): string {
  const { year, month } = firstMonth(grain, ordinal);
  if (grain === 'year') return String(year);
  const first = monthName(month);
  return grain === 'quarter' ? `${first} to ${monthName(month + 2)} ${year}` : `${first} ${year}`;
}

function firstMonth(grain: CalendarGrain, ordinal: number): { year: number; month: number } {
  const months = ordinal * MONTHS[grain];
  const year = Math.floor(months / 12);
  return { year, month: months - year * 12 + 1 };
}

function ordinalOf(grain: CalendarGrain, year: number, month: number): number {
  return Math.floor((year * 12 + month - 1) / MONTHS[grain]);
}

function ordinalAt(grain: CalendarGrain, instant: number, zone: string): number {
  const { year, month } = zoneClock(zone).localDate(instant);
  return ordinalOf(grain, year, month);
}

function localDaysBetween(from: number, to: number, zone: string): number {
  const clock = zoneClock(zone);
  const first = clock.localDate(from);
  const last = clock.localDate(to);
  return dayNumber(last.year, last.month, last.day) - dayNumber(first.year, first.month, first.day);
}

function readCode(text: string): NamedPeriod | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  if (match[2] !== undefined) return quarterOf(year, Number(match[2]));
  if (match[3] !== undefined) return monthOf(year, Number(match[3]));
  return { grain: 'year', ordinal: year };
}

function readQuarter(text: string): NamedPeriod | null {
  const match = /^(?:(\d{4})[ -]?Q([1-4])|Q([1-4]) (\d{4}))$/i.exec(text);
  return match && quarterOf(Number(match[1] ?? match[4]), Number(match[2] ?? match[3]));
}

function readMonth(text: string): NamedPeriod | null {
  const match = /^([a-z]+) (\d{4})$/i.exec(text);
  const month = monthNumber(match?.[1]);
  return match === null || month === 0 ? null : monthOf(Number(match[2]), month);
}

function readMonthRange(text: string): NamedPeriod | null {
  const match = /^([a-z]+)(?: to | ?[-–] ?)([a-z]+) (\d{4})$/i.exec(text);
  const month = monthNumber(match?.[1]);
  const isQuarter = month % 3 === 1 && monthNumber(match?.[2]) === month + 2;
  return match && isQuarter ? quarterOf(Number(match[3]), (month + 2) / 3) : null;
}

/** 1 to 12, or 0 when the word names no month. */
function monthNumber(word: string | undefined): number {
  return MONTH_NAMES.findIndex((name) => name.toLowerCase() === word?.toLowerCase()) + 1;
}

function quarterOf(year: number, quarter: number): NamedPeriod {
  return { grain: 'quarter', ordinal: ordinalOf('quarter', year, quarter * 3) };
}

function monthOf(year: number, month: number): NamedPeriod {
  return { grain: 'month', ordinal: ordinalOf('month', year, month) };
}
