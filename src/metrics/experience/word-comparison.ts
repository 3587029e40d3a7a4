/**
 * Words that two sides of comments use differently often.
 */
import { benjaminiHochberg } from '../../statistics/multiplicity.ts';
import { wordScores } from '../../statistics/words.ts';
import type { CommentSide } from './comment-sides.ts';

/** What each side needs before its words are compared. */
export const FEWEST_COMMENTS = 50;
export const FEWEST_WORDS = 1000;

/** Words that fewer customers use are not tested: no sentence could come of them. */
export const FEWEST_CUSTOMERS = 10;

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

export type SideSize = Pick<CommentSide, 'comments' | 'customers' | 'words'>;

export interface ComparedWords {
  /** How much each side wrote. */
  readonly sides: readonly [low: SideSize, high: SideSize];
  /** From the most distinctive word of the side with low answers to that of the side with high ones. */
  readonly words: readonly TestedWord[];
  /** Words that ten customers use and that have no text, because they are written like names or stood once a file. */
  readonly nameless: number;
}

/** Whether a side wrote enough for its words to be compared. */
export function isEnough({ comments, words: count }: CommentSide): boolean {
  return comments >= FEWEST_COMMENTS && count >= FEWEST_WORDS;
}

/** How much a side wrote, in words: a handful of comments is not counted out in public. */
export function sizeWords({ comments, customers, words }: SideSize): string {
  if (customers < FEWEST_CUSTOMERS) return 'hardly any';
  return `${comments.toLocaleString('en-GB')} with ${words.toLocaleString('en-GB')} words`;
}

/**
 * Tests every word that ten customers use on both sides together (B27), all adjusted together.
 *
 * @param texts by word; empty = not to be named.
 * @param leftOut words that are taken out of the comments before anything is counted.
 * @returns null when all comments consist of one word.
 */
export function comparedWords(
  [low, high]: readonly [CommentSide, CommentSide],
  texts: readonly string[],
  leftOut: ReadonlySet<string> = new Set(),
): ComparedWords | null {
  const together = low.used.map((count, word) => count + (high.used[word] as number));
  const isUsed = (word: number) => (together[word] as number) > 0 && !leftOut.has(texts[word] as string);
  const used = Int32Array.from(together.keys()).filter(isUsed);
  const pick = (counts: Uint32Array) => counts.filter((_, word) => isUsed(word));
  const scores = wordScores(pick(high.used), pick(low.used), pick(together));
  if (scores === null) return null;
  const customersOf = customersOfWords(low, high);
  const common = [...used.entries()].filter(([, word]) => customersOf(word) >= FEWEST_CUSTOMERS);
  const tested = common.filter(([, word]) => texts[word] !== '');
  const adjusted = benjaminiHochberg(tested.map(([index]) => scores.p[index] as number));
  return {
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
