/**
 * Words that two sides of comments use differently often.
 */
import { benjaminiHochberg } from '../../statistics/multiplicity.ts';
import { type WordScores, wordScores } from '../../statistics/words.ts';
import type { CommentSide } from './comment-sides.ts';

/** What each side needs before its words are compared. */
export const FEWEST_COMMENTS = 50;
export const FEWEST_WORDS = 1000;

/** Words that fewer customers use are not tested: no sentence could come of them. */
export const FEWEST_CUSTOMERS = 10;

/** Of a word that fewer customers use, nobody is told that all of them, or nearly all, stand on one side. */
const SMALL_GROUP = 30;

/** A tested word. What may not be told of it is not taken out, save from its z. */
export interface TestedWord {
  readonly word: string;
  /** Distinct customers on both sides together. */
  readonly customers: number;
  /** Customers who use it, of the side with low answers and of the one with high answers. */
  readonly used: readonly [low: number, high: number];
  /** Where a small group stands on one side nearly as a whole: more customers of the other than use it. Null elsewhere. */
  readonly fewer: number | null;
  /**
   * Log-odds ratio over its standard error: positive for words of the side with high answers. With `fewer` it is the one that
   * so many customers would give, which lies nearer to 0: from the exact one the numbers could be worked out.
   */
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
 * @returns null when no two words are used by two customers each.
 */
export function comparedWords(
  [low, high]: readonly [CommentSide, CommentSide],
  texts: readonly string[],
  leftOut: ReadonlySet<string> = new Set(),
): ComparedWords | null {
  const together = low.used.map((count, word) => count + (high.used[word] as number));
  const customersOf = customersOfWords(low, high);
  // What one customer alone writes says nothing of a side, and a single long letter would make all other words look rare.
  const isUsed = (word: number) => customersOf(word) > 1 && !leftOut.has(texts[word] as string);
  const used = Int32Array.from(together.keys()).filter(isUsed);
  const pick = (counts: Uint32Array) => counts.filter((_, word) => isUsed(word));
  const scores = wordScores(pick(high.used), pick(low.used), pick(together));
  const fewerOf = (word: number) =>
    fewerThan(customersOf(word), Math.min(low.used[word] as number, high.used[word] as number));
  const bounds = boundScores([low, high], together, fewerOf, pick);
  if (scores === null || bounds === null) return null;
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
          fewer: fewerOf(word),
          z: (fewerOf(word) === null ? scores : bounds).z[index] as number,
          p: adjusted[place] as number,
        }),
      )
      .sort((a, b) => a.z - b.z || (a.word < b.word ? -1 : 1)),
    nameless: common.length - tested.length,
  };
}

/** How many customers of the rarer side are told to be fewer; null where numbers may be told. */
function fewerThan(customers: number, rarer: number): number | null {
  if (customers < FEWEST_CUSTOMERS || customers >= SMALL_GROUP) return null;
  const fewer = Math.max(2, Math.ceil(customers / 10));
  return rarer < fewer ? fewer : null;
}

/** Scores as if each word with a bound were used by so many customers of the rarer side. */
function boundScores(
  [low, high]: readonly [CommentSide, CommentSide],
  together: Uint32Array,
  fewerOf: (word: number) => number | null,
  pick: (counts: Uint32Array) => Uint32Array,
): WordScores | null {
  const counts = [low.used.slice(), high.used.slice()] as const;
  for (const [word, all] of together.entries()) {
    const fewer = fewerOf(word);
    if (fewer === null) continue;
    const rarer = (low.used[word] as number) < (high.used[word] as number) ? 0 : 1;
    counts[rarer][word] = fewer;
    (counts[1 - rarer] as Uint32Array)[word] = all - fewer;
  }
  return wordScores(pick(counts[1]), pick(counts[0]), pick(together));
}

function sizes({ comments, customers, words: count }: CommentSide): SideSize {
  return { comments, customers, words: count };
}

/** Distinct customers of a word: those who stand on both sides count once. */
function customersOfWords(low: CommentSide, high: CommentSide): (word: number) => number {
  return (word) => (low.used[word] as number) + (high.used[word] as number) - (low.shared[word] as number);
}
