/**
 * C7b in words, with the mosaic of the panel.
 */
import { type GreenOutside, greenOutside } from '../../../contrasts/focus/green-outside.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor } from '../../context.ts';
import { watermelonFigure } from '../../figures/watermelon.ts';
import { percent } from '../../wording/format.ts';
import { betweenEnds } from '../../wording/phrases.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = greenOutside.analysis.id;

/** From the lower end of its interval on, contacts are said to be green outside and red inside. */
const TOLD_FROM = 0.1;

export const greenOutsideView: TestView<GreenOutside> = {
  test: greenOutside,
  charts: 'mosaic',
  weighed: ({ difference }, context): ReturnType<NonNullable<TestView<GreenOutside>['weighed']>> =>
    difference === null
      ? {}
      : { warning: { difference, margin: comparedFrom(context, greenOutside.analysis), unit: 'share' } },
  answer,
};

function answer({ red, difference }: GreenOutside, desk: TestDesk): WrittenAnswer | null {
  const { context, store } = desk;
  const figure = watermelonFigure(context, store, 'watermelon');
  if (figure === null) return null;
  const format = formatFor(context, ID);
  const quantity = quantityOf(context, format, {
    ...red,
    value: red.share,
    customers: red.n,
    counts: 'customers whose every contact went well',
  });
  const isTold = red.low > TOLD_FROM;
  const verdict = difference === null ? 'insufficient' : desk.verdict('warning');
  return {
    reading: isTold ? 'supports' : red.high < TOLD_FROM ? 'contradicts' : 'open',
    verdict: 'untested',
    headline: isTold
      ? `Green outside, red inside: ${quantity.text} are detractors though every contact went well`
      : `${quantity.text} are detractors though every contact went well`,
    statement: isTold
      ? `Green outside, red inside: ${quantity.text} of customers whose every contact went well are detractors (${quantity.range}).`
      : `Of customers whose every contact went well, ${quantity.text} are detractors (${quantity.range}).`,
    sentences:
      difference === null
        ? []
        : [
            warning(
              verdict,
              difference.difference,
              betweenEnds(format.differenceRange(difference.low, difference.high)),
            ),
          ],
    effect: { name: 'Detractors whose every contact went well', quantity, unit: 'share', method: 'Wilson' },
    figures: [figure],
    numbers: [
      {
        metric: ID,
        dimension: '',
        value: '',
        period: context.analyses.span.all,
        quantity,
        unit: 'share',
        method: 'wilson',
      },
    ],
  };
}

/** Whether a bad contact announces a detractor. */
function warning(verdict: string, difference: number, between: string): string {
  const size = `${percent(Math.abs(difference)).replace('%', '')} points (between ${between})`;
  switch (verdict) {
    case 'different':
      return `Where a contact went badly, the share of detractors is ${difference > 0 ? 'higher' : 'lower'} by ${size}.`;
    case 'negligible':
      return `Where a contact went badly, the share of detractors differs by ${size}, less than the difference that matters.`;
    case 'equivalent':
      return 'Ratings of contacts carry no warning: the share of detractors is about the same where a contact went badly.';
    default:
      return 'Whether a bad contact goes with more detractors, these data cannot tell.';
  }
}
