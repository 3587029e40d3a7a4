/**
 * Contrasts as pages show them: the idea, its tests on the company's data, the answer.
 */
import type { ContrastGroup, Outcome, Reading } from '../../contrasts/contrast.ts';
import type { Quantity } from './analysis-figure.ts';
import type { Verdict } from './estimate.ts';
import type { Figure } from './figure.ts';
import type { MetricCard } from './metric-card.ts';

export type { ContrastGroup, Outcome, Reading };

/** The number that decides a test, with everything a reader needs to weigh it. */
export interface Effect {
  /** What it is, with a capital: `Difference in detractors`. */
  readonly name: string;
  readonly quantity: Quantity;
  readonly method: string;
  /** The smallest size that matters, in words; empty where nothing is compared. */
  readonly margin: string;
  /** Adjusted within the page; absent where nothing is compared. */
  readonly p?: number;
  /** The same as a small picture; null for what has no scale of its own, such as a wait. */
  readonly picture: EffectPicture | null;
}

/** Value and interval on a line from one end to the other. */
export interface EffectPicture {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly from: number;
  readonly to: number;
  /** Of a comparison: within so much of nothing a difference is too small to matter. */
  readonly margin: number | null;
}

/** One test: what was asked, of whom, and what the data say. */
export interface TestReport {
  /** `c7a`, and the anchor on the page. */
  readonly id: string;
  readonly card: MetricCard;
  readonly saidWhen: string;
  readonly pitfalls: readonly string[];
  /** Null where the data cannot be asked, or may not be. */
  readonly answer: TestAnswer | null;
  /** Without an answer: why, and what the data would have to hold; else empty. */
  readonly missing: string;
}

export interface TestAnswer {
  readonly reading: Reading;
  /** The rung of the ladder. */
  readonly verdict: Verdict;
  /** The reading in a word or two: `as said`, `not settled`. */
  readonly readingWords: string;
  /** The finding as a heading, at most 15 words. */
  readonly headline: string;
  /** The one sentence that may be said, with its full stop. */
  readonly statement: string;
  /** What stands behind it. */
  readonly sentences: readonly string[];
  readonly effect: Effect | null;
  readonly figures: readonly Figure[];
}

/** A page of tests. */
export interface TopicReport {
  readonly id: string;
  /** Site path without base: `/contrasts/focus/`. */
  readonly path: string;
  readonly name: string;
  readonly question: string;
  readonly idea: readonly string[];
  readonly outcome: Outcome;
  /** The outcome in a few words: `Holds here`. */
  readonly outcomeWords: string;
  /** The page's question answered in one or two sentences. */
  readonly answer: string;
  /** The test that decides the answer; null where none was answered. */
  readonly decided: TestReport | null;
  /** How clear the answer is: margins between the nearer end of the deciding interval and nothing; 0 where nothing is shown. */
  readonly clarity: number;
  readonly tests: readonly TestReport[];
  /** What to do, fitting the outcome: judgement, not measurement. */
  readonly practices: readonly { readonly text: string; readonly metric: MetricCard | null }[];
}

export interface ContrastReport extends TopicReport {
  readonly group: ContrastGroup;
  readonly sides: readonly [first: string, second: string];
}

/** Something commonly recommended, with what the report says of it. */
export interface WayReport {
  readonly name: string;
  readonly text: string;
  /** In the order in which a reader wants them: what would show whether it works here. */
  readonly shown: readonly {
    /** What it is: a test, an analysis, a metric or a contrast. */
    readonly name: string;
    /** Site path without base, with its anchor. */
    readonly href: string;
    /** What is said of it, with its full stop. */
    readonly sentence: string;
  }[];
}
