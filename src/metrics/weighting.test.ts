import { describe, expect, test } from 'vitest';
import type { Period } from '../calendar/period.ts';
import { parsePeriodCode } from '../calendar/periods.ts';
import { isLack } from './analysis.ts';
import { experienceWeighting } from './experience/weighting.ts';
import { satisfactionWeighting } from './satisfaction/weighting.ts';
import { contextOf, datasetOf, type Row, type Tables } from './testing.ts';
import type { WeightingResult } from './weighting.ts';

const latest = parsePeriodCode('2026-01', 'UTC') as Period;
const all: Period = { ...latest, grain: 'all', code: 'all', label: 'all', end: Date.UTC(2026, 6, 1) };

function found(tables: Tables, analysis = satisfactionWeighting, last: Period | null = null) {
  return analysis.analyse(contextOf(datasetOf(tables)), { all, months: [], latest: last, earlier: null });
}

function weighted(tables: Tables, analysis = satisfactionWeighting): WeightingResult {
  const result = found(tables, analysis);
  if (isLack(result)) throw new Error(result.lacks);
  return result;
}

/** Answers of one customer each, the first `positive` of them satisfied. */
function answers(count: number, positive: number, more: Row = {}, at = '2026-01-10T10:00:00Z'): Row[] {
  const name = JSON.stringify([more, at]);
  return Array.from({ length: count }, (_, index) => ({
    submitted_at: at,
    customer_id: `${name} ${index}`,
    csat: index < positive ? 5 : 2,
    ...more,
  }));
}

/** 80 business answers, 90% satisfied; 40 private ones, 30% satisfied: 70% of all. */
const TWO_SEGMENTS = [...answers(80, 72, { segment: 'business' }), ...answers(40, 12, { segment: 'private' })];
const margin = (dimension: string, counts: Readonly<Record<string, number>>): Row[] =>
  Object.entries(counts).map(([value, count]) => ({ dimension, value, count }));

describe('with population margins', () => {
  test('answers count as the population is made up', () => {
    const { figures } = weighted({
      responses: TWO_SEGMENTS,
      margins: margin('segment', { business: 500, private: 1000 }),
    });
    const [figure] = figures;
    expect(figure).toMatchObject({
      metric: 'csat',
      basis: 'margins',
      n: 120,
      customers: 120,
      leftOut: { n: 0, customers: 0 },
      margins: [{ name: 'segment', merged: [] }],
      capped: 0,
    });
    expect(figure?.unweighted.value).toBeCloseTo(84 / 120, 12);
    expect(figure?.weighted.value).toBeCloseTo((0.9 + 2 * 0.3) / 3, 6);
    expect(figure?.weighted.low).toBeGreaterThan(0.3);
    expect(figure?.weighted.high).toBeLessThan(0.6);
    // Weights 500/80 and 1000/40 around a mean of 1500/120.
    const [light, heavy, mean] = [500 / 80, 1000 / 40, 1500 / 120];
    expect(figure?.largestWeight).toBeCloseTo(heavy / mean, 6);
    expect(figure?.designEffect).toBeCloseTo((80 * light ** 2 + 40 * heavy ** 2) / 120 / mean ** 2, 6);
    expect(figure?.effectiveN).toBeCloseTo(120 / (figure?.designEffect ?? 0), 9);
  });

  test('of several dimensions every margin is met', () => {
    const responses = [
      ...answers(40, 40, { segment: 'business', channel: 'phone' }),
      ...answers(40, 20, { segment: 'business', channel: 'email' }),
      ...answers(20, 10, { segment: 'private', channel: 'phone' }),
      ...answers(40, 0, { segment: 'private', channel: 'email' }),
    ];
    // Independent in the population, so that the cells are known: but not in the answers, whose odds ratio stays.
    const margins = [
      ...margin('segment', { business: 50, private: 50 }),
      ...margin('channel', { phone: 50, email: 50 }),
    ];
    const [figure] = weighted({ responses, margins }).figures;
    // Odds ratio 2: a cell on the diagonal holds √2 ÷ (1 + √2) of its margin.
    const diagonal = Math.SQRT2 / (1 + Math.SQRT2) / 2;
    const rest = 0.5 - diagonal;
    expect(figure?.weighted.value).toBeCloseTo(diagonal * 1 + rest * 0.5 + rest * 0.5 + diagonal * 0, 5);
    expect(figure?.margins.map(({ name }) => name)).toEqual(['channel', 'segment']);
  });

  test('kinds with fewer than ten customers stand together, with those that nobody answered for', () => {
    const responses = [
      ...TWO_SEGMENTS,
      ...answers(9, 9, { segment: 'partner' }),
      ...answers(4, 4, { segment: 'public' }),
    ];
    const margins = margin('segment', { business: 400, private: 400, partner: 100, public: 60, unheard: 40 });
    const [figure] = weighted({ responses, margins }).figures;
    expect(figure?.margins).toEqual([{ name: 'segment', merged: ['partner', 'public', 'unheard'] }]);
    expect(figure?.weighted.value).toBeCloseTo(0.4 * 0.9 + 0.4 * 0.3 + 0.2 * 1, 6);
  });

  test('too few rare ones take the next rarest with them', () => {
    const responses = [
      ...TWO_SEGMENTS,
      ...answers(12, 12, { segment: 'public' }),
      ...answers(3, 3, { segment: 'partner' }),
    ];
    const margins = margin('segment', { business: 400, private: 400, partner: 100, public: 100 });
    expect(weighted({ responses, margins }).figures[0]?.margins[0]?.merged).toEqual(['partner', 'public']);
  });

  test('answers of none of the population are left out of both figures, and counted', () => {
    const responses = [...TWO_SEGMENTS, ...answers(30, 0, { segment: 'staff' }), ...answers(5, 0)];
    const margins = margin('segment', { business: 50, private: 50, staff: 0 });
    const [figure] = weighted({ responses, margins }).figures;
    expect(figure).toMatchObject({ n: 120, leftOut: { n: 35, customers: 35 } });
    expect(figure?.unweighted.value).toBeCloseTo(84 / 120, 12);
  });

  test('a dimension that few of the answers have is not weighted by', () => {
    const responses = [...TWO_SEGMENTS, ...answers(40, 40)];
    const result = found({ responses, margins: margin('segment', { business: 1, private: 1 }) });
    expect(result).toMatchObject({ lacks: expect.stringContaining('it needs population margins') });
  });

  test('margins that contradict each other weight nothing', () => {
    const responses = [
      ...answers(60, 40, { segment: 'business', channel: 'phone' }),
      ...answers(60, 20, { segment: 'private', channel: 'email' }),
    ];
    const margins = [
      ...margin('segment', { business: 50, private: 50 }),
      ...margin('channel', { phone: 90, email: 10 }),
    ];
    expect(found({ responses, margins })).toMatchObject({ lacks: expect.stringContaining('contradict') });
  });

  test('weights above five times the median are cut to it, and the margins met once more', () => {
    const responses = [...answers(200, 200, { segment: 'business' }), ...answers(10, 0, { segment: 'private' })];
    const [figure] = weighted({ responses, margins: margin('segment', { business: 50, private: 50 }) }).figures;
    expect(figure?.capped).toBe(10);
    expect(figure?.weighted.value).toBeCloseTo(0.5, 5);
  });
});

describe('with the weights of the source', () => {
  test('answers keep them', () => {
    const responses = [...answers(100, 100, { weight: 0.5 }), ...answers(50, 0, { weight: 2 })];
    const [figure] = weighted({ responses }).figures;
    expect(figure).toMatchObject({ basis: 'given', n: 150, margins: [], capped: 0 });
    expect(figure?.weighted.value).toBeCloseTo(50 / 150, 12);
    expect(figure?.designEffect).toBeCloseTo((150 * (100 * 0.25 + 50 * 4)) / 150 ** 2, 12);
    expect(figure?.largestWeight).toBeCloseTo(2, 12);
    expect(figure?.weighted.low).toBeLessThan(1 / 3);
    expect(figure?.weighted.high).toBeGreaterThan(1 / 3);
  });

  test('equal weights change nothing', () => {
    const [figure] = weighted({ responses: answers(120, 84, { weight: 3 }) }).figures;
    expect(figure?.weighted.value).toBeCloseTo(figure?.unweighted.value ?? 0, 12);
    expect(figure?.designEffect).toBeCloseTo(1, 12);
  });

  test('population margins go before them', () => {
    const responses = TWO_SEGMENTS.map((row) => ({ ...row, weight: 1 }));
    const margins = margin('segment', { business: 500, private: 1500 });
    expect(weighted({ responses, margins }).figures[0]?.basis).toBe('margins');
  });

  test('net scores are weighted in points', () => {
    const promoters = answers(100, 0).map((row) => ({ ...row, csat: undefined, nps: 10, weight: 1 }));
    const detractors = answers(50, 0, { segment: 'x' }).map((row) => ({ ...row, csat: undefined, nps: 0, weight: 2 }));
    const [figure] = weighted({ responses: [...promoters, ...detractors] }, experienceWeighting).figures;
    expect(figure?.metric).toBe('nps');
    expect(figure?.unweighted.value).toBeCloseTo(100 / 3, 9);
    expect(figure?.weighted.value).toBeCloseTo(0, 9);
  });
});

describe('without either', () => {
  const ticket = (id: string, channel: string, more: Row = {}): Row => ({
    ticket_id: id,
    customer_id: id,
    channel,
    created_at: '2026-01-05T10:00:00Z',
    resolved_at: '2026-01-06T10:00:00Z',
    ...more,
  });
  const tickets = (channel: string, count: number, more: Row = {}) =>
    Array.from({ length: count }, (_, index) => ticket(`${channel} ${index}`, channel, more));
  const about = (channel: string, count: number, positive: number) =>
    answers(count, positive).map((row, index) => ({
      ...row,
      ticket_id: `${channel} ${index}`,
      customer_id: `${channel} ${index}`,
    }));

  test('answers about tickets stand for all solved tickets of customers, of their kind', () => {
    const [figure] = weighted({
      tickets: [
        ...tickets('phone', 100),
        ...tickets('chatbot', 300),
        ...tickets('letter', 50, { resolved_at: undefined }),
        ...tickets('mailing', 50, { proactive: true }),
      ],
      responses: [...about('phone', 80, 72), ...about('chatbot', 40, 12)],
    }).figures;
    expect(figure).toMatchObject({ basis: 'tickets', n: 120, margins: [{ name: 'channel', merged: [] }] });
    expect(figure?.weighted.value).toBeCloseTo(0.25 * 0.9 + 0.75 * 0.3, 6);
  });

  test('what is not known of a ticket is a kind of its own', () => {
    const more = { first_response_at: '2026-01-05T10:30:00Z' };
    const [figure] = weighted({
      tickets: [...tickets('phone', 100, more), ...tickets('chatbot', 300)],
      responses: [...about('phone', 80, 72), ...about('chatbot', 40, 12)],
    }).figures;
    expect(figure?.margins.map(({ name }) => name)).toEqual(['wait', 'channel']);
    expect(figure?.weighted.value).toBeCloseTo(0.45, 6);
  });

  test('margins of the data that contradict each other are left out, the last first', () => {
    const fast = { first_response_at: '2026-01-05T10:30:00Z' };
    // Nobody who waited for the phone answered: channel and wait cannot both be met.
    const [figure] = weighted({
      tickets: [
        ...tickets('phone', 100, fast),
        ...tickets('chatbot', 300),
        ...Array.from({ length: 200 }, (_, index) => ticket(`slow ${index}`, 'phone')),
      ],
      responses: [...about('phone', 80, 72), ...about('chatbot', 40, 12)],
    }).figures;
    expect(figure?.margins.map(({ name }) => name)).toEqual(['wait']);
  });

  test('other answers stand for all customers of the period, by segment', () => {
    const customers = (segment: string, count: number, more: Row = {}) =>
      Array.from({ length: count }, (_, index) => ({ customer_id: `${segment} ${index}`, segment, ...more }));
    const of = (segment: string, count: number, positive: number) =>
      answers(count, positive).map((row, index) => ({
        ...row,
        csat: undefined,
        nps: index < positive ? 10 : 0,
        customer_id: `${segment} ${index}`,
      }));
    const tables = {
      customers: [
        ...customers('large', 100),
        ...customers('small', 300),
        ...customers('gone', 500, { churned_at: '2025-06-01T00:00:00Z' }),
        ...customers('later', 500, { joined_at: '2026-07-02T00:00:00Z' }),
      ],
      responses: [...of('large', 80, 80), ...of('small', 40, 20)],
    };
    const [figure] = weighted(tables, experienceWeighting).figures;
    expect(figure).toMatchObject({ basis: 'customers', margins: [{ name: 'segment', merged: [] }] });
    expect(figure?.weighted.value).toBeCloseTo(25, 4);
  });

  test('there is nothing to weight to', () => {
    expect(found({ responses: answers(150, 100) })).toMatchObject({
      lacks: expect.stringContaining('it needs population margins, weights of the answers, or solved tickets'),
    });
  });
});

test('fewer than 100 answers are not weighted', () => {
  expect(found({ responses: answers(99, 50, { weight: 1 }) })).toEqual({
    lacks: 'it needs 100 answers that can be weighted; these data have 99',
  });
});

test('answers to items are no answers to the question', () => {
  const items = answers(200, 0, { weight: 5, item: true, touchpoint: 'Door' });
  const [figure] = weighted({ responses: [...answers(100, 50, { weight: 1 }), ...items] }).figures;
  expect(figure).toMatchObject({ n: 100 });
});

test('the latest complete period stands beside the whole, where it has answers enough', () => {
  const responses = [...answers(100, 50, { weight: 1 }), ...answers(100, 100, { weight: 1 }, '2026-03-10T10:00:00Z')];
  const result = found({ responses }, satisfactionWeighting, latest) as WeightingResult;
  expect(result.figures.map(({ period, unweighted }) => [period.code, unweighted.value])).toEqual([
    ['all', 0.75],
    ['2026-01', 0.5],
  ]);
});

test('the same answers give the same interval', () => {
  const tables = { responses: TWO_SEGMENTS, margins: margin('segment', { business: 500, private: 1500 }) };
  expect(weighted(tables)).toEqual(weighted(tables));
});
