/**
 * Comments of customers with low answers and of those with high ones: how much each side wrote, and how many of its
 * customers use each word.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { positiveAnswers } from '../estimators/positive-answers.ts';
import type { Sample } from '../estimators/sample.ts';
import { npsAnswers } from './nps-answers.ts';

/** The answer that parts the sides: detractors and promoters, or not satisfied and satisfied. */
export type SidesBy = 'nps' | 'csat';

export interface CommentSide {
  /** Comments with at least one word. */
  readonly comments: number;
  readonly customers: number;
  /** Words, each once for each customer. */
  readonly words: number;
  /** By word of the vocabulary: customers of the side who use it. */
  readonly used: Uint32Array;
  /** By word: customers who use it on both sides; the same for both. */
  readonly shared: Uint32Array;
}

/** Code of the answers of each side; what has another code, such as a passive's, is on none. */
const CODES: Readonly<Record<SidesBy, readonly [low: number, high: number]>> = { nps: [-1, 1], csat: [0, 1] };

/** On which side a row stands by its own answer: 0 = low, 1 = high, null = on none. */
export type SideOf = (row: number) => 0 | 1 | null;

/** The side of every row of the responses. */
export function answerSides(dataset: Dataset, by: SidesBy): SideOf {
  const { values } = sampleOf(dataset, by);
  const [low, high] = CODES[by];
  return (row) => (values[row] === low ? 0 : values[row] === high ? 1 : null);
}

/** A comment belongs to the answer that stands in its row. */
export function commentSides(dataset: Dataset, by: SidesBy): readonly [low: CommentSide, high: CommentSide] {
  return sidesOfComments(dataset, answerSides(dataset, by));
}

/** Comments by the side that each row stands on; null = on none. */
export function sidesOfComments(
  { responses }: Dataset,
  sideOf: SideOf,
): readonly [low: CommentSide, high: CommentSide] {
  const column = responses?.columns.comment;
  const size = column?.vocabulary.texts.length ?? 0;
  const shared = new Uint32Array(size);
  const tallies = [new SideTally(size), new SideTally(size)] as const;
  if (responses !== null && column !== undefined) {
    for (let row = 0; row < responses.rows; row++) {
      const side = sideOf(row);
      if (side === null) continue;
      const own = tallies[side];
      const other = tallies[1 - side] as SideTally;
      // Rows of one customer stand together, those without a customer are one each.
      const customer = responses.customer[row] as number;
      const who = customer < 0 ? responses.rows + row : customer;
      const from = column.starts[row] as number;
      const to = column.starts[row + 1] as number;
      if (to > from) own.comment(who);
      for (let at = from; at < to; at++) {
        const word = column.codes[at] as number;
        if (own.use(word, who) && other.last[word] === who) shared[word] = (shared[word] as number) + 1;
      }
    }
  }
  const [low, high] = tallies;
  return [low.side(shared), high.side(shared)];
}

function sampleOf(dataset: Dataset, by: SidesBy): Sample {
  return by === 'nps' ? npsAnswers(dataset).sample : positiveAnswers(dataset, 'csat');
}

class SideTally {
  /** By word: the customer who used it last. */
  readonly last: Int32Array;
  readonly #used: Uint32Array;
  #comments = 0;
  #customers = 0;
  #lastCustomer = -1;
  #words = 0;

  constructor(size: number) {
    this.last = new Int32Array(size).fill(-1);
    this.#used = new Uint32Array(size);
  }

  comment(who: number): void {
    this.#comments++;
    if (this.#lastCustomer !== who) this.#customers++;
    this.#lastCustomer = who;
  }

  /** Whether the customer had not used the word on this side yet. */
  use(word: number, who: number): boolean {
    if (this.last[word] === who) return false;
    this.last[word] = who;
    this.#used[word] = (this.#used[word] as number) + 1;
    this.#words++;
    return true;
  }

  side(shared: Uint32Array): CommentSide {
    return {
      comments: this.#comments,
      customers: this.#customers,
      words: this.#words,
      used: this.#used,
      shared,
    };
  }
}
