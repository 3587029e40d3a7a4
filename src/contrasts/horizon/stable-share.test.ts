import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { type Random, seededRandom } from '../../statistics/random.ts';
import { varianceComponents } from '../../statistics/variance-components.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { stableShare } from './stable-share.ts';

const { analysis } = stableShare;

type Pair = readonly [number, number];

/** Two ratings of contacts and two recommendations of each customer, both eighty days apart. */
function twice(count: number, ratings: (random: Random) => Pair, answers: (random: Random) => Pair): Tables {
  const random = seededRandom(6);
  const rows = Array.from({ length: count }, (_, index): Row[] => {
    const customer_id = `c${index}`;
    const [csat, nps] = [ratings(random), answers(random)];
    return [0, 1].flatMap((time) => {
      const [day, other] = [time === 0 ? '2026-01-20' : '2026-04-10', time === 0 ? '2026-01-25' : '2026-04-15'];
      return [
        { customer_id, submitted_at: day, csat: csat[time] },
        { customer_id, submitted_at: other, nps: nps[time] },
      ];
    });
  });
  return { responses: rows.flat() };
}

const fresh =
  (highest: number) =>
  (random: Random): Pair => [1 + random.below(highest), 1 + random.below(highest)];
/** Mostly the same again. */
const lasting =
  (highest: number) =>
  (random: Random): Pair => {
    const value = 1 + random.below(highest);
    return [value, random.below(5) === 0 ? 1 + random.below(highest) : value];
  };

describe('the stable share', () => {
  test('is the intraclass correlation of two answers', () => {
    const tables = twice(200, fresh(5), lasting(10));
    const { measures, gap } = foundIn(analysis, tables);
    const byCustomer = Map.groupBy(
      (tables.responses ?? []).filter(({ nps }) => nps !== undefined),
      ({ customer_id }) => customer_id,
    );
    const groups = [...byCustomer.values()].map((rows) => {
      const values = rows.map(({ nps }) => nps as number);
      return {
        n: 2,
        sum: values.reduce((sum, value) => sum + value, 0),
        sumOfSquares: values.reduce((sum, value) => sum + value * value, 0),
      };
    });
    const [nps, csat] = measures;
    expect(nps?.share).toBeCloseTo(varianceComponents(groups)?.intraclass as number, 10);
    expect(measures.map(({ score, customers }) => [score, customers])).toEqual([
      ['nps', 200],
      ['csat', 200],
    ]);
    expect(gap.difference).toBeCloseTo((nps?.share ?? 0) - (csat?.share ?? 0), 10);
  });

  test('of loyalty is said to last where it does', () => {
    expect(testedOn(twice(200, fresh(5), lasting(10)), 'c3a').answer).toMatchObject({
      reading: 'supports',
      verdict: 'different',
      headline: 'Satisfaction is of the moment, loyalty lasts',
    });
  });

  test('of satisfaction may be the larger', () => {
    expect(testedOn(twice(200, lasting(5), fresh(10)), 'c3a').answer).toMatchObject({ reading: 'contradicts' });
  });

  test('is not said to differ where both are alike', () => {
    expect(testedOn(twice(300, fresh(5), fresh(10)), 'c3a').answer?.reading).not.toBe('supports');
    expect(testedOn(twice(300, lasting(5), lasting(10)), 'c3a').answer?.reading).not.toBe('supports');
  });
});

describe('without enough', () => {
  test('the fields that are missing are named', () => {
    expect(lackIn(analysis, { responses: [{ customer_id: 'c1', submitted_at: '2026-02-01', csat: 4 }] })).toContain(
      '`nps`',
    );
    expect(lackIn(analysis, { responses: [{ customer_id: 'c1', submitted_at: '2026-02-01', nps: 4 }] })).toContain(
      '`csat`',
    );
  });

  test('customers are counted', () => {
    expect(lackIn(analysis, twice(79, fresh(5), fresh(10)))).toBe(
      'it needs 80 customers with two answers on recommendation 60 to 120 days apart; these data have 79',
    );
  });

  test('a question with few pairs is not shown', () => {
    const tables = twice(100, fresh(5), lasting(10));
    const eased = (tables.responses ?? []).map((row, index) =>
      index < 4 * 9 && row.csat !== undefined ? { ...row, ces: 1 + (index % 7) } : row,
    );
    expect(publishedBy(testedOn({ responses: eased }, 'c3a'))).not.toContain('Ease');
  });
});
