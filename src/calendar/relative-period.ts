/**
 * Periods named from where the data end: `last quarter`, `the month before`, `the same quarter a year earlier`.
 */
import type { Grain, Period } from './period.ts';
import { yearEarlier } from './periods.ts';

type CalendarGrain = Exclude<Grain, 'all'>;

/** Names that can be told from the data cut-off alone. `last` is the last complete period. */
export const RELATIVE_PERIODS: readonly string[] = [
  'last quarter',
  'the quarter before',
  'the same quarter a year earlier',
  'last month',
  'the month before',
  'the same month a year earlier',
  'last year',
  'the year before',
  'all',
];

/**
 * The period that a relative name stands for; null when the data hold no such period, undefined for any other name.
 * “The quarter before” is the one before the last complete one, so that it can stand beside it.
 *
 * @param periods those that the data cover, in order of time.
 */
export function relativePeriod(
  written: string,
  periods: Readonly<Record<Grain, readonly Period[]>>,
): Period | null | undefined {
  const name = plainName(written);
  if (name === 'all') return periods.all[0] ?? null;
  const match =
    /^(?:(?<last>last|latest)|(?<before>the|previous)) (?<grain>year|quarter|month)(?<ago> before)?$/.exec(name) ??
    /^(?<same>the same) (?<grain>year|quarter|month) a year (?:earlier|ago|before)$/.exec(name);
  if (match?.groups === undefined) return undefined;
  const { last, before, ago, grain } = match.groups;
  // “The quarter” alone, and “last quarter before”, are no names.
  if ((before === 'the' && ago === undefined) || (last !== undefined && ago !== undefined)) return undefined;
  const known = periods[grain as CalendarGrain];
  const latest = known.findLastIndex(({ partial }) => !partial);
  if (latest < 0) return null;
  if (last !== undefined) return known[latest] ?? null;
  if (before !== undefined) return known[latest - 1] ?? null;
  const code = yearEarlier(known[latest] as Period);
  return known.find((period) => period.code === code) ?? null;
}

/** `Last  quarter` and `the last quarter` as `last quarter`. */
function plainName(written: string): string {
  const name = written.trim().toLowerCase().replace(/\s+/g, ' ');
  return name.replace(/^the (?=last |latest |previous )/, '');
}
