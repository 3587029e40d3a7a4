/**
 * C10c in words: shares kept by how bad the answer was, and their difference over all strata.
 */
import { DAYS_KEPT, HOURS, type Rescue, rescue, type Side } from '../../../contrasts/loyalty/rescue.ts';
import { wilson } from '../../../statistics/proportion.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { hiddenPart, shownParts } from '../../disclosure/parts.ts';
import { baseText, ESTIMATE_COLUMNS, estimateCells, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { StrataFigure } from '../../types/contrast-figure.ts';
import { count, percent } from '../../wording/format.ts';
import { ABOUT_THE_SAME, betweenEnds } from '../../wording/phrases.ts';
import { baseOf, differenceQuantity, numberOf, shareQuantity } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const { analysis } = rescue;
const ID = analysis.id;
const GROUPS = [`Not contacted within ${HOURS} hours`, `Contacted within ${HOURS} hours`] as const;

export const rescueView: TestView<Rescue> = {
  test: rescue,
  charts: 'dots by stratum',
  weighed: ({ difference }, context) => ({
    kept: { difference, margin: comparedFrom(context, analysis), unit: 'share' },
  }),
  answer,
};

function answer(result: Rescue, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { contacted, others, difference, strata } = result;
  const { locale, minimum_base } = context.config;
  if (Math.min(contacted.n, others.n) < minimum_base) return null;
  const verdict = desk.verdict('kept');
  const format = formatFor(context, ID);
  const more = difference.difference > 0;
  const size = `${format.difference(difference.difference)} (between ${betweenEnds(format.differenceRange(difference.low, difference.high))})`;
  const like = 'in customers with like answers, years and segments';
  const [short, statement] = {
    different: [
      `Detractors contacted within ${HOURS} hours were kept ${more ? 'more' : 'less'} often`,
      `Detractors who were contacted within ${HOURS} hours were kept ${more ? 'more' : 'less'} often: ${like}, the share still customers ${DAYS_KEPT} days later is ${more ? 'higher' : 'lower'} by ${size}.`,
    ],
    negligible: [
      'Contacted or not, detractors are kept at rates that differ by less than matters',
      `Whether detractors were contacted within ${HOURS} hours goes with a difference of ${size} in who is kept, less than matters.`,
    ],
    equivalent: [
      `Contacted or not, ${ABOUT_THE_SAME} share of detractors is kept`,
      `Of detractors who were contacted within ${HOURS} hours and of others ${ABOUT_THE_SAME} share is kept for ${DAYS_KEPT} days, ${like}.`,
    ],
  }[verdict as 'different' | 'negligible' | 'equivalent'] ?? [
    'Whether contacted detractors are kept more often is not settled',
    `Whether detractors who are contacted within ${HOURS} hours are kept more often, these data cannot tell.`,
  ];
  const pooled = differenceQuantity(context, 'share', comparedFrom(context, analysis), difference, {
    n: contacted.n + others.n,
    counts: 'customers',
  });
  return {
    reading: verdict === 'different' && more ? 'supports' : verdict === 'undecided' ? 'open' : 'contradicts',
    verdict,
    headline: short as string,
    statement: statement as string,
    sentences: [
      `Of ${count(contacted.n, locale)} who were contacted ${percent(contacted.kept / contacted.n)} were still customers ${DAYS_KEPT} days later, of ${count(others.n, locale)} others ${percent(others.kept / others.n)}.`,
      `Both are watched from hour ${HOURS} on; ${strata.common} of ${strata.all} strata hold customers of both.`,
      'Nobody was drawn by lot: who was contacted may have differed before.',
    ],
    effect: {
      name: 'Kept: contacted less not contacted',
      quantity: pooled,
      unit: 'share',
      method: 'Mantel–Haenszel',
      weighed: 'kept',
    },
    figures: [figureOf(context, result, short as string, pooled)],
    numbers: [
      numberOf(context, `${ID}_kept`, sideQuantity(context, contacted), 'share', 'wilson', ['contacted', 'yes']),
      numberOf(context, `${ID}_kept`, sideQuantity(context, others), 'share', 'wilson', ['contacted', 'no']),
    ],
  };
}

function sideQuantity(context: ReportContext, { n, kept }: Side): Quantity {
  return shareQuantity(context, formatFor(context, ID), {
    share: n === 0 ? 0 : kept / n,
    ...(n === 0 ? {} : wilson(kept / n, n)),
    n,
    counts: 'customers',
    isLowBase: n < 30,
  });
}

function figureOf(context: ReportContext, result: Rescue, headline: string, pooled: Quantity): StrataFigure {
  const { config, analyses } = context;
  const { all } = analyses.span;
  const shown = shownParts(
    result.rows.map(({ others, contacted }) => Math.min(others.n, contacted.n)),
    config.minimum_base,
  );
  const hidden = hiddenPart(config.minimum_base);
  const rows = result.rows.map(({ label, others, contacted }, place) => ({
    label: `Answer ${label}`,
    first: shown[place] ? sideQuantity(context, others) : hidden,
    second: shown[place] ? sideQuantity(context, contacted) : hidden,
  }));
  const cells = (quantity: Quantity, method: string) =>
    estimateCells({ ...quantity, method }, 'share', config.minimum_base);
  return {
    kind: 'strata',
    ...figureBase(
      context,
      ID,
      {},
      'kept',
      {
        columns: ['answer', 'group', ...ESTIMATE_COLUMNS],
        rows: [
          ...rows.flatMap(({ label, first, second }) => [
            [label, GROUPS[0], ...cells(first, 'wilson')],
            [label, GROUPS[1], ...cells(second, 'wilson')],
          ]),
          ['all strata', 'difference', ...cells(pooled, 'mantel-haenszel')],
        ],
      },
      { base: baseOf(context, result.contacted.n + result.others.n, 'customers') },
    ),
    unit: 'share',
    headline,
    subtitle: `Share of detractors still customers ${DAYS_KEPT} days after hour ${HOURS}, by answer, ${all.label}; ${baseOf(context, result.contacted.n + result.others.n, 'customers')}; difference over strata of answer, years and segment; bar: 95% interval`,
    summary: `Contacted less not contacted, strata held equal: ${pooled.text} (${pooled.range}).`,
    groups: GROUPS,
    rows,
    pooled: [{ label: 'All strata together', quantity: pooled }],
    band: comparedFrom(context, analysis),
    table: {
      caption: `Share of detractors still customers after ${DAYS_KEPT} days, by answer, ${all.label}.`,
      columns: [
        { name: 'Answer', numeric: false },
        ...GROUPS.flatMap((group) => [
          { name: group, numeric: true },
          { name: 'n (customers)', numeric: true },
        ]),
      ],
      rows: [
        ...rows.map(({ label, first, second }) => [
          label,
          first.text,
          baseText(first, config),
          second.text,
          baseText(second, config),
        ]),
        ['Difference, all strata', pooled.text, '', pooled.range, ''],
      ],
    },
  };
}
