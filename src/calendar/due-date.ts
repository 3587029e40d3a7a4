/**
 * By when something is due, as writers put it.
 */
import { civilDate, dayNumber } from './civil.ts';
import { MONTH_NAMES, monthName } from './dates.ts';
import { parsePeriodCode } from './periods.ts';

/** What a due date may look like, for messages. */
export const DUE_EXAMPLES = '30 September 2026, 2026-09-30, September 2026 or 2026 Q3';

/**
 * A day (`30 September 2026`, `2026-09-30`), or the end of a period (`September 2026`, `2026 Q3`, `2026`), in words:
 * `30 September 2026`, and `September 2026` for the third quarter. Null for anything else, and for days that the calendar does not have.
 */
export function dueDate(written: string): string | null {
  const text = written.trim().replace(/\s+/g, ' ');
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso !== null) return dayInWords(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, day, name = '', year] = /^(\d{1,2}) ([a-z]+) (\d{4})$/i.exec(text) ?? [];
  if (day === undefined) return parsePeriodCode(text, 'UTC')?.label.replace(/^.* to /, '') ?? null;
  const month = MONTH_NAMES.findIndex((each) => each.toLowerCase() === name.toLowerCase()) + 1;
  return dayInWords(Number(year), month, Number(day));
}

function dayInWords(year: number, month: number, day: number): string | null {
  const named = civilDate(dayNumber(year, month, day));
  // Days and months out of range carry over to others.
  return named.month === month && named.day === day ? `${day} ${monthName(month)} ${year}` : null;
}
