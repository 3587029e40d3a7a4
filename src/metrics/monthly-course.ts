/**
 * A metric month by month, and the months in a row in which several have a figure.
 */
import type { Period } from '../calendar/period.ts';
import type { Span } from './analysis.ts';
import type { Context, Metric } from './definition.ts';

/** Fewest customers that make a figure of a month. */
export const FEWEST_ANSWERS = 10;

/** The metric of every month; null where too few customers are behind it, and before the series of its latest figure begins. */
export function monthlyCourse(context: Context, metric: Metric, { months, since }: Span): (number | null)[] {
  const begin = since?.(metric.id) ?? Number.NEGATIVE_INFINITY;
  const { cells } = metric.estimate(context, { periods: months, dimension: null, where: {} });
  return cells.map(({ value, customers }, index) =>
    value === undefined || customers < FEWEST_ANSWERS || (months[index] as Period).start < begin ? null : value,
  );
}

/** Places of the longest run of months in which all series have a figure; of several as long the latest. */
export function longestRun(courses: readonly (readonly (number | null)[] | undefined)[]): number[] {
  let best: number[] = [];
  let run: number[] = [];
  for (const month of (courses[0] ?? []).keys()) {
    const held = courses.every((course) => (course?.[month] ?? null) !== null);
    run = held ? [...run, month] : [];
    if (run.length >= best.length && run.length > 0) best = run;
  }
  return best;
}
