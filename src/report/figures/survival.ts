/**
 * How long something stays undone: the share still open over time, with the numbers still watched beneath.
 */
import type { Period } from '../../calendar/period.ts';
import { previousPeriod, yearEarlier } from '../../calendar/periods.ts';
import { type DurationCurve, durationCurves } from '../../metrics/durations.ts';
import { cardOf, type ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { SurvivalFigure } from '../types/analysis-figure.ts';
import type { Estimate } from '../types/estimate.ts';
import { capitalised } from '../wording/capitalised.ts';
import { count, duration, percent } from '../wording/format.ts';
import { figureBase } from './base.ts';

/** The wait whose section shows what is still open; that of a first answer shows what is done instead. */
const METRIC = 'resolution_median';

interface Group {
  readonly period: Period;
  readonly median: Estimate;
  readonly curve: DurationCurve;
}

/** The latest period beside a year earlier, or the one before; null for other metrics and where too few customers are behind it. */
export function survivalFigure(
  context: ReportContext,
  store: EstimateStore,
  metricId: string,
  period: Period,
): SurvivalFigure | null {
  if (metricId !== METRIC) return null;
  const groups = [earlierOf(context, period), period].flatMap((each): Group[] => {
    if (each === null) return [];
    const median = store.estimate(metricId, {}, each);
    const [curve] = durationCurves(context.metricContext, 'resolution', 'calendar', {
      periods: [each],
      dimension: null,
      where: {},
    }).curves;
    const isShown = !['suppressed', 'no_data', 'not_applicable'].includes(median.status);
    return curve === undefined || !isShown || curve.open.length < 2 ? [] : [{ period: each, median, curve }];
  });
  const latest = groups.at(-1);
  if (latest === undefined || latest.period !== period) return null;
  const card = cardOf(context, metricId);
  const marks = latest.curve.waiting.map(({ seconds }) => seconds);
  return {
    kind: 'survival',
    ...figureBase(
      context,
      metricId,
      {},
      'still-open',
      {
        columns: ['period', 'seconds', 'share_open', 'low', 'high'],
        rows: groups.flatMap((group) =>
          group.curve.open.map(({ seconds, share, low, high }) => [
            group.period.code,
            Math.round(seconds),
            share,
            low,
            high,
          ]),
        ),
      },
      {
        base: latest.median.base,
        compared: false,
        uncompared: 'The curves are shown, not compared: medians are.',
        interval: '95%: Kaplan–Meier with Greenwood’s variance on log(−log S).',
      },
    ),
    headline: headlineOf(latest),
    subtitle: [
      'Share of tickets not yet solved by time since creation',
      groups.map((group) => `${group.period.label} (${group.median.base})`).join(' and '),
      'open tickets count for as long as they have waited',
      'band: 95% interval',
      'log scale',
    ].join('; '),
    summary: summaryOf(groups),
    state: 'not yet solved',
    groups: groups.map((group) => ({
      label: shortLabel(group.period),
      curve: group.curve.open,
      median: group.median,
    })),
    atRisk: marks.map((seconds) => ({
      seconds,
      text: duration(seconds),
      counts: groups.map(({ curve }) => watched(curve, seconds, context.config.minimum_base)),
    })),
    table: {
      caption: `${card.name}: share of tickets not yet solved, and tickets still watched (those not yet solved and not yet at the end of the data).`,
      columns: [
        { name: 'After', numeric: false },
        ...groups.flatMap(({ period: { label } }) => [
          { name: `Not yet solved, ${label}`, numeric: true },
          { name: `Still watched, ${label}`, numeric: true },
        ]),
      ],
      rows: marks.map((seconds) => [
        duration(seconds),
        ...groups.flatMap(({ curve }) => {
          const tickets = watched(curve, seconds, context.config.minimum_base);
          return [
            openText(curve, seconds),
            tickets === undefined ? `<${context.config.minimum_base}` : count(tickets, context.config.locale),
          ];
        }),
      ]),
    },
  };
}

/** The same period a year earlier, else the one before; only complete ones. */
function earlierOf(context: ReportContext, period: Period): Period | null {
  const find = (code: string | null) =>
    context.periods[period.grain].find((each) => each.code === code && !each.partial) ?? null;
  return find(yearEarlier(period)) ?? find(previousPeriod(period));
}

/** Tickets still watched at a mark; undefined where they are too few to be told, or the curve has ended. */
function watched({ waiting }: DurationCurve, seconds: number, fewest: number): number | undefined {
  const tickets = waiting.find((mark) => mark.seconds === seconds)?.tickets;
  return tickets === undefined || tickets < fewest ? undefined : tickets;
}

function openText({ curve }: DurationCurve, seconds: number): string {
  const point = curve.find((mark) => mark.seconds === seconds);
  return point === undefined ? '' : percent(1 - point.share);
}

/** Spans that people think in. */
const DAY = 86_400;
const NAMED = [DAY, 7 * DAY];

function headlineOf({ curve, period }: Group): string {
  const [after] = NAMED;
  const point = curve.curve.find(({ seconds }) => seconds === after);
  return point === undefined
    ? `How long tickets stay open, ${period.label}`
    : `${percent(1 - point.share)} of tickets are still open after a day`;
}

function summaryOf(groups: readonly Group[]): string {
  return groups
    .map(({ curve, median, period }) => {
      const named = curve.curve
        .filter(({ seconds }) => NAMED.includes(seconds))
        .map(
          ({ seconds, share }) => `${percent(1 - share)} are still open after ${seconds === DAY ? 'a day' : 'a week'}`,
        );
      const half =
        median.value === undefined ? `half are not solved within the data` : `half are solved within ${median.text}`;
      return `${capitalised(period.label)}: ${[half, ...named].join(', ')}.`;
    })
    .join(' ');
}

/** Short enough to stand at the end of a curve: `Q2 2025`, `June 2026`, `2026`. */
function shortLabel({ code, grain, label }: Period): string {
  return grain === 'quarter' ? code.split('-').reverse().join(' ') : label;
}
