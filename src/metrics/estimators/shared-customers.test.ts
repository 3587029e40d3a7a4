import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../dataset/dataset.ts';
import { correlatedMeanDifference, type SharedMoments } from '../../statistics/paired-difference.ts';
import type { Cell, Difference, Group, Groups, Metric } from '../definition.ts';
import { nps } from '../experience/nps.ts';
import { csat } from '../satisfaction/csat.ts';
import { csatMean } from '../satisfaction/csat-mean.ts';
import { contextOf, datasetOf, periodOf, type Row, sliceOf } from '../testing.ts';
import type { Sample } from './sample.ts';
import { NOBODY_SHARED, sharedMoments } from './shared-customers.ts';

const FIRST = '2026-01';
const SECOND = '2026-02';

interface Answer {
  readonly customer: number | null;
  readonly month: typeof FIRST | typeof SECOND;
  readonly channel: string;
  readonly csat: number;
}

function rowOf({ customer, month, channel, csat }: Answer): Row {
  return {
    submitted_at: `${month}-10`,
    channel,
    csat,
    ...(customer === null ? {} : { customer_id: `c${String(customer).padStart(3, '0')}` }),
  };
}

const answers = fc.array(
  fc.record({
    customer: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 4 }),
    month: fc.constantFrom(FIRST, SECOND),
    channel: fc.constantFrom('email', 'phone', 'chat'),
    csat: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 60 },
);

/** The answers as they stand, outcome and sample in one. */
function sampleOf(dataset: Dataset): Sample {
  const { columns } = dataset.responses as { columns: { submitted_at: Float64Array; csat: { values: Float64Array } } };
  return { table: 'responses', at: columns.submitted_at, values: columns.csat.values };
}

function groupsOf(dataset: Dataset, a: Group, b: Group): Groups {
  return { context: contextOf(dataset), a, b };
}

/** The same sums, customer by customer from the answers themselves. */
function byHand(all: readonly Answer[], isInA: (a: Answer) => boolean, isInB: (a: Answer) => boolean): SharedMoments {
  const total = { ...NOBODY_SHARED } as { -readonly [K in keyof SharedMoments]: number };
  for (const [customer, own] of Map.groupBy(all, (answer) => answer.customer)) {
    const [a, b] = [own.filter(isInA), own.filter(isInB)];
    if (customer === null || a.length === 0 || b.length === 0) continue;
    const sum = (side: readonly Answer[]) => side.reduce((s, answer) => s + answer.csat, 0);
    total.clusters += 1;
    total.products += sum(a) * sum(b);
    total.sumTimesSize += sum(a) * b.length;
    total.sizeTimesSum += a.length * sum(b);
    total.sizes += a.length * b.length;
  }
  return total;
}

const in1 = { where: {}, period: periodOf(FIRST) };
const in2 = { where: {}, period: periodOf(SECOND) };
const both = periodOf('2026-Q1');

describe('customers on both sides', () => {
  test('of two periods are added up once each', () => {
    fc.assert(
      fc.property(answers, (all) => {
        fc.pre(all.length > 0);
        const dataset = datasetOf({ responses: all.map(rowOf) });
        const expected = byHand(
          all,
          ({ month }) => month === FIRST,
          ({ month }) => month === SECOND,
        );
        expect(sharedMoments(sampleOf(dataset), groupsOf(dataset, in1, in2))).toEqual(expected);
      }),
    );
  });

  test('of two values of a dimension too, in either order', () => {
    fc.assert(
      fc.property(answers, (all) => {
        fc.pre(all.length > 0);
        const dataset = datasetOf({ responses: all.map(rowOf) });
        const sample = sampleOf(dataset);
        const of = (channel: string) => ({ where: { channel }, period: both });
        for (const [a, b] of [
          ['email', 'phone'],
          ['phone', 'email'],
          ['chat', 'phone'],
        ] as const) {
          const expected = byHand(
            all,
            ({ channel }) => channel === a,
            ({ channel }) => channel === b,
          );
          expect(sharedMoments(sample, groupsOf(dataset, of(a), of(b)))).toEqual(expected);
        }
      }),
    );
  });

  test('of one value in two periods are those with that value in both', () => {
    fc.assert(
      fc.property(answers, (all) => {
        fc.pre(all.length > 0);
        const dataset = datasetOf({ responses: all.map(rowOf) });
        const of = (month: string) => ({ where: { channel: 'email' }, period: periodOf(month) });
        const isIn = (wanted: string) => (answer: Answer) => answer.month === wanted && answer.channel === 'email';
        expect(sharedMoments(sampleOf(dataset), groupsOf(dataset, of(SECOND), of(FIRST)))).toEqual(
          byHand(all, isIn(SECOND), isIn(FIRST)),
        );
      }),
    );
  });

  test('groups that differ in period and restriction at once are nothing that anybody compares', () => {
    const dataset = datasetOf({ responses: [{ submitted_at: '2026-01-10', csat: 3 }] });
    const odd = { where: { channel: 'email', segment: 'Fens' }, period: both };
    expect(() => sharedMoments(sampleOf(dataset), groupsOf(dataset, odd, in1))).toThrow('without a common slice');
  });
});

describe('R2 and R3: comparisons of metrics', () => {
  /** Forty customers who answer in both months; the second answers are a few points better for some of them. */
  const again = Array.from({ length: 40 }, (_, index) => {
    const [first, better] = [1 + (index % 5), index % 4 === 0 ? 1 : 0];
    const score = (csatAnswer: number) => ({ csat: csatAnswer, nps: csatAnswer * 2 });
    return [score(first), score(Math.min(5, first + better))] as const;
  });
  const paired = datasetOf({
    responses: again.flatMap((pair, index) => rowsOf(pair, [`c${index + 10}`, `c${index + 10}`])),
  });
  const strangers = datasetOf({
    responses: again.flatMap((pair, index) => rowsOf(pair, [`c${index + 10}`, `d${index + 10}`])),
  });

  function rowsOf(pair: readonly { csat: number; nps: number }[], customers: readonly string[]): Row[] {
    return pair.map((score, index) => ({
      submitted_at: `${[FIRST, SECOND][index]}-10`,
      customer_id: customers[index] as string,
      ...score,
    }));
  }

  function compared(metric: Metric, dataset: Dataset): Difference {
    const [a, b] = metric.estimate(contextOf(dataset), sliceOf({ periods: [FIRST, SECOND] })).cells as [Cell, Cell];
    if (metric.compare === null) throw new Error('a full count');
    return metric.compare(a, b, groupsOf(dataset, in1, in2));
  }

  test.each([csat, csatMean, nps])('$id of the same customers is better known than of different ones', (metric) => {
    const [close, far] = [compared(metric, paired), compared(metric, strangers)];
    expect(close.difference).toBe(far.difference);
    expect(close.p).toBeLessThan(far.p);
    expect(close.high - close.low).toBeLessThan(far.high - far.low);
    expect(close.high90 - close.low90).toBeLessThan(close.high - close.low);
  });

  test('the mean of the same customers is compared by the t test of their differences', () => {
    const differences = again.map(([a, b]) => b.csat - a.csat);
    const mean = differences.reduce((sum, d) => sum + d, 0) / 40;
    const variance = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / 39;
    const [none, own] = [
      { mean: 0, standardError: 0, degreesOfFreedom: 39 },
      { mean, standardError: Math.sqrt(variance / 40), degreesOfFreedom: 39 },
    ];
    const expected = correlatedMeanDifference(none, own, 1e-300);
    const found = compared(csatMean, paired);
    expect(found.p).toBeCloseTo(expected?.p as number, 12);
    expect(found.low).toBeCloseTo(expected?.low as number, 10);
  });

  test('where all customers moved alike the comparison is that of strangers, which has a width', () => {
    const alike = (customers: (index: number) => readonly string[]) =>
      datasetOf({
        responses: Array.from({ length: 40 }, (_, index) => {
          const score = { csat: 1 + (index % 4), nps: 9 };
          return rowsOf([score, { ...score, csat: score.csat + 1 }], customers(index));
        }).flat(),
      });
    const moved = alike((index) => [`c${index + 10}`, `c${index + 10}`]);
    expect(compared(csatMean, moved)).toEqual(
      compared(
        csatMean,
        alike((index) => [`c${index + 10}`, `d${index + 10}`]),
      ),
    );
    expect(compared(nps, moved).high).toBeGreaterThan(0);
  });
});
