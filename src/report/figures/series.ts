/**
 * A metric over time.
 */
import { during, type Grain, type Period } from '../../calendar/period.ts';
import { type Break, breaksOf } from '../breaks.ts';
import { cardOf, type ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import { standsOnSeveralScales } from '../scales.ts';
import type { Estimate, Filter } from '../types/estimate.ts';
import type { SeriesFigure } from '../types/figure.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { capitalised } from '../wording/capitalised.ts';
import { count } from '../wording/format.ts';
import { midSentence } from '../wording/headline.ts';
import {
  baseText,
  cellText,
  ESTIMATE_COLUMNS,
  estimateCells,
  extremeWords,
  figureBase,
  filterWords,
  flagNote,
  isRunning,
} from './base.ts';
import { beforeWords, courseOf } from './course.ts';
import { eventsWithin } from './events.ts';
import type { FigureFacts } from './note.ts';

const GRAIN_WORDS: Readonly<Record<Grain, string>> = {
  all: 'over the whole period',
  year: 'by year',
  quarter: 'by quarter',
  month: 'by month',
};

/** One point a period from the first with data to the last; the table may begin earlier than the chart. */
export function seriesFigure(
  context: ReportContext,
  store: EstimateStore,
  query: { metric: string; where: Filter; grain: Grain },
): SeriesFigure {
  const { where, grain } = query;
  const card = cardOf(context, query.metric);
  const all = trimmed(context.periods[grain].map((period) => store.estimate(query.metric, where, period)));
  const course = courseOf(all);
  const { points } = course;
  const minimumBase = context.config.minimum_base;
  const target = Object.keys(where).length === 0 ? context.config.targets[query.metric] : undefined;
  const who = filterWords(where);
  const breaks = breaksOf(context, query.metric);
  const begins = (period: Period) => breaks.some(({ at }) => at >= period.start && at < period.end);
  const note = [flagNote(all, minimumBase), all.some(({ period }) => begins(period)) ? BREAK_NOTE : '']
    .filter((words) => words !== '')
    .join(' ');
  return {
    kind: 'series',
    ...figureBase(
      context,
      query.metric,
      where,
      `by-${grain}`,
      {
        columns: ['period', ...ESTIMATE_COLUMNS],
        rows: all.map((point) => [point.period.code, ...estimateCells(point, card.unit, minimumBase)]),
      },
      { estimates: all, base: totalBase(card, points, context.config.locale), ...comparability(context, card, points) },
    ),
    headline: headline(context, card, points, who),
    subtitle: subtitle(card, points, grain, who, context.config.locale),
    summary: [
      summary(context, card, points),
      beforeWords(course, card),
      grain === 'quarter' && store.isByQuarter(query.metric) ? mergedWords(minimumBase) : '',
    ]
      .filter((words) => words !== '')
      .join(' '),
    points,
    events: eventsWithin(context, query.metric, points),
    ...(target === undefined ? {} : { target }),
    table: {
      caption: `${card.name} ${GRAIN_WORDS[grain]}${who === '' ? '' : `, ${who}`}.${note === '' ? '' : ` ${note}`}`,
      columns: [
        { name: 'Period', numeric: false },
        { name: card.label, numeric: true },
        ...(hasRanges(all) ? [{ name: '95% interval', numeric: true }] : []),
        { name: `n (${card.counts})`, numeric: true },
      ],
      rows: all.map((point) => [
        point.period.label,
        begins(point.period) ? `${cellText(point)} [b]` : cellText(point),
        ...(hasRanges(all) ? [point.range] : []),
        baseText(point, context.config),
      ]),
    },
  };
}

const BREAK_NOTE = '[b] a break: the definition changed in or at the beginning of the period.';

/** Why the chart shows no months. */
function mergedWords(minimumBase: number): string {
  return `It is by quarter because some month has fewer than ${minimumBase} customers.`;
}

function hasRanges(points: readonly Estimate[]): boolean {
  return points.some(({ range }) => range !== '');
}

/** Without the periods before the first and after the last that has rows. */
function trimmed(points: readonly Estimate[]): readonly Estimate[] {
  const holds = (point: Estimate) => point.status !== 'no_data' && point.status !== 'not_applicable';
  const first = points.findIndex(holds);
  return first < 0 ? [] : points.slice(first, points.findLastIndex(holds) + 1);
}

/** Points that sentences may use: whole periods with enough behind them. */
function solid(points: readonly Estimate[]): readonly Estimate[] {
  return points.filter(({ status }) => status === 'ok');
}

/** The points since the last break in the series, which alone may be set against each other. */
function sinceBreak(context: ReportContext, metric: string, points: readonly Estimate[]): Stretch {
  const end = points.at(-1)?.period.end ?? 0;
  const last = breaksOf(context, metric).findLast(({ at }) => at > (points[0]?.period.start ?? 0) && at < end);
  if (last === undefined) return { points, since: null };
  return { points: points.filter(({ period }) => period.start >= last.at), since: last };
}

interface Stretch {
  readonly points: readonly Estimate[];
  readonly since: Break | null;
}

function extremes(points: readonly Estimate[]): { lowest: Estimate; highest: Estimate } | null {
  const [first, ...rest] = solid(points);
  if (first === undefined) return null;
  return rest.reduce(
    ({ lowest, highest }, point) => ({
      lowest: (point.value as number) < (lowest.value as number) ? point : lowest,
      highest: (point.value as number) > (highest.value as number) ? point : highest,
    }),
    { lowest: first, highest: first },
  );
}

function headline(context: ReportContext, card: MetricCard, all: readonly Estimate[], who: string): string {
  const { points, since } = sinceBreak(context, card.id, all);
  const words = headlineOf(context, card, points, who === '' ? card.label : `${card.label}, ${who}`);
  return since === null ? words : `Since ${since.dateWords}: ${midSentence(words)}`;
}

function headlineOf(context: ReportContext, card: MetricCard, points: readonly Estimate[], subject: string): string {
  const ends = extremes(points);
  if (ends === null) return points.length === 0 ? subject : `${subject}: ${whyNotSolid(card, points)}`;
  if (ends.lowest === ends.highest) return `${subject} was ${ends.lowest.text} ${during(ends.lowest.period)}`;
  if (standsOnSeveralScales(context, card.id, null)) return `${subject}: the answers stand on different scales`;
  if (ends.lowest.text === ends.highest.text) return `${subject} stood at ${ends.lowest.text} throughout`;
  const [first, second, ...more] = solid(points);
  if (first !== undefined && second !== undefined && more.length === 0) {
    return `${subject} was ${first.text} ${during(first.period)} and ${second.text} ${during(second.period)}`;
  }
  return `${subject} ranged from ${ends.lowest.text} to ${ends.highest.text}`;
}

function whyNotSolid(card: MetricCard, points: readonly Estimate[]): string {
  const known = points.filter(({ value }) => value !== undefined);
  if (known.length > 0 && known.every(({ status }) => status === 'provisional')) return 'no period is complete yet';
  const { grain } = (points[0] as Estimate).period;
  return known.length > 0 ? `no ${grain} has enough ${card.counts} for a firm figure` : `no ${grain} can be shown`;
}

function subtitle(card: MetricCard, points: readonly Estimate[], grain: Grain, who: string, locale: string): string {
  const parts = [`${card.name} ${GRAIN_WORDS[grain]}`];
  if (card.basis !== '') parts.push(card.basis);
  if (who !== '') parts.push(who);
  const [first, last] = [points[0], points.at(-1)];
  if (first !== undefined && last !== undefined)
    parts.push(first === last ? first.period.label : `${first.period.label} to ${last.period.label}`);
  const base = totalBase(card, points, locale);
  if (base !== '') parts.push(base);
  if (hasRanges(points)) parts.push('band: 95% interval');
  return parts.join('; ');
}

/** What stands behind all points; empty for what would then be counted more than once. */
function totalBase(card: MetricCard, points: readonly Estimate[], locale: string): string {
  const total = points.reduce((sum, point) => sum + (point.n ?? 0), 0);
  return isRunning(card) || total === 0 ? '' : `n = ${count(total, locale)} ${card.counts}`;
}

/** Whether its periods may be set against each other, and if not, why. */
function comparability(
  context: ReportContext,
  card: MetricCard,
  points: readonly Estimate[],
): Pick<FigureFacts, 'compared' | 'uncompared'> {
  if (card.matters === '') return { compared: true };
  if (standsOnSeveralScales(context, card.id, null)) {
    return { compared: false, uncompared: 'Not compared: the answers stand on different scales.' };
  }
  const { points: alike, since } = sinceBreak(context, card.id, points);
  return solid(alike).length > 1
    ? { compared: true }
    : {
        compared: false,
        uncompared: `Not compared: fewer than two complete periods ${since === null ? '' : `since ${since.dateWords} `}have enough ${card.counts}.`,
      };
}

function summary(context: ReportContext, card: MetricCard, all: readonly Estimate[]): string {
  const { points, since } = sinceBreak(context, card.id, all);
  const words = summaryOf(context, card, points);
  return since === null
    ? words
    : `${words} Its definition changed on ${since.dateWords} (${since.what}): ${NOT_JOINED}.`;
}

/** What a break in the series means. */
const NOT_JOINED = 'periods before and after are not set against each other';

function summaryOf(context: ReportContext, card: MetricCard, points: readonly Estimate[]): string {
  const ends = extremes(points);
  const last = solid(points).at(-1);
  if (ends === null || last === undefined) {
    return points.length === 0 ? 'There is no figure to show.' : `${capitalised(whyNotSolid(card, points))}.`;
  }
  const complete = context.periods[last.period.grain].findLast((period) => !period.partial);
  const which =
    complete?.code === last.period.code ? 'The last complete period' : `The last period with enough ${card.counts}`;
  const latest = `${which}, ${last.period.label}, stands at ${last.text}${
    last.range === '' ? '' : ` (${last.range})`
  }.`;
  const partial = points.at(-1);
  const unfinished =
    partial?.status === 'provisional' ? ` ${partial.period.label} is not complete and is left out of comparisons.` : '';
  if (ends.lowest.text === ends.highest.text) return `${latest}${unfinished}`;
  if (standsOnSeveralScales(context, card.id, null)) {
    return `${latest}${unfinished} The answers stand on different scales, so periods are not set against each other.`;
  }
  const [most, least] = extremeWords(card);
  // The chart shows them, hollow, and they may lie further out.
  const aside = points.some(({ status }) => status === 'low_base')
    ? `, periods with few ${card.counts} left aside`
    : '';
  return `${capitalised(least)} in ${whereOf(ends.lowest, points)}, ${most} in ${whereOf(ends.highest, points)}${aside}. ${latest}${unfinished}`;
}

/** The period of an extreme, or how many periods share it. */
function whereOf(extreme: Estimate, points: readonly Estimate[]): string {
  const alike = solid(points).filter(({ text }) => text === extreme.text).length;
  const { label, grain } = extreme.period;
  return `${alike === 1 ? label : `${alike} ${grain}s`} (${extreme.text})`;
}
