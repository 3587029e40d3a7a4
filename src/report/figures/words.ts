/**
 * Words that set two sides of comments apart: only distinctive words that enough customers use leave the report; all
 * others stay unnamed, and so do their counts.
 */
import type { ComparedWords, TestedWord } from '../../metrics/experience/word-comparison.ts';
import { cardOf, type ReportContext } from '../context.ts';
import type { WordsFigure } from '../types/analysis-figure.ts';
import { capitalised } from '../wording/capitalised.ts';
import { count, signed } from '../wording/format.ts';
import { listed } from '../wording/list.ts';
import { figureBase } from './base.ts';

const DISTINCTIVE_P = 0.05;

const BOUNDS =
  'Where few customers use a word, nearly all of them on one side, bounds stand in place of numbers, so that nobody learns ' +
  'how each of them answered.';

/** At most so many words of each side stand in a headline. */
const NAMED = 2;

/** What the sides are called, plural: `detractors`, `promoters`. */
export type SideNames = readonly [low: string, high: string];

/** How the figure of one comparison is named in its download. */
export interface WordsFigureNames {
  readonly analysis: string;
  /** End of the figure's id: `of-detractors-and-promoters`. */
  readonly what: string;
  readonly sides: SideNames;
  /** Columns of the customers of each side. */
  readonly columns: SideNames;
  readonly headline: string;
}

/** The words that may be named. */
export function distinctiveWords({ words }: ComparedWords, { config }: ReportContext): TestedWord[] {
  return words.filter(({ p, customers }) => p <= DISTINCTIVE_P && customers >= config.minimum_base);
}

/** Words of each side in quotation marks, the most distinctive first. */
export function wordsBySide(distinctive: readonly TestedWord[]): readonly [low: string[], high: string[]] {
  const low = distinctive.filter(({ z }) => z < 0).map(({ word }) => `“${word}”`);
  const high = distinctive.filter(({ z }) => z > 0).map(({ word }) => `“${word}”`);
  return [low, high.reverse()];
}

/** Which words set the sides apart, as a headline. */
export function wordsHeadline(sides: SideNames, distinctive: readonly TestedWord[]): string {
  const named = wordsBySide(distinctive).map((texts) => listed(texts.slice(0, NAMED), 'and'));
  const [low, high] = named;
  if (low === '' && high === '') return `These data show no word that sets ${sides[0]} apart from ${sides[1]}`;
  if (low !== '' && high !== '') return `${capitalised(sides[0])} write ${low}; ${sides[1]} write ${high}`;
  const side = low !== '' ? 0 : 1;
  return `${capitalised(sides[side])} write ${named[side]} more often than ${sides[1 - side]}`;
}

/** What was compared, and how many words stand out, in sentences. */
export function wordsSentences(
  { sides: sizes, words, nameless }: ComparedWords,
  sides: SideNames,
  distinctive: readonly TestedWord[],
  { config }: ReportContext,
): string[] {
  const number = (value: number) => count(value, config.locale);
  const [low, high] = sizes.map(
    (side, index) => `${number(side.comments)} comments of ${number(side.customers)} ${sides[index]}`,
  );
  const shown = distinctive.length;
  return [
    `Compared are ${low} and ${high}; a word counts once for each customer.`,
    `Of ${number(words.length)} words that at least 10 customers use, ${shown === 0 ? 'none is' : shown === 1 ? 'one is' : `${number(shown)} are`} ` +
      'used clearly more by one side, all words taken into account together.',
    ...(nameless === 0
      ? []
      : [
          `Not looked at: ${number(nameless)} further words that so many use, but that are written like names or stand ` +
            'in no file twice.',
        ]),
    ...(shown === 0 ? [] : ['Words show what customers write about, not why they answer as they do.']),
  ];
}

/** The figure of the distinctive words, of which there must be some. */
export function wordsFigure(
  context: ReportContext,
  { analysis, what, sides: [low, high], columns, headline }: WordsFigureNames,
  { sides: sizes }: ComparedWords,
  distinctive: readonly TestedWord[],
): WordsFigure {
  const { all } = context.analyses.span;
  const { locale } = context.config;
  const rows = distinctive.map((word) => ({ ...word, used: usedWords(word, locale) }));
  const commentsOf = (side: 0 | 1) => count(sizes[side].comments, locale);
  return {
    kind: 'words',
    ...figureBase(
      context,
      analysis,
      {},
      what,
      {
        columns: ['word', 'customers', ...columns, 'z', 'p_adjusted', 'method'],
        rows: rows.map(({ word, customers, used, fewer, z, p }) => [
          word,
          customers,
          ...used,
          ...(fewer === null ? [z, p] : [`${z < 0 ? '<' : '>'}${z.toFixed(2)}`, `<${DISTINCTIVE_P}`]),
          'log-odds',
        ]),
      },
      { compared: false },
    ),
    headline,
    subtitle:
      `Words used clearly more by ${low} or by ${high}; ${all.label}; comments: ${commentsOf(0)} of ${low}, ` +
      `${commentsOf(1)} of ${high}; z: difference of the log-odds in standard errors`,
    summary: summaryOf([low, high], distinctive),
    groups: [capitalised(low), capitalised(high)],
    words: distinctive.map(({ word, customers, fewer, z }) => ({
      word,
      customers,
      z,
      isBound: fewer !== null,
      distinctive: true,
    })),
    table: {
      caption:
        `${cardOf(context, analysis).name}, ${all.label}: words whose p, adjusted for all words tested, is at most 0.05. ` +
        `z is negative for words of ${low}, positive for words of ${high}.` +
        (rows.some(({ fewer }) => fewer !== null) ? ` ${BOUNDS}` : ''),
      columns: [
        { name: 'Word', numeric: false },
        { name: capitalised(low), numeric: true },
        { name: capitalised(high), numeric: true },
        { name: 'z', numeric: true },
        { name: 'Adjusted p', numeric: true },
      ],
      rows: rows.map(({ word, used, fewer, z, p }) => [
        word,
        ...used,
        `${fewer === null ? '' : 'beyond '}${signed(z, 1)}`,
        fewer === null ? pText(p) : `<${DISTINCTIVE_P}`,
      ]),
    },
  };
}

/** Customers of each side who use a word. Where few customers use it, nobody is told that all are of one side. */
function usedWords({ customers, used: [low, high], fewer }: TestedWord, locale: string): readonly [string, string] {
  const number = (value: number) => count(value, locale);
  if (fewer === null) return [number(low), number(high)];
  const [rarer, rest] = [`<${fewer}`, `>${customers - fewer}`];
  return low < high ? [rarer, rest] : [rest, rarer];
}

/** `<0.001`, else two significant digits. */
function pText(p: number): string {
  return p < 0.001 ? '<0.001' : String(Number(p.toPrecision(2)));
}

function summaryOf(sides: SideNames, distinctive: readonly TestedWord[]): string {
  return wordsBySide(distinctive)
    .map((texts, side) =>
      texts.length === 0 ? '' : `${capitalised(sides[side] as string)}: ${listed(texts.slice(0, 6), 'and')}.`,
    )
    .filter((text) => text !== '')
    .join(' ');
}
