/**
 * What an analysis is: it answers once for all that the data cover, with several numbers that belong together, where a
 * metric gives one number a period and group.
 */
import type { Period } from '../calendar/period.ts';
import type { Context, Described } from './definition.ts';

/** @typeParam Result plain data, so that another thread can compute it. */
export interface Analysis<Result extends object> extends Described {
  /** What has to be there before anything is said, in words: `100 customers, and 20 for each predictor`. */
  readonly minimum: string;
  /**
   * The result, or what the data lack for it: a field that no source supplies, too few customers, too few months.
   * Nothing in it is suppressed: that is the report's duty.
   */
  analyse(context: Context, span: Span): Result | Lack;
}

/** The periods that an analysis may speak of. */
export interface Span {
  /** Everything that the data cover. */
  readonly all: Period;
  /** Complete months, in order of time. */
  readonly months: readonly Period[];
  /** The last complete period of the report's grain, and the one it is set against: a year earlier, else the one before. */
  readonly latest: Period | null;
  readonly earlier: Period | null;
  /** Why these two may not be set against each other for a metric, to stand after “it”; null where they may. */
  readonly partedBy?: (metric: string) => string | null;
  /** When the series of a metric begins that its latest figure belongs to; at the beginning of the data when left out. */
  readonly since?: (metric: string) => number;
}

/** Why there is no result, in words that name the field or the count that is missing. */
export interface Lack {
  readonly lacks: string;
  /** Of whom or of what it found how many; the report does not tell how many where they are fewer than its minimum base. */
  readonly counted?: { readonly needs: string; readonly found: number };
}

/** Whether an analysis found too little to work on. */
export function isLack(result: object): result is Lack {
  return 'lacks' in result;
}

/** The smallest minimum base that a report may have: how many there are of fewer is told nowhere. */
const SMALLEST_BASE = 10;

/** `it needs 50 customers with two ratings; these data have 12`, for customers and what belongs to them. */
export function tooFew(needed: number, what: string, found: number): Lack {
  const needs = `it needs ${written(needed)} ${what}; these data have`;
  return { lacks: `${needs} ${found === 0 ? 'none' : fewOrCount(found, SMALLEST_BASE)}`, counted: { needs, found } };
}

/** The same for what belongs to nobody, such as months, departments or kinds of cases: each is counted out. */
export function tooShort(needed: number, what: string, found: number): Lack {
  return { lacks: `it needs ${written(needed)} ${what}; these data have ${found === 0 ? 'none' : written(found)}` };
}

/** What is lacking, as a report with that minimum base may tell it. */
export function withoutSmallCount({ lacks, counted }: Lack, minimumBase: number): Lack {
  return {
    lacks:
      counted === undefined || counted.found === 0
        ? lacks
        : `${counted.needs} ${fewOrCount(counted.found, minimumBase)}`,
  };
}

function fewOrCount(found: number, minimumBase: number): string {
  return found < minimumBase ? `fewer than ${written(minimumBase)}` : written(found);
}

function written(count: number): string {
  return count.toLocaleString('en-GB');
}
