/**
 * Periods named from where the data end: `last quarter`, `the month before`, `the same quarter last year`.
 */
import type { Grain, Period } from './period.ts';
import { yearEarlier } from './periods.ts';

type CalendarGrain = Exclude<Grain, 'all'>;
type Periods = Readonly<Record<Grain, readonly Period[]>>;

/** Names that can be told from the data cut-off alone. `last` is the last complete period. */
export const RELATIVE_PERIODS: readonly string[] = [
  'last quarter',
  'the quarter before',
  'the same quarter last year',
  'last month',
  'the month before',
  'the same month last year',
  'last year',
  'the year before',
  'last 12 months',
  'the 12 months before',
  'all',
];

/**
 * The period that a relative name stands for; null when the data hold no such period, undefined for any other name.
 * “The quarter before” is the one before the last complete one, so that it can stand beside it.
 *
 * @param periods those that the data cover, in order of time.
 */
export function relativePeriod(written: string, periods: Periods): Period | null | undefined {
  const name = plainName(written);
  if (name === 'all') return periods.all[0] ?? null;
  if (/^(?:last|latest) 12 months$/.test(name)) return twelveMonths(periods.month, 0);
  if (/^(?:the 12 months before|previous 12 months)$/.test(name)) return twelveMonths(periods.month, 12);
  const match =
    /^(?:(?<last>last|latest)|(?<before>the|previous)) (?<grain>year|quarter|month)(?<ago> before)?$/.exec(name) ??
    /^same (?<grain>quarter|month) (?:last year|(?:a|one) year (?:earlier|ago|before))$/.exec(name);
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

/** The twelve months that end where a period begins; null where the data do not hold all of them in full. */
export function twelveMonthsBefore({ start }: Pick<Period, 'start'>, { month }: Pick<Periods, 'month'>): Period | null {
  const next = month.findIndex((each) => each.start >= start);
  return twelveMonthsTo(month, next < 0 ? month.length - 1 : next - 1);
}

/** Twelve complete months, so many before the end of the complete ones. */
function twelveMonths(months: readonly Period[], back: number): Period | null {
  return twelveMonthsTo(months, months.findLastIndex(({ partial }) => !partial) - back);
}

function twelveMonthsTo(months: readonly Period[], end: number): Period | null {
  const held = end < 11 ? [] : months.slice(end - 11, end + 1);
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined || held.some(({ partial }) => partial)) return null;
  return {
    code: `${first.code}/${last.code}`,
    grain: 'year',
    start: first.start,
    end: last.end,
    label: `${first.label} to ${last.label}`,
    partial: false,
  };
}

/** `Last  quarter` and `the last quarter` as `last quarter`; `twelve months` as `12 months`. */
function plainName(written: string): string {
  const name = written
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\btwelve\b/, '12');
  return name.replace(/^the (?=last |latest |previous |same )/, '');
}
