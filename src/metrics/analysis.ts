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
}

/** Whether an analysis found too little to work on. */
export function isLack(result: object): result is Lack {
  return 'lacks' in result;
}

/** `needs 50 customers with two ratings; these data have 12`. */
export function tooFew(needed: number, what: string, found: number): Lack {
  const count = (value: number) => value.toLocaleString('en-GB');
  return { lacks: `it needs ${count(needed)} ${what}; these data have ${found === 0 ? 'none' : count(found)}` };
}
