/**
 * S6 in words: what becomes of comments, and the months of “I did not have to repeat myself”.
 */
import {
  type ActiveListening,
  activeListening,
  type ListeningStep,
} from '../../../contrasts/similarities/active-listening.ts';
import { formatFor } from '../../context.ts';
import type { Figure } from '../../types/figure.ts';
import { count } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import { betweenEnds } from '../../wording/phrases.ts';
import { medianOf } from '../curves-figure.ts';
import { numberOf, shareQuantity } from '../quantities.ts';
import { type Step, stepQuantity, stepsFigure } from '../steps-figure.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';
import { type ShareCourseWords, shareCourse } from './share-course.ts';

const ID = activeListening.analysis.id;

const NAMES: Readonly<Record<ListeningStep['id'], readonly [label: string, verb: string]>> = {
  answered: ['Writer was contacted', 'answered'],
  coded: ['Comment was coded', 'coded'],
  acted: ['Something was escalated or changed', 'acted on'],
};

const NO_REPEAT: ShareCourseWords = {
  what: 'no-repeat',
  chart: 'xmr',
  counts: 'answers',
  headline: {
    steady: 'Having to repeat oneself moves no more than chance moves it',
    up: 'Fewer customers have to repeat themselves than the limits allow for',
    down: 'More customers have to repeat themselves than the limits allow for',
  },
  measure: 'Share who did not have to repeat themselves',
};

export const activeListeningView: TestView<ActiveListening> = {
  test: activeListening,
  charts: 'steps, control chart',
  answer,
};

function answer(result: ActiveListening, { context }: TestDesk): WrittenAnswer | null {
  const { comments, customers, item } = result;
  const { locale } = context.config;
  const counts = 'comments';
  const all: Step = { id: 'comments', label: 'All comments', n: comments, customers };
  const steps = result.steps.map((step): Step => ({ ...step, label: NAMES[step.id][0] }));
  const shares = steps.map((step) => stepQuantity(context, ID, step, all, counts));
  const told = result.steps.flatMap(({ id, curve }, at) => {
    const share = shares[at];
    if (share?.value === undefined) return [];
    const median = curve === null ? null : medianOf(context, curve, counts);
    const time = median?.value === undefined ? '' : `, half of all within ${median.text}`;
    return [{ id, text: share.text, words: `${share.text} are ${NAMES[id][1]}${time}` }];
  });
  const [firstTold] = told;
  if (firstTold === undefined) return null;
  const chart = item === null ? null : shareCourse(context, ID, result.months, NO_REPEAT);
  const itemShare =
    item === null ? null : shareQuantity(context, formatFor(context, ID), { ...item, counts: 'answers' });
  const words = chart?.direction ?? 'described';
  const figure = stepsFigure(context, ID, all, steps, {
    counts,
    headline: `Of ${count(comments, locale)} comments, ${listed(
      told.map(({ id, text }) => `${text} are ${NAMES[id][1]}`),
      'and',
    )}`,
    subtitle: `Share of comments at each step; ${context.analyses.span.all.label}; n = ${count(comments, locale)} comments; rule: 95% interval`,
    summary: `${told.map(({ id, text }) => `${NAMES[id][0]}: ${text}`).join('; ')}. A comment can be in several.`,
  });
  const figures: Figure[] = chart === null ? [figure] : [figure, chart.figure];
  const comment = `Of ${count(comments, locale)} comments, ${listed(
    told.map(({ words: each }) => each),
    'and',
  )}.`;
  const repeat =
    itemShare?.value === undefined
      ? null
      : `${itemShare.text} say that they did not have to repeat themselves (between ${betweenEnds(itemShare.range)}; ${itemShare.base})`;
  return {
    reading: { up: 'supports', down: 'contradicts', steady: 'open', described: 'describes' }[
      words
    ] as WrittenAnswer['reading'],
    verdict: 'untested',
    headline: {
      up: 'Customers have to repeat themselves less than before',
      down: 'Customers have to repeat themselves more than before',
      steady: 'Whether the company listens more than before is not settled',
      described: `${firstTold.text} of comments are ${NAMES[firstTold.id][1]}`,
    }[words],
    statement: {
      up: `Listening shows: ${repeat ?? ''}, and the months rose by more than chance.`,
      down: `Listening has become less: ${repeat ?? ''}, and the months fell by more than chance.`,
      steady: `Whether the company listens more than before, these data cannot tell: ${repeat ?? ''}, and the months move no more than chance moves them.`,
      described: comment,
    }[words],
    sentences: [
      ...(words === 'described' ? [] : [comment]),
      ...(words === 'described' && repeat !== null ? [`${repeat}.`] : []),
      ...(item === null ? ['Too few rated whether they had to repeat themselves to say how that goes.'] : []),
      ...(item !== null && chart === null
        ? ['The item has too few months with answers enough to look for a change.']
        : []),
    ],
    effect:
      itemShare?.value === undefined
        ? null
        : { name: 'Did not have to repeat themselves', quantity: itemShare, unit: 'share', method: 'Wilson' },
    figures,
    numbers: [
      ...result.steps.flatMap(({ id }, at) => {
        const share = shares[at];
        return share === undefined
          ? []
          : [numberOf(context, 'comments_followed', share, 'share', 'wilson', ['step', id])];
      }),
      ...(itemShare === null ? [] : [numberOf(context, 'no_repeat', itemShare, 'share', 'wilson')]),
    ],
  };
}
