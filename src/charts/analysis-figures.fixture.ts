/**
 * Invented figures of analyses for tests: small, deterministic, as the report would hand them over.
 */
import type { Period } from '../calendar/period.ts';
import type {
  AnalysisFigure,
  ControlFigure,
  DriversFigure,
  FunnelFigure,
  MosaicFigure,
  PairsFigure,
  Quantity,
  SurvivalFigure,
  WaterfallFigure,
} from '../report/types/analysis-figure.ts';
import type { Lens, Status, Unit } from '../report/types/estimate.ts';
import type { FigureBase, FigureTable } from '../report/types/figure-base.ts';
import { estimate, metricCard } from './figures.fixture.ts';
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
function frame(
  kind: AnalysisFigure['kind'],
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

function tableOf(caption: string, names: readonly string[], rows: FigureTable['rows']): FigureTable {
  return { caption, columns: names.map((name, k) => ({ name, numeric: k > 0 })), rows };
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

/** Shares of months between limits of three standard errors around the first twelve. */
export function controlFigure(
  values: readonly (number | null)[],
  options: Partial<ControlFigure> & { readonly sizes?: readonly number[] } = {},
): ControlFigure {
  const { sizes = [], ...rest } = options;
  const baseline = Math.min(rest.baseline ?? 12, values.length);
  const first = values.slice(0, baseline).filter((value) => value !== null);
  const centre = rest.centre ?? first.reduce((sum, value) => sum + value, 0) / Math.max(first.length, 1);
  const periods = monthsOf(values.length, 2024, rest.points === undefined && options.firm !== false);
  const points: ControlFigure['points'] = values.map((value, k) => {
    const n = sizes[k] ?? 400 + ((k * 137) % 260);
    const half = 3 * Math.sqrt((centre * (1 - centre)) / n);
    const limits = { low: centre - half, high: Math.min(centre + half, 1) };
    const period = periods[k] as Period;
    const side = (one: number | null | undefined) =>
      one === null || one === undefined ? 0 : Math.sign(Math.round((one - centre) * 1000));
    const around = [-7, -6, -5, -4, -3, -2, -1, 0].some(
      (from) =>
        side(value) !== 0 &&
        Array.from({ length: 8 }, (_, j) => side(values[k + from + j])).every((one) => one === side(value)),
    );
    const outside = value !== null && (value < limits.low || value > limits.high);
    return {
      period,
      estimate: estimate('share', period, value, 0.03, { n }),
      ...(value === null ? {} : { limits }),
      signal: outside ? 'outside' : around ? 'run' : null,
    };
  });
  const table = tableOf(
    'Satisfaction by month with its limits',
    ['Month', 'CSAT', 'Lower limit', 'Upper limit', 'n (answers)'],
    points.map(({ period, estimate: { value, text, n }, limits }) => [
      period.label,
      value === undefined ? '[c]' : text,
      limits === undefined ? '[z]' : wholePerCent(limits.low),
      limits === undefined ? '[z]' : wholePerCent(limits.high),
      n?.toLocaleString('en-GB') ?? '<10',
    ]),
  );
  return {
    ...frame(
      'control',
      'share',
      'satisfaction',
      {
        headline: 'Satisfaction fell below its limits in April 2025 and has stayed low',
        subtitle: 'Share answering 4 or 5 of 5 by month, January 2024 to December 2025; band: what chance alone does',
        summary: 'Until March 2025 every month lay between the limits. Then three months in a row fell below them.',
      },
      table,
    ),
    kind: 'control',
    unit: 'share',
    points,
    baseline,
    centre,
    centreText: `${Math.round(centre * 100)}%`,
    firm: true,
    change: null,
    events: [],
    ...rest,
  };
}

/** Two years of months that fall after an event. */
export function changedSeries(): ControlFigure {
  const values = [
    0.84,
    0.83,
    0.85,
    0.86,
    0.84,
    0.82,
    0.85,
    0.84,
    0.83,
    0.86,
    0.84,
    0.85,
    0.83,
    0.84,
    0.81,
    0.76,
    0.74,
    0.78,
    0.8,
    0.79,
    null,
    0.81,
    0.8,
    0.77,
  ];
  const periods = monthsOf(24, 2024);
  return controlFigure(values, {
    change: {
      from: periods[14] as Period,
      to: periods[15] as Period,
      text: 'The change began between March and April 2025',
    },
    events: [{ at: Date.UTC(2025, 2, 20), date: '2025-03-20', label: 'New telephone system' }],
  });
}

/** A row of a table as the report writes it. */
function cells(label: string, { value, text, range, n }: Quantity): string[] {
  return [label, value === undefined ? text.slice(0, 3) : text, range, n?.toLocaleString('en-GB') ?? '<10'];
}

export function waterfallFigure(
  steps: readonly (readonly [label: string, role: 'level' | 'change', value: number | null, half?: number])[],
  unit: Unit = 'share',
): WaterfallFigure {
  const placed = steps.map(([label, role, value, half = 0.012]) => ({
    label,
    role,
    quantity: quantity(unit, value, half, role === 'change' ? { points: true } : {}),
  }));
  const words = {
    headline: 'Two thirds of the fall is worse service in the same channels',
    subtitle: 'CSAT in 2024 and in 2025, and what the difference consists of; rule: 95% interval',
    summary: 'Satisfaction fell by 8 points. Ratings within channels fell by 6, and more customers wrote by email.',
  };
  const table = tableOf(
    'How the difference comes about',
    ['Step', 'CSAT', '95% interval', 'n (customers)'],
    placed.map(({ label, quantity }) => cells(label, quantity)),
  );
  return { ...frame('waterfall', unit, 'satisfaction', words, table), kind: 'waterfall', unit, steps: placed };
}

export function driversFigure(
  bars: readonly (readonly [label: string, value: number | null, half: number, clear: boolean])[],
  first = 0.93,
): DriversFigure {
  const placed = bars.map(([label, value, half, clear], k) => ({
    label,
    quantity: quantity('share', value, half),
    clear,
    ...(k === 0 ? { first } : {}),
  }));
  const words = {
    headline: 'Being kept informed goes with recommendation more than anything else asked',
    subtitle: 'Share of the explained variance of the likelihood to recommend, n = 640 customers; rule: 95% interval',
    summary: 'Being kept informed accounts for two fifths of what the answers explain. Ease of contact is not clear.',
  };
  const table = tableOf(
    'What goes with recommendation',
    ['Answer', 'Share', '95% interval', 'n (customers)'],
    placed.map(({ label, quantity }) => cells(label, quantity)),
  );
  return {
    ...frame('drivers', 'share', 'experience', words, table),
    kind: 'drivers',
    unit: 'share',
    bars: placed,
    totalText: 'R² 0.31',
  };
}

/** Groups with their share and size against binomial limits around a centre. */
export function funnelFigure(
  groups: readonly (readonly [label: string, value: number | null, n: number])[],
  centre = 0.8,
): FunnelFigure {
  const limitsAt = (n: number) => {
    const error = Math.sqrt((centre * (1 - centre)) / n);
    const at = (z: number) => [centre - z * error, centre + z * error] as const;
    const [low95, high95] = at(1.96);
    const [low998, high998] = at(3.09);
    return { n, low95, high95, low998, high998 };
  };
  const points = groups.map(([label, value, n]) => {
    const { low95, high95, low998, high998 } = limitsAt(n);
    const beyond =
      value === null || (value >= low95 && value <= high95)
        ? null
        : value < low998 || value > high998
          ? ('99.8' as const)
          : ('95' as const);
    return { label, estimate: estimate('share', periodOf(2025), value, 0.03, { n }), beyond };
  });
  const sizes = groups.flatMap(([, value, n]) => (value === null ? [] : [n]));
  const [from, to] = [Math.min(...sizes), Math.max(...sizes)];
  const words = {
    headline: 'Only the Leeds team differs from the others by more than chance',
    subtitle: 'Share answering 4 or 5 of 5 by team and number of answers, 2025; curves: what chance alone does',
    summary: 'Eleven of twelve teams lie within the limits. Leeds lies below the 99.8% limit.',
  };
  const table = tableOf(
    'Satisfaction by team',
    ['Team', 'CSAT', '95% interval', 'n (answers)'],
    points.map(({ label, estimate }) => cells(label, estimate)),
  );
  return {
    ...frame('funnel', 'share', 'satisfaction', words, table),
    kind: 'funnel',
    unit: 'share',
    dimension: 'team',
    points,
    centre,
    centreText: wholePerCent(centre),
    limits: sizes.length === 0 ? [] : Array.from({ length: 41 }, (_, k) => limitsAt(from * (to / from) ** (k / 40))),
  };
}

/** Twelve teams, one beyond the outer limits, one beyond the inner ones, one too small to publish. */
export function teams(): FunnelFigure {
  return funnelFigure([
    ['Leeds', 0.71, 720],
    ['Bristol', 0.86, 240],
    ['Cardiff', 0.78, 1180],
    ['Glasgow', 0.81, 960],
    ['Belfast', 0.84, 88],
    ['Norwich', 0.76, 130],
    ['Exeter', 0.8, 64],
    ['York', 0.83, 410],
    ['Hull', 0.79, 560],
    ['Derby', 0.73, 70],
    ['Luton', 0.82, 300],
    ['Truro', null, 4],
  ]);
}

function periodOf(year: number): Period {
  return {
    code: String(year),
    grain: 'year',
    start: Date.UTC(year, 0),
    end: Date.UTC(year + 1, 0),
    label: String(year),
    partial: false,
  };
}

const TONES = ['negative', 'neutral', 'positive'] as const;

/** Columns with their share and the shares of their parts from the bottom up; null where they may not be shown. */
export function mosaicFigure(
  names: readonly string[],
  columns: readonly (readonly [label: string, share: number, parts: readonly number[] | null])[],
): MosaicFigure {
  const placed = columns.map(([label, share, parts]) => ({
    label,
    share,
    text: wholePerCent(share),
    base: `n = ${Math.round(share * 1400).toLocaleString('en-GB')} customers`,
    parts: names.map((name, k) => ({
      label: name,
      tone: TONES[names.length === 2 ? 2 * k : k] ?? 'neutral',
      quantity: quantity('share', parts?.[k] ?? null, 0.02),
    })),
  }));
  const words = {
    headline: 'One in six satisfied customers would not recommend us',
    subtitle: 'Customers by satisfaction (width) and by recommendation (height), 2025, n = 1,400 customers',
    summary: 'Of the satisfied, 17% are detractors. Of the dissatisfied, 12% are promoters.',
  };
  const table = tableOf(
    'Recommendation by satisfaction',
    ['Satisfaction', 'Share of all', ...names, 'n (customers)'],
    placed.map(({ label, text, base, parts }) => [
      label,
      text,
      ...parts.map(({ quantity: { value, text } }) => (value === undefined ? '[c]' : text)),
      base.replace(/\D/g, ''),
    ]),
  );
  return { ...frame('mosaic', 'share', 'satisfaction', words, table), kind: 'mosaic', columns: placed };
}

const RISK_TIMES = [0, 600, 3600, 14_400, 86_400, 259_200, 604_800] as const;

/** Groups with log-logistic waits around their median in seconds; null where a group may not be shown. */
export function survivalFigure(
  groups: readonly (readonly [label: string, median: number | null, n: number])[],
): SurvivalFigure {
  const shareAt = (median: number, seconds: number) => 1 / (1 + (seconds / median) ** 1.1);
  const placed = groups.map(([label, median, n]) => ({
    label,
    curve:
      median === null
        ? []
        : Array.from({ length: 60 }, (_, k) => {
            const seconds = k === 0 ? 0 : 60 * (604_800 / 60) ** (k / 59);
            const share = shareAt(median, seconds);
            const half = 1.96 * Math.sqrt((share * (1 - share)) / n);
            return { seconds, share, low: Math.max(0, share - half), high: Math.min(1, share + half) };
          }),
    median: quantity('duration', median, median === null ? 0 : median * 0.12, { n }),
  }));
  const words = {
    headline: 'Half of emails are still open after eight hours, half of calls after forty minutes',
    subtitle: 'Share of tickets not yet solved, by channel, 2025; band: 95% interval; log scale',
    summary: 'Calls are solved fastest. After one week 5% of emails are still open.',
  };
  const table = tableOf(
    'Time until half are solved',
    ['Channel', 'Half after', '95% interval', 'n (tickets)'],
    placed.map(({ label, median }) => cells(label, median)),
  );
  return {
    ...frame('survival', 'duration', 'service', words, table),
    kind: 'survival',
    state: 'still open',
    groups: placed,
    atRisk: RISK_TIMES.map((seconds, k) => ({
      seconds,
      text: ['0', '10\u00a0min', '1\u00a0h', '4\u00a0h', '1\u00a0d', '3\u00a0d', '1\u00a0w'][k] as string,
      counts: groups.map(([, median, n]) => {
        const count = median === null ? 0 : Math.round(n * shareAt(median, seconds));
        return count < 10 ? undefined : count;
      }),
    })),
  };
}

/** Rows of two shares; null where one may not be shown. */
export function pairsFigure(
  mark: PairsFigure['mark'],
  rows: readonly (readonly [label: string, first: number | null, second: number | null, differs: boolean | null])[],
  names: readonly [string, string] = ['Stated by customers', 'Derived from answers'],
): PairsFigure {
  const placed = rows.map(([label, first, second, differs]) => ({
    label,
    first: quantity('share', first, 0.03),
    second: quantity('share', second, 0.04),
    differs,
  }));
  const words = {
    headline: 'What customers call important is not what goes with their satisfaction',
    subtitle: 'Share naming each aspect as important, and its share of the explained variance; rule: 95% interval',
    summary: 'Price is named by 38% and goes with 9%. Being kept informed is the other way round.',
  };
  const table = tableOf(
    'Two measures by aspect',
    ['Aspect', names[0], names[1]],
    placed.map(({ label, first, second }) => [
      label,
      first.value === undefined ? '[c]' : first.text,
      second.value === undefined ? '[c]' : second.text,
    ]),
  );
  return {
    ...frame('pairs', 'share', 'experience', words, table),
    kind: 'pairs',
    unit: 'share',
    mark,
    names,
    rows: placed,
  };
}

/** One figure of each kind. */
export function analysisFigures(): AnalysisFigure[] {
  return [
    changedSeries(),
    waterfallFigure([
      ['CSAT in 2024', 'level', 0.84],
      ['Other channels', 'change', -0.03],
      ['Worse within channels', 'change', -0.06, 0.018],
      ['Other customers', 'change', 0.01],
      ['CSAT in 2025', 'level', 0.76],
    ]),
    driversFigure([
      ['Kept informed', 0.41, 0.08, true],
      ['Solved at once', 0.27, 0.07, true],
      ['Friendliness', 0.18, 0.06, true],
      ['Ease of contact', 0.09, 0.1, false],
      ['Price', null, 0, false],
    ]),
    teams(),
    survivalFigure([
      ['Email', 28_800, 1840],
      ['Telephone', 2400, 960],
      ['Chat', 5400, 420],
    ]),
    pairsFigure('bars', [
      ['Price', 0.38, 0.09, true],
      ['Kept informed', 0.17, 0.41, true],
      ['Solved at once', 0.3, 0.27, false],
      ['Opening hours', 0.15, null, null],
      ['Friendliness of the person who answered', null, null, null],
    ]),
    mosaicFigure(
      ['Detractors', 'Passives', 'Promoters'],
      [
        ['Dissatisfied', 0.22, [0.61, 0.27, 0.12]],
        ['Neither', 0.14, [0.34, 0.44, 0.22]],
        ['Satisfied', 0.64, [0.17, 0.27, 0.56]],
      ],
    ),
  ];
}
