/**
 * Invented figures of analyses over time: control charts, survival curves, lags.
 */
import type { Period } from '../calendar/period.ts';
import type { ControlFigure, LagFigure, SurvivalFigure } from '../report/types/analysis-figure.ts';
import { cells, frame, monthsOf, quantity, tableOf } from './analysis-base.fixture.ts';
import { estimate } from './figures.fixture.ts';
import { valueText } from './ticks.ts';
import { wholePerCent } from './whole-per-cent.ts';

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

/** Correlations at lags around zero, in their order. */
export function lagFigure(correlations: readonly number[], bound: number): LagFigure {
  const lags = correlations.map((correlation, k) => ({ lag: k - (correlations.length - 1) / 2, correlation }));
  const words = {
    headline: 'CSAT moves two months before NPS',
    subtitle: 'Correlation of monthly changes of CSAT and NPS at each lag, 48 months; band: what chance alone does',
    summary: 'Changes of CSAT go with changes of NPS two months later (r 0.58). No other lag stands out.',
  };
  const table = tableOf(
    'Correlation at each lag',
    ['Lag in months', 'r'],
    lags.map(({ lag, correlation }) => [valueText(lag, 'net'), valueText(correlation, 'coefficient')]),
  );
  return {
    ...frame('lag', 'coefficient', 'satisfaction', words, table),
    kind: 'lag',
    lags,
    bound,
    names: ['CSAT', 'NPS'],
    step: 'month',
  };
}
