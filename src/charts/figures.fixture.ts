/**
 * Invented figures for tests: small, deterministic, as the report would hand them over.
 */
import type { Period } from '../calendar/period.ts';
import type { Estimate, Lens, Status, Unit } from '../report/types/estimate.ts';
import type { BreakdownFigure, DistributionFigure, DurationFigure, SeriesFigure } from '../report/types/figure.ts';
import type { FigureTable } from '../report/types/figure-base.ts';
import type { MetricCard } from '../report/types/metric-card.ts';
import { valueText } from './ticks.ts';
import { wholePerCent } from './whole-per-cent.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'];

export function metricCard(unit: Unit, lens: Lens = 'satisfaction', label = 'CSAT'): MetricCard {
  return {
    id: 'csat',
    name: 'Customer satisfaction',
    label,
    lens,
    question: '',
    definition: '',
    who: '',
    date: '',
    formula: '',
    counts: 'answers',
    basis: '',
    unit,
    direction: 'higher',
    needs: [],
    minimum: '',
    version: 1,
    print: '00000000',
    minimumShown: '10 customers',
    minimumCompared: '30 answers',
    interval: '',
    intervals: [],
    margin: '',
    matters: '',
    charts: '',
    source: '',
    elsewhere: [],
    variantOf: '',
    available: true,
    missing: '',
    notes: [],
    href: '/methods/#csat',
  };
}

export function quarter(year: number, number: 1 | 2 | 3 | 4, partial = false): Period {
  return {
    code: `${year}-Q${number}`,
    grain: 'quarter',
    start: Date.UTC(year, (number - 1) * 3),
    end: Date.UTC(year, number * 3),
    label: `${MONTHS[(number - 1) * 3] ?? 'October'} to ${MONTHS[number * 3 - 1] ?? 'December'} ${year}`,
    partial,
  };
}

/** Quarters in order of time from the first of a year. */
export function quarters(count: number, year = 2024): Period[] {
  return Array.from({ length: count }, (_, k) => quarter(year + Math.floor(k / 4), ((k % 4) + 1) as 1 | 2 | 3 | 4));
}

/** Months in order of time from January of a year. */
export function months(count: number, year = 2021): Period[] {
  return Array.from({ length: count }, (_, k) => {
    const start = Date.UTC(year, k);
    const date = new Date(start);
    const number = date.getUTCMonth() + 1;
    return {
      code: `${date.getUTCFullYear()}-${String(number).padStart(2, '0')}`,
      grain: 'month',
      start,
      end: Date.UTC(year, k + 1),
      label: `month ${number} of ${date.getUTCFullYear()}`,
      partial: false,
    };
  });
}

/** A shown estimate, or one without a value when `value` is null. */
export function estimate(
  unit: Unit,
  period: Period,
  value: number | null,
  half = 0,
  extra: { readonly status?: Status; readonly n?: number; readonly text?: string; readonly base?: string } = {},
): Estimate {
  const frame = { metric: 'csat', where: {}, period, weighted: false, method: 'wilson' };
  if (value === null) {
    const status = extra.status ?? 'suppressed';
    const [text, base] =
      status === 'suppressed'
        ? ['[c] not shown', 'would reveal a group of fewer than 10 customers']
        : ['[x] no data', 'no answers'];
    return { ...frame, status, text, range: '', base };
  }
  const n = extra.n ?? 1204;
  const interval = half > 0 ? { low: value - half, high: value + half } : {};
  return {
    ...frame,
    status: extra.status ?? 'ok',
    value,
    ...interval,
    n,
    text: extra.text ?? valueText(unit === 'share' ? Math.round(value * 100) / 100 : value, unit),
    range: half > 0 ? `${valueText(value - half, unit)} to ${valueText(value + half, unit)}` : '',
    base: extra.base ?? `n = ${n.toLocaleString('en-GB')} answers`,
  };
}

/** A table as the report writes it, one row an estimate. */
function tableOf(first: string, rows: readonly (readonly [string, Estimate])[]): FigureTable {
  return {
    caption: `Satisfaction by ${first.toLowerCase()}`,
    columns: [
      { name: first, numeric: false },
      { name: 'CSAT', numeric: true },
      { name: '95% interval', numeric: true },
      { name: 'n (answers)', numeric: true },
    ],
    rows: rows.map(([header, { value, text, range, n }]) => [
      header,
      value === undefined ? text.slice(0, 3) : text,
      range,
      n?.toLocaleString('en-GB') ?? '<10',
    ]),
  };
}

function frame(id: string, unit: Unit, lens: Lens, table: FigureTable, label = 'CSAT') {
  return {
    id,
    lens,
    metric: metricCard(unit, lens, label),
    headline: 'Satisfaction fell after the new telephone system and has not come back',
    subtitle:
      'Share answering 4 or 5 of 5, all customers, January 2024 to June 2026, n = 14,210 answers; band: 95% interval',
    summary: 'Satisfaction fell from 84% to 76% in 2025. The latest quarter shows no clear change.',
    margin: '5 points',
    note: [{ term: 'Question', text: 'How many answers say that the customer was satisfied?' }],
    source: 'Source: survey and ticket exports, data to 12 July 2026.',
    table,
    csv: { path: `/data/figures/${id}.csv`, text: '', bytes: 2048 },
  };
}

export function seriesFigure(
  points: readonly Estimate[],
  options: { unit?: Unit; lens?: Lens; target?: number; events?: SeriesFigure['events']; id?: string } = {},
): SeriesFigure {
  const { unit = 'share', lens = 'satisfaction', target, events = [], id = 'series' } = options;
  const table = tableOf(
    'Period',
    points.map((point) => [point.period.label, point]),
  );
  return {
    ...frame(id, unit, lens, table),
    kind: 'series',
    points,
    events,
    ...(target === undefined ? {} : { target }),
  };
}

export function breakdownFigure(
  rows: BreakdownFigure['rows'],
  overall: Estimate,
  options: { unit?: Unit; lens?: Lens; id?: string } = {},
): BreakdownFigure {
  const { unit = 'share', lens = 'satisfaction', id = 'breakdown' } = options;
  const table = tableOf(
    'Channel',
    rows.map(({ label, estimate }) => [label, estimate]),
  );
  return { ...frame(id, unit, lens, table), kind: 'breakdown', dimension: 'channel', rows, overall };
}

export function distributionFigure(
  answers: DistributionFigure['answers'],
  groups: DistributionFigure['groups'],
  options: { lens?: Lens; id?: string } = {},
): DistributionFigure {
  const { lens = 'satisfaction', id = 'distribution' } = options;
  const table: FigureTable = {
    caption: 'How answers spread, by period',
    columns: ['Period', ...answers.map(({ label }) => label), 'n (answers)'].map((name, k) => ({
      name,
      numeric: k > 0,
    })),
    rows: groups.map(({ label, shares, n }) => [
      label,
      ...answers.map((_, k) => (shares === undefined ? '[c]' : wholePerCent(shares[k] ?? 0))),
      n === undefined ? '<10' : String(n),
    ]),
  };
  return { ...frame(id, 'share', lens, table), kind: 'distribution', answers, groups };
}

export function durationFigure(
  curve: DurationFigure['curve'],
  median: Estimate,
  p90: Estimate,
  options: { lens?: Lens; id?: string } = {},
): DurationFigure {
  const { lens = 'service', id = 'durations' } = options;
  const table: FigureTable = {
    caption: 'Share answered within a given time',
    columns: [
      { name: 'Within', numeric: false },
      { name: 'Share answered', numeric: true },
    ],
    rows: curve.map(({ seconds, share }) => [valueText(seconds, 'duration'), wholePerCent(share)]),
  };
  return { ...frame(id, 'duration', lens, table, 'First reply'), kind: 'durations', curve, median, p90 };
}

/** A log-normal share-done curve around a median, in seconds. */
export function curveAround(median: number, spread: number, points = 200): DurationFigure['curve'] {
  return Array.from({ length: points }, (_, k) => {
    const share = (k + 1) / points;
    const z = Math.log(Math.max(share, 1e-3) / Math.max(1 - share, 1e-3)) / 1.702;
    return { seconds: median * Math.exp(spread * z), share };
  });
}
