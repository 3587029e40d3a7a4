/**
 * S3 in words, with the time to a follow-up and the next answers by class of the first.
 */

import { type ClosedLoop, closedLoop } from '../../../contrasts/similarities/closed-loop.ts';
import { isLack } from '../../../metrics/analysis.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { formatFor } from '../../context.ts';
import type { Figure } from '../../types/figure.ts';
import { count, percent } from '../../wording/format.ts';
import { betweenEnds } from '../../wording/phrases.ts';
import { curvesFigure, medianOf } from '../curves-figure.ts';
import { differencePhrase } from '../difference-words.ts';
import { differenceQuantity, numberOf, shareQuantity } from '../quantities.ts';
import { strataFigure } from '../strata-figure.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';
import { themeCourse } from './theme-course.ts';

const { analysis } = closedLoop;
const ID = analysis.id;

export const closedLoopView: TestView<ClosedLoop> = {
  test: closedLoop,
  charts: 'survival curve, dots by stratum, p-chart',
  weighed: ({ next }, context): ReturnType<NonNullable<TestView<ClosedLoop>['weighed']>> =>
    isLack(next)
      ? {}
      : { next: { difference: next.difference, margin: comparedFrom(context, analysis), unit: 'share' } },
  answer,
};

function answer(result: ClosedLoop, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { prompt, curve, next } = result;
  const counts = 'detractors';
  const quantity = shareQuantity(context, formatFor(context, ID), { ...prompt, counts });
  if (quantity.value === undefined) return null;
  const median = medianOf(context, curve, counts);
  const survival = curvesFigure(context, ID, [{ label: 'Detractors', curve, customers: prompt.customers }], {
    state: 'not yet followed up',
    counts,
    headline: `${quantity.text} of detractors are followed up within two days`,
    subtitle: `Share of detractors not yet followed up, by time since the answer; ${context.analyses.span.all.label}; n = ${count(curve.n, context.config.locale)} detractors; band: 95% interval; log scale`,
    summary: `${quantity.text} are followed up within two days (${quantity.range}); ${median.text === '' ? 'half of them never are within the data' : `half of them are within ${median.text}`}.`,
  });
  const promptSentence = `Of detractors, ${quantity.text} were followed up within two days (between ${betweenEnds(quantity.range)}).`;
  const theme = themeCourse(context, result.theme);
  const numbers = [numberOf(context, `${ID}_48h`, quantity, 'share', 'wilson')];
  const figures: Figure[] = [survival, theme.figure].filter((figure) => figure !== null);
  const effect = { name: 'Detractors followed up within two days', quantity, unit: 'share' as const, method: 'Wilson' };
  if (isLack(next)) {
    return {
      reading: 'describes',
      verdict: 'insufficient',
      headline: `${quantity.text} of detractors are followed up within two days`,
      statement: promptSentence,
      sentences: [
        `Whether answers rise more often after a follow-up, these data cannot tell: ${next.lacks}.`,
        theme.sentence,
      ],
      effect,
      figures,
      numbers,
    };
  }
  return compared({ next, desk, figures, numbers, sentences: [promptSentence, theme.sentence] });
}

interface Compared extends Pick<WrittenAnswer, 'figures' | 'numbers' | 'sentences'> {
  readonly next: Exclude<ClosedLoop['next'], { lacks: string }>;
  readonly desk: TestDesk;
}

/** The answer where customers with a follow-up stand beside customers without. */
function compared({ next, desk, figures, numbers, sentences }: Compared): WrittenAnswer {
  const { context } = desk;
  const margin = comparedFrom(context, analysis);
  const verdict = desk.verdict('next');
  const n = next.first.n + next.second.n;
  const quantity = differenceQuantity(context, 'share', margin, next.difference, { n, counts: 'customers' });
  const phrase = differencePhrase(verdict, next.difference, formatFor(context, ID));
  const isUp = next.difference.difference > 0;
  const words = verdict === 'different' ? (isUp ? 'more' : 'less') : phrase === null ? 'open' : 'alike';
  return {
    reading: { more: 'supports', less: 'contradicts', alike: 'contradicts', open: 'open' }[
      words
    ] as WrittenAnswer['reading'],
    verdict,
    headline: {
      more: 'Answers rose after a follow-up more often than without',
      less: 'Answers rose after a follow-up less often than without',
      alike: 'Answers rose about as often with a follow-up as without',
      open: 'Whether answers rise more often after a follow-up is not settled',
    }[words],
    statement: {
      more: `Among customers with like first answers, the share whose next answer rose is ${phrase} after a follow-up.`,
      less: `Among customers with like first answers, the share whose next answer rose is ${phrase} after a follow-up.`,
      alike: `Among customers with like first answers, the share whose next answer rose is ${phrase} with a follow-up and without.`,
      open: 'Whether answers rise more often after a follow-up than without, these data cannot tell.',
    }[words],
    sentences: [
      ...sentences.slice(0, 1),
      `${count(next.second.n, context.config.locale)} customers with a follow-up stand beside ${count(next.first.n, context.config.locale)} without; low answers rise and high ones fall by chance, so only like first answers are compared.`,
      ...sentences.slice(1),
    ],
    effect: {
      name: 'Next answer higher, with a follow-up less without',
      quantity,
      unit: 'share',
      method: 'Mantel–Haenszel',
      weighed: 'next',
    },
    figures: [
      ...figures,
      strataFigure(context, ID, [{ label: 'Next answer higher', found: next }], margin, {
        groups: ['Not followed up', 'Followed up'],
        stratum: 'First answer',
        counts: 'customers',
        headline:
          verdict === 'undecided'
            ? 'Whose next answer rose, by first answer, with a follow-up and without'
            : `Next answer higher: ${quantity.text} after a follow-up, first answers held equal`,
        subtitle: `Share of customers whose next answer to the recommendation question is higher, by first answer; ${context.analyses.span.all.label}; ${quantity.base}; rule: 95% interval`,
        summary: `Without a follow-up ${percent(next.first.sum / next.first.n)} rose, with one ${percent(next.second.sum / next.second.n)}; with first answers held equal the difference is ${quantity.text} (${quantity.range}).`,
      }),
    ],
    numbers: [...numbers, numberOf(context, ID, quantity, 'share difference', 'mantel-haenszel')],
  };
}
