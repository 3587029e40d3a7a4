/**
 * C3b in words, with the agreement of two answers over the days between them.
 */
import { type Decay, type DecayMeasure, decay } from '../../../contrasts/horizon/decay.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { ESTIMATE_COLUMNS, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { LevelsFigure } from '../../types/contrast-figure.ts';
import { count } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import { differenceQuantity, numberOf } from '../quantities.ts';
import type { TestDesk, TestView, Weighed, WrittenAnswer, WrittenEffect } from '../view.ts';

const ID = decay.analysis.id;
const FASTER = 'faster';

/** Fisher’s z per class, which is close to the correlation itself as long as that is below one half. */
const UNIT = 'coefficient';

export const decayView: TestView<Decay> = {
  test: decay,
  charts: 'lines over the days between, with ribbons',
  weighed: ({ measures, faster }, context): Readonly<Record<string, Weighed>> => {
    const margin = comparedFrom(context, decay.analysis);
    return Object.fromEntries([
      ...measures.flatMap(({ score, slope }) =>
        slope === null ? [] : [[score, { difference: slope, margin, unit: UNIT }] as const],
      ),
      ...(faster === null ? [] : [[FASTER, { difference: faster, margin, unit: UNIT }] as const]),
    ]);
  },
  answer,
};

function answer(result: Decay, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { measures, faster } = result;
  const bins = measures.map((measure) => binQuantities(context, measure));
  if (bins.every((quantities) => quantities.every(({ value }) => value === undefined))) return null;
  const fading = measures.filter(
    ({ score, slope }) => slope !== null && slope.high < 0 && desk.verdict(score) === 'different',
  );
  const steady = measures.filter(({ score }) => ['equivalent', 'negligible'].includes(desk.verdict(score)));
  const compared = faster === null ? 'insufficient' : desk.verdict(FASTER);
  const same = compared === 'equivalent' || compared === 'negligible';
  const satisfactionFades = compared === 'different' && (faster?.difference ?? 0) < 0;
  const recommendationFades = compared === 'different' && !satisfactionFades;
  const fades = fading.length === 0 ? '' : `${namesOf(fading)} ${fading.length === 1 ? 'fades' : 'fade'}`;
  const settled = satisfactionFades || recommendationFades || same;
  return {
    reading: satisfactionFades
      ? 'supports'
      : recommendationFades || same
        ? 'contradicts'
        : faster === null && fading.length + steady.length > 0
          ? 'describes'
          : 'open',
    verdict: compared === 'insufficient' && fading.length > 0 ? 'different' : compared,
    headline: satisfactionFades
      ? 'Satisfaction fades faster than the willingness to recommend'
      : recommendationFades
        ? 'The willingness to recommend fades faster than satisfaction'
        : same
          ? 'Satisfaction and the willingness to recommend fade alike'
          : fades === ''
            ? 'No answers are shown to fade with the time between them'
            : `${fades.charAt(0).toUpperCase()}${fades.slice(1)} with the time between two answers`,
    statement: statementOf(
      result,
      fades,
      settled ? (same ? 'same' : satisfactionFades ? 'satisfaction' : 'recommendation') : 'open',
    ),
    sentences: [
      ...measures.flatMap((measure, place) =>
        measures.length > 2 && measure.score !== 'csat' && measure.score !== 'nps'
          ? []
          : [endsSentence(result, measure, bins[place] as Quantity[])],
      ),
      ...(steady.length === 0
        ? []
        : [
            `The agreement of two answers on ${namesOf(steady)} changes by less than matters over the time between them.`,
          ]),
    ],
    effect: effectOf(context, result),
    figures: [figureOf(context, result, bins)],
    numbers: measures.flatMap(({ score }, place) =>
      result.bins.flatMap((label, bin) => {
        const quantity = (bins[place] as Quantity[])[bin] as Quantity;
        return quantity.status === 'no_data'
          ? []
          : [
              numberOf(context, 'answer_agreement', quantity, UNIT, 'fisher-z', [
                'score and days',
                `${score}, ${label}`,
              ]),
            ];
      }),
    ),
  };
}

function statementOf(
  { faster, measures }: Decay,
  fades: string,
  told: 'satisfaction' | 'recommendation' | 'same' | 'open',
): string {
  switch (told) {
    case 'satisfaction':
      return 'Satisfaction fades faster than the willingness to recommend: the longer the time between two answers, the sooner ratings of contacts stop agreeing.';
    case 'recommendation':
      return 'The willingness to recommend fades faster than satisfaction: the longer the time between two answers, the sooner recommendations stop agreeing.';
    case 'same':
      return 'With the time between two answers satisfaction and the willingness to recommend fade about the same.';
    case 'open':
      if (faster !== null) {
        return fades === ''
          ? 'Whether satisfaction fades faster than the willingness to recommend, these data cannot tell.'
          : `Two answers on ${fades.replace(/ fades?$/, '')} agree less, the longer the time between them; which question fades faster, these data cannot tell.`;
      }
      return fades === ''
        ? `Whether answers on ${namesOf(measures)} fade with the time between them, these data cannot tell.`
        : `Two answers on ${fades.replace(/ fades?$/, '')} agree less, the longer the time between them.`;
  }
}

function namesOf(measures: readonly DecayMeasure[]): string {
  return listed(
    measures.map(({ name }) => name.toLowerCase()),
    'and',
  );
}

/** What the nearest and the farthest class have. */
function endsSentence({ bins }: Decay, { name }: DecayMeasure, quantities: readonly Quantity[]): string {
  const known = quantities.flatMap((quantity, bin) => (quantity.value === undefined ? [] : [{ quantity, bin }]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return `${name} may not be shown.`;
  const end = ({ quantity, bin }: typeof first) =>
    `${quantity.text} (${quantity.range}) ${(bins[bin] as string).toLowerCase()} apart`;
  return `${name}: two answers correlate by ${end(first)} and by ${end(last)}.`;
}

function effectOf(context: ReportContext, { measures, faster }: Decay): WrittenEffect | null {
  const sloped = measures.find(({ slope }) => slope !== null);
  const [name, weighed, difference, of] =
    faster !== null
      ? ([
          'Slope of satisfaction less that of recommendation, per class of days',
          FASTER,
          faster,
          measures.filter(({ score }) => score === 'csat' || score === 'nps'),
        ] as const)
      : ([
          `Slope of ${sloped?.name.toLowerCase()}, per class of days`,
          sloped?.score ?? '',
          sloped?.slope ?? null,
          sloped === undefined ? [] : [sloped],
        ] as const);
  if (difference === null) return null;
  return {
    name,
    quantity: differenceQuantity(context, UNIT, comparedFrom(context, decay.analysis), difference, {
      n: Math.min(...of.map(({ customers }) => customers)),
      counts: 'customers with two answers at least',
    }),
    unit: UNIT,
    method: 'bootstrap of customers',
    weighed,
  };
}

function binQuantities(context: ReportContext, { bins }: DecayMeasure): Quantity[] {
  return bins.map((bin) =>
    bin === null
      ? ({ status: 'no_data', text: '[x]', range: '', base: 'too few customers' } as const)
      : quantityOf(context, formatFor(context, ID), {
          value: bin.correlation,
          low: bin.low,
          high: bin.high,
          n: bin.pairs,
          customers: bin.pairs,
          counts: 'customers',
        }),
  );
}

function figureOf(
  context: ReportContext,
  { bins, measures }: Decay,
  quantities: readonly (readonly Quantity[])[],
): LevelsFigure {
  const { all } = context.analyses.span;
  const { locale } = context.config;
  const cells = measures.flatMap(({ name, score }, place) =>
    bins.map((label, bin) => ({ name, score, label, quantity: (quantities[place] as Quantity[])[bin] as Quantity })),
  );
  const sizes = cells.flatMap(({ quantity: { n } }) => (n === undefined ? [] : [n]));
  const base = `n = ${count(Math.min(...sizes), locale)} to ${count(Math.max(...sizes), locale)} customers a point`;
  const last = measures.map((measure, place) => ({
    name: measure.name,
    quantity: (quantities[place] as Quantity[]).findLast(({ value }) => value !== undefined),
  }));
  const farthest =
    bins[Math.max(...quantities.map((known) => known.findLastIndex(({ value }) => value !== undefined)))] ?? '';
  return {
    kind: 'levels',
    ...figureBase(
      context,
      ID,
      {},
      'agreement',
      {
        columns: ['score', 'days', ...ESTIMATE_COLUMNS],
        rows: cells.map(({ score, label, quantity: { n = '', value = '', low = '', high = '', status } }) => [
          score,
          label,
          n,
          value,
          low,
          high,
          UNIT,
          status,
          'fisher-z',
        ]),
      },
      { base: base.replace('n = ', '') },
    ),
    unit: UNIT,
    headline: `${farthest} apart: ${listed(
      last
        .flatMap(({ name, quantity }) => (quantity === undefined ? [] : [`${name.toLowerCase()} ${quantity.text}`]))
        .slice(0, 2),
      'and',
    )}`,
    subtitle: `Correlation of two answers of a customer by the days between them; ${all.label}; ${base}; band: 95% interval`,
    summary: last
      .flatMap(({ name, quantity }, place) => {
        const first = (quantities[place] as Quantity[]).find(({ value }) => value !== undefined);
        return quantity === undefined || first === undefined
          ? []
          : [`${name}: ${first.text} at the shortest distance, ${quantity.text} at the longest.`];
      })
      .join(' '),
    axis: 'Days between two answers',
    levels: bins,
    series: measures.map(({ name }, place) => ({ label: name, quantities: quantities[place] as Quantity[] })),
    intervals: 'ribbon',
    reference: null,
    table: {
      caption: `Correlation of two answers by the days between them, ${all.label}. [x] fewer customers than it takes.`,
      columns: [
        { name: 'Question and days between', numeric: false },
        { name: 'Correlation', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'n (customers)', numeric: true },
      ],
      rows: cells.map(({ name, label, quantity }) => [
        `${name}, ${label.toLowerCase()}`,
        quantity.text,
        quantity.range,
        quantity.n === undefined ? '' : count(quantity.n, locale),
      ]),
    },
  };
}
