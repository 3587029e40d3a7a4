/**
 * Words that set comments apart, in a sentence and a figure.
 */
import type { SidesBy } from '../../metrics/experience/comment-sides.ts';
import { type WordsResult, words } from '../../metrics/experience/words.ts';
import { distinctiveWords, type SideNames, wordsFigure, wordsHeadline, wordsSentences } from '../figures/words.ts';
import type { AnalysisView, Desk, Shown } from './view.ts';

/** What the sides are called, plural. */
export const SIDE_NAMES: Readonly<Record<SidesBy, SideNames>> = {
  nps: ['detractors', 'promoters'],
  csat: ['dissatisfied customers', 'satisfied customers'],
};

export const wordsView: AnalysisView<WordsResult> = { analysis: words, charts: 'words', show };

function show(result: WordsResult, { context }: Desk): Shown | null {
  const { minimum_base } = context.config;
  if (result.sides.some(({ customers }) => customers < minimum_base)) return null;
  const distinctive = distinctiveWords(result, context);
  const sides = SIDE_NAMES[result.by];
  const headline = wordsHeadline(sides, distinctive);
  const names = {
    analysis: words.id,
    what: `of-${result.by === 'nps' ? 'detractors-and-promoters' : 'the-dissatisfied-and-satisfied'}`,
    sides,
    columns: [`customers_${result.by}_low`, `customers_${result.by}_high`] as const,
    headline,
  };
  return {
    headline,
    sentences: wordsSentences(result, sides, distinctive, context),
    figures: distinctive.length === 0 ? [] : [wordsFigure(context, names, result, distinctive)],
    numbers: [],
  };
}
