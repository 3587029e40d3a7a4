/**
 * London time and opening hours, for dates of the demo only.
 *
 * Written out by rule instead of asking the machine, so that the files are the same everywhere. Days are numbered:
 * local dates counted from 1 January 1970.
 */
import { HOLIDAYS, OPENING_HOURS } from './company.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The number of a date written as `2026-07-12`. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/** 0 = Sunday to 6 = Saturday. */
export function weekday(day: number): number {
  return (day + 4) % 7;
}

/** The instant at which London clocks show a minute of a day. */
export function instantAt(day: number, minute: number): number {
  const wall = day * DAY + minute * MINUTE;
  return isSummerTime(wall - HOUR) ? wall - HOUR : wall;
}

/** The number of the London day that holds an instant. */
export function dayOf(instant: number): number {
  return Math.floor((instant + (isSummerTime(instant) ? HOUR : 0)) / DAY);
}

/** The instant as `2026-07-12T09:15:30Z`. */
export function timestamp(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** The London month that holds an instant, as `2026-07`. */
export function monthOf(instant: number): string {
  return new Date(dayOf(instant) * DAY).toISOString().slice(0, 7);
}

/** From one in the morning UTC on the last Sunday of March to the same on the last Sunday of October. */
function isSummerTime(instant: number): boolean {
  const year = new Date(instant).getUTCFullYear();
  return instant >= lastSunday(year, 2) + HOUR && instant < lastSunday(year, 9) + HOUR;
}

function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month + 1, 0) / DAY;
  return (last - weekday(last)) * DAY;
}

/** Opening and closing minute of a day; null when closed. */
export function openingHours(day: number): readonly [number, number] | null {
  return HOLIDAY_NUMBERS.has(day) ? null : (OPENING_HOURS[weekday(day)] ?? null);
}

/** The instant itself when the company is open, else when it opens next. */
export function nextOpen(instant: number): number {
  return addOpenMinutes(instant, 0);
}

/** When so many open minutes have passed since an instant. */
export function addOpenMinutes(instant: number, minutes: number): number {
  let rest = minutes * MINUTE;
  for (let day = dayOf(instant); ; day++) {
    const hours = openingHours(day);
    if (hours === null) continue;
    const opens = Math.max(instant, instantAt(day, hours[0]));
    const closes = instantAt(day, hours[1]);
    if (opens >= closes) continue;
    if (opens + rest < closes) return opens + rest;
    rest -= closes - opens;
  }
}

const HOLIDAY_NUMBERS: ReadonlySet<number> = new Set(HOLIDAYS.map(dayNumber));
