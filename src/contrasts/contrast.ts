/**
 * What a contrast is: a statement about satisfaction, service and experience, put to the test on the company's own data.
 */
import type { Analysis } from '../metrics/analysis.ts';

/**
 * One question that a contrast puts to the data. What is computed is its analysis; the test adds when its sentence may be
 * said and what may lead a reader astray.
 *
 * @typeParam Result what the analysis finds.
 */
export interface ContrastTest<Result extends object> {
  /** Part of the contract, and the anchor on its page: `c7a`. */
  readonly id: string;
  readonly analysis: Analysis<Result>;
  /** The rule for its sentence, in words that a reader can check: what has to be shown, with every bound. */
  readonly saidWhen: string;
  /** What may lead a reader astray, a sentence each. */
  readonly pitfalls: readonly string[];
}

/** How what was found bears on the idea. */
export type Reading =
  /** The data show what is commonly said. */
  | 'supports'
  /** They show the opposite, or that there is no such difference. */
  | 'contradicts'
  /** They were enough to ask and do not settle it. */
  | 'open'
  /** A description that neither supports nor contradicts. */
  | 'describes';

/** What all readings of a contrast's tests come to. */
export const OUTCOMES = ['holds', 'mixed', 'contradicted', 'open', 'described', 'untold'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Something to do: judgement, not measurement. */
export interface Practice {
  readonly text: string;
  /** The outcomes that it fits. */
  readonly fits: readonly Outcome[];
  /** The metric or analysis that would show whether it works here. */
  readonly metric: string;
}

/** A page of tests. */
export interface Topic {
  /** Part of the contract, and its place on the site: `focus`. */
  readonly id: string;
  readonly name: string;
  /** The reader's question, as one sentence. */
  readonly question: string;
  /** What is commonly said, in two or three sentences of our own. */
  readonly idea: readonly string[];
  readonly tests: readonly ContrastTest<object>[];
  /**
   * Of a page whose tests stand each for itself, what they are, plural: `things that both are said to share`. The page's
   * answer then counts them, and none of them decides for the others.
   */
  readonly counted?: string;
  readonly practices: readonly Practice[];
}

/** Something that is commonly recommended, and what of this report would show whether it works here. */
export interface Way {
  readonly name: string;
  /** What it is about, in one or two sentences of our own. */
  readonly text: string;
  /** Tests, analyses, metrics and contrasts by their ids, in the order in which a reader wants them. */
  readonly shownBy: readonly string[];
}

/** Which two views a contrast sets against each other. */
export type ContrastGroup = 'satisfaction and experience' | 'experience and service';

export interface Contrast extends Topic {
  readonly group: ContrastGroup;
  /** What is said of the first view of the group's name and of the second, a few words each. */
  readonly sides: readonly [first: string, second: string];
}
