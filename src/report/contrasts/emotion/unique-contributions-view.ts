/**
 * C2a in words, with one stacked bar: what the rational aspects tell alone, what is common, what the felt ones tell alone.
 */
import {
  type Block,
  type Part,
  type UniqueContributions,
  uniqueContributions,
} from '../../../contrasts/emotion/unique-contributions.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { cardOf, formatFor, type ReportContext } from '../../context.ts';
import { ESTIMATE_COLUMNS, estimateCells, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { StackFigure } from '../../types/contrast-figure.ts';
import type { Verdict } from '../../types/estimate.ts';
import { formatOf } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import { ABOUT_THE_SAME, BELOW_MARGIN, betweenEnds } from '../../wording/phrases.ts';
import { baseOf, differenceQuantity, numberOf } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = uniqueContributions.analysis.id;

export const uniqueContributionsView: TestView<UniqueContributions> = {
  test: uniqueContributions,
  charts: 'stacked bar',
  weighed: ({ gap }, context) => ({
    gap: {
      difference: gap,
      margin: comparedFrom(context, uniqueContributions.analysis),
      unit: 'coefficient',
    },
  }),
  answer,
};

function answer(result: UniqueContributions, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { customers, rational, emotional, common, r2, gap } = result;
  if (customers < context.config.minimum_base) return null;
  const verdict = desk.verdict('gap');
  const quantity = quantityIn(context, customers);
  const parts = {
    rational: quantity(rational.unique),
    common: quantity(common),
    emotional: quantity(emotional.unique),
    r2: quantity(r2),
  };
  const difference = differenceQuantity(
    context,
    'coefficient',
    comparedFrom(context, uniqueContributions.analysis),
    gap,
    {
      n: customers,
      counts: 'customers',
    },
  );
  const isCommon = common.value > Math.max(rational.unique.value, emotional.unique.value);
  const found = findingOf(verdict, gap.difference, isCommon);
  const uneven = moreConsistent(result);
  return {
    reading: found.reading,
    verdict,
    headline: found.headline,
    statement: statementOf(context, verdict, result, isCommon),
    sentences: [
      `Together they explain ${parts.r2.text} of the differences between answers (R², ${parts.r2.range}); ${parts.common.text} of it either ` +
        `would explain${isCommon ? ', so that for the larger part the two cannot be separated' : ''}.`,
      `Each block has ${aspectCount(rational)}: ${listed(rational.aspects, 'and')} against ${listed(emotional.aspects, 'and')}, the first ones in the ` +
        `order of the configuration${result.leftOut.length === 0 ? '' : `; left out: ${listed(result.leftOut, 'and')}`}.`,
      `Cronbach’s α is ${alphaText(rational)} of the rational and ${alphaText(emotional)} of the felt aspects${
        uneven === null ? '' : `: the ${uneven} ones measure more consistently, which by itself lets them tell more`
      }.`,
    ],
    effect: {
      name: 'Own part of feelings minus own part of reason',
      quantity: difference,
      unit: 'coefficient',
      method: 'bootstrap',
      weighed: 'gap',
    },
    figures: [figureOf(context, result, parts)],
    numbers: [
      numberOf(context, ID, parts.r2, 'coefficient', 'least-squares'),
      ...(['rational', 'common', 'emotional'] as const).map((part) =>
        numberOf(context, ID, parts[part], 'coefficient', 'commonality', ['part', part]),
      ),
    ],
  };
}

function quantityIn(context: ReportContext, customers: number): (part: Part) => Quantity {
  const format = formatFor(context, ID);
  return (part) => quantityOf(context, format, { ...part, n: customers, customers, counts: 'customers' });
}

function findingOf(verdict: Verdict, gap: number, isCommon: boolean): Pick<WrittenAnswer, 'reading' | 'headline'> {
  if (verdict === 'different') {
    return gap > 0
      ? { reading: 'supports', headline: 'Feelings carry more than rational aspects' }
      : { reading: 'contradicts', headline: 'Rational aspects carry more than feelings' };
  }
  if (isCommon)
    return {
      reading: verdict === 'undecided' ? 'open' : 'contradicts',
      headline: 'Reason and feeling cannot be separated',
    };
  if (verdict === 'undecided')
    return { reading: 'open', headline: 'Whether reason or feeling carries more is not settled' };
  return {
    reading: 'contradicts',
    headline: `Reason and feeling carry ${verdict === 'equivalent' ? ABOUT_THE_SAME : 'nearly the same'}`,
  };
}

/** In hundredths of the differences between answers, which a reader need not know as R². */
function statementOf(context: ReportContext, verdict: Verdict, result: UniqueContributions, isCommon: boolean): string {
  const { rational, emotional, common, gap } = result;
  const percents = formatOf('share', context.config.locale);
  const own =
    `of the differences between answers, feelings alone explain ${percents.value(emotional.unique.value)} and rational aspects alone ` +
    `${percents.value(rational.unique.value)}`;
  const size = `${percents.difference(gap.difference)} (between ${betweenEnds(percents.differenceRange(gap.low, gap.high))})`;
  const wins = gap.difference > 0 ? 'felt' : 'rational';
  const caveat = moreConsistent(result) === wins ? ', though those ratings also measure more consistently' : '';
  switch (verdict) {
    case 'different':
      return gap.difference > 0
        ? `Feelings tell more about recommending than rational aspects do: ${own}, a difference of ${size}${caveat}.`
        : `Rational aspects tell more about recommending than feelings do: ${own}, a difference of ${size}${caveat}.`;
    case 'equivalent':
      return `Feelings and rational aspects tell ${ABOUT_THE_SAME} about recommending: ${own}.`;
    case 'negligible':
      return `Feelings and rational aspects tell nearly the same about recommending: ${own}, a difference of ${size}, ${BELOW_MARGIN}.`;
    default:
      return isCommon
        ? `Reason and feeling cannot be separated in these data: ${own}, while either would explain ${percents.value(common.value)}.`
        : `Whether feelings or rational aspects tell more about recommending, these data cannot tell: ${own}.`;
  }
}

/** Which block has a Cronbach’s α whose interval lies wholly above that of the other; null where neither has. */
function moreConsistent({ rational, emotional }: UniqueContributions): 'rational' | 'felt' | null {
  if (rational.alpha === null || emotional.alpha === null) return null;
  if (emotional.alpha.low > rational.alpha.high) return 'felt';
  return rational.alpha.low > emotional.alpha.high ? 'rational' : null;
}

function alphaText({ alpha }: Block): string {
  if (alpha === null) return 'not known';
  const fixed = (value: number) => value.toFixed(2).replace('-', '−');
  return `${fixed(alpha.alpha)} (${fixed(alpha.low)} to ${fixed(alpha.high)})`;
}

function aspectCount({ aspects }: Block): string {
  const words = ['three', 'four', 'five', 'six'];
  return `${words[aspects.length - 3] ?? aspects.length} aspects`;
}

function figureOf(
  context: ReportContext,
  { customers, rational, emotional }: UniqueContributions,
  { r2, ...parts }: Readonly<Record<'rational' | 'common' | 'emotional' | 'r2', Quantity>>,
): StackFigure {
  const { config, analyses } = context;
  const card = cardOf(context, ID);
  const base = baseOf(context, customers, 'customers');
  const rows = [
    { label: 'Rational aspects alone', id: 'rational', quantity: parts.rational },
    { label: 'Common to both', id: 'common', quantity: parts.common },
    { label: 'Felt aspects alone', id: 'emotional', quantity: parts.emotional },
    { label: 'All together (R²)', id: 'all', quantity: r2 },
  ];
  return {
    kind: 'stack',
    ...figureBase(
      context,
      ID,
      {},
      'parts',
      {
        columns: ['part', ...ESTIMATE_COLUMNS],
        rows: rows.map(({ id, quantity }) => [
          id,
          ...estimateCells({ ...quantity, method: 'commonality' }, 'coefficient', config.minimum_base),
        ]),
      },
      { base },
    ),
    headline: `All aspects explain ${r2.text} of recommending (R²); felt ones alone ${parts.emotional.text}`,
    subtitle: `Parts of the explained variance of the answers from 0 to 10; ${card.who}; ${analyses.span.all.label}; ${base}`,
    summary:
      `Rational aspects (${listed(rational.aspects, 'and')}) alone ${parts.rational.text} (${parts.rational.range}), common to both ${parts.common.text} (${parts.common.range}), ` +
      `felt aspects (${listed(emotional.aspects, 'and')}) alone ${parts.emotional.text} (${parts.emotional.range}).`,
    unit: 'coefficient',
    parts: [
      { label: 'Rational alone', role: 'second' },
      { label: 'Common to both', role: 'common' },
      { label: 'Felt alone', role: 'main' },
    ],
    bars: [
      { label: 'Recommending', quantities: [parts.rational, parts.common, parts.emotional], end: `R² ${r2.text}` },
    ],
    length: 'axis',
    table: {
      caption: `${card.name}: parts of R², ${analyses.span.all.label}, ${base}.`,
      columns: [
        { name: 'Part', numeric: false },
        { name: 'R²', numeric: true },
        { name: '95% interval', numeric: true },
      ],
      rows: rows.map(({ label, quantity }) => [label, quantity.text, quantity.range]),
    },
  };
}
