/**
 * What a change is made of, in words, a waterfall and the kinds of cases.
 */
import { during } from '../../calendar/period.ts';
import type { Analysis } from '../../metrics/analysis.ts';
import type { Difference } from '../../metrics/definition.ts';
import type { MixResult, MixStratum } from '../../metrics/mix.ts';
import { cardOf, formatFor, type ReportContext } from '../context.ts';
import { baseText, ESTIMATE_COLUMNS, figureBase } from '../figures/base.ts';
import type { Quantity, WaterfallFigure } from '../types/analysis-figure.ts';
import type { Verdict } from '../types/estimate.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { capitalised } from '../wording/capitalised.ts';
import { count, percent, signed } from '../wording/format.ts';
import { comparedFrom } from './margin.ts';
import { quantityOf } from './quantity.ts';
import type { AnalysisView, Desk, Shown } from './view.ts';

/** @param metric the share that the analysis takes apart: where its figures are suppressed, the kinds are not shown. */
export function mixView(analysis: Analysis<MixResult>, metric: string): AnalysisView<MixResult> {
  return {
    analysis,
    charts: 'waterfall',
    differences: ({ rateEffect, mixEffect }) => ({ rate: rateEffect, mix: mixEffect }),
    show: (result, desk) => (mayBeShown(result, metric, desk) ? show(analysis, result, desk) : null),
  };
}

/** Kinds are figures of the metric by a dimension: what is hidden there must not come out here. */
function mayBeShown(result: MixResult, metric: string, { store }: Desk): boolean {
  return [result.earlier, result.latest].every((period) =>
    store
      .allValues(metric, result.dimension)
      .map((value) => store.estimate(metric, { [result.dimension]: value }, period))
      .every(({ status }) => status !== 'suppressed'),
  );
}

function show(analysis: Analysis<MixResult>, result: MixResult, desk: Desk): Shown | null {
  const { context } = desk;
  const card = cardOf(context, analysis.id);
  const verdicts = { rate: desk.verdict('rate'), mix: desk.verdict('mix') };
  const margin = comparedFrom(context, analysis);
  const headline = headlineOf(card, result, verdicts, margin);
  const effects = (['rateEffect', 'mixEffect'] as const).map((name) => ({
    name,
    quantity: effectOf(context, card, result, result[name]),
  }));
  return {
    headline,
    sentences: sentencesOf(card, result, verdicts, margin),
    figures: [figureOf(context, card, result)],
    numbers: effects.map(({ name, quantity }) => ({
      metric: `${analysis.id}_${name === 'rateEffect' ? 'rate_effect' : 'mix_effect'}`,
      dimension: '',
      value: '',
      period: result.latest,
      quantity,
      unit: 'share difference',
      method: 'kitagawa',
    })),
  };
}

interface Verdicts {
  readonly rate: Verdict;
  readonly mix: Verdict;
}

function headlineOf(card: MetricCard, result: MixResult, { rate, mix }: Verdicts, margin: number): string {
  const { rateEffect, mixEffect, rateA, rateB, reversal, dimension } = result;
  const total = rateB - rateA;
  if (rate === 'different' && Math.sign(rateEffect.difference) !== Math.sign(total) && mix === 'different') {
    const way = total < 0 ? 'fell in total' : 'rose in total';
    const within = reversal
      ? `within every ${dimension}`
      : `by ${points(rateEffect.difference)} with the mix unchanged`;
    return `${card.label} ${way} but ${rateEffect.difference > 0 ? 'rose' : 'fell'} ${within}`;
  }
  if (rate === 'different') {
    return `${card.label} ${rateEffect.difference > 0 ? 'rose' : 'fell'} by ${points(rateEffect.difference)} with the mix unchanged`;
  }
  if (rate === 'equivalent' || rate === 'negligible') {
    return `With the mix unchanged, ${card.label} ${rate === 'equivalent' ? 'is about the same' : 'moved by less than matters'}`;
  }
  return mix === 'different' && Math.abs(mixEffect.difference) >= margin / 2
    ? `The mix by ${dimension} moved ${card.label}; within it there is no clear change`
    : `${card.label} shows no clear change within ${plural(dimension)}`;
}

function sentencesOf(card: MetricCard, result: MixResult, { rate, mix }: Verdicts, margin: number): string[] {
  const { earlier, latest, rateA, rateB, rateEffect, mixEffect, within, reversal, rare, dimension } = result;
  const span = ({ low, high }: { low: number; high: number }) =>
    `between ${signedPoints(low)} and ${signedPoints(high)}`;
  const said = (verdict: Verdict) => (verdict === 'undecided' ? ', which these data cannot tell from none' : '');
  return [
    `Among ${card.counts} with a known ${dimension} the share was ${percent(rateA, 1)} ${during(earlier)} and ${percent(rateB, 1)} ${during(latest)}.`,
    `With the mix of ${plural(dimension)} unchanged it would have moved by ${signedPoints(rateEffect.difference)} points (${span(rateEffect)})${said(rate)}.`,
    Math.abs(mixEffect.difference) >= margin / 2 || mix === 'different'
      ? `The mix alone moved it by ${signedPoints(mixEffect.difference)} points (${span(mixEffect)})${said(mix)}.`
      : `The mix moved it by ${signedPoints(mixEffect.difference)} points (${span(mixEffect)}).`,
    ...(reversal ? [`Every ${dimension} moved one way and the total the other (Simpson’s paradox).`] : []),
    ...(within === null
      ? []
      : [
          `Pooled within ${plural(dimension)} (Mantel and Haenszel) the change is ${signedPoints(within.difference)} points (${span(within)}).`,
        ]),
    ...(rare > 0 ? [`${capitalised(plural(dimension))} with few ${card.counts} stand together as all others.`] : []),
  ];
}

function effectOf(context: ReportContext, card: MetricCard, result: MixResult, effect: Difference): Quantity {
  const both = (of: (part: MixStratum['a']) => number) =>
    result.strata.reduce((sum, { a, b }) => sum + of(a) + of(b), 0);
  return {
    ...quantityOf(context, formatFor(context, card.id), {
      value: effect.difference,
      low: effect.low,
      high: effect.high,
      n: both(({ n }) => n),
      customers: both(({ customers }) => customers),
      counts: card.counts,
    }),
    text: `${signedPoints(effect.difference)} points`,
    range: `${signedPoints(effect.low)} to ${signedPoints(effect.high)}`,
  };
}

function figureOf(context: ReportContext, card: MetricCard, result: MixResult): WaterfallFigure {
  const { earlier, latest, rateA, rateB, rateEffect, mixEffect, strata, dimension } = result;
  const format = formatFor(context, card.id);
  const level = (value: number, of: 'a' | 'b'): Quantity => {
    const n = strata.reduce((sum, stratum) => sum + stratum[of].n, 0);
    const customers = strata.reduce((sum, stratum) => sum + stratum[of].customers, 0);
    return { ...quantityOf(context, format, { value, n, customers, counts: card.counts }), text: percent(value, 1) };
  };
  const rate = (part: MixStratum['a']) =>
    quantityOf(context, format, { value: part.rate, n: part.n, customers: part.customers, counts: card.counts });
  return {
    kind: 'waterfall',
    ...figureBase(
      context,
      card.id,
      {},
      `by-${dimension}`,
      {
        columns: [dimension, 'period', ...ESTIMATE_COLUMNS],
        rows: strata.flatMap(({ label, a, b }) =>
          (
            [
              [earlier, a],
              [latest, b],
            ] as const
          ).map(([period, part]) => {
            const quantity = rate(part);
            return [
              label,
              period.code,
              baseText(quantity, context.config),
              quantity.value ?? '',
              '',
              '',
              'share',
              quantity.status,
              'count',
            ];
          }),
        ),
      },
      {
        base: `n = ${count(
          strata.reduce((sum, { a, b }) => sum + a.n + b.n, 0),
          context.config.locale,
        )} ${card.counts}`,
      },
    ),
    unit: 'share',
    headline: `${signedPoints(mixEffect.difference)} points from the mix, ${signedPoints(rateEffect.difference)} from within ${plural(dimension)}`,
    subtitle: `Change from ${earlier.label} to ${latest.label} split by ${dimension}; ${count(
      strata.reduce((sum, { a, b }) => sum + a.n + b.n, 0),
      context.config.locale,
    )} ${card.counts}; bar: 95% interval of the effect`,
    summary: `From ${percent(rateA, 1)} the mix takes it ${mixEffect.difference < 0 ? 'down' : 'up'} by ${points(mixEffect.difference)} and the change within ${plural(dimension)} ${rateEffect.difference < 0 ? 'down' : 'up'} by ${points(rateEffect.difference)}, to ${percent(rateB, 1)}.`,
    steps: [
      { label: earlier.label, role: 'level', quantity: level(rateA, 'a') },
      { label: 'Change of the mix', role: 'change', quantity: effectOf(context, card, result, mixEffect) },
      {
        label: `Change within ${plural(dimension)}`,
        role: 'change',
        quantity: effectOf(context, card, result, rateEffect),
      },
      { label: latest.label, role: 'level', quantity: level(rateB, 'b') },
    ],
    table: {
      caption: `${card.label} by ${dimension}: share of ${card.counts} and rate in ${earlier.label} and ${latest.label}.`,
      columns: [
        { name: capitalised(dimension), numeric: false },
        { name: `Share of ${card.counts}, earlier`, numeric: true },
        { name: 'Share, latest', numeric: true },
        { name: 'Rate, earlier', numeric: true },
        { name: 'Rate, latest', numeric: true },
        { name: 'n, earlier', numeric: true },
        { name: 'n, latest', numeric: true },
      ],
      rows: strata.map(({ label, a, b }) => [
        label,
        percent(a.share),
        percent(b.share),
        rate(a).text,
        rate(b).text,
        baseText(rate(a), context.config),
        baseText(rate(b), context.config),
      ]),
    },
  };
}

/** Points of a share, without sign: `5 points`. */
function points(share: number): string {
  const text = Math.abs(100 * share).toFixed(0);
  return `${text} ${text === '1' ? 'point' : 'points'}`;
}

function signedPoints(share: number): string {
  return signed(100 * share, 1);
}

function plural(dimension: string): string {
  return dimension.endsWith('y') ? `${dimension.slice(0, -1)}ies` : `${dimension}s`;
}
