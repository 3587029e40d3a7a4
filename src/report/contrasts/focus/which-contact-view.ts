/**
 * C7c in words, with the bars of the panel.
 */

import { whichContact } from '../../../contrasts/focus/which-contact.ts';
import { FEWEST_COURSES, type PeakEndResult } from '../../../metrics/experience/peak-end.ts';
import { peakEndView } from '../../analyses/peak-end-view.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

/** What each of three features would have if all weighed alike. */
const EVEN_SHARE = 1 / 3;

export const whichContactView: TestView<PeakEndResult> = { test: whichContact, charts: peakEndView.charts, answer };

function answer(result: PeakEndResult, desk: TestDesk): WrittenAnswer | null {
  const shown = peakEndView.show(result, desk);
  if (shown === null) return null;
  const { customers, end, worst, mean } = result;
  const told = customers >= FEWEST_COURSES.compare;
  const [name, share] = told && worst.low > EVEN_SHARE ? (['worst', worst] as const) : (['end', end] as const);
  const quantity = shown.numbers.find(({ value }) => value === name)?.quantity;
  if (quantity === undefined) return null;
  const stands = told && share.low > EVEN_SHARE;
  return {
    reading: stands ? 'supports' : told && mean.low > EVEN_SHARE ? 'contradicts' : 'open',
    verdict: 'untested',
    headline: shown.headline,
    statement: `${shown.headline}.`,
    sentences: shown.sentences,
    effect: {
      name: `Part of the ${name === 'end' ? 'last' : 'worst'} contact in what is explained`,
      quantity,
      unit: 'share',
      method: 'LMG, bootstrap',
    },
    figures: shown.figures,
    // The panel’s page has them in the download already.
    numbers: [],
  };
}
