/**
 * C11b in words: shares of promoters in the four groups of settled and remembered.
 */
import {
  type Cell,
  type FixedAndRemembered,
  fixedAndRemembered,
} from '../../../contrasts/memory/fixed-and-remembered.ts';
import type { Difference } from '../../../metrics/definition.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { baseText, ESTIMATE_COLUMNS, estimateCells, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { Reading } from '../../types/contrast.ts';
import type { IntervalsFigure } from '../../types/contrast-figure.ts';
import type { Verdict } from '../../types/estimate.ts';
import { count } from '../../wording/format.ts';
import { betweenEnds, GOES_WITH } from '../../wording/phrases.ts';
import { baseOf, differenceQuantity, numberOf, shareQuantity } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const { analysis } = fixedAndRemembered;
const ID = analysis.id;

export const fixedAndRememberedView: TestView<FixedAndRemembered> = {
  test: fixedAndRemembered,
  charts: 'dots of four groups',
  weighed: ({ fixed, moment }, context) => ({
    moment: { difference: moment, margin: comparedFrom(context, analysis), unit: 'share' },
    fixed: { difference: fixed, margin: comparedFrom(context, analysis), unit: 'share' },
  }),
  answer,
};

const isUp = (verdict: Verdict, { difference }: Difference) => verdict === 'different' && difference > 0;

function answer(result: FixedAndRemembered, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { cells, customers, fixed, moment } = result;
  if (cells.some(({ n }) => n < context.config.minimum_base)) return null;
  const [ofMoment, ofFixed] = [desk.verdict('moment'), desk.verdict('fixed')];
  const [momentUp, fixedUp] = [isUp(ofMoment, moment), isUp(ofFixed, fixed)];
  const headline = momentUp
    ? fixedUp
      ? 'A memorable moment and a case settled at once both go with more promoters'
      : `A memorable moment ${GOES_WITH} more promoters`
    : fixedUp
      ? `A case settled at once ${GOES_WITH} more promoters`
      : 'Whether moments or settled cases go with more promoters is not settled';
  const figure = figureOf(context, result);
  return {
    reading: readingOf(ofMoment, momentUp, fixedUp),
    verdict: ofMoment,
    headline,
    statement: `${clauseOf(context, 'A memorable moment', ofMoment, moment)}; ${lower(clauseOf(context, 'A case settled at once', ofFixed, fixed))}.`,
    sentences: [
      `Of customers whose case was settled at once ${shareText(context, cells[0])} are promoters with a moment and ${shareText(context, cells[1])} without; where it was not, ${shareText(context, cells[2])} and ${shareText(context, cells[3])}.`,
      `Only the ${count(customers, context.config.locale)} customers whose comments were coded are in it; each difference is within the other and within categories.`,
    ],
    effect: {
      name: 'Promoters: with a moment less without',
      quantity: differenceQuantity(context, 'share', comparedFrom(context, analysis), moment, {
        n: customers,
        counts: 'customers',
      }),
      unit: 'share',
      method: 'Mantel–Haenszel',
      weighed: 'moment',
    },
    figures: [figure],
    numbers: cells.map((cell) =>
      numberOf(context, `${ID}_promoters`, cellQuantity(context, cell), 'share', 'wilson', ['group', groupOf(cell)]),
    ),
  };
}

function readingOf(ofMoment: Verdict, momentUp: boolean, fixedUp: boolean): Reading {
  if (momentUp) return 'supports';
  if (fixedUp || ['different', 'negligible', 'equivalent'].includes(ofMoment)) return 'contradicts';
  return 'open';
}

/** What may be said of one of the two, without the full stop. */
function clauseOf(context: ReportContext, subject: string, verdict: Verdict, difference: Difference): string {
  const format = formatFor(context, ID);
  const size = `${format.difference(difference.difference)} (between ${betweenEnds(format.differenceRange(difference.low, difference.high))})`;
  switch (verdict) {
    case 'different':
      return `${subject} ${GOES_WITH} ${difference.difference > 0 ? 'more' : 'fewer'} promoters, by ${size}`;
    case 'negligible':
      return `${subject} ${GOES_WITH} a difference of ${size} in promoters, less than matters`;
    case 'equivalent':
      return `${subject} ${GOES_WITH} about the same share of promoters as none`;
    default:
      return `${subject}: these data cannot tell whether it ${GOES_WITH} more promoters`;
  }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function groupOf({ fixed, moment }: Cell): string {
  return `${fixed ? 'settled' : 'not settled'}, ${moment ? 'moment' : 'no moment'}`;
}

function shareText(context: ReportContext, cell: Cell | undefined): string {
  return cell === undefined ? '' : cellQuantity(context, cell).text;
}

function cellQuantity(context: ReportContext, { n, promoters, low, high }: Cell): Quantity {
  return shareQuantity(context, formatFor(context, ID), { share: promoters / n, low, high, n, counts: 'customers' });
}

function figureOf(context: ReportContext, { cells, customers }: FixedAndRemembered): IntervalsFigure {
  const { config, analyses } = context;
  const { all } = analyses.span;
  const rows = cells.map((cell) => ({
    cell,
    part: cell.fixed ? 'Settled at once' : 'Not settled at once',
    label: cell.moment ? 'With a moment' : 'Without',
    quantity: cellQuantity(context, cell),
  }));
  const base = baseOf(context, customers, 'customers');
  return {
    kind: 'intervals',
    ...figureBase(
      context,
      ID,
      {},
      'promoters',
      {
        columns: ['settled', 'moment', ...ESTIMATE_COLUMNS],
        rows: rows.map(({ cell, quantity }) => [
          cell.fixed ? 'yes' : 'no',
          cell.moment ? 'yes' : 'no',
          ...estimateCells({ ...quantity, method: 'wilson' }, 'share', config.minimum_base),
        ]),
      },
      { base },
    ),
    unit: 'share',
    signed: false,
    headline: `Promoters: ${rows[0]?.quantity.text} with a moment and settled, ${rows[3]?.quantity.text} with neither`,
    subtitle: `Share of promoters by whether the case was settled at once and the comment tells of a moment, ${all.label}; ${base} with coded comments; bar: 95% interval`,
    summary: `${rows.map(({ part, label, quantity }) => `${part}, ${lower(label)}: ${quantity.text}`).join('; ')}.`,
    panels: [{ label: '', rows: rows.map(({ part, label, quantity }) => ({ part, label, quantity })) }],
    reference: null,
    band: null,
    table: {
      caption: `Share of promoters in four groups, ${all.label}.`,
      columns: [
        { name: 'Group', numeric: false },
        { name: 'Promoters', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'n (customers)', numeric: true },
      ],
      rows: rows.map(({ part, label, quantity }) => [
        `${part}, ${lower(label)}`,
        quantity.text,
        quantity.range,
        baseText(quantity, config),
      ]),
    },
  };
}
