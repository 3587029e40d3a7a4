/**
 * Words that set comments apart, in a sentence and a figure. Only distinctive words that enough customers use leave the
 * report; all others stay unnamed, and so do their counts.
 */
import type { SidesBy } from '../../metrics/experience/comment-sides.ts';
import type { TestedWord } from '../../metrics/experience/word-comparison.ts';
import { type WordsResult, words } from '../../metrics/experience/words.ts';
import { cardOf, type ReportContext } from '../context.ts';
import { figureBase } from '../figures/base.ts';
import type { WordsFigure } from '../types/analysis-figure.ts';
import { capitalised } from '../wording/capitalised.ts';
import { count, signed } from '../wording/format.ts';
import { listed } from '../wording/list.ts';
import type { AnalysisView, Desk, Shown } from './view.ts';

const DISTINCTIVE_P = 0.05;

/** At most so many words of each side stand in the headline. */
const NAMED = 2;

/** In groups of fewer customers, "all" and "none" would tell everybody's answer. */
const SMALL_GROUP = 30;

const SIDES: Readonly<Record<SidesBy, readonly [low: string, high: string]>> = {
  nps: ['detractors', 'promoters'],
  csat: ['dissatisfied customers', 'satisfied customers'],
};

export const wordsView: AnalysisView<WordsResult> = { analysis: words, charts: 'words', show };

function show(result: WordsResult, { context }: Desk): Shown | null {
  const { minimum_base } = context.config;
  if (result.sides.some(({ customers }) => customers < minimum_base)) return null;
  const distinctive = result.words.filter(({ p, customers }) => p <= DISTINCTIVE_P && customers >= minimum_base);
  const headline = headlineOf(result.by, distinctive);
  return {
    headline,
    sentences: sentencesOf(result, distinctive, context),
    figures: distinctive.length === 0 ? [] : [figureOf(result, distinctive, headline, context)],
    numbers: [],
  };
}

/** Words of the side with low answers, and of the one with high answers, most distinctive first. */
function bySide(distinctive: readonly TestedWord[]): readonly [low: string[], high: string[]] {
  const low = distinctive.filter(({ z }) => z < 0).map(({ word }) => `“${word}”`);
  const high = distinctive.filter(({ z }) => z > 0).map(({ word }) => `“${word}”`);
  return [low, high.reverse()];
}

function headlineOf(by: SidesBy, distinctive: readonly TestedWord[]): string {
  const sides = SIDES[by];
  const named = bySide(distinctive).map((texts) => listed(texts.slice(0, NAMED), 'and'));
  const [low, high] = named;
  if (low === '' && high === '') return `No word sets ${sides[0]}’ comments apart from those of ${sides[1]}`;
  if (low !== '' && high !== '') return `${capitalised(sides[0])} write ${low}; ${sides[1]} write ${high}`;
  const side = low !== '' ? 0 : 1;
  return `${capitalised(sides[side])} write ${named[side]} more often than ${sides[1 - side]}`;
}

function sentencesOf(result: WordsResult, distinctive: readonly TestedWord[], { config }: ReportContext): string[] {
  const sides = SIDES[result.by];
  const number = (value: number) => count(value, config.locale);
  const [low, high] = result.sides.map(
    (side, index) => `${number(side.comments)} comments of ${number(side.customers)} ${sides[index]}`,
  );
  const shown = distinctive.length;
  return [
    `Compared are ${low} and ${high}; a word counts once for each customer.`,
    `Of ${number(result.words.length)} words that at least 10 customers use, ${shown === 0 ? 'none is' : shown === 1 ? 'one is' : `${number(shown)} are`} ` +
      'used clearly more by one side, all words taken into account together.',
    ...(result.nameless === 0
      ? []
      : [
          `Not looked at: ${number(result.nameless)} further words that so many use, but that are written like names or stand ` +
            'in no file twice.',
        ]),
    ...(shown === 0 ? [] : ['Words show what customers write about, not why they answer as they do.']),
  ];
}

function figureOf(
  { by, sides: sizes }: WordsResult,
  distinctive: readonly TestedWord[],
  headline: string,
  context: ReportContext,
): WordsFigure {
  const { all } = context.analyses.span;
  const { locale } = context.config;
  const [low, high] = SIDES[by];
  const rows = distinctive.map((word) => ({ ...word, used: usedWords(word, locale) }));
  const commentsOf = (side: 0 | 1) => count(sizes[side].comments, locale);
  return {
    kind: 'words',
    ...figureBase(
      context,
      words.id,
      {},
      `of-${by === 'nps' ? 'detractors-and-promoters' : 'the-dissatisfied-and-satisfied'}`,
      {
        columns: ['word', 'customers', `customers_${by}_low`, `customers_${by}_high`, 'z', 'p_adjusted', 'method'],
        rows: rows.map(({ word, customers, used, z, p }) => [word, customers, ...used, z, p, 'log-odds']),
      },
      { compared: false },
    ),
    headline,
    subtitle:
      `Words used clearly more by ${low} or by ${high}; ${all.label}; comments: ${commentsOf(0)} of ${low}, ` +
      `${commentsOf(1)} of ${high}; z: difference of the log-odds in standard errors`,
    summary: summaryOf(by, distinctive),
    groups: [capitalised(low), capitalised(high)],
    words: distinctive.map(({ word, customers, z }) => ({ word, customers, z, distinctive: true })),
    table: {
      caption:
        `${cardOf(context, words.id).name}, ${all.label}: words whose p, adjusted for all words tested, is at most 0.05. ` +
        `z is negative for words of ${low}, positive for words of ${high}.`,
      columns: [
        { name: 'Word', numeric: false },
        { name: capitalised(low), numeric: true },
        { name: capitalised(high), numeric: true },
        { name: 'z', numeric: true },
        { name: 'Adjusted p', numeric: true },
      ],
      rows: rows.map(({ word, used, z, p }) => [word, ...used, signed(z, 1), pText(p)]),
    },
  };
}

/** Customers of each side who use a word. Where few customers use it, nobody is told that all are of one side. */
function usedWords({ customers, used: [low, high] }: TestedWord, locale: string): readonly [string, string] {
  const number = (value: number) => count(value, locale);
  if (customers >= SMALL_GROUP || (low > 0 && high > 0)) return [number(low), number(high)];
  const few = Math.max(2, Math.ceil(customers / 10));
  const [none, all] = [`<${few}`, `>${customers - few}`];
  return low === 0 ? [none, all] : [all, none];
}

/** `<0.001`, else two significant digits. */
function pText(p: number): string {
  return p < 0.001 ? '<0.001' : String(Number(p.toPrecision(2)));
}

function summaryOf(by: SidesBy, distinctive: readonly TestedWord[]): string {
  return bySide(distinctive)
    .map((texts, side) =>
      texts.length === 0 ? '' : `${capitalised(SIDES[by][side] as string)}: ${listed(texts.slice(0, 6), 'and')}.`,
    )
    .filter((text) => text !== '')
    .join(' ');
}
