import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { additivityOf, outcomesOf } from './additivity.ts';
import type { Cell, Metric } from './definition.ts';
import { METRICS } from './registry.ts';
import { contextOf, datasetOf, type Row, sliceOf } from './testing.ts';

const MONTHS = ['2026-01', '2026-02', '2026-03'];
const SEGMENTS = ['large', 'small'];
const day = fc.integer({ min: 0, max: 89 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n, 9)).toISOString());
const later = (from: string, hours: number) => new Date(Date.parse(from) + hours * 3_600_000).toISOString();
const who = fc.nat(5).map((n) => `c${n}`);

const ticket: fc.Arbitrary<Row> = fc
  .tuple(who, day, fc.nat(900), fc.constantFrom(...SEGMENTS), fc.nat(2), fc.nat(3))
  .map(([customer_id, created_at, hours, segment, reopens, replies]) => ({
    customer_id,
    created_at,
    segment,
    reopens,
    replies,
    category: 'billing',
    transfers: reopens,
    first_response_at: later(created_at, 1 + hours / 9),
    resolved_at: later(created_at, 2 + hours),
    due_at: later(created_at, 300),
    status: 'solved',
  }));

const response: fc.Arbitrary<Row> = fc
  .tuple(who, day, fc.constantFrom(...SEGMENTS), fc.nat(10), fc.boolean())
  .map(([customer_id, submitted_at, segment, nps, answered]) => ({
    customer_id,
    segment,
    invited_at: submitted_at,
    ...(answered
      ? { submitted_at, nps, csat: 1 + (nps % 5), ces: 1 + (nps % 7), emotion: (nps % 5) - 2 }
      : { csat: undefined }),
  }));

const customers: readonly Row[] = Array.from({ length: 6 }, (_, n) => ({
  customer_id: `c${n}`,
  segment: SEGMENTS[n % 2],
  joined_at: `2025-${String(1 + n).padStart(2, '0')}-01`,
  ...(n < 3 ? { churned_at: `2026-0${n + 1}-15` } : {}),
}));

const contexts = fc
  .record({
    tickets: fc.array(ticket, { minLength: 12, maxLength: 40 }),
    responses: fc.array(response, { minLength: 12, maxLength: 40 }),
  })
  .map((tables) =>
    contextOf(
      datasetOf({ ...tables, customers, coverage: ['2026-01-01', '2026-04-01'] }),
      (from, to) => (to - from) / 2,
    ),
  );

/** Months, the quarter that they make, and the segments of the quarter. */
function figuresOf(metric: Metric, context: ReturnType<typeof contextOf>) {
  const cells = (periods: string[], dimension: 'segment' | null): readonly Cell[] =>
    metric.estimate(context, sliceOf({ periods, dimension })).cells;
  return {
    months: cells(MONTHS, null),
    quarter: cells(['2026-Q1'], null)[0] as Cell,
    segments: cells(['2026-Q1'], 'segment'),
  };
}

const total = (cells: readonly Cell[]) => cells.reduce((sum, { n }) => sum + n, 0);
const outcomes = (metric: Metric, cells: readonly Cell[]) =>
  cells.reduce((sum, cell) => sum + (outcomesOf(metric, cell)?.[0] ?? 0), 0);

describe.each(METRICS.map((metric) => [metric.id, metric] as const))('%s adds up as it declares', (_, metric) => {
  const adds = additivityOf(metric);

  test(`over periods: ${adds.overPeriods}`, () => {
    let told = 0;
    fc.assert(
      fc.property(contexts, (context) => {
        if (metric.unavailable(context) !== null) return;
        const { months, quarter } = figuresOf(metric, context);
        if (adds.overPeriods === 'sum') expect(total(months)).toBe(quarter.n);
        if (adds.overPeriods === 'last') expect(months.at(-1)?.n).toBe(quarter.n);
        if (adds.overPeriods !== 'sum' && total(months) !== quarter.n) told++;
      }),
      { numRuns: 25 },
    );
    // What is not a sum is shown not to be one; a variant counts what its metric counts.
    if (adds.overPeriods !== 'sum' && metric.variantOf === undefined) expect(told).toBeGreaterThan(0);
  });

  test(`outcomes: ${adds.outcomes}`, () => {
    fc.assert(
      fc.property(contexts, (context) => {
        if (metric.unavailable(context) !== null || !adds.outcomes) return;
        const { months, quarter, segments } = figuresOf(metric, context);
        expect(outcomes(metric, segments)).toBe(outcomes(metric, [quarter]));
        if (adds.overPeriods === 'sum') expect(outcomes(metric, months)).toBe(outcomes(metric, [quarter]));
      }),
      { numRuns: 25 },
    );
  });

  test('over the values of a dimension', () => {
    fc.assert(
      fc.property(contexts, (context) => {
        if (metric.unavailable(context) !== null) return;
        const { quarter, segments } = figuresOf(metric, context);
        expect(total(segments)).toBe(quarter.n);
      }),
      { numRuns: 25 },
    );
  });
});

describe('outcomes', () => {
  test('of a share are successes and failures, of a net score the distances from its ends', () => {
    expect(outcomesOf({ unit: 'share' }, { n: 20, customers: 20, value: 0.35, method: '' })).toEqual([7, 13]);
    // Six promoters, three passives, one detractor: 50 of the 100 points above nothing, 25 below the top.
    expect(outcomesOf({ unit: 'net' }, { n: 10, customers: 10, value: 50, method: '' })).toEqual([7.5, 2.5]);
    expect(outcomesOf({ unit: 'share' }, { n: 0, customers: 0, method: '' })).toEqual([0, 0]);
  });

  test('are not to be had of medians, nor of a share that is no count of rows', () => {
    expect(outcomesOf({ unit: 'duration' }, { n: 20, customers: 20, value: 3600, method: '' })).toBeNull();
    const estimated = { unit: 'share', adds: { outcomes: false } } as const;
    expect(outcomesOf(estimated, { n: 20, customers: 20, value: 0.351, method: '' })).toBeNull();
  });
});
