import { describe, expect, test } from 'vitest';
import type { Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { seededRandom } from '../../statistics/random.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { interactionWeight } from './interaction-weight.ts';

const ASPECTS = ['interaction', 'speed', 'ease'] as const;

/**
 * Customers who rate three aspects, a contact and the company.
 *
 * @param weights of the first aspect in satisfaction and in the recommendation; the others weigh 1 each in both.
 */
function customers(n: number, weights: readonly [number, number], noise = 1): Tables {
  const random = seededRandom(11);
  const responses = [];
  const aspects = [];
  for (let who = 0; who < n; who++) {
    const id = `R${String(who).padStart(4, '0')}`;
    const ratings = ASPECTS.map(() => random.below(5));
    const level = (weight: number) =>
      weight * ((ratings[0] as number) - 2) +
      (ratings[1] as number) +
      (ratings[2] as number) -
      4 +
      2 * noise * random.normal();
    const [csat, nps] = weights.map(level) as [number, number];
    responses.push({
      response_id: id,
      customer_id: `C${who}`,
      submitted_at: '2026-02-01',
      csat: Math.max(1, Math.min(5, Math.round(3 + csat / 3))),
      nps: Math.max(0, Math.min(10, Math.round(5 + nps / 1.5))),
    });
    for (const [at, aspect] of ASPECTS.entries())
      aspects.push({ response_id: id, aspect, score: 1 + (ratings[at] as number) });
  }
  return { responses, aspects };
}

describe('the weight of dealings with people', () => {
  test('is alike where it weighs the same in both', () => {
    const tested = testedOn(customers(900, [2, 2]), 's1');
    expect(tested.answer).toMatchObject({ reading: 'supports', verdict: 'equivalent' });
    expect(tested.answer?.statement).toMatch(/^Dealings with people matter to both alike/);
  });

  test('is unequal where it weighs in one of them only', () => {
    const tested = testedOn(customers(300, [0.3, 3]), 's1');
    expect(tested.answer).toMatchObject({ reading: 'contradicts', verdict: 'different' });
    expect(tested.answer?.headline).toBe('Dealings with people weigh more in the recommendation');
  });

  test('matters to both where whether alike cannot be told', () => {
    expect(testedOn(customers(170, [2, 2], 2), 's1').answer).toMatchObject({
      reading: 'supports',
      verdict: 'undecided',
    });
  });

  test('is not said to matter where nothing goes with anything, although a share of R² is never below 0', () => {
    const { responses = [], aspects = [] } = customers(300, [1, 1]);
    const shuffled = responses.map((response, at) => ({
      ...response,
      response_id: responses[(at * 7 + 3) % 300]?.response_id,
    }));
    const tested = testedOn({ responses: shuffled as never, aspects }, 's1');
    expect(tested.answer?.reading).not.toBe('supports');
  });

  test('takes the parts of R² that the formula gives', () => {
    const {
      satisfaction,
      recommendation,
      gap,
      customers: n,
    } = foundIn(interactionWeight.analysis, customers(400, [2, 2]));
    for (const { weights } of [satisfaction, recommendation]) {
      expect(weights.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      // Independent aspects with slopes 2, 1 and 1 account for 4, 1 and 1 parts of six.
      expect(Math.abs((weights[0]?.share ?? 0) - 4 / 6)).toBeLessThan(0.1);
    }
    expect(gap.difference).toBeCloseTo(
      (recommendation.weights[0]?.share ?? 0) - (satisfaction.weights[0]?.share ?? 0),
      12,
    );
    expect(n).toBe(400);
  });

  test('takes a rating of a contact that was given apart from the ratings of aspects', () => {
    const { responses = [], aspects = [] } = customers(200, [2, 2]);
    const apart = responses.flatMap(({ csat, ...rest }) => [
      rest,
      { response_id: `${rest.response_id}c`, customer_id: rest.customer_id, submitted_at: '2026-01-10', csat },
    ]);
    expect(foundIn(interactionWeight.analysis, { responses: apart, aspects }).customers).toBe(200);
  });
});

describe('what it lacks', () => {
  test('is named: the table, the aspect, the scores, the customers', () => {
    const { responses = [], aspects = [] } = customers(160, [1, 1]);
    const { analysis } = interactionWeight;
    expect(lackIn(analysis, { responses })).toContain('table of rated aspects');
    expect(lackIn(analysis, { responses, aspects: aspects.map((row) => ({ ...row, aspect: 'speed' })) })).toContain(
      '“interaction”',
    );
    expect(lackIn(analysis, { responses: responses.map(({ nps: _, ...rest }) => rest), aspects })).toContain('`nps`');
    expect(lackIn(analysis, customers(149, [1, 1]))).toContain('150 customers');
  });

  test('publishes no number of fewer customers than the minimum', () => {
    expect(testedOn(customers(200, [2, 2]), 's1', { minimum_base: 250 }).answer).toBeNull();
    expect(publishedBy(testedOn(customers(200, [2, 2]), 's1'))).toContain('n = 200 customers');
  });
});
