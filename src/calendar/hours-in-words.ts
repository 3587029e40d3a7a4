/**
 * Opening hours of a week as a reader would write them on a door.
 */
import { type OpeningHours, WEEKDAYS, type WorkingHours } from './business-hours.ts';

/**
 * `Mon–Fri 08:30–12:00 and 13:00–18:15, Sat 10:00–14:00`: days that follow each other and have the same hours are named
 * together, days without hours are left out; `never` when no day has any.
 */
export function hoursInWords(week: WorkingHours['week']): string {
  const runs: { first: string; last: string; hours: string }[] = [];
  let previous = '';
  for (const weekday of WEEKDAYS) {
    const hours = dayInWords(week[weekday]);
    const name = weekday.charAt(0).toUpperCase() + weekday.slice(1, 3);
    const run = runs.at(-1);
    if (hours !== '') {
      if (run !== undefined && hours === previous) run.last = name;
      else runs.push({ first: name, last: name, hours });
    }
    previous = hours;
  }
  const days = ({ first, last }: { first: string; last: string }) => (first === last ? first : `${first}–${last}`);
  return runs.map((run) => `${days(run)} ${run.hours}`).join(', ') || 'never';
}

function dayInWords(hours: OpeningHours): string {
  return hours
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, to]) => `${from}–${to}`)
    .join(' and ');
}
