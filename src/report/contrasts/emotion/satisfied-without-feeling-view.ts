/**
 * C2b in words, with a mosaic of ratings and feelings.
 */
import {
  type SatisfiedWithoutFeeling,
  satisfiedWithoutFeeling,
} from '../../../contrasts/emotion/satisfied-without-feeling.ts';
import type { Cell } from '../../../metrics/definition.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { cardOf, formatFor, type ReportContext } from '../../context.ts';
import { blurOf, blurParts } from '../../disclosure/blur.ts';
import { figureBase } from '../../figures/base.ts';
import type { MosaicFigure, Quantity } from '../../types/analysis-figure.ts';
import { capitalised } from '../../wording/capitalised.ts';
import { count, percent } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import { ABOUT_THE_SAME, betweenEnds, moved, nothingClear } from '../../wording/phrases.ts';
import { baseOf, numberOf } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = satisfiedWithoutFeeling.analysis.id;

export const satisfiedWithoutFeelingView: TestView<SatisfiedWithoutFeeling> = {
  test: satisfiedWithoutFeeling,
  charts: 'mosaic',
  weighed: (result, context) =>
    Object.fromEntries(
      comparable(result, context).map(({ name, difference }) => [
        name,
        {
          difference,
          margin: comparedFrom(context, satisfiedWithoutFeeling.analysis),
          unit: 'share' as const,
        },
      ]),
    ),
  answer,
};

/** Departments of which it may be said that they differ. */
function comparable({ departments }: SatisfiedWithoutFeeling, { config }: ReportContext) {
  return departments.filter(({ customers }) => customers >= config.minimum_base);
}

function answer(result: SatisfiedWithoutFeeling, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const quantity = shareOf(context, result.satisfied);
  if (quantity.value === undefined || blurOf({ unit: 'share' }, result.satisfied) !== null) return null;
  const figure = mosaic(context, result);
  return {
    reading: 'describes',
    verdict: 'untested',
    headline: `${quantity.text} of satisfied ratings come without a good feeling`,
    statement: `Of the satisfied ratings with a feeling beside them, ${quantity.text} come without a good one (${quantity.range}).`,
    sentences: [
      `The feeling is neutral in ${percent(result.neutral)} of them and bad in ${percent(result.bad)}.`,
      ...departmentSentences(result, desk),
    ],
    effect: { name: 'Satisfied ratings without a good feeling', quantity, unit: 'share', method: 'Wilson' },
    figures: figure === null ? [] : [figure],
    numbers: [numberOf(context, ID, quantity, 'share', 'wilson')],
  };
}

function shareOf(context: ReportContext, { value = Number.NaN, low, high, n, customers }: Cell): Quantity {
  return quantityOf(context, formatFor(context, ID), {
    value,
    ...(low === undefined || high === undefined ? {} : { low, high }),
    n,
    customers,
    counts: 'ratings',
  });
}

function departmentSentences(result: SatisfiedWithoutFeeling, desk: TestDesk): string[] {
  const { context } = desk;
  const format = formatFor(context, ID);
  const asked = comparable(result, context).map((each) => ({ ...each, verdict: desk.verdict(each.name) }));
  if (asked.length === 0) return [];
  const shown = asked
    .filter(({ verdict }) => verdict === 'different')
    .map(({ name, difference: { difference, low, high } }) => {
      const size = format.difference(difference);
      return `in ${name} it ${moved(difference > 0, 'between groups', size, betweenEnds(format.differenceRange(low, high)), '')}`;
    });
  if (shown.length > 0) return [`${capitalised(listed(shown, 'and'))}, each beside all other departments together.`];
  return asked.every(({ verdict }) => verdict === 'equivalent' || verdict === 'negligible')
    ? [`The share is ${ABOUT_THE_SAME} in every department that can be compared.`]
    : [`Between departments these data show ${nothingClear('between groups')}.`];
}

/** Null where one of the columns may not be shown: with the total known it could be worked out from the other. */
function mosaic(context: ReportContext, { satisfied, others }: SatisfiedWithoutFeeling): MosaicFigure | null {
  const { config, analyses } = context;
  const isOpen = ({ value = Number.NaN, customers }: Cell) =>
    customers >= config.minimum_base &&
    blurParts([value, 1 - value], customers)?.blurred.every((part) => part === null);
  if (!isOpen(satisfied) || !isOpen(others)) return null;
  const card = cardOf(context, ID);
  const format = formatFor(context, ID);
  const total = satisfied.n + others.n;
  const base = baseOf(context, total, 'ratings');
  const columns = (
    [
      ['Satisfied', satisfied],
      ['Not satisfied', others],
    ] as const
  ).map(([label, cell]) => {
    const without = shareOf(context, cell);
    const value = 1 - (cell.value as number);
    return {
      label,
      share: cell.n / total,
      text: percent(cell.n / total),
      base: baseOf(context, cell.n, 'ratings'),
      parts: [
        { label: 'Neutral or bad feeling', tone: 'negative' as const, quantity: without },
        {
          label: 'Good feeling',
          tone: 'positive' as const,
          quantity: quantityOf(context, format, { value, n: cell.n, customers: cell.customers, counts: 'ratings' }),
        },
      ],
    };
  });
  const [of, elsewhere] = columns.map(({ parts: [without] }) => without?.quantity) as [Quantity, Quantity];
  return {
    kind: 'mosaic',
    ...figureBase(
      context,
      ID,
      {},
      'feelings',
      {
        columns: ['rating', 'feeling', 'n', 'share'],
        rows: columns.flatMap(({ label, parts }) =>
          parts.map(({ label: feeling, quantity }) => [label, feeling, quantity.n ?? '', quantity.value ?? '']),
        ),
      },
      { base, compared: false, uncompared: 'The parts are shown, not compared.' },
    ),
    headline: `Without a good feeling: ${of.text} of satisfied ratings, ${elsewhere.text} of the others`,
    subtitle: `${capitalised(card.who)}; ${analyses.span.all.label}; ${base}; width: share of ratings; height: share within the column`,
    summary: `Of satisfied ratings ${of.text} come without a good feeling (${of.range}), of the others ${elsewhere.text} (${elsewhere.range}).`,
    columns,
    table: {
      caption: `Ratings by satisfaction and feeling, ${analyses.span.all.label}.`,
      columns: [
        { name: 'Rating', numeric: false },
        { name: 'Ratings', numeric: true },
        { name: 'Neutral or bad feeling', numeric: true },
        { name: '95% interval', numeric: true },
      ],
      rows: columns.map(({ label, parts: [without] }) => [
        label,
        count(without?.quantity.n ?? 0, config.locale),
        without?.quantity.text ?? '',
        without?.quantity.range ?? '',
      ]),
    },
  };
}
