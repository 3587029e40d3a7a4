/**
 * Figures as answered and weighted, in words and as steps from one to the other.
 */
import { during } from '../../calendar/period.ts';
import type { Analysis } from '../../metrics/analysis.ts';
import { FEWEST_OF_KIND, type WeightedAnswers } from '../../metrics/weighted-answers.ts';
import type { WeightedFigure, WeightedMetric, WeightingResult } from '../../metrics/weighting.ts';
import { cardOf, formatFor, metricOf, type ReportContext } from '../context.ts';
import { baseText, ESTIMATE_COLUMNS, estimateCells, figureBase } from '../figures/base.ts';
import type { PairsFigure, Quantity } from '../types/analysis-figure.ts';
import type { Unit } from '../types/estimate.ts';
import { capitalised } from '../wording/capitalised.ts';
import { count } from '../wording/format.ts';
import { listed } from '../wording/list.ts';
import { quantityOf } from './quantity.ts';
import type { AnalysisView, Desk, Shown } from './view.ts';

export function weightingView(analysis: Analysis<WeightingResult>): AnalysisView<WeightingResult> {
  return { analysis, charts: 'dots, unweighted to weighted', show: (result, desk) => show(analysis.id, result, desk) };
}

/** From here on, weights are so unequal that the answers are worth less than half of their number. */
const LARGEST_DESIGN_EFFECT = 2;

interface Told {
  readonly figure: WeightedFigure;
  readonly label: string;
  readonly unit: Unit;
  readonly unweighted: Quantity;
  readonly weighted: Quantity;
  /** Weighted minus unweighted, in the unit of the figure. */
  readonly moved: number;
  readonly depends: boolean;
}

function show(id: string, result: WeightingResult, desk: Desk): Shown | null {
  const { context } = desk;
  const card = cardOf(context, id);
  const told = result.figures
    .map((figure) => tell(desk, figure))
    .filter(({ weighted }) => weighted.value !== undefined);
  if (told.length === 0) return null;
  const headline = headlineOf(told);
  return {
    headline,
    sentences: sentencesOf(context, result, told),
    figures: [figureOf(context, id, told)],
    numbers: told.map(({ figure, weighted }) => ({
      metric: `${figure.metric}_weighted`,
      dimension: '',
      value: '',
      period: figure.period,
      quantity: weighted,
      unit: card.unit,
      method: methodOf(figure),
    })),
  };
}

function methodOf({ basis }: WeightedAnswers): string {
  return basis === 'given' ? 'weighted-bootstrap' : 'raked-bootstrap';
}

function tell({ context, store }: Desk, figure: WeightedFigure): Told {
  const { metric, unweighted, weighted, n, customers, designEffect } = figure;
  const format = formatFor(context, metric);
  const quantity = (own: { readonly value: number; readonly low?: number; readonly high?: number }) =>
    quantityOf(context, format, { ...own, n, customers, counts: cardOf(context, metric).counts });
  const value = unweighted.value ?? 0;
  const { low, high } = unweighted;
  const asAnswered = quantity({ value, ...(low === undefined || high === undefined ? {} : { low, high }) });
  const moved = weighted.value - value;
  return {
    figure,
    label: cardOf(context, metric).label,
    unit: metricOf(context, metric).unit,
    // Two figures over almost the same answers would tell what the few between them answered.
    unweighted: isFew(context, figure.leftOut) ? store.estimate(metric, {}, figure.period) : asAnswered,
    weighted: quantity(weighted),
    moved,
    depends: designEffect > LARGEST_DESIGN_EFFECT || Math.abs(moved) > marginOf(context, metric),
  };
}

/** Whether answers are so few that nothing may be said of them. */
function isFew({ config }: Pick<ReportContext, 'config'>, { n, customers }: WeightedAnswers['leftOut']): boolean {
  return n > 0 && customers < config.minimum_base;
}

/** The smallest difference that matters for the figure itself. */
function marginOf(context: ReportContext, metric: WeightedMetric): number {
  return context.config.margins[metric] ?? metricOf(context, metric).margin ?? 0;
}

function headlineOf(told: readonly Told[]): string {
  const depending = told.filter(({ depends }) => depends);
  const [first] = depending;
  if (first === undefined) return `Weighting moves ${labelsOf(told)} by less than matters`;
  const verb = new Set(depending.map(({ label }) => label)).size === 1 ? 'depends' : 'depend';
  const { unweighted, weighted } = first;
  return `${labelsOf(depending)} ${verb} on weighting: ${unweighted.text} as answered, ${weighted.text} weighted`;
}

function labelsOf(told: readonly Told[]): string {
  return listed([...new Set(told.map(({ label }) => label))], 'and');
}

function sentencesOf(context: ReportContext, { lacking }: WeightingResult, told: readonly Told[]): string[] {
  const whole = wholeOf(context, told);
  return [
    ...basisSentences(told),
    `${capitalised(whole.map((each) => wholeWords(context, each)).join('; '))}.`,
    costSentence(context, told),
    ...rareSentence(told),
    ...lacking.map(({ metric, lacks }) => `${cardOf(context, metric).label} is not weighted: ${lacks}.`),
    'Weights correct for nothing but what is weighted by, and published figures stay unweighted.',
  ];
}

/** The figures of everything that the data cover. */
function wholeOf({ analyses }: ReportContext, told: readonly Told[]): Told[] {
  return told.filter(({ figure }) => figure.period.code === analyses.span.all.code);
}

/** What is weighted to, once for each way. */
function basisSentences(told: readonly Told[]): string[] {
  return Array.from(
    Map.groupBy(told, ({ figure }) => basisWords(figure)),
    ([words, some]) =>
      `${labelsOf(some)} ${new Set(some.map(({ label }) => label)).size === 1 ? 'is' : 'are'} ${words}.`,
  );
}

/** How many answers are not weighted, where that may be said. */
function othersWords(context: ReportContext, { leftOut }: WeightedAnswers): string {
  return isFew(context, leftOut) ? 'a few' : count(leftOut.n, context.config.locale);
}

/** Kinds of the data’s own frame, as sentences call them. */
const KIND_WORDS: Readonly<Record<string, string>> = { wait: 'wait for a first answer', reopened: 'reopening' };

/** Ends a sentence that begins with the figures: `weighted to …`. */
function basisWords({ basis, margins }: WeightedAnswers): string {
  const kinds = listed(
    margins.map(({ name }) => KIND_WORDS[name] ?? name),
    'and',
  );
  const asIf = 'as if those who did not answer were like those of their kind who did';
  return {
    margins: `weighted to the population margins by ${kinds}`,
    given: 'weighted by the weights that the source gives',
    tickets: `weighted to all solved tickets of the period by ${kinds}, ${asIf}`,
    customers: `weighted to all customers of the period by ${kinds}, ${asIf}`,
  }[basis];
}

function wholeWords(context: ReportContext, { label, figure, unweighted, weighted, moved, unit }: Told): string {
  const points = unit === 'share' ? 100 * moved : moved;
  const size = Math.abs(points).toFixed(1);
  const change = size === '0.0' ? 'no change' : `${size} points ${points > 0 ? 'more' : 'less'}`;
  const rest = figure.leftOut.n === 0 ? '' : ` (${othersWords(context, figure)} others cannot be weighted)`;
  return (
    `${label} is ${unweighted.text} as answered and ${weighted.text} (${weighted.range}) weighted, ${change}, ` +
    `from ${count(figure.n, context.config.locale)} answers${rest}`
  );
}

/** What the widest weights cost. */
function costSentence({ config }: ReportContext, told: readonly Told[]): string {
  const { figure, label } = told.reduce((a, b) => (b.figure.designEffect > a.figure.designEffect ? b : a));
  const { n, effectiveN, designEffect, largestWeight, capped } = figure;
  const cut = capped === 0 ? '' : `, after ${count(capped, config.locale)} above five times the median were cut to it`;
  return (
    `The design effect is ${designEffect.toFixed(2)}${told.length > 1 ? ` at most (${label} ${during(figure.period)})` : ''}: ` +
    `${count(n, config.locale)} answers tell as much as ${count(Math.floor(effectiveN), config.locale)} with equal weights, ` +
    `the largest of which is ${largestWeight.toFixed(1)} times the mean${cut}.`
  );
}

function rareSentence(told: readonly Told[]): string[] {
  const merged = told.some(({ figure }) => figure.margins.some((margin) => margin.merged.length > 0));
  return !merged
    ? []
    : [`Kinds with fewer than ${FEWEST_OF_KIND} customers among those who answered stand together as all others.`];
}

function downloadOf({ config }: ReportContext, unit: Unit, told: readonly Told[]) {
  const cells = (quantity: Quantity, method: string) =>
    estimateCells({ ...quantity, method }, unit, config.minimum_base);
  return {
    columns: ['question', 'period', 'weighted', ...ESTIMATE_COLUMNS],
    rows: told.flatMap(({ figure, unweighted, weighted }) => [
      [figure.metric, figure.period.code, 'no', ...cells(unweighted, figure.unweighted.method)],
      [figure.metric, figure.period.code, 'yes', ...cells(weighted, methodOf(figure))],
    ]),
  };
}

function figureOf(context: ReportContext, id: string, told: readonly Told[]): PairsFigure {
  const { unit } = cardOf(context, id);
  const { config, analyses } = context;
  return {
    kind: 'pairs',
    ...figureBase(context, id, {}, 'steps', downloadOf(context, unit, told), {
      aside: wholeOf(context, told)
        .filter(({ figure }) => figure.leftOut.n > 0)
        .map(({ label, figure }) => `${othersWords(context, figure)} answers of ${label} that cannot be weighted`),
      weights: `${basisSentences(told).join(' ')} The figures as answered are not weighted.`,
      compared: false,
      uncompared:
        'The smallest difference that matters of each figure. A figure depends on weighting when it moves by more, or when ' +
        `the design effect is above ${LARGEST_DESIGN_EFFECT}.`,
    }),
    unit,
    mark: 'dots',
    names: ['As answered', 'Weighted'],
    headline: wholeOf(context, told)
      .map(({ label, unweighted, weighted }) => `${label} ${unweighted.text} as answered, ${weighted.text} weighted`)
      .join('; '),
    subtitle: `As answered and weighted, over the same answers; ${analyses.span.all.label}${
      analyses.span.latest === null ? '' : `, and ${analyses.span.latest.label}`
    }; bar: 95% interval`,
    summary: `${told
      .map(
        ({ label, figure, unweighted, weighted }) =>
          `${label} ${during(figure.period)}: ${unweighted.text} as answered, ${weighted.text} (${weighted.range}) weighted`,
      )
      .join('; ')}.`,
    rows: told.map(({ label, figure, unweighted, weighted, depends }) => ({
      label: `${label}, ${figure.period.label}`,
      first: unweighted,
      second: weighted,
      differs: depends,
    })),
    table: {
      caption:
        'Figures as answered and weighted. A design effect above 2 means that unequal weights halve what the answers tell.',
      columns: [
        { name: 'Figure', numeric: false },
        { name: 'As answered', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'Weighted', numeric: true },
        { name: '95% interval, weighted', numeric: true },
        { name: 'n (answers)', numeric: true },
        { name: 'Effective n', numeric: true },
        { name: 'Design effect', numeric: true },
      ],
      rows: told.map(({ label, figure, unweighted, weighted }) => [
        `${label}, ${figure.period.label}`,
        unweighted.text,
        unweighted.range,
        weighted.text,
        weighted.range,
        baseText(weighted, config),
        count(Math.floor(figure.effectiveN), config.locale),
        figure.designEffect.toFixed(2),
      ]),
    },
  };
}
