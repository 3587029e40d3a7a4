/**
 * A metric by the values of a dimension.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dimension } from '../../dataset/dataset.ts';
import { cardOf, type ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Family, Pair } from '../family.ts';
import type { BreakdownFigure, Comparison, Estimate, MetricCard } from '../types.ts';
import { midSentence } from '../wording/headline.ts';
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
export function breakdownPairs(store: EstimateStore, query: BreakdownQuery): Pair[] {
  const rows = breakdownRows(store, query).filter(({ estimate }) => estimate.value !== undefined);
  return rows.flatMap((a, index) => rows.slice(index + 1).map((b) => pairOf(query, a.label, b.label)));
}

function pairOf({ metric, dimension, period }: BreakdownQuery, a: string, b: string): Pair {
  const side = (name: string) => ({ where: { [dimension]: name }, period, name });
  return { metric, occasion: 'between groups', a: side(a), b: side(b) };
}

/**
 * How far apart the two ends of a breakdown are: the size of their difference in margins when it is shown by the
 * data, else 0.
 */
export function spread(context: ReportContext, store: EstimateStore, family: Family, query: BreakdownQuery): number {
  const ends = endsOf(store, family, query);
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
function endsOf(store: EstimateStore, family: Family, query: BreakdownQuery): Ends | null {
  const rows = breakdownRows(store, query).filter(
    ({ estimate }) => estimate.status === 'ok' || estimate.status === 'provisional',
  );
  const [highest, lowest] = [rows[0], rows.at(-1)];
  if (highest === undefined || lowest === undefined || highest === lowest) return null;
  return { highest, lowest, comparison: family.comparison(pairOf(query, highest.label, lowest.label)) };
}

/** @param family the page's family, which must hold `breakdownPairs` of the same query. */
export function breakdownFigure(
  context: ReportContext,
  store: EstimateStore,
  family: Family,
  query: BreakdownQuery,
): BreakdownFigure {
  const { metric, dimension, period } = query;
  const card = cardOf(context, metric);
  const minimumBase = context.config.minimum_base;
  const overall = store.estimate(metric, {}, period);
  const rows = breakdownRows(store, query);
  const estimates = rows.map(({ estimate }) => estimate);
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
    headline: headline(card, dimension, overall, endsOf(store, family, query)),
    subtitle: [
      `${card.name} by ${dimension}`,
      ...(card.basis === '' ? [] : [card.basis]),
      period.label,
      ...(hasRange ? ['bar: 95% interval'] : []),
      ...(overall.value === undefined ? [] : [`rule: overall ${overall.text}`]),
    ].join('; '),
    summary: summary(card, dimension, rows, overall, endsOf(store, family, query), minimumBase),
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
        baseText(estimate, minimumBase),
      ]),
    },
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function headline(card: MetricCard, dimension: string, overall: Estimate, ends: Ends | null): string {
  if (ends === null) return `${card.label} by ${dimension}: too few ${card.counts} to compare`;
  const { highest, lowest, comparison } = ends;
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

function summary(
  card: MetricCard,
  dimension: string,
  rows: BreakdownFigure['rows'],
  overall: Estimate,
  ends: Ends | null,
  minimumBase: number,
): string {
  const hidden = rows.filter(({ estimate }) => estimate.status === 'suppressed').length;
  const notShown =
    hidden === 0
      ? ''
      : ` ${hidden === 1 ? 'One group is' : `${hidden} groups are`} not shown: fewer than ${minimumBase} customers.`;
  if (ends === null) {
    return `Overall, ${midSentence(card.label)} is ${overall.text}. No two groups have enough ${card.counts} to compare.${notShown}`;
  }
  const { highest, lowest, comparison } = ends;
  const [most, least] = extremeWords(card);
  const values = `${describe(highest)} is ${most}, ${describe(lowest)} ${least}`;
  const reading: Partial<Record<Comparison['verdict'], string>> = {
    different: `${values}; the difference is clear.`,
    negligible: `${values}; the difference is real but smaller than the one that matters.`,
    equivalent: `${values}; the two are about the same.`,
    untested: `${values}.`,
  };
  return `${reading[comparison.verdict] ?? `${values}, but these data cannot tell whether any ${dimension} differs.`}${notShown}`;
}

function describe({ label, estimate }: { label: string; estimate: Estimate }): string {
  return `${label} (${estimate.text}${estimate.range === '' ? '' : `; ${estimate.range}`})`;
}
