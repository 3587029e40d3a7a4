/**
 * C7a in words: a mosaic where the questions differ, two stacks of classes where they are the same.
 */
import {
  type Classes,
  type ContactAndOverall,
  contactAndOverall,
  type DifferentQuestions,
  type SameQuestion,
} from '../../../contrasts/focus/contact-and-overall.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { cardOf, formatFor, type ReportContext } from '../../context.ts';
import { figureBase } from '../../figures/base.ts';
import type { MosaicFigure } from '../../types/analysis-figure.ts';
import { count, formatOf, percent } from '../../wording/format.ts';
import { ABOUT_THE_SAME, betweenEnds, nothingClear } from '../../wording/phrases.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = contactAndOverall.analysis.id;

/** On a scale of 0 to 10 a smaller gap between two answers is no matter. */
const GAP_MARGIN = 0.5;

/** How closely two orders agree, by the ends of the interval. */
const LOOSE_BELOW = 0.4;
const CLOSE_ABOVE = 0.6;

export const contactAndOverallView: TestView<ContactAndOverall> = {
  test: contactAndOverall,
  charts: 'mosaic',
  weighed: (result) =>
    result.kind === 'same question' ? { gap: { difference: result.gap, margin: GAP_MARGIN, unit: 'score' } } : {},
  answer: (result, desk) =>
    result.kind === 'same question' ? sameQuestion(result, desk) : differentQuestions(result, desk.context),
};

function sameQuestion(result: SameQuestion, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const format = formatOf('score', context.config.locale, GAP_MARGIN);
  const { gap, customers } = result;
  const verdict = desk.verdict('gap');
  const figure = mosaic(context, customers, [
    ['After a contact', result.afterContact],
    ['Overall', result.overall],
  ]);
  if (figure === null) return null;
  const quantity = quantityOf(context, format, {
    ...gap,
    value: gap.difference,
    n: customers,
    customers,
    counts: 'customers',
  });
  const size = `${format.difference(gap.difference)} (between ${betweenEnds(format.differenceRange(gap.low, gap.high))})`;
  const statements = {
    different: `Customers scored ${gap.difference > 0 ? 'higher' : 'lower'} after a contact than overall, by ${size} of 10.`,
    negligible: `After a contact and overall customers scored nearly alike: the difference is ${size}, less than matters.`,
    equivalent: `After a contact customers scored ${ABOUT_THE_SAME} as overall.`,
  };
  const statement =
    statements[verdict as keyof typeof statements] ??
    `Between answers after a contact and overall there is ${nothingClear('between groups')}.`;
  return {
    reading: verdict === 'different' ? 'supports' : verdict === 'undecided' ? 'open' : 'contradicts',
    verdict,
    headline:
      verdict === 'different'
        ? `Customers score ${gap.difference > 0 ? 'higher' : 'lower'} after a contact than overall`
        : verdict === 'undecided'
          ? 'Whether contacts score higher than the whole is not settled'
          : 'Contacts and the whole score alike',
    statement,
    sentences: [
      `${count(customers, context.config.locale)} customers answered the same question after a contact and about the relationship.`,
    ],
    effect: { name: 'After a contact minus overall', quantity, unit: 'score', method: 'paired t', weighed: 'gap' },
    figures: [figure],
    numbers: [
      {
        metric: ID,
        dimension: '',
        value: '',
        period: context.analyses.span.all,
        quantity,
        unit: 'score',
        method: 'paired-t',
      },
    ],
  };
}

function differentQuestions(result: DifferentQuestions, context: ReportContext): WrittenAnswer | null {
  const { customers, correlation, satisfied, unsatisfied } = result;
  const quantity = quantityOf(context, formatFor(context, ID), {
    ...correlation,
    value: correlation.rho,
    n: customers,
    customers,
    counts: 'customers',
  });
  const figure = mosaic(context, customers, [
    ['Last contact rated well', satisfied],
    ['Last contact rated badly', unsatisfied],
  ]);
  if (figure === null) return null;
  const closeness =
    correlation.low > CLOSE_ABOVE ? 'closely' : correlation.high < LOOSE_BELOW ? 'only loosely' : 'in part';
  const promoters = (classes: Classes) => percent(classes.promoters / sizeOf(classes));
  return {
    reading: closeness === 'only loosely' ? 'supports' : closeness === 'closely' ? 'contradicts' : 'describes',
    verdict: 'untested',
    headline: `Ratings of contacts and recommendation go together ${closeness}`,
    statement: `The rating of the last contact and the willingness to recommend go together ${closeness}: rank correlation ${quantity.text} (${quantity.range}).`,
    sentences: [
      `Of customers whose last contact went well, ${promoters(satisfied)} are promoters; of the others, ${promoters(unsatisfied)}.`,
      'The two questions have different answers, so their order is compared and nothing is subtracted.',
    ],
    effect: {
      name: 'Rank correlation of rating and recommendation',
      quantity,
      unit: 'coefficient',
      method: 'Spearman',
    },
    figures: [figure],
    numbers: [
      {
        metric: ID,
        dimension: '',
        value: '',
        period: context.analyses.span.all,
        quantity,
        unit: 'coefficient',
        method: 'spearman',
      },
    ],
  };
}

function sizeOf({ detractors, passives, promoters }: Classes): number {
  return detractors + passives + promoters;
}

/** Null where a column has too few customers to be shown: with the total known it could be worked out from the other. */
function mosaic(
  context: ReportContext,
  customers: number,
  columns: readonly (readonly [label: string, classes: Classes])[],
): MosaicFigure | null {
  const { config, analyses } = context;
  if (columns.some(([, classes]) => sizeOf(classes) < config.minimum_base)) return null;
  const card = cardOf(context, ID);
  const share = formatOf('share', config.locale);
  const total = columns.reduce((sum, [, classes]) => sum + sizeOf(classes), 0);
  const drawn = columns.map(([label, classes]) => {
    const n = sizeOf(classes);
    const part = (name: string, tone: 'negative' | 'neutral' | 'positive', of: number) => ({
      label: name,
      tone,
      quantity: quantityOf(context, share, { value: of / n, n, customers: n, counts: 'customers' }),
    });
    return {
      label,
      share: n / total,
      text: percent(n / total),
      base: `n = ${count(n, config.locale)} customers`,
      parts: [
        part('Detractors', 'negative', classes.detractors),
        part('Passives', 'neutral', classes.passives),
        part('Promoters', 'positive', classes.promoters),
      ],
    };
  });
  const [first, second] = drawn as [(typeof drawn)[0], (typeof drawn)[0]];
  const promoters = (column: typeof first) => column.parts[2]?.quantity.text ?? '';
  const base = `n = ${count(customers, config.locale)} customers`;
  return {
    kind: 'mosaic',
    ...figureBase(
      context,
      ID,
      {},
      'classes',
      {
        columns: ['group', 'class', 'n', 'share'],
        rows: drawn.flatMap(({ label, parts }) =>
          parts.map(({ label: name, quantity }) => [label, name, quantity.n ?? '', quantity.value ?? '']),
        ),
      },
      { base, compared: false, uncompared: 'The classes are shown, not compared.' },
    ),
    headline: `${first.label}: ${promoters(first)} promoters; ${second.label.toLowerCase()}: ${promoters(second)}`,
    subtitle: `${card.who.charAt(0).toUpperCase()}${card.who.slice(1)}; ${analyses.span.all.label}; ${base}; width: share of customers; height: share within the column`,
    summary: drawn
      .map(
        ({ label, parts: [detractors, passives, promoters] }) =>
          `${label}: ${detractors?.quantity.text} detractors, ${passives?.quantity.text} passives, ${promoters?.quantity.text} promoters.`,
      )
      .join(' '),
    columns: drawn,
    table: {
      caption: `Customers by rating and recommendation, ${analyses.span.all.label}.`,
      columns: [
        { name: 'Group', numeric: false },
        { name: 'Customers', numeric: true },
        { name: 'Detractors', numeric: true },
        { name: 'Passives', numeric: true },
        { name: 'Promoters', numeric: true },
      ],
      rows: drawn.map(({ label, parts }) => [
        label,
        count(parts[0]?.quantity.n ?? 0, config.locale),
        ...parts.map(({ quantity }) => quantity.text),
      ]),
    },
  };
}
