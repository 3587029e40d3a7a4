/**
 * The months of a share between the limits of what chance alone does.
 */
import type { Period } from '../../../calendar/period.ts';
import type { ShareMonth } from '../../../contrasts/similarities/share-months.ts';
import { shareChart, xmrChart } from '../../../statistics/control-chart.ts';
import { wilson } from '../../../statistics/proportion.ts';
import { signals } from '../../../statistics/signals.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { figureBase } from '../../figures/base.ts';
import { FEWEST_MONTHS } from '../../figures/control-course.ts';
import type { ControlFigure } from '../../types/analysis-figure.ts';
import type { Estimate } from '../../types/estimate.ts';
import { percent } from '../../wording/format.ts';
import { baseOf, shareQuantity } from '../quantities.ts';

/** Limits come from the first year. */
const BASELINE = 12;

export interface ShareCourse {
  /** Where a signal points to; `steady` without any. */
  readonly direction: 'up' | 'down' | 'steady';
  readonly figure: ControlFigure;
}

/** What a course is of, and how it is said. */
export interface ShareCourseWords {
  /** For the names of its files: `no-repeat`. */
  readonly what: string;
  /** `xmr` for shares of many, Laney’s `p` where months differ in size. */
  readonly chart: 'xmr' | 'p';
  readonly counts: string;
  readonly headline: Readonly<Record<ShareCourse['direction'], string>>;
  /** `Share who did not have to repeat themselves`. */
  readonly measure: string;
  readonly events?: ControlFigure['events'];
}

interface Placed extends ShareMonth {
  readonly period: Period;
}

/** Null with fewer than twelve periods that may be shown. Months of which one is too thin are shown by quarter. */
export function shareCourse(
  context: ReportContext,
  id: string,
  months: readonly ShareMonth[],
  { what, chart: kind, counts, headline, measure, events = [] }: ShareCourseWords,
): ShareCourse | null {
  const placed = shownPeriods(context, months);
  if (placed.length < FEWEST_MONTHS.draw) return null;
  const estimates = placed.map((each) => estimateOf(context, id, each, counts));
  const chart =
    kind === 'xmr'
      ? xmrChart(
          estimates.map(({ value }) => value ?? null),
          BASELINE,
        )
      : shareChart(
          placed.map(({ n, sum }) => (n === 0 ? null : { n, share: sum / n })),
          BASELINE,
        );
  if (chart === null) return null;
  const { any, outside } = signals(chart);
  const format = formatFor(context, id);
  const direction = !any
    ? 'steady'
    : laterMean(chart.points.map((point) => point?.value ?? null)) > chart.centre
      ? 'up'
      : 'down';
  const firm = placed.length >= FEWEST_MONTHS.firm;
  const n = placed.reduce((sum, each) => sum + each.n, 0);
  const points = estimates.map((estimate, at) => {
    const limits = chart.points[at];
    return {
      period: estimate.period,
      estimate,
      ...(limits == null ? {} : { limits: { low: Math.max(0, limits.low), high: Math.min(1, limits.high) } }),
      signal: outside.includes(at) ? ('outside' as const) : null,
    };
  });
  const grain = placed[0]?.period.grain === 'quarter' ? 'quarter' : 'month';
  return {
    direction,
    figure: {
      kind: 'control',
      ...figureBase(
        context,
        id,
        {},
        what,
        {
          columns: ['period', 'n', 'share', 'limit_low', 'limit_high', 'signal'],
          rows: points.map(({ period, estimate, limits, signal }) => [
            period.code,
            estimate.n ?? '',
            estimate.value ?? '',
            limits?.low ?? '',
            limits?.high ?? '',
            signal ?? '',
          ]),
        },
        {
          base: baseOf(context, n, counts),
          compared: false,
          uncompared: 'Periods are judged by the limits of the chart, not by a margin.',
          interval: '95%: Wilson.',
        },
      ),
      unit: 'share',
      headline: headline[direction],
      subtitle: `${measure}, by ${grain}; ${kind === 'xmr' ? 'XmR' : 'p'} chart: centre and limits from the first ${BASELINE} ${grain}s${firm ? '' : ', not yet firm'}; ${baseOf(context, n, counts)}`,
      summary: `The centre is ${percent(chart.centre)}; ${outside.length === 0 ? `no ${grain} lies` : `${outside.length} ${outside.length === 1 ? `${grain} lies` : `${grain}s lie`}`} outside the limits.`,
      points,
      baseline: BASELINE,
      centre: chart.centre,
      centreText: percent(chart.centre),
      firm,
      change: null,
      events,
      table: {
        caption: `${measure}, with limits.`,
        columns: [
          { name: grain === 'quarter' ? 'Quarter' : 'Month', numeric: false },
          { name: 'Share', numeric: true },
          { name: 'Limits', numeric: true },
          { name: `n (${counts})`, numeric: true },
        ],
        rows: points.map(({ period, estimate, limits }) => [
          period.label,
          estimate.text,
          limits === undefined ? '' : format.range(limits.low, limits.high),
          String(estimate.n ?? ''),
        ]),
      },
    },
  };
}

/** Months from the first with answers to the last; quarters where a month between them rests on too few customers. */
function shownPeriods({ config, periods, analyses }: ReportContext, months: readonly ShareMonth[]): Placed[] {
  const all = analyses.span.months.map((period, at): Placed => ({ period, ...(months[at] as ShareMonth) }));
  const held = all.slice(
    all.findIndex(({ n }) => n > 0),
    all.findLastIndex(({ n }) => n > 0) + 1,
  );
  const isThin = ({ customers }: ShareMonth) => customers < config.minimum_base;
  if (!held.some(isThin)) return held;
  const quarters = periods.quarter
    .filter(({ partial }) => !partial)
    .map((period): Placed => {
      const within = all.filter((month) => month.period.start >= period.start && month.period.end <= period.end);
      return {
        period,
        n: within.reduce((sum, { n }) => sum + n, 0),
        sum: within.reduce((sum, month) => sum + month.sum, 0),
        // The same customers may answer in several months: there are at least those of the largest.
        customers: Math.max(0, ...within.map(({ customers }) => customers)),
      };
    });
  return quarters.some((quarter) => quarter.n > 0 && isThin(quarter)) ? [] : quarters.filter(({ n }) => n > 0);
}

function estimateOf(
  context: ReportContext,
  metric: string,
  { period, n, sum, customers }: Placed,
  counts: string,
): Estimate {
  const share = sum / n;
  const quantity = shareQuantity(context, formatFor(context, metric), {
    share,
    ...wilson(share, n),
    n,
    customers,
    counts,
  });
  return { metric, where: {}, period, weighted: false, method: 'wilson', ...quantity };
}

/** Mean of the values after the baseline; of all where there is none after it. */
function laterMean(values: readonly (number | null)[]): number {
  const held = values.filter((value) => value !== null);
  const later = held.length > BASELINE ? held.slice(BASELINE) : held.slice(Math.floor(held.length / 2));
  return later.reduce((sum, value) => sum + value, 0) / later.length;
}
