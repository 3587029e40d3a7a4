/**
 * A metric by the values of a dimension.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dimension } from '../../dataset/dataset.ts';
import { cardOf, type ReportContext } from '../context.ts';
import { type EstimateStore, keptBackWords } from '../estimates.ts';
import type { Judge, Pair } from '../family.ts';
import { basisOf, type ScaleGroup } from '../scales.ts';
import type { Comparison, Estimate } from '../types/estimate.ts';
import type { BreakdownFigure, BreakdownRow } from '../types/figure.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { sizeInMargins } from '../verdict.ts';
import { capitalised } from '../wording/capitalised.ts';
import { count } from '../wording/format.ts';
import { ABOUT_THE_SAME, NOT_COMPARED_ACROSS, nothingClear } from '../wording/phrases.ts';
import {
  baseText,
  cellText,
  ESTIMATE_COLUMNS,
  estimateCells,
  extremeWords,
  figureBase,
  flagNote,
  isRunning,
} from './base.ts';
import { rowsElsewhere } from './note.ts';
import { inOrder } from './row-order.ts';

export interface BreakdownQuery {
  readonly metric: string;
  readonly dimension: Dimension;
  readonly period: Period;
  /** Only these values, whose answers stand on one scale; all values when left out. */
  readonly group?: ScaleGroup;
}

/** Which answers count in a breakdown; more than one entry where its groups cannot be set against each other. */
function basisIn(context: ReportContext, { metric, dimension, group }: BreakdownQuery): readonly string[] {
  return group?.basis ?? basisOf(context, metric, dimension);
}

function isMixed(context: ReportContext, query: BreakdownQuery): boolean {
  return basisIn(context, query).length > 1;
}

/** Values of a dimension with their estimates, highest first, unpublishable ones last. */
export function breakdownRows(store: EstimateStore, query: BreakdownQuery): BreakdownRow[] {
  return store
    .values(query.metric, query.dimension)
    .filter((label) => query.group?.values?.has(label) ?? true)
    .map((label) => ({ label, estimate: store.estimate(query.metric, { [query.dimension]: label }, query.period) }))
    .filter(({ estimate }) => estimate.status !== 'no_data')
    .sort((a, b) => (b.estimate.value ?? Number.NEGATIVE_INFINITY) - (a.estimate.value ?? Number.NEGATIVE_INFINITY));
}

/** Every pair of values that could be named in a sentence about the breakdown. */
export function breakdownPairs(context: ReportContext, store: EstimateStore, query: BreakdownQuery): Pair[] {
  if (isMixed(context, query)) return [];
  const rows = breakdownRows(store, query).filter(({ estimate }) => estimate.value !== undefined);
  return pairsOf(rows).map(([a, b]) => pairOf(query, a.label, b.label));
}

/** Every row with every row below it. */
function pairsOf<T>(rows: readonly T[]): [above: T, below: T][] {
  return rows.flatMap((above, index) => rows.slice(index + 1).map((below): [T, T] => [above, below]));
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
  if (isMixed(context, query)) return Number.POSITIVE_INFINITY;
  const contrast = contrastOf(context, store, family, query);
  if (contrast === null || contrast.comparison.verdict !== 'different') return 0;
  return sizeOf(cardOf(context, query.metric), contrast.comparison);
}

function sizeOf({ unit }: MetricCard, { difference = 0, margin }: Comparison): number {
  return sizeInMargins(difference, margin, unit);
}

/** The two values that sentences name, and what else may be said of all of them. */
interface Contrast {
  readonly upper: BreakdownRow;
  readonly lower: BreakdownRow;
  readonly comparison: Comparison;
  /** Whether the two are the highest and the lowest of all that could be compared. */
  readonly outermost: boolean;
  /** Whether every value is shown to be about the same as every other. */
  readonly allAlike: boolean;
}

/**
 * The pair to speak of: the highest and the lowest value with enough behind them, unless they rest on so few answers
 * that another pair differs clearly where they do not.
 */
function contrastOf(
  context: ReportContext,
  store: EstimateStore,
  family: Judge,
  query: BreakdownQuery,
): Contrast | null {
  if (isMixed(context, query)) return null;
  const rows = breakdownRows(store, query);
  const firm = rows.filter(({ estimate }) => estimate.status === 'ok' || estimate.status === 'provisional');
  const judged = pairsOf(firm).map(([upper, lower]) => ({
    upper,
    lower,
    comparison: family.comparison(pairOf(query, upper.label, lower.label)),
  }));
  const outer = judged.find(({ upper, lower }) => upper === firm[0] && lower === firm.at(-1));
  if (outer === undefined) return null;
  const card = cardOf(context, query.metric);
  const [clearest] = judged
    .filter(({ comparison }) => comparison.verdict === 'different')
    .sort((a, b) => sizeOf(card, b.comparison) - sizeOf(card, a.comparison));
  const chosen = outer.comparison.verdict === 'different' ? outer : (clearest ?? outer);
  return {
    ...chosen,
    outermost: chosen === outer,
    allAlike: firm.length === rows.length && judged.every(({ comparison }) => comparison.verdict === 'equivalent'),
  };
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
  const basis = basisIn(context, query);
  const overall = isOnScaleOf(context, query) ? store.estimate(metric, {}, period) : null;
  const { rows, order, notes } = inOrder(breakdownRows(store, query), dimension, card.counts, context.config);
  const estimates = rows.map(({ estimate }) => estimate);
  const inParts = rows.some(({ part }) => part !== undefined);
  const contrast = contrastOf(context, store, family, query);
  const uncompared = isMixed(context, query)
    ? 'the answers stand on different scales'
    : `too few ${card.counts} to compare`;
  const alone = rows.length === 1 ? rows[0] : undefined;
  // An item about a touchpoint is an answer of its own: the overall figure does not count it.
  const ungrouped = dimension === 'touchpoint' ? 0 : restOf(rows, overall, minimumBase);
  const { locale } = context.config;
  const hasRange = estimates.some(({ range }) => range !== '');
  const note = flagNote(estimates, minimumBase);
  return {
    kind: 'breakdown',
    ...figureBase(
      context,
      metric,
      {},
      figureName(query),
      {
        columns: [dimension, ...(inParts ? ['part'] : []), 'period', ...ESTIMATE_COLUMNS],
        rows: rows.map(({ label, part, estimate }) => [
          label,
          ...(part === undefined ? [] : [part]),
          period.code,
          ...estimateCells(estimate, card.unit, minimumBase),
        ]),
      },
      {
        estimates,
        basis,
        ungrouped,
        ...(overall === null || dimension === 'touchpoint' || isRunning(card)
          ? {}
          : { base: overall.base, elsewhere: rowsElsewhere(context, store, overall) }),
        compared: contrast !== null,
        uncompared: `Not compared: ${alone === undefined ? uncompared : `no other ${dimension} stands on this scale`}.`,
      },
    ),
    dimension,
    rows,
    overall,
    headline:
      alone !== undefined
        ? `${card.label} is ${alone.estimate.text} for ${alone.label}`
        : contrast === null
          ? `${card.label} by ${dimension}: ${uncompared}`
          : headline(card, dimension, overall, contrast),
    subtitle: [
      `${card.name} by ${dimension}`,
      ...basis,
      period.label,
      ...(order === '' ? [] : [order]),
      ...(hasRange ? ['bar: 95% interval'] : []),
      ...(overall?.value === undefined ? [] : [`rule: overall ${overall.text}`]),
    ].join('; '),
    summary: [
      alone !== undefined
        ? `No other ${dimension} is asked about on this scale.`
        : contrast === null
          ? `The groups are shown but not compared: ${uncompared}.`
          : reading(card, dimension, contrast),
      ungrouped === 0
        ? ''
        : `${count(ungrouped, locale)} of ${count(overall?.n ?? 0, locale)} ${card.counts} stand in none of these groups.`,
      hiddenGroups(rows, store.unnamed(metric, dimension, period), minimumBase),
      ...notes,
      (query.group?.values ?? null) === null ? '' : OTHER_SCALES,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    table: {
      caption: `${card.name} by ${dimension}, ${period.label}.${note === '' ? '' : ` ${note}`}`,
      columns: [
        { name: capitalised(dimension), numeric: false },
        ...(inParts ? [{ name: 'Part', numeric: false }] : []),
        { name: card.label, numeric: true },
        ...(hasRange ? [{ name: '95% interval', numeric: true }] : []),
        { name: `n (${card.counts})`, numeric: true },
      ],
      rows: rows.map(({ label, part, estimate }) => [
        label,
        ...(part === undefined ? [] : [part]),
        cellText(estimate),
        ...(hasRange ? [estimate.range] : []),
        baseText(estimate, context.config),
      ]),
    },
  };
}

const OTHER_SCALES = 'Groups with answers on another scale have a figure of their own.';

/** Whether the overall figure counts the same answers as the groups, so that it may stand among them. */
function isOnScaleOf(context: ReportContext, { metric, group }: BreakdownQuery): boolean {
  if (group === undefined || group.values === null) return true;
  return basisOf(context, metric, null).join('; ') === group.basis.join('; ');
}

/** Part of the figure's id; where a dimension has several figures, one a scale, the scale is part of it. */
function figureName({ dimension, group }: BreakdownQuery): string {
  return group === undefined || group.values === null ? `by-${dimension}` : `by-${dimension}-${group.basis.join('-')}`;
}

function headline(card: MetricCard, dimension: string, overall: Estimate | null, contrast: Contrast): string {
  const { upper, lower, comparison, allAlike } = contrast;
  const [above, below] = [upper, lower].map((row) => nameOf(row, dimension));
  switch (comparison.verdict) {
    case 'different':
      return `${card.label} is ${upper.estimate.text} for ${above} and ${lower.estimate.text} for ${below}`;
    case 'negligible':
      return `${card.label} differs little between ${above} and ${below}`;
    case 'equivalent':
      return `${card.label} is ${ABOUT_THE_SAME} ${allAlike ? `across every ${dimension}` : `for ${above} and ${below}`}`;
    case 'broken':
      return `${card.label} by ${dimension} is ${NOT_COMPARED_ACROSS}`;
    case 'untested':
      return `The largest part is ${upper.label}: ${upper.estimate.text}${overall === null ? '' : ` of ${overall.text}`} ${card.counts}`;
    default:
      return `${card.label} shows ${nothingClear('between groups')} by ${dimension}`;
  }
}

function reading(card: MetricCard, dimension: string, contrast: Contrast): string {
  const { upper, lower, comparison, outermost } = contrast;
  const [most, least] = extremeWords(card);
  const values =
    upper.estimate.text === lower.estimate.text && outermost
      ? `Every ${dimension} that can be compared reads ${upper.estimate.text}`
      : `${capitalised(most)} is ${describe(upper, dimension)}, ${least} ${describe(lower, dimension)}`;
  switch (comparison.verdict) {
    case 'different':
      return outermost
        ? `${values}; the difference is clear.`
        : `Between ${describe(upper, dimension)} and ${describe(lower, dimension)} the difference is clear.`;
    case 'negligible':
      return `${values}; the difference is real but smaller than the one that matters.`;
    case 'equivalent':
      return `${values}; the two are ${ABOUT_THE_SAME}.`;
    case 'broken':
      return `${values}. ${comparison.words}`;
    case 'untested':
      return `${values}.`;
    default:
      return `${values}, but these data cannot tell whether any ${dimension} differs.`;
  }
}

/** How many stand in none of the groups, which then need not lie around the overall figure; 0 for too few to be told. */
function restOf(rows: BreakdownFigure['rows'], overall: Estimate | null, minimumBase: number): number {
  if (overall?.n === undefined || rows.some(({ estimate }) => estimate.n === undefined)) return 0;
  const rest = overall.n - rows.reduce((sum, { estimate }) => sum + (estimate.n ?? 0), 0);
  return rest < minimumBase ? 0 : rest;
}

/** @param unnamed groups that have no row, because not even their names are shown. */
function hiddenGroups(rows: BreakdownFigure['rows'], unnamed: number, minimumBase: number): string {
  const hidden = unnamed + rows.filter(({ estimate }) => estimate.status === 'suppressed').length;
  if (hidden === 0) return '';
  const [groups, they] = hidden === 1 ? ['One group is', 'it'] : [`${hidden} groups are`, 'each'];
  return `${groups} not shown: ${they} ${keptBackWords(minimumBase)}.`;
}

/** What sentences call a group. */
function nameOf({ label }: BreakdownRow, dimension: string): string {
  return dimension === 'promise' ? `${label} promises` : label;
}

function describe(row: BreakdownRow, dimension: string): string {
  const { estimate } = row;
  return `${nameOf(row, dimension)} (${estimate.text}${estimate.range === '' ? '' : `; ${estimate.range}`})`;
}
