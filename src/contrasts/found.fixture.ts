/**
 * What the analysis of a test finds in data that a test writes down.
 */
import type { Period } from '../calendar/period.ts';
import { periodsBetween } from '../calendar/periods.ts';
import { type Analysis, isLack, type Lack, type Span } from '../metrics/analysis.ts';
import { contextOf, datasetOf, instant, type Tables } from '../metrics/testing.ts';

/** Everything between two days, 2026 up to July unless others are given. */
export function spanFor([from, to]: readonly [string, string] = ['2026-01-01', '2026-07-01']): Span {
  const request = { start: instant(from), end: instant(to), zone: 'UTC' };
  return {
    all: periodsBetween({ grain: 'all', ...request })[0] as Period,
    months: periodsBetween({ grain: 'month', ...request }).filter(({ partial }) => !partial),
    latest: null,
    earlier: null,
  };
}

export function foundIn<Result extends object>(analysis: Analysis<Result>, tables: Tables): Result {
  const result = analysis.analyse(contextOf(datasetOf(tables)), spanFor(tables.coverage));
  if (isLack(result)) throw new Error(result.lacks);
  return result;
}

export function lackIn(analysis: Analysis<object>, tables: Tables): string {
  const result = analysis.analyse(contextOf(datasetOf(tables)), spanFor(tables.coverage));
  return (result as Lack).lacks;
}
