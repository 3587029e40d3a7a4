/**
 * A metric by the values of a dimension.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dimension } from '../../dataset/dataset.ts';
import { cardOf, metricOf, type ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Judge, Pair } from '../family.ts';
import type { BreakdownFigure, Comparison, Estimate, MetricCard } from '../types.ts';
import { baseText, cellText, ESTIMATE_COLUMNS, estimateCells, extremeWords, figureBase, flagNote } from './base.ts';

export interface BreakdownQuery {
  readonly metric: string;
  readonly dimension: Dimension;
  readonly period: Period;
}

/** Values of a dimension with their estimates, highest first, unpublishable ones last. */
export function breakdownRows(store: EstimateStore, query: BreakdownQuery): { label: string; estimate: Estimate }[] {
  return store
    .values(query.metric, query.dimension)
    .map((label) => ({ label, estimate: store.estimate(query.metric, { [query.dimension]: label }, query.period) }))
    .filter(({ estimate }) => estimate.status !== 'no_data')
    .sort((a, b) => (b.estimate.value ?? Number.NEGATIVE_INFINITY) - (a.estimate.value ?? Number.NEGATIVE_INFINITY));
}

/** Every pair of values that could be named in a sentence about the breakdown. */
export function breakdownPairs(context: ReportContext, store: EstimateStore, query: BreakdownQuery): Pair[] {
  if (standsOnSeveralScales(context, query)) return [];
  const rows = breakdownRows(store, query).filter(({ estimate }) => estimate.value !== undefined);
  return rows.flatMap((a, index) => rows.slice(index + 1).map((b) => pairOf(query, a.label, b.label)));
}

function pairOf({ metric, dimension, period }: BreakdownQuery, a: string, b: string): Pair {
  const side = (name: string) => ({ where: { [dimension]: name }, period, name });
  return { metric, occasion: 'between groups', a: side(a), b: side(b) };
}

/**
 * How much there is to see in a breakdown: the difference of its two ends in margins when it is shown by the data,
 * else 0. Where groups cannot be set against each other the reader has to look: nothing else goes before.
 */
export function spread(context: ReportContext, store: EstimateStore, family: Judge, query: BreakdownQuery): number {
  if (standsOnSeveralScales(context, query)) return Number.POSITIVE_INFINITY;
  const ends = endsOf(context, store, family, query);
  if (ends === null || ends.comparison.verdict !== 'different') return 0;
  const { difference = 0, margin } = ends.comparison;
  return cardOf(context, query.metric).unit === 'duration'
    ? Math.abs(Math.log(difference)) / Math.log(margin)
    : Math.abs(difference) / margin;
}

interface Ends {
  readonly highest: { readonly label: string; readonly estimate: Estimate };
  readonly lowest: { readonly label: string; readonly estimate: Estimate };
  readonly comparison: Comparison;
}

/** The highest and the lowest value with enough behind them, and their comparison. */
function endsOf(context: ReportContext, store: EstimateStore, family: Judge, query: BreakdownQuery): Ends | null {
  if (standsOnSeveralScales(context, query)) return null;
  const rows = breakdownRows(store, query).filter(
    ({ estimate }) => estimate.status === 'ok' || estimate.status === 'provisional',
  );
  const [highest, lowest] = [rows[0], rows.at(-1)];
  if (highest === undefined || lowest === undefined || highest === lowest) return null;
  return { highest, lowest, comparison: family.comparison(pairOf(query, highest.label, lowest.label)) };
}

/** @param family where the panel's comparisons were judged: it must hold `breakdownPairs` of the same query. */
export function breakdownFigure(
  context: ReportContext,
  store: EstimateStore,
  family: Judge,
  query: BreakdownQuery,
): BreakdownFigure {
  const { metric, dimension, period } = query;
  const card = cardOf(context, metric);
  const minimumBase = context.config.minimum_base;
  const overall = store.estimate(metric, {}, period);
  const rows = breakdownRows(store, query);
  const estimates = rows.map(({ estimate }) => estimate);
  const ends = endsOf(context, store, family, query);
  const uncompared = standsOnSeveralScales(context, query)
    ? 'its answers stand on different scales'
    : `too few ${card.counts} to compare`;
  const hasRange = estimates.some(({ range }) => range !== '');
  const note = flagNote(estimates, minimumBase);
  return {
    kind: 'breakdown',
    ...figureBase(context, metric, {}, `by-${dimension}`, {
      columns: [dimension, 'period', ...ESTIMATE_COLUMNS],
      rows: rows.map(({ label, estimate }) => [label, period.code, ...estimateCells(estimate, card.unit, minimumBase)]),
    }),
    dimension,
    rows,
    overall,
    headline: ends === null ? `${card.label} by ${dimension}: ${uncompared}` : headline(card, dimension, overall, ends),
    subtitle: [
      `${card.name} by ${dimension}`,
      ...basisOf(context, query),
      period.label,
      ...(hasRange ? ['bar: 95% interval'] : []),
      ...(overall.value === undefined ? [] : [`rule: overall ${overall.text}`]),
    ].join('; '),
    summary: [
      ends === null ? `The groups are shown but not compared: ${uncompared}.` : reading(card, dimension, ends),
      hiddenGroups(rows, minimumBase),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    table: {
      caption: `${card.name} by ${dimension}, ${period.label}.${note === '' ? '' : ` ${note}`}`,
      columns: [
        { name: capitalised(dimension), numeric: false },
        { name: card.label, numeric: true },
        ...(hasRange ? [{ name: '95% interval', numeric: true }] : []),
        { name: `n (${card.counts})`, numeric: true },
      ],
      rows: rows.map(({ label, estimate }) => [
        label,
        cellText(estimate),
        ...(hasRange ? [estimate.range] : []),
        baseText(estimate, context.config),
      ]),
    },
  };
}

/** Which answers count; items about touchpoints may stand on scales of their own. */
function basisOf(context: ReportContext, { metric, dimension }: BreakdownQuery): readonly string[] {
  const asked = dimension === 'touchpoint' ? 'by touchpoint' : 'overall';
  return metricOf(context, metric).basis?.(context.metricContext, asked) ?? [];
}

/** Touchpoints whose answers count from different points on must not be set against each other. */
function standsOnSeveralScales(context: ReportContext, query: BreakdownQuery): boolean {
  return query.dimension === 'touchpoint' && basisOf(context, query).length > 1;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function headline(
  card: MetricCard,
  dimension: string,
  overall: Estimate,
  { highest, lowest, comparison }: Ends,
): string {
  switch (comparison.verdict) {
    case 'different':
      return `${card.label} is ${highest.estimate.text} for ${highest.label} and ${lowest.estimate.text} for ${lowest.label}`;
    case 'negligible':
    case 'equivalent':
      return `${card.label} is about the same across every ${dimension}`;
    case 'untested':
      return `${highest.label} holds the most: ${highest.estimate.text} of ${overall.text} ${card.counts}`;
    default:
      return `${card.label} shows no clear difference by ${dimension}`;
  }
}

function reading(card: MetricCard, dimension: string, { highest, lowest, comparison }: Ends): string {
  const [most, least] = extremeWords(card);
  const values = `${describe(highest)} is ${most}, ${describe(lowest)} ${least}`;
  switch (comparison.verdict) {
    case 'different':
      return `${values}; the difference is clear.`;
    case 'negligible':
      return `${values}; the difference is real but smaller than the one that matters.`;
    case 'equivalent':
      return `${values}; the two are about the same.`;
    case 'untested':
      return `${values}.`;
    default:
      return `${values}, but these data cannot tell whether any ${dimension} differs.`;
  }
}

function hiddenGroups(rows: BreakdownFigure['rows'], minimumBase: number): string {
  const hidden = rows.filter(({ estimate }) => estimate.status === 'suppressed').length;
  if (hidden === 0) return '';
  return `${hidden === 1 ? 'One group is' : `${hidden} groups are`} not shown: fewer than ${minimumBase} customers.`;
}

function describe({ label, estimate }: { label: string; estimate: Estimate }): string {
  return `${label} (${estimate.text}${estimate.range === '' ? '' : `; ${estimate.range}`})`;
}
