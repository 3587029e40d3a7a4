import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TABLES, type TableName } from '../dataset/model.ts';
import { answerDistribution, QUESTIONS } from './answers.ts';
import type { Cell, Metric } from './definition.ts';
import { INTERVALS } from './intervals.ts';
import { METRICS } from './registry.ts';
import { contextOf, datasetOf, instant, type Row, sliceOf } from './testing.ts';

describe('the registry', () => {
  test('holds the metrics whose ids are promised to readers of the downloads', () => {
    expect(METRICS.map(({ id }) => id)).toEqual([
      'csat',
      'csat_mean',
      'ces',
      'ces_mean',
      'response_rate',
      'first_response_median',
      'first_response_p90',
      'first_response_median_business',
      'first_response_p90_business',
      'resolution_median',
      'resolution_p90',
      'resolution_median_business',
      'resolution_p90_business',
      'fcr_7d_any',
      'fcr_7d_topic',
      'fcr_14d_any',
      'fcr_14d_topic',
      'fcr_30d_any',
      'fcr_30d_topic',
      'fcr_reply',
      'fcr_reopen',
      'fcr_survey',
      'reopen',
      'repeat_contact_7d',
      'transfers',
      'transfers_mean',
      'sla',
      'backlog',
      'open_age_median',
      'open_age_p90',
      'contact_rate',
      'nps',
      'nps_promoters',
      'nps_passives',
      'nps_detractors',
      'emotion',
      'watermelon',
      'watermelon_good',
      'watermelon_mixed',
      'retention',
    ]);
  });

  test('gives each metric a name and a label of its own', () => {
    expect(new Set(METRICS.map(({ name }) => name)).size).toBe(METRICS.length);
    expect(new Set(METRICS.map(({ label }) => label)).size).toBe(METRICS.length);
  });

  test('shows variants in the section of a metric of the same panel that is no variant itself', () => {
    for (const metric of METRICS.filter(({ variantOf }) => variantOf !== undefined)) {
      const lead = METRICS.find(({ id }) => id === metric.variantOf);
      expect(lead?.lens, metric.id).toBe(metric.lens);
      expect(lead?.variantOf, metric.id).toBeUndefined();
    }
  });
});

test('every way to make intervals is used', () => {
  const used = new Set(METRICS.flatMap(({ intervals }) => intervals));
  expect(INTERVALS.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
});

describe.each(METRICS.map((metric) => [metric.id, metric] as const))('%s', (_, metric) => {
  test('asks a question, and says in whole sentences what counts and what decides the period', () => {
    expect(metric.question).toMatch(/^[A-Z].*\?$/);
    const sentences = metric.definition.split(/(?<=\.) /);
    expect(sentences.length).toBeGreaterThanOrEqual(3);
    expect(sentences.at(-1)).toMatch(/\bdecides?\b/);
    for (const text of [metric.definition, metric.interval, metric.source]) expect(text).toMatch(/^[A-Z].*\.$/s);
    for (const text of [metric.name, metric.label, metric.formula, metric.counts])
      expect(text).not.toMatch(/^\s*$|\.$/);
  });

  test('names who counts and what decides the period as the definition does', () => {
    expect(metric.who).toMatch(/^[a-z].*[^.]$/);
    expect(metric.definition.toLowerCase()).toContain(metric.date.toLowerCase());
  });

  test('says how its intervals are made, unless it is a full count', () => {
    expect(metric.intervals.length > 0).toBe(metric.compare !== null);
    expect(INTERVALS.map(({ id }) => id)).toEqual(expect.arrayContaining([...metric.intervals]));
  });

  test('says what others mean by its name in whole sentences', () => {
    for (const { who, what } of metric.elsewhere) {
      expect(who).toMatch(/^[A-Z].*[^.]$/);
      expect(what).toMatch(/^[A-Z0-9“].*\.$/);
    }
  });

  test('needs fields that exist', () => {
    expect(metric.needs.length).toBeGreaterThan(0);
    for (const need of metric.needs.flatMap((text) => text.split(' | '))) {
      const [table, field] = need.split('.') as [TableName, string];
      expect(Object.keys(TABLES[table]), need).toContain(field);
    }
  });

  test('compares where it has a margin and counts where it has none', () => {
    expect(metric.compare === null).toBe(metric.margin === null);
    expect(metric.minimum.compare).toBeGreaterThanOrEqual(metric.minimum.show);
    if (metric.unit === 'duration' && metric.margin !== null) expect(metric.margin).toBeGreaterThan(1);
  });

  test('says in words why it is not available from other data', () => {
    expect(metric.unavailable(contextOf(datasetOf({})))).toMatch(
      /\bno (ticket export|survey export|customer list) has the field `/,
    );
  });
});

/** The four months that the generated data cover. */
const PERIODS = ['2026-01', '2026-02', '2026-03', '2026-04'];

const NAMES = ['ada', 'bo', 'cyd', 'dee', 'eve'];
const name = fc.option(fc.constantFrom(...NAMES), { nil: undefined });
const anyMoment = fc.integer({ min: 0, max: 119 * 24 }).map((hour) => instant('2026-01-01') + hour * 3_600_000);
const iso = (moment: number | undefined) => (moment === undefined ? undefined : new Date(moment).toISOString());
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });

const anyTicket: fc.Arbitrary<Row> = fc
  .record({
    customer_id: name,
    created: anyMoment,
    answeredAfter: maybe(fc.nat(40)),
    solvedAfter: maybe(fc.nat(400)),
    due: maybe(fc.nat(400)),
    cancelled: fc.boolean(),
    channel: fc.constantFrom('email', 'phone', 'chat'),
    category: maybe(fc.constantFrom('billing', 'delivery')),
    reopens: maybe(fc.nat(2)),
    replies: maybe(fc.nat(3)),
    transfers: maybe(fc.nat(2)),
    proactive: fc.boolean(),
    automated: fc.boolean(),
  })
  .map(({ created, answeredAfter, solvedAfter, due, cancelled, ...rest }) => {
    const after = (hours: number | undefined) => iso(hours === undefined ? undefined : created + hours * 3_600_000);
    return {
      ...rest,
      created_at: iso(created),
      first_response_at: after(answeredAfter),
      resolved_at: after(solvedAfter),
      due_at: after(due),
      status: solvedAfter !== undefined ? 'solved' : cancelled ? 'cancelled' : 'open',
    };
  });

const anyResponse: fc.Arbitrary<Row> = fc
  .record({
    customer_id: name,
    at: anyMoment,
    answered: fc.boolean(),
    channel: fc.constantFrom('email', 'phone', 'chat'),
    csat: maybe(fc.integer({ min: 1, max: 5 })),
    ces: maybe(fc.integer({ min: 1, max: 7 })),
    nps: maybe(fc.nat(10)),
    emotion: maybe(fc.integer({ min: -2, max: 2 })),
    resolved_first: maybe(fc.boolean()),
  })
  .map(({ at, answered, csat, ces, nps, emotion, resolved_first, ...rest }) => ({
    ...rest,
    invited_at: iso(at),
    ...(answered ? { submitted_at: iso(at), csat, ces, nps, emotion, resolved_first } : {}),
  }));

const anyCustomers: fc.Arbitrary<Row[]> = fc.tuple(
  ...NAMES.map((customer_id) =>
    fc
      .record({ joined: anyMoment, leftAfter: maybe(fc.nat(2000)), segment: fc.constantFrom('large', 'small') })
      .map(({ joined, leftAfter, segment }) => ({
        customer_id,
        segment,
        joined_at: iso(joined),
        churned_at: iso(leftAfter === undefined ? undefined : joined + leftAfter * 3_600_000),
      })),
  ),
);

const anyTables = fc.record({
  tickets: fc.array(anyTicket, { minLength: 1, maxLength: 40 }),
  // Identifiers settle which of two answers of one moment is the later.
  responses: fc
    .array(anyResponse, { minLength: 1, maxLength: 40 })
    .map((rows) => rows.map((row, index) => ({ ...row, response_id: `r${index}` }))),
  customers: anyCustomers,
});

const COVERAGE = { coverage: ['2026-01-01', '2026-05-01'] } as const;
const halfTime = (from: number, to: number) => (to - from) / 2;

/** Every figure of every metric that the data can give, overall and by each dimension. */
function allFigures(tables: Parameters<typeof datasetOf>[0]): Record<string, readonly Cell[]> {
  const context = contextOf(datasetOf({ ...tables, ...COVERAGE }), halfTime);
  const figures: Record<string, readonly Cell[]> = {};
  for (const metric of METRICS.filter((candidate) => candidate.unavailable(context) === null)) {
    for (const dimension of [null, ...metric.dimensions]) {
      const { values, cells } = metric.estimate(context, sliceOf({ periods: PERIODS, dimension }));
      expect(cells.length).toBe(values.length * PERIODS.length);
      figures[`${metric.id} by ${dimension}`] = cells;
    }
  }
  return figures;
}

describe('every metric', () => {
  test('gives the same figures whatever the order of rows', () => {
    const shuffled = anyTables.chain((tables) =>
      fc.record({
        tables: fc.constant(tables),
        reordered: fc.record({
          tickets: fc.shuffledSubarray(tables.tickets, { minLength: tables.tickets.length }),
          responses: fc.shuffledSubarray(tables.responses, { minLength: tables.responses.length }),
          customers: fc.shuffledSubarray(tables.customers, { minLength: tables.customers.length }),
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ tables, reordered }) => {
        expect(allFigures(reordered)).toEqual(allFigures(tables));
      }),
      { numRuns: 40 },
    );
  });

  test('has counts that add up over the values of a dimension that no row lacks', () => {
    fc.assert(
      fc.property(anyTables, (tables) => {
        const context = contextOf(datasetOf({ ...tables, ...COVERAGE }), halfTime);
        for (const metric of METRICS.filter((candidate) => candidate.unavailable(context) === null)) {
          const dimension = metric.dimensions.includes('channel') ? 'channel' : 'segment';
          const whole = metric.estimate(context, sliceOf({ periods: PERIODS })).cells;
          const parts = metric.estimate(context, sliceOf({ periods: PERIODS, dimension }));
          for (const [period, cell] of whole.entries()) {
            const row = parts.cells.slice(period * parts.values.length, (period + 1) * parts.values.length);
            expect(
              row.reduce((sum, part) => sum + part.n, 0),
              metric.id,
            ).toBe(cell.n);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('has the figures of a value where it is restricted to that value', () => {
    fc.assert(
      fc.property(anyTables, (tables) => {
        const context = contextOf(datasetOf({ ...tables, ...COVERAGE }), halfTime);
        for (const metric of METRICS.filter((candidate) => candidate.unavailable(context) === null)) {
          const dimension = metric.dimensions.includes('channel') ? 'channel' : 'segment';
          const { values, cells } = metric.estimate(context, sliceOf({ dimension }));
          for (const [index, value] of values.entries()) {
            const alone = metric.estimate(context, sliceOf({ where: { [dimension]: value } })).cells[0];
            expect(alone, metric.id).toEqual(cells[index]);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('stays on its scale, with an interval around its value', () => {
    const bounds: Readonly<Record<Metric['unit'], readonly [number, number]>> = {
      share: [0, 1],
      net: [-100, 100],
      score: [1, 7],
      duration: [0, Number.POSITIVE_INFINITY],
      count: [0, Number.POSITIVE_INFINITY],
      rate: [0, Number.POSITIVE_INFINITY],
      coefficient: [-1, 1],
      average: [0, Number.POSITIVE_INFINITY],
    };
    fc.assert(
      fc.property(anyTables, (tables) => {
        for (const [figure, cells] of Object.entries(allFigures(tables))) {
          const unit = METRICS.find(({ id }) => figure.startsWith(`${id} by`))?.unit ?? 'count';
          const [lowest, highest] = bounds[unit];
          for (const { value, low, high, n, customers } of cells) {
            expect(customers, figure).toBeGreaterThanOrEqual(n > 0 && unit !== 'rate' ? 1 : 0);
            if (unit !== 'rate') expect(customers, figure).toBeLessThanOrEqual(n);
            if (value === undefined) continue;
            expect(value, figure).toBeGreaterThanOrEqual(lowest);
            expect(value, figure).toBeLessThanOrEqual(highest);
            // Adjusted Wald is centred on the score with pseudo-answers, so it may leave out an extreme score.
            if (unit === 'net') continue;
            expect(low ?? value, figure).toBeLessThanOrEqual(value + 1e-9);
            expect(high ?? value, figure).toBeGreaterThanOrEqual(value - 1e-9);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('the buckets of every distribution add up to its answers, and are those of the metric', () => {
  fc.assert(
    fc.property(anyTables, (tables) => {
      const dataset = datasetOf({ ...tables, ...COVERAGE });
      const slice = sliceOf({ periods: PERIODS, dimension: 'channel' });
      for (const question of QUESTIONS) {
        const { groups } = answerDistribution(dataset, question, slice);
        for (const { n, buckets } of groups) expect(buckets.reduce((sum, bucket) => sum + bucket.n, 0)).toBe(n);
        const metric = METRICS.find(({ id }) => id === question.replace('_groups', ''));
        if (metric === undefined || metric.unavailable(contextOf(dataset)) !== null) continue;
        expect(groups.map(({ n }) => n)).toEqual(metric.estimate(contextOf(dataset), slice).cells.map(({ n }) => n));
      }
    }),
    { numRuns: 40 },
  );
});
