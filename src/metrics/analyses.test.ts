import { describe, expect, test } from 'vitest';
import type { Period } from '../calendar/period.ts';
import { periodsBetween } from '../calendar/periods.ts';
import { type Random, seededRandom } from '../statistics/random.ts';
import { ANALYSES } from './analyses.ts';
import { type Analysis, isLack, type Lack, type Span } from './analysis.ts';
import { drivers } from './experience/drivers.ts';
import { lead } from './experience/lead.ts';
import { leaving } from './experience/leaving.ts';
import { peakEnd } from './experience/peak-end.ts';
import { csatDepartments } from './satisfaction/csat-departments.ts';
import { csatMix } from './satisfaction/csat-mix.ts';
import { contextOf, datasetOf, instant, periodOf, type Row, type Tables } from './testing.ts';

/** Everything from 2026-01-01 to 2026-07-01 unless other days are given; the second quarter against the first. */
function spanFor([from, to]: readonly [string, string] = ['2026-01-01', '2026-07-01']): Span {
  const request = { start: instant(from), end: instant(to), zone: 'UTC' };
  return {
    all: periodsBetween({ grain: 'all', ...request })[0] as Period,
    months: periodsBetween({ grain: 'month', ...request }).filter(({ partial }) => !partial),
    latest: periodOf('2026-Q2'),
    earlier: periodOf('2026-Q1'),
  };
}

function found<Result extends object>(
  analysis: Analysis<Result>,
  tables: Tables,
  span = spanFor(tables.coverage),
): Result {
  const result = analysis.analyse(contextOf(datasetOf(tables)), span);
  if (isLack(result)) throw new Error(result.lacks);
  return result;
}

function lackOf(analysis: Analysis<object>, tables: Tables): string {
  return (analysis.analyse(contextOf(datasetOf(tables)), spanFor(tables.coverage)) as Lack).lacks;
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `c${String(index).padStart(4, '0')}`);

/** A day of 2026, counted from 1 January. */
const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number, 12)).toISOString();

const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, Math.round(value)));

describe('every analysis', () => {
  test.each(ANALYSES)('$id says what it lacks of data without its fields', (analysis) => {
    const lacks = lackOf(analysis, { tickets: [{ ticket_id: 't1', created_at: '2026-01-05' }] });
    expect(lacks).toMatch(/^(no .* has the field|it needs)/);
  });

  test('has an id, a name and words of its own', () => {
    expect(new Set(ANALYSES.map(({ id }) => id)).size).toBe(ANALYSES.length);
    expect(new Set(ANALYSES.map(({ name }) => name)).size).toBe(ANALYSES.length);
    for (const { definition, formula, minimum, interval, source } of ANALYSES) {
      for (const words of [definition, formula, minimum, interval, source]) expect(words.length).toBeGreaterThan(10);
    }
  });
});

/** Customers with three ratings each and then a recommendation that follows what `outcome` makes of them. */
function ratedCustomers(count: number, outcome: (ratings: number[], ease: number, random: Random) => number): Row[] {
  const random = seededRandom(5);
  return names(count).flatMap((customer_id) => {
    const ratings = [0, 1, 2].map(() => 1 + random.below(5));
    const ease = 1 + random.below(7);
    return [
      ...ratings.map((csat, index) => ({
        customer_id,
        submitted_at: day(10 + index),
        csat,
        ...(index === 0 ? { ces: ease } : {}),
      })),
      { customer_id, submitted_at: day(40), nps: within(outcome(ratings, ease, random), 0, 10) },
    ];
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('drivers', () => {
  const responses = ratedCustomers(300, (ratings, ease, random) => 2 * mean(ratings) + 0.1 * ease + random.normal());

  test('finds the planted one first, in nearly every resample', () => {
    const { customers, drivers: shares, r2 } = found(drivers, { responses });
    expect(customers).toBe(300);
    expect(shares.map(({ id }) => id)).toEqual(['csat', 'ces']);
    expect(shares[0]?.first).toBeGreaterThan(0.99);
    expect(r2).toBeGreaterThan(0.5);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test('names no first where two weigh alike', () => {
    const alike = ratedCustomers(300, (ratings, ease, random) => mean(ratings) + 0.41 * ease + 2 * random.normal());
    expect(found(drivers, { responses: alike }).drivers[0]?.first).toBeLessThan(0.9);
  });

  test('looks at nothing that came after the answer, nor long before it', () => {
    const late = responses.map((row) => (row.nps === undefined ? { ...row, submitted_at: day(60) } : row));
    expect(lackOf(drivers, { responses: late })).toContain('these data have');
    const early = responses.map((row) =>
      row.nps === undefined ? { ...row, submitted_at: '2025-01-05' } : { ...row, submitted_at: '2026-06-20' },
    );
    expect(lackOf(drivers, { responses: early, coverage: ['2025-01-01', '2026-07-01'] })).toContain('these data have');
  });

  test('needs a hundred customers', () => {
    const few = responses.filter(({ customer_id }) => String(customer_id) < 'c0099');
    expect(lackOf(drivers, { responses: few })).toBe(
      'it needs 100 customers who would recommend or not and of whom two possible drivers are known; these data have 99',
    );
  });
});

describe('peak and end', () => {
  test('finds the last contact where it alone decides', () => {
    const responses = ratedCustomers(200, ([, , last], _, random) => 2 * (last as number) + random.normal() / 2);
    const { end, mean: average, customers } = found(peakEnd, { responses });
    expect(customers).toBe(200);
    expect(end.low).toBeGreaterThan(1 / 3);
    expect(average.share + end.share).toBeGreaterThan(0.9);
  });

  test('does not find it where the mean decides', () => {
    const responses = ratedCustomers(200, (ratings, _, random) => 2 * mean(ratings) + random.normal());
    const result = found(peakEnd, { responses });
    expect(result.end.low).toBeLessThan(1 / 3);
    expect(result.mean.share + result.worst.share + result.end.share).toBeCloseTo(1, 9);
    expect(result.r2OfMean).toBeGreaterThan(result.r2OfPeakEnd);
  });
});

describe('leaving', () => {
  /** Detractors leave within a month with this chance, others with a tenth of it. */
  function customersWho(leave: number): Pick<Tables, 'responses' | 'customers'> {
    const random = seededRandom(9);
    const people = names(400).map((customer_id) => {
      const nps = random.below(11);
      const leaves = random.uniform() < (nps <= 6 ? leave : leave / 10);
      return { customer_id, nps, ...(leaves ? { churned_at: day(30) } : {}) };
    });
    return {
      responses: people.map(({ customer_id, nps }) => ({ customer_id, nps, submitted_at: day(5) })),
      customers: people.map(({ customer_id, churned_at }) => ({ customer_id, joined_at: '2025-01-01', churned_at })),
    };
  }

  test('finds that low scores go with leaving, and how sure that is', () => {
    const [score] = found(leaving, customersWho(0.5)).scores;
    expect(score?.auc).toBeGreaterThan(0.7);
    expect(score?.interval?.low).toBeGreaterThan(0.6);
    expect(score?.fifths[0]?.share).toBeGreaterThan(score?.fifths.at(-1)?.share as number);
  });

  test('counts nobody whose days are not over, and nobody who had left before answering', () => {
    const tables = customersWho(0.5);
    const late = tables.responses?.map((row) => ({ ...row, submitted_at: day(150) }));
    expect(lackOf(leaving, { ...tables, responses: late as Row[] })).toContain('customers who left within 90 days');
    const gone = tables.customers?.map((row) => (row.churned_at ? { ...row, churned_at: day(1) } : row));
    expect(lackOf(leaving, { ...tables, customers: gone as Row[] })).toContain('these data have none');
  });

  test('says nothing from fewer than twenty who left', () => {
    expect(lackOf(leaving, customersWho(0.04))).toMatch(/^it needs 20 customers who left within 90 days of an answer/);
  });
});

describe('the mix', () => {
  /** `n` answers of a kind in a quarter, of which a share is satisfied; every answer from another customer. */
  const answers = (category: string, month: string, n: number, share: number): Row[] =>
    Array.from({ length: n }, (_, index) => ({
      customer_id: `${category}${month}${index}`,
      ticket_id: `${category}${month}${index}`,
      submitted_at: `2026-${month}-10`,
      csat: index < Math.round(n * share) ? 5 : 1,
    }));
  const tables = (parts: readonly Row[][]): Tables => {
    const responses = parts.flat();
    const tickets = responses.map(({ ticket_id, customer_id, submitted_at }) => ({
      ticket_id,
      customer_id,
      created_at: submitted_at,
      category: String(ticket_id).slice(0, 4),
    }));
    return { tickets, responses };
  };

  test('finds a reversal: better in every kind and worse in total', () => {
    const result = found(
      csatMix,
      tables([
        answers('easy', '02', 400, 0.8),
        answers('hard', '02', 100, 0.4),
        answers('easy', '05', 100, 0.9),
        answers('hard', '05', 400, 0.5),
      ]),
    );
    expect(result.reversal).toBe(true);
    expect(result.rateEffect.difference).toBeCloseTo(0.1, 9);
    expect(result.rateB - result.rateA).toBeCloseTo(-0.14, 9);
    expect(result.rateEffect.difference + result.mixEffect.difference).toBeCloseTo(-0.14, 9);
    expect(result.rateEffect.low).toBeGreaterThan(0);
    expect(result.mixEffect.high).toBeLessThan(0);
    expect(result.within?.difference).toBeGreaterThan(0.05);
  });

  test('takes kinds with few answers together, and needs two that have enough', () => {
    const rare = answers('rare', '02', 5, 0.6);
    const parts = [
      answers('easy', '02', 100, 0.8),
      answers('hard', '02', 100, 0.4),
      answers('easy', '05', 100, 0.8),
      answers('hard', '05', 100, 0.4),
    ];
    const result = found(csatMix, tables([...parts, rare]));
    expect(result.strata.map(({ label }) => label)).toEqual(['easy', 'hard', 'All others']);
    expect(result.rare).toBe(5);
    expect(lackOf(csatMix, tables(parts.filter((_, index) => index % 2 === 0)))).toContain('it needs 2 kinds');
  });
});

describe('departments', () => {
  const random = seededRandom(3);
  const departments = (shares: readonly number[]): Tables => ({
    responses: shares.flatMap((share, department) =>
      Array.from({ length: 200 }, (_, index) => ({
        customer_id: `c${department}-${index}`,
        submitted_at: '2026-03-03',
        department: `D${department}`,
        csat: random.uniform() < share ? 5 : 1,
      })),
    ),
  });

  test('that differ are told from those that do not', () => {
    const differing = found(csatDepartments, departments([0.5, 0.6, 0.7, 0.8, 0.9]));
    expect(differing.p).toBeLessThan(0.001);
    expect(differing.icc).toBeGreaterThan(0.05);
    const alike = found(csatDepartments, departments([0.7, 0.7, 0.7, 0.7, 0.7]));
    expect(alike.p).toBeGreaterThan(0.01);
    expect(alike.icc).toBeLessThan(0.02);
  });

  test('take a customer once, however many answers there are', () => {
    const once = departments([0.5, 0.6, 0.7, 0.8, 0.9]);
    const thrice = { responses: once.responses?.flatMap((row) => [row, row, row]) as Row[] };
    expect(found(csatDepartments, thrice).icc).toBeCloseTo(found(csatDepartments, once).icc, 12);
  });

  test('are needed in fives', () => {
    expect(lackOf(csatDepartments, departments([0.5, 0.9]))).toContain('it needs 5 departments with 10 customers each');
  });
});

describe('a lead', () => {
  /** Monthly shares of satisfied answers and of promoters, the second following the first after two months. */
  function months(count: number, follows: boolean, seed = 17): Tables {
    const random = seededRandom(seed);
    const mood = Array.from({ length: count + 2 }, () => random.normal());
    const start = (month: number) => new Date(Date.UTC(2022, month, 10)).toISOString();
    const responses = Array.from({ length: count }, (_, month) => {
      const own = mood[month + 2] as number;
      const before = follows ? (mood[month] as number) : random.normal();
      return Array.from({ length: 40 }, (_, index): Row[] => [
        { customer_id: `a${month}-${index}`, submitted_at: start(month), csat: index < 20 + 6 * own ? 5 : 1 },
        { customer_id: `b${month}-${index}`, submitted_at: start(month), nps: index < 20 + 6 * before ? 10 : 0 },
      ]).flat();
    }).flat();
    const end = new Date(Date.UTC(2022, count, 1)).toISOString().slice(0, 10);
    return { responses, coverage: ['2022-01-01', end] };
  }

  test('of two months is found in four years of months', () => {
    const { strongest, p } = found(lead, months(48, true));
    expect(strongest.lag).toBe(2);
    expect(p).toBeLessThan(0.05);
  });

  test('is not found where there is none', () => {
    const p = [1, 2, 3].map((seed) => found(lead, months(48, false, seed)).p);
    expect(p.filter((each) => each <= 0.05).length).toBeLessThan(2);
  });

  test('is not looked for in less than three years', () => {
    expect(lackOf(lead, months(24, true))).toBe(
      'it needs 36 complete months in a row with answers to both questions; these data have 24',
    );
  });
});
