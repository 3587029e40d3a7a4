import { expect, test } from 'vitest';
import type { Span } from './analysis.ts';
import { monthlyCourse } from './monthly-course.ts';
import { csat } from './satisfaction/csat.ts';
import { contextOf, datasetOf, type Row, sliceOf } from './testing.ts';

const MONTHS = ['2026-01', '2026-02', '2026-03'];

const answers = MONTHS.flatMap((month) =>
  Array.from(
    { length: 12 },
    (_, index): Row => ({ customer_id: `c${index}`, submitted_at: `${month}-10T09:00:00Z`, csat: 5 }),
  ),
);

test('months before the series of the latest figure begins have no value beside the others', () => {
  const context = contextOf(datasetOf({ responses: answers }));
  const { periods: months } = sliceOf({ periods: MONTHS });
  const span = (since?: Span['since']) => ({ months, ...(since === undefined ? {} : { since }) }) as Span;
  expect(monthlyCourse(context, csat, span())).toEqual([1, 1, 1]);
  expect(
    monthlyCourse(
      context,
      csat,
      span(() => Date.UTC(2026, 1, 1)),
    ),
  ).toEqual([null, 1, 1]);
});
