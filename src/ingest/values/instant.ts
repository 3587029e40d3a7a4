/**
 * Moments as exports write them.
 *
 * Read by character codes: `Date.parse` would accept more than it understands, and a million cells want tens of
 * nanoseconds each.
 */
import { DAY_MS, dayNumber } from '../../calendar/civil.ts';
import type { LocalTimes } from './local-time.ts';
import { monthNumber } from './month-names.ts';
import { parseNumber } from './number.ts';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

export const INSTANT_FORMS =
  'a moment such as 2026-03-04, 2026-03-04 09:30, 2026-03-04T09:30:00Z, 2026-03-04T09:30:00+01:00, 25/Feb/26 10:17 PM or, with a date order, 04/03/2026 9:30 AM; of zones, letters such as CEST that stand for one zone only';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const NONE = Number.NaN;

/** Moments that are counted from 1 January 1970 UTC: only where somebody says so. */
export class UnixReader {
  readonly #unit: number;
  readonly zoned = true;
  readonly dateOnly = false;
  readonly undecided = false;
  readonly monthFirst = NONE;
  readonly expected = 'a count of seconds or milliseconds from 1 January 1970 UTC';

  constructor(unit: 'seconds' | 'milliseconds') {
    this.#unit = unit === 'seconds' ? 1000 : 1;
  }

  /** Epoch milliseconds; NaN when the cell is no number. */
  read(text: string): number {
    return parseNumber(text) * this.#unit;
  }
}

/** Reads one cell at a time; what else is known about the cell just read stands in the fields. */
export class InstantReader {
  readonly #local: LocalTimes;
  readonly #order: DateOrder | null;
  readonly #zoneDeclared: boolean;
  /** The cell gave its distance from UTC. */
  zoned = false;
  /** The cell gave no time of day. */
  dateOnly = false;
  /** Nobody said whether the day or the month comes first; the result is the day-first reading. */
  undecided = false;
  /** The month-first reading of an undecided cell. */
  monthFirst = NONE;

  #text = '';
  #at = 0;
  #digits = 0;
  #offset = 0;
  /** The month last met, as year and month; the day before it and how many days it has. */
  #month = NONE;
  #beforeMonth = 0;
  #monthLength = 0;

  /** What cells look like that can be read, in words. */
  readonly expected = INSTANT_FORMS;

  /** @param zoneDeclared whether the zone of `local` was declared for this very file: it then explains letters such as IST. */
  constructor(local: LocalTimes, order: DateOrder | null, zoneDeclared = false) {
    this.#local = local;
    this.#order = order;
    this.#zoneDeclared = zoneDeclared;
  }

  /** Epoch milliseconds of a trimmed, non-empty cell; NaN when it cannot be read. */
  read(text: string): number {
    this.zoned = false;
    this.dateOnly = false;
    this.undecided = false;
    return text.length === 19 || text.length === 20 ? this.#readCommon(text) : this.#readAny(text);
  }

  /** `2026-03-04 09:30:00`, with `T` and `Z` or without: what nearly all exports write. */
  #readCommon(text: string): number {
    const separator = text.charCodeAt(10);
    if (
      text.charCodeAt(4) !== 45 ||
      text.charCodeAt(7) !== 45 ||
      (separator !== 32 && separator !== 84) ||
      text.charCodeAt(13) !== 58 ||
      text.charCodeAt(16) !== 58 ||
      (text.length === 20 && text.charCodeAt(19) !== 90)
    ) {
      return this.#readAny(text);
    }
    const century = twoDigits(text, 0);
    const year = twoDigits(text, 2);
    const hour = twoDigits(text, 11);
    const minute = twoDigits(text, 14);
    const second = twoDigits(text, 17);
    if (century < 0 || year < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return this.#readAny(text);
    }
    if (text.length === 20) {
      this.zoned = true;
      this.#offset = 0;
    }
    const days = this.#date(century * 100 + year, twoDigits(text, 5), twoDigits(text, 8));
    return this.#instant(days, hour * HOUR_MS + minute * MINUTE_MS + second * 1000);
  }

  #readAny(text: string): number {
    this.#text = text;
    this.#at = 0;
    const first = this.#number();
    const firstDigits = this.#digits;
    const separator = text.charCodeAt(this.#at++);
    if (separator !== 45 && separator !== 47 && separator !== 46) return this.#readNamed(text);
    const second = this.#number();
    if (this.#digits === 0) return this.#readNamed(text);
    if (this.#digits > 2 || text.charCodeAt(this.#at++) !== separator) return NONE;
    const third = this.#number();
    const thirdDigits = this.#digits;

    if (firstDigits === 4) {
      if (thirdDigits === 0 || thirdDigits > 2) return NONE;
      return this.#instant(this.#date(first, second, third), this.#time());
    }
    if (firstDigits === 0 || firstDigits > 2) return NONE;
    if (thirdDigits !== 4 && thirdDigits !== 2) return NONE;
    if (this.#order === 'ymd') {
      return thirdDigits === 2 ? this.#instant(this.#date(fullYear(first), second, third), this.#time()) : NONE;
    }
    const year = thirdDigits === 4 ? third : fullYear(third);
    const time = this.#time();
    if (this.#order === 'dmy') return this.#instant(this.#date(year, second, first), time);
    if (this.#order === 'mdy') return this.#instant(this.#date(year, first, second), time);
    this.undecided = true;
    this.monthFirst = this.#instant(this.#date(year, first, second), time);
    return this.#instant(this.#date(year, second, first), time);
  }

  /** Dates with the month as a word: `25/Feb/26 10:17 PM`, `Mon Jun 17 2024`, `3 March 2026`. They leave no doubt. */
  #readNamed(text: string): number {
    const match = DAY_MONTH_YEAR.exec(text) ?? MONTH_DAY_YEAR.exec(text);
    if (match === null) return NONE;
    const { day, month = '', year = '' } = match.groups ?? {};
    const number = monthNumber(month);
    if (number === undefined) return NONE;
    this.#text = text;
    this.#at = match[0].length;
    const fullYearOf = year.length === 2 ? fullYear(Number(year)) : Number(year);
    return this.#instant(this.#date(fullYearOf, number, Number(day)), this.#time());
  }

  /** Days since 1970-01-01; NaN when there is no such date. Neighbouring cells are mostly of the same month. */
  #date(year: number, month: number, day: number): number {
    const code = year * 100 + month;
    if (code !== this.#month) {
      if (month < 1 || month > 12 || year < 1000) return NONE;
      this.#month = code;
      this.#beforeMonth = dayNumber(year, month, 1) - 1;
      this.#monthLength = dayNumber(year, month + 1, 1) - 1 - this.#beforeMonth;
    }
    return day >= 1 && day <= this.#monthLength ? this.#beforeMonth + day : NONE;
  }

  /** The moment `time` milliseconds into the day; NaN in either stays NaN. */
  #instant(days: number, time: number): number {
    const wall = days * DAY_MS + time;
    if (this.zoned) return wall - this.#offset;
    return Number.isNaN(wall) ? NONE : this.#local.instantOf(wall);
  }

  /** The digits at the current place as a number. */
  #number(): number {
    const text = this.#text;
    let value = 0;
    let at = this.#at;
    for (; at < text.length; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    this.#digits = at - this.#at;
    this.#at = at;
    return value;
  }

  /** Milliseconds into the day of what follows the date, to the end of the cell; sets `zoned` and `dateOnly`. */
  #time(): number {
    const text = this.#text;
    if (this.#at === text.length) {
      this.dateOnly = true;
      return 0;
    }
    const separator = text.charCodeAt(this.#at);
    if (separator === 44) this.#at++;
    else if (separator !== 84 && separator !== 116 && separator !== 32) return NONE;
    else if (separator !== 32) this.#at++;
    this.#skipBlanks();

    const hour = this.#number();
    if (this.#digits === 0 || this.#digits > 2 || text.charCodeAt(this.#at++) !== 58) return NONE;
    const minute = this.#number();
    if (this.#digits !== 2 || minute > 59) return NONE;
    let second = 0;
    if (text.charCodeAt(this.#at) === 58) {
      this.#at++;
      second = this.#number();
      if (this.#digits !== 2 || second > 59) return NONE;
    }
    const fraction = this.#fraction();
    if (this.#at < text.length && text.charCodeAt(this.#at) === 32) this.#skipBlanks();
    const hours = this.#halfDay(hour);
    if (!this.#zone()) return NONE;
    const time = hours * HOUR_MS + minute * MINUTE_MS + second * 1000 + fraction;
    return time <= DAY_MS ? time : NONE;
  }

  /** Milliseconds after `.` or `,`; further digits are cut off. */
  #fraction(): number {
    const mark = this.#text.charCodeAt(this.#at);
    if (mark !== 46 && mark !== 44) return 0;
    this.#at++;
    const start = this.#at;
    this.#number();
    if (this.#digits === 0) return NONE;
    return Math.floor(Number(`0.${this.#text.slice(start, this.#at)}`) * 1000 + 1e-6);
  }

  /** The hour of the day, after AM or PM where it stands: 12 AM is midnight, 12 PM is noon. */
  #halfDay(hour: number): number {
    const text = this.#text;
    const letter = text.charCodeAt(this.#at) | 32;
    if ((letter !== 97 && letter !== 112) || (text.charCodeAt(this.#at + 1) | 32) !== 109) return hour;
    this.#at += 2;
    this.#skipBlanks();
    if (hour < 1 || hour > 12) return NONE;
    return (hour % 12) + (letter === 112 ? 12 : 0);
  }

  /** Reads the distance from UTC up to the end of the cell; false when something else stands there. */
  #zone(): boolean {
    const text = this.#text;
    if (this.#at === text.length) return true;
    if (this.#at === text.length - 1 && (text.charCodeAt(this.#at) | 32) === 122) {
      this.zoned = true;
      this.#offset = 0;
      return true;
    }
    const match = OFFSET.exec(text.slice(this.#at));
    if (match === null) return this.#zoneLetters(text.slice(this.#at));
    const [, name, sign, hours = '0', minutes = '0'] = match;
    if ((name === undefined && sign === undefined) || Number(hours) > 18 || Number(minutes) > 59) return false;
    this.zoned = true;
    this.#offset = (Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS) * (sign === '-' || sign === '−' ? -1 : 1);
    return true;
  }

  /** Letters for a zone. Some stand for several: only a zone declared for the file can tell which. */
  #zoneLetters(letters: string): boolean {
    const hours = ZONE_HOURS.get(letters.toUpperCase());
    if (hours === undefined) return this.#zoneDeclared && SEVERAL_ZONES.has(letters.toUpperCase());
    this.zoned = true;
    this.#offset = hours * HOUR_MS;
    return true;
  }

  #skipBlanks(): void {
    while (this.#text.charCodeAt(this.#at) === 32) this.#at++;
  }
}

/** `+01:00`, `+0100`, `+1`, `UTC`, `GMT+3`. */
const OFFSET = /^(UTC|GMT)?(?:([+−-])(\d{1,2}):?(\d{2})?)?$/i;

/** `25/Feb/26`, `29-Jul-2026`, `3. März 2026`, `Tue 3 March 2026`. */
const DAY_MONTH_YEAR =
  /^(?:\p{L}+\.?,? +)?(?<day>\d{1,2})(?:st|nd|rd|th)?[-/. ]+(?:de +)?(?<month>\p{L}+)\.?[-/, ]+(?:de +)?(?<year>\d{4}|\d{2})(?!\d)/u;
/** `Mon Jun 17 2024`, `March 3, 2026`. */
const MONTH_DAY_YEAR =
  /^(?:\p{L}+\.?,? +)?(?<month>\p{L}{3,})\.? +(?<day>\d{1,2})(?:st|nd|rd|th)?,? +(?<year>\d{4})(?!\d)/u;

/** Hours from UTC of letters that stand for one zone only. */
const ZONE_HOURS: ReadonlyMap<string, number> = new Map([
  ['WET', 0],
  ['WEST', 1],
  ['CET', 1],
  ['CEST', 2],
  ['EET', 2],
  ['EEST', 3],
  ['MSK', 3],
  ['EST', -5],
  ['EDT', -4],
  ['CDT', -5],
  ['MST', -7],
  ['MDT', -6],
  ['PST', -8],
  ['PDT', -7],
  ['AKST', -9],
  ['AKDT', -8],
  ['HST', -10],
  ['ADT', -3],
  ['NZST', 12],
  ['NZDT', 13],
  ['AEST', 10],
  ['AEDT', 11],
  ['ACST', 9.5],
  ['ACDT', 10.5],
  ['AWST', 8],
  ['JST', 9],
  ['KST', 9],
  ['SGT', 8],
  ['HKT', 8],
]);

/** Letters that stand for zones hours apart. */
const SEVERAL_ZONES: ReadonlySet<string> = new Set(['AST', 'BST', 'CST', 'ECT', 'GST', 'IST', 'PKT', 'SST', 'WST']);

/** Two digits as a number; negative when they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Two-digit years are those from 1970 to 2069. */
function fullYear(twoDigits: number): number {
  return twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits;
}

/** Whether the cell is a database's word for "never". */
export function isNever(text: string): boolean {
  return text.startsWith('0000-00-00');
}
