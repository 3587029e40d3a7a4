/**
 * What invented figures of analyses are made of: numbers, frames, tables, periods.
 */
import type { Period } from '../calendar/period.ts';
import type { Quantity } from '../report/types/analysis-figure.ts';
import type { Lens, Status, Unit } from '../report/types/estimate.ts';
import type { Figure } from '../report/types/figure.ts';
import type { FigureBase, FigureTable } from '../report/types/figure-base.ts';
import { metricCard } from './figures.fixture.ts';
import { valueText } from './ticks.ts';
import { wholePerCent } from './whole-per-cent.ts';

/** A number with its interval, or one that may not be published when `value` is null. */
export function quantity(
  unit: Unit,
  value: number | null,
  half = 0,
  extra: { readonly status?: Status; readonly n?: number; readonly text?: string; readonly points?: boolean } = {},
): Quantity {
  // A change of a share or of a net score is said in points, with its sign.
  if (value === null) return { status: extra.status ?? 'suppressed', text: '[c] not shown', range: '', base: '' };
  const n = extra.n ?? 640;
  const write = (one: number) => {
    if (extra.points !== true) return unit === 'share' ? wholePerCent(one) : valueText(one, unit);
    const change = Math.round(unit === 'share' ? one * 100 : one);
    return `${change < 0 ? '−' : '+'}${Math.abs(change)} points`;
  };
  return {
    status: extra.status ?? 'ok',
    value,
    ...(half > 0 ? { low: value - half, high: value + half } : {}),
    n,
    text: extra.text ?? write(value),
    range: half > 0 ? `${write(value - half)} to ${write(value + half)}` : '',
    base: `n = ${n.toLocaleString('en-GB')} customers`,
  };
}

/** What stands around a chart. */
export function frame(
  kind: Figure['kind'],
  unit: Unit,
  lens: Lens,
  words: { readonly headline: string; readonly subtitle: string; readonly summary: string },
  table: FigureTable,
): FigureBase {
  return {
    id: kind,
    lens,
    metric: metricCard(unit, lens),
    ...words,
    margin: '5 points',
    note: [],
    source: 'Source: survey and ticket exports, data to 12 July 2026.',
    table,
    csv: { path: `/data/figures/${kind}.csv`, text: '', bytes: 2048 },
  };
}

export function tableOf(caption: string, names: readonly string[], rows: FigureTable['rows']): FigureTable {
  return { caption, columns: names.map((name, k) => ({ name, numeric: k > 0 })), rows };
}

/** A row of a table as the report writes it. */
export function cells(label: string, { value, text, range, n }: Quantity): string[] {
  return [label, value === undefined ? text.slice(0, 3) : text, range, n?.toLocaleString('en-GB') ?? '<10'];
}

const MONTH_NAMES = [
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
];

/** Months in order of time from January of a year, the last one partial if asked for. */
export function monthsOf(count: number, year: number, lastPartial = false): Period[] {
  return Array.from({ length: count }, (_, k) => {
    const start = new Date(Date.UTC(year, k));
    const number = start.getUTCMonth();
    return {
      code: `${start.getUTCFullYear()}-${String(number + 1).padStart(2, '0')}`,
      grain: 'month' as const,
      start: start.getTime(),
      end: Date.UTC(year, k + 1),
      label: `${MONTH_NAMES[number]} ${start.getUTCFullYear()}`,
      partial: lastPartial && k === count - 1,
    };
  });
}

export function periodOf(year: number): Period {
  return {
    code: String(year),
    grain: 'year',
    start: Date.UTC(year, 0),
    end: Date.UTC(year + 1, 0),
    label: String(year),
    partial: false,
  };
}
