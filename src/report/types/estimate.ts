/**
 * Published figures and what may be said of two of them.
 *
 * Everything that leaves the report is already suppressed, worded and rounded only where it says so.
 */
import type { Period } from '../../calendar/period.ts';

export const LENSES = ['satisfaction', 'service', 'experience'] as const;

/** The three panels, always in this order. */
export type Lens = (typeof LENSES)[number];

/**
 * `share` 0 to 1; `net` -100 to 100; `score` on the question's own scale; `duration` seconds; `count`; `rate` per
 * customer and year; `coefficient` without a unit, such as R², a correlation or the area under a curve.
 */
export type Unit = 'share' | 'net' | 'score' | 'duration' | 'count' | 'rate' | 'coefficient' | 'average';

export type Status = 'ok' | 'low_base' | 'suppressed' | 'no_data' | 'not_applicable' | 'provisional';

/** Restriction to one value of each named dimension; empty = everybody. */
export type Filter = Readonly<Record<string, string>>;

/** One published figure in numbers. `status` decides whether the others exist. */
export interface EstimateNumbers {
  readonly metric: string;
  readonly where: Filter;
  readonly period: Period;
  readonly status: Status;
  /** In the metric's unit, full precision. */
  readonly value?: number;
  /** 95 % interval. Absent where the metric is a full count. */
  readonly low?: number;
  readonly high?: number;
  /** Answers, tickets or customers behind the figure. */
  readonly n?: number;
  readonly weighted: boolean;
  /** `wilson`, `t`, `adjusted-wald`, `order-statistic`, `kaplan-meier`, `poisson`, `count`. */
  readonly method: string;
}

/** One published figure in numbers and in words. */
export interface Estimate extends EstimateNumbers {
  /** The figure as a person would say it, with its unit: `81 %`, `+34`, `2 h 40 min`, `[low base]`-marked where due. */
  readonly text: string;
  /** The interval as text: `79 % to 83 %`; empty where there is none. */
  readonly range: string;
  /** `n = 1,204 answers`, `would reveal a group of fewer than 10 customers`. */
  readonly base: string;
}

export type Verdict =
  | 'suppressed'
  | 'insufficient'
  | 'different'
  | 'negligible'
  | 'equivalent'
  | 'undecided'
  /** A full count, or a metric without fields: nothing to test. */
  | 'untested'
  /** A break in the series lies between the two, or in one of them: they may not be compared. */
  | 'broken';

/** What may be said about two estimates. */
export interface Comparison {
  readonly a: Estimate;
  readonly b: Estimate;
  /** b minus a in the metric's unit; for durations b divided by a. */
  readonly difference?: number;
  readonly low?: number;
  readonly high?: number;
  readonly margin: number;
  /** Adjusted by Benjamini and Hochberg within the family of the metric's panel. */
  readonly p?: number;
  readonly verdict: Verdict;
  /** True where a difference is shown by hardly more than the minimum of rows on a side. */
  readonly early?: true;
  /** `better`, `worse` or `neutral`: only for a verdict of `different`. */
  readonly tone: 'better' | 'worse' | 'neutral';
  /** A short phrase: `fell by 6 points`, `no clear change`, `too few answers to say`. */
  readonly phrase: string;
  /** The whole sentence, the only wording pages may use. */
  readonly words: string;
}
