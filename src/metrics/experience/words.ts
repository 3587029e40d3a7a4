import { benjaminiHochberg } from '../../statistics/multiplicity.ts';
import { wordScores } from '../../statistics/words.ts';
import type { Analysis, Lack } from '../analysis.ts';
import type { Context } from '../definition.ts';
import { missingField } from '../missing-field.ts';
import { type CommentSide, commentSides, type SidesBy } from './comment-sides.ts';

const NEEDS = ['responses.comment', 'responses.nps | responses.csat'];

/** What each side needs before its words are compared. */
const FEWEST_COMMENTS = 50;
const FEWEST_WORDS = 1000;

/** Words that fewer customers use are not tested: no sentence could come of them. */
const FEWEST_CUSTOMERS = 10;

/** A tested word. Nothing in it is suppressed but words that fewer than ten customers use. */
export interface TestedWord {
  readonly word: string;
  /** Distinct customers on both sides together. */
  readonly customers: number;
  /** Customers who use it, of the side with low answers and of the one with high answers. */
  readonly used: readonly [low: number, high: number];
  /** Log-odds ratio over its standard error: positive for words of the side with high answers. */
  readonly z: number;
  /** Adjusted for all words tested (Benjamini and Hochberg). */
  readonly p: number;
}

export interface WordsResult {
  readonly by: SidesBy;
  /** How much each side wrote. */
  readonly sides: readonly [low: SideSize, high: SideSize];
  /** From the most distinctive word of the side with low answers to that of the side with high ones. */
  readonly words: readonly TestedWord[];
  /** Words that ten customers use and that have no text, because they are written like names or stood once a file. */
  readonly nameless: number;
}

export type SideSize = Pick<CommentSide, 'comments' | 'customers' | 'words'>;

/** Words that set the comments of two groups of customers apart (B27). */
export const words: Analysis<WordsResult> = {
  id: 'words',
  name: 'Words that set comments apart',
  label: 'Distinctive words',
  lens: 'experience',
  question: 'Which words do detractors use and promoters not, and the other way round?',
  definition:
    'Comments of promoters (answers 9 and 10) against those of detractors (0 to 6). Where too few of them wrote, ' +
    'comments with a satisfied rating against all others with a rating. A word counts once for each customer of a side, ' +
    'however often it was written. Words of everyday use are not taken out: where both sides use one alike, it is not ' +
    `distinctive. Tested are the words that at least ${FEWEST_CUSTOMERS} customers use on both sides together and that are not written ` +
    'like names; named are those whose p, adjusted for all words tested, is at most 0.05. Everything that the data ' +
    'cover counts.',
  formula:
    'z = (log-odds of the word on one side − on the other) ÷ standard error, with a prior of a tenth of all words',
  who: 'comments of both groups, each word once a customer',
  date: '',
  tex: String.raw`\frac{d_w}{s_w}`,
  symbols: [
    [
      'd_w',
      'log odds of word w in the one group less those in the other, each with the share of all comments added as a prior',
    ],
    ['s_w', 'its standard error'],
  ],
  elsewhere: [],
  needs: NEEDS,
  unit: 'coefficient',
  direction: 'neutral',
  counts: 'comments',
  minimum: `${FEWEST_COMMENTS} comments and ${FEWEST_WORDS.toLocaleString('en-GB')} words on each side; ${FEWEST_CUSTOMERS} customers for each word.`,
  margin: null,
  interval: 'None: a word is named by its p, adjusted for all words tested (Benjamini and Hochberg).',
  source:
    'Monroe, Colaresi & Quinn (2008). The prior is the use of each word on both sides together; its size, a tenth of all ' +
    'words, is this report’s choice.',
  analyse,
};

function analyse({ dataset }: Context): WordsResult | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const pairs = (['nps', 'csat'] as const).map((by) => ({ by, sides: commentSides(dataset, by) }));
  const chosen = pairs.find(({ sides }) => sides.every(isEnough));
  if (chosen === undefined) return tooLittle(pairs);
  return compare(chosen.by, chosen.sides, dataset.responses?.columns.comment?.vocabulary.texts ?? []);
}

function isEnough({ comments, words: count }: CommentSide): boolean {
  return comments >= FEWEST_COMMENTS && count >= FEWEST_WORDS;
}

const SIDES: Readonly<Record<SidesBy, readonly [string, string]>> = {
  nps: ['detractors', 'promoters'],
  csat: ['dissatisfied customers', 'satisfied customers'],
};

/** What each side has of what it needs. */
function tooLittle(pairs: readonly { by: SidesBy; sides: readonly [CommentSide, CommentSide] }[]): Lack {
  const found = pairs
    .filter(({ sides }) => sides.some(({ comments }) => comments > 0))
    .flatMap(({ by, sides }) => sides.map((side, index) => `${SIDES[by][index]} wrote ${sizeOf(side)}`));
  return {
    lacks:
      `it needs ${FEWEST_COMMENTS} comments and ${number(FEWEST_WORDS)} words on each side, a word counted once for each customer; ` +
      (found.length === 0 ? 'in these data there are none' : `in these data ${found.join(', ')}`),
  };
}

/** A handful of comments is not counted out in public. */
function sizeOf({ comments, customers, words: count }: CommentSide): string {
  if (customers < FEWEST_CUSTOMERS) return 'hardly any';
  return `${number(comments)} with ${number(count)} words`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}

function compare(
  by: SidesBy,
  [low, high]: readonly [CommentSide, CommentSide],
  texts: readonly string[],
): WordsResult | Lack {
  const together = low.used.map((count, word) => count + (high.used[word] as number));
  const used = Int32Array.from(together.keys()).filter((word) => (together[word] as number) > 0);
  const pick = (counts: Uint32Array) => counts.filter((_, word) => (together[word] as number) > 0);
  const scores = wordScores(pick(high.used), pick(low.used), pick(together));
  if (scores === null) return { lacks: 'all comments consist of one word' };
  const customersOf = customersOfWords(low, high);
  const common = [...used.entries()].filter(([, word]) => customersOf(word) >= FEWEST_CUSTOMERS);
  const tested = common.filter(([, word]) => texts[word] !== '');
  const adjusted = benjaminiHochberg(tested.map(([index]) => scores.p[index] as number));
  return {
    by,
    sides: [sizes(low), sizes(high)],
    words: tested
      .map(
        ([index, word], place): TestedWord => ({
          word: texts[word] as string,
          customers: customersOf(word),
          used: [low.used[word] as number, high.used[word] as number],
          z: scores.z[index] as number,
          p: adjusted[place] as number,
        }),
      )
      .sort((a, b) => a.z - b.z || (a.word < b.word ? -1 : 1)),
    nameless: common.length - tested.length,
  };
}

function sizes({ comments, customers, words: count }: CommentSide): SideSize {
  return { comments, customers, words: count };
}

/** Distinct customers of a word: those who stand on both sides count once. */
function customersOfWords(low: CommentSide, high: CommentSide): (word: number) => number {
  return (word) => (low.used[word] as number) + (high.used[word] as number) - (low.shared[word] as number);
}
