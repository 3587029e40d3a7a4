/**
 * C3a in words, with the stable share of each question and its interval.
 */
import { APART, type StableShare, stableShare } from '../../../contrasts/horizon/stable-share.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { ESTIMATE_COLUMNS, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { IntervalsFigure } from '../../types/contrast-figure.ts';
import type { Verdict } from '../../types/estimate.ts';
import { count } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import { differenceQuantity, numberOf } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = stableShare.analysis.id;

/** From so large a gap on, loyalty is said to last. */
const SAID_FROM = 0.05;

export const stableShareView: TestView<StableShare> = {
  test: stableShare,
  charts: 'dots with intervals',
  weighed: ({ gap }, context) => ({
    gap: { difference: gap, margin: comparedFrom(context, stableShare.analysis), unit: 'share' },
  }),
  answer,
};

type Told = 'lasts' | 'other way' | 'same' | 'open';

function answer(result: StableShare, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { gap, measures } = result;
  const shares = measures.map(({ share, low, high, customers }) =>
    quantityOf(context, formatFor(context, ID), {
      value: share,
      low,
      high,
      n: customers,
      customers,
      counts: 'customers',
    }),
  );
  if (shares.some(({ value }) => value === undefined)) return null;
  const of = (score: string) => shares[measures.findIndex((measure) => measure.score === score)] as Quantity;
  const verdict = desk.verdict('gap');
  const told = toldBy(result, verdict);
  const [recommendation, satisfaction] = [of('nps'), of('csat')];
  const smaller = measures.reduce((least, { customers }) => Math.min(least, customers), Number.POSITIVE_INFINITY);
  const others = measures.flatMap(({ score, name }) =>
    score === 'nps' || score === 'csat' ? [] : [`${name.toLowerCase()} ${of(score).text} (${of(score).range})`],
  );
  return {
    reading: told === 'lasts' ? 'supports' : told === 'open' ? 'open' : 'contradicts',
    verdict,
    headline: HEADLINES[told],
    statement: STATEMENTS[told](recommendation.text, satisfaction.text),
    sentences: [
      `Stable share of the recommendation: ${recommendation.text} (${recommendation.range}), from ${count(recommendation.n ?? 0, context.config.locale)} customers; of satisfaction: ${satisfaction.text} (${satisfaction.range}), from ${count(satisfaction.n ?? 0, context.config.locale)}.`,
      ...(others.length === 0 ? [] : [`Besides: ${listed(others, 'and')}.`]),
      'Part of a gap may come from the questions: eleven answers to choose from are steadier than five.',
    ],
    effect: {
      name: 'Stable share of recommendation less that of satisfaction',
      quantity: differenceQuantity(context, 'share', comparedFrom(context, stableShare.analysis), gap, {
        n: Math.min(recommendation.n ?? smaller, satisfaction.n ?? smaller),
        counts: 'customers with two answers at least',
      }),
      unit: 'share',
      method: 'bootstrap of customers',
      weighed: 'gap',
    },
    figures: [figureOf(context, result, shares)],
    numbers: measures.map(({ score }, place) =>
      numberOf(context, ID, shares[place] as Quantity, 'share', 'icc', ['score', score]),
    ),
  };
}

function toldBy({ gap }: StableShare, verdict: Verdict): Told {
  if (verdict === 'equivalent' || verdict === 'negligible') return 'same';
  if (verdict !== 'different') return 'open';
  if (gap.difference < 0) return 'other way';
  return gap.difference >= SAID_FROM && gap.low > 0 ? 'lasts' : 'open';
}

const HEADLINES: Readonly<Record<Told, string>> = {
  lasts: 'Satisfaction is of the moment, loyalty lasts',
  'other way': 'Satisfaction is steadier than the willingness to recommend',
  same: 'Satisfaction lasts about as much as the willingness to recommend',
  open: 'Whether loyalty lasts longer than satisfaction is not settled',
};

const STATEMENTS: Readonly<Record<Told, (recommendation: string, satisfaction: string) => string>> = {
  lasts: (recommendation, satisfaction) =>
    `Satisfaction is of the moment, loyalty lasts: of what sets customers apart in recommending, ${recommendation} is still there two to four months later, in satisfaction with contacts ${satisfaction}.`,
  'other way': (recommendation, satisfaction) =>
    `Satisfaction is the steadier of the two: of what sets customers apart in it, ${satisfaction} is still there two to four months later, in recommending ${recommendation}.`,
  same: (recommendation, satisfaction) =>
    `Both last about the same: of what sets customers apart, ${recommendation} is still there two to four months later in recommending, ${satisfaction} in satisfaction.`,
  open: (recommendation, satisfaction) =>
    `Whether loyalty lasts longer than satisfaction, these data cannot tell: the stable shares are ${recommendation} and ${satisfaction}.`,
};

function figureOf(context: ReportContext, { measures }: StableShare, shares: readonly Quantity[]): IntervalsFigure {
  const { all } = context.analyses.span;
  const { locale } = context.config;
  const rows = measures.map(({ name }, place) => ({ label: name, quantity: shares[place] as Quantity }));
  const ordered = rows.toSorted((a, b) => (b.quantity.value ?? 0) - (a.quantity.value ?? 0));
  const [most, least] = [ordered[0], ordered.at(-1)] as [(typeof rows)[0], (typeof rows)[0]];
  const [fewest, largest] = [Math.min, Math.max].map((end) => end(...measures.map(({ customers }) => customers))) as [
    number,
    number,
  ];
  return {
    kind: 'intervals',
    ...figureBase(
      context,
      ID,
      {},
      'measures',
      {
        columns: ['score', ...ESTIMATE_COLUMNS],
        rows: measures.map(({ score, customers, share, low, high }) => [
          score,
          customers,
          share,
          low,
          high,
          'share',
          'ok',
          'icc',
        ]),
      },
      {},
    ),
    unit: 'share',
    signed: false,
    headline: `${most.label} is the steadiest, ${most.quantity.text}; ${least.label.toLowerCase()} the least, ${least.quantity.text}`,
    subtitle: `Part of the variance of answers that lies between customers, two answers ${APART.over} to ${APART.upTo} days apart; ${all.label}; n = ${count(fewest, locale)} to ${count(largest, locale)} customers a question; bar: 95% interval`,
    summary: `${rows.map(({ label, quantity }) => `${label} ${quantity.text} (${quantity.range})`).join('; ')}.`,
    panels: [{ label: '', rows }],
    reference: null,
    band: null,
    table: {
      caption: `Stable share by question, ${all.label}.`,
      columns: [
        { name: 'Question', numeric: false },
        { name: 'Stable share', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'n (customers)', numeric: true },
      ],
      rows: rows.map(({ label, quantity }) => [label, quantity.text, quantity.range, count(quantity.n ?? 0, locale)]),
    },
  };
}
