/**
 * Dates in words and in ISO form. Reports are in English, so the names of months are ours and never the machine's.
 */
import { zoneClock } from './zone.ts';

/** January to December. */
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `June`, for month 6. */
export function monthName(month: number): string {
  const name = MONTH_NAMES[month - 1];
  if (name === undefined) throw new RangeError(`There is no month ${month}`);
  return name;
}

/**
 * The local date of an instant as prose writes it: `12 March 2026`.
 *
 * @throws RangeError when the instant is no date.
 */
export function formatDate(zone: string, instant: number): string {
  const { year, month, day } = zoneClock(zone).localDate(instant);
  return `${day} ${monthName(month)} ${year}`;
}

/**
 * The local date of an instant in ISO 8601: `2026-03-12`.
 *
 * @throws RangeError when the instant is no date.
 */
export function isoDate(zone: string, instant: number): string {
  const { year, month, day } = zoneClock(zone).localDate(instant);
  if (Number.isNaN(year)) throw new RangeError(`${instant} is no instant`);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
