/**
 * C2c in words, with the figure of distinctive words.
 */
import {
  type EmotionalComments,
  type WordsOfTheSatisfied,
  wordsOfTheSatisfied,
} from '../../../contrasts/emotion/words-of-the-satisfied.ts';
import type { Cell } from '../../../metrics/definition.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import type { ReportContext } from '../../context.ts';
import { SMALL_GROUP } from '../../disclosure/blur.ts';
import {
  distinctiveWords,
  type SideNames,
  wordsBySide,
  wordsFigure,
  wordsHeadline,
  wordsSentences,
} from '../../figures/words.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { Verdict } from '../../types/estimate.ts';
import { capitalised } from '../../wording/capitalised.ts';
import { formatOf } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import { ABOUT_THE_SAME, BELOW_MARGIN, betweenEnds } from '../../wording/phrases.ts';
import { differenceQuantity, numberOf } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = wordsOfTheSatisfied.analysis.id;
const SIDES: SideNames = ['satisfied detractors', 'satisfied promoters'];

/** So many words of each side are named in the sentence. */
const NAMED = 3;

export const wordsOfTheSatisfiedView: TestView<WordsOfTheSatisfied> = {
  test: wordsOfTheSatisfied,
  charts: 'words',
  weighed: ({ emotional }, context): ReturnType<NonNullable<TestView<WordsOfTheSatisfied>['weighed']>> =>
    isCompared(emotional, context)
      ? {
          emotional: {
            difference: emotional.difference,
            margin: comparedFrom(context, wordsOfTheSatisfied.analysis),
            unit: 'share',
          },
        }
      : {},
  answer,
};

/** Whether shares of emotional comments may be said. */
function isCompared(emotional: EmotionalComments | string, { config }: ReportContext): emotional is EmotionalComments {
  const needed = Math.max(SMALL_GROUP, config.minimum_base);
  return (
    typeof emotional !== 'string' && emotional.detractors.customers >= needed && emotional.promoters.customers >= needed
  );
}

function answer(result: WordsOfTheSatisfied, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  if (result.sides.some(({ customers }) => customers < context.config.minimum_base)) return null;
  const distinctive = distinctiveWords(result, context);
  const headline = wordsHeadline(SIDES, distinctive);
  const { emotional, brandWords } = result;
  const isAsked = isCompared(emotional, context);
  const verdict = isAsked ? desk.verdict('emotional') : 'untested';
  const feelings = isAsked ? feelingsOf(context, emotional, verdict) : null;
  const names = {
    analysis: ID,
    what: 'words',
    sides: SIDES,
    columns: ['customers_detractors', 'customers_promoters'] as const,
    headline,
  };
  return {
    reading: readingOf(verdict, emotional),
    verdict,
    headline: feelings?.headline ?? headline,
    statement: feelings?.statement ?? wordsStatement(wordsBySide(distinctive)),
    sentences: [
      ...(feelings === null ? [] : [wordsStatement(wordsBySide(distinctive))]),
      ...wordsSentences(result, SIDES, distinctive, context).slice(0, 2),
      brandWords.length === 0
        ? 'No brand words were left out: the configuration lists none.'
        : `Brand words left out: ${listed(brandWords, 'and')}.`,
      feelings?.people ?? (typeof emotional === 'string' ? `${capitalised(emotional)}.` : ''),
    ].filter((sentence) => sentence !== ''),
    effect: feelings?.effect ?? null,
    figures: distinctive.length === 0 ? [] : [wordsFigure(context, names, result, distinctive)],
    numbers: feelings?.numbers ?? [],
  };
}

function readingOf(verdict: Verdict, emotional: EmotionalComments | string): WrittenAnswer['reading'] {
  if (typeof emotional === 'string' || verdict === 'untested') return 'describes';
  if (verdict === 'different') return emotional.difference.difference > 0 ? 'supports' : 'describes';
  return verdict === 'undecided' ? 'open' : 'contradicts';
}

/** Which words each side writes more. */
function wordsStatement([low, high]: readonly [string[], string[]]): string {
  const [detractors, promoters] = [low, high].map((texts) => listed(texts.slice(0, NAMED), 'and'));
  if (detractors === '' && promoters === '') {
    return 'These data show no word that sets satisfied customers who would recommend apart from those who would not.';
  }
  if (promoters === '')
    return `Satisfied customers who would not recommend write ${detractors} more than those who would.`;
  if (detractors === '')
    return `Satisfied customers who would recommend write ${promoters} more than those who would not.`;
  return `Satisfied customers who would not recommend write ${detractors} more; those who would, ${promoters}.`;
}

/** What two coders found of feelings, in words. */
function feelingsOf(
  context: ReportContext,
  { people, detractors, promoters, difference }: EmotionalComments,
  verdict: Verdict,
) {
  const format = formatOf('share', context.config.locale, comparedFrom(context, wordsOfTheSatisfied.analysis));
  const share = ({ value = Number.NaN, low = Number.NaN, high = Number.NaN, n, customers }: Cell): Quantity =>
    quantityOf(context, format, { value, low, high, n, customers, counts: 'comments', isLowBase: n < 2 * SMALL_GROUP });
  const [ofDetractors, ofPromoters] = [share(detractors), share(promoters)];
  const points = format.difference(difference.difference);
  const between = betweenEnds(format.differenceRange(difference.low, difference.high));
  const quantity = differenceQuantity(
    context,
    'share',
    comparedFrom(context, wordsOfTheSatisfied.analysis),
    difference,
    {
      n: detractors.n + promoters.n,
      counts: 'comments',
    },
  );
  const shares = `${ofPromoters.text} of their comments are about feelings, against ${ofDetractors.text}`;
  const size = `a difference of ${points} (between ${between})`;
  const more = difference.difference > 0;
  const statements: Partial<Record<Verdict, string>> = {
    different: `Satisfied promoters write ${more ? 'more' : 'less'} about feelings than satisfied detractors: ${shares}, ${size}.`,
    negligible: `Satisfied promoters and satisfied detractors write nearly as much about feelings: ${shares}, ${size}, ${BELOW_MARGIN}.`,
    equivalent: `Satisfied promoters and satisfied detractors write ${ABOUT_THE_SAME} about feelings: ${shares}.`,
  };
  const headlines: Partial<Record<Verdict, string>> = {
    different: more
      ? 'Satisfied promoters’ comments are more emotional than those of satisfied detractors'
      : 'Satisfied detractors’ comments are more emotional than those of satisfied promoters',
    negligible: 'Satisfied promoters and detractors write nearly as much about feelings',
    equivalent: 'Satisfied promoters and detractors write about the same about feelings',
  };
  return {
    headline: headlines[verdict] ?? 'Whether satisfied promoters write more about feelings is not settled',
    statement:
      statements[verdict] ??
      `Whether satisfied promoters write more about feelings than satisfied detractors, these data cannot tell: ${shares} (the difference lies between ${between} points).`,
    people: `Two people coded the comments and agree with κ ${people.kappa.toFixed(2)} (${people.low.toFixed(2)} to ${people.high.toFixed(2)}); comments that they code differently are left out.`,
    effect: {
      name: 'Emotional comments: satisfied promoters minus satisfied detractors',
      quantity,
      unit: 'share' as const,
      method: 'Newcombe',
      weighed: 'emotional',
    },
    numbers: [
      numberOf(context, 'emotional_comments', ofDetractors, 'share', 'wilson', ['satisfied', 'detractors']),
      numberOf(context, 'emotional_comments', ofPromoters, 'share', 'wilson', ['satisfied', 'promoters']),
    ],
  };
}
