import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { clusterBlocks } from './bootstrap.ts';
import { type Attribute, bootstrapPenaltyReward, penaltyReward } from './penalty-reward.ts';
import { seededRandom } from './random.ts';

describe('penalties and rewards agree with R and Python', () => {
  const cases = referenceCases('penalty_reward');

  test('in two cases', () => {
    expect(cases).toHaveLength(2);
  });

  test.each(cases)('$name', (reference) => {
    const { differences, compared } = compareWithReference(reference, effectsOf(reference));
    expect(differences).toEqual([]);
    expect(compared).toBe(28);
  });

  test.each(cases)('and have intervals by resampling customers that hold them in $name', (reference) => {
    const { attributes, outcome, customers, names } = surveyOf(reference);
    const blocks = clusterBlocks(customers, seededRandom(1));
    const found = bootstrapPenaltyReward(attributes, outcome, blocks, { seed: 6 });
    expect(bootstrapPenaltyReward(attributes, outcome, blocks, { seed: 6 })).toEqual(found);
    const stored = reference.expected as Record<string, Record<'penalty' | 'reward' | 'asymmetry', number>>;
    names.forEach((name, at) => {
      for (const effect of ['penalty', 'reward', 'asymmetry'] as const) {
        const interval = found[at]?.[effect];
        expect(interval?.low).toBeLessThan(stored[name]?.[effect] as number);
        expect(interval?.high).toBeGreaterThan(stored[name]?.[effect] as number);
      }
      expect(found[at]?.asymmetry?.low).toBeGreaterThanOrEqual(-1);
      expect(found[at]?.asymmetry?.high).toBeLessThanOrEqual(1);
    });
  });
});

function surveyOf({ rows, params }: ReferenceCase) {
  const names = ['ease', 'extra'];
  const customerNames = [...new Set(rows.map((row) => row.customer_id))];
  const attributes = names.map((name) => ({
    scores: rows.map((row) => Number(row[name])),
    lowMax: Number(params.low_max),
    highMin: Number(params.high_min),
  }));
  return {
    names,
    attributes,
    outcome: rows.map((row) => Number(row.ltr)),
    customers: rows.map((row) => customerNames.indexOf(row.customer_id)),
    clusters: customerNames.length,
  };
}

function effectsOf(reference: ReferenceCase) {
  const { names, attributes, outcome, customers, clusters } = surveyOf(reference);
  const found = penaltyReward(attributes, outcome, customers);
  if (found === null) throw new Error('the outcome does not vary');
  const terms = ['(Intercept)', ...names.flatMap((name) => [`${name}_low`, `${name}_high`])];
  const named = (values: readonly (number | null)[] | null) =>
    Object.fromEntries(terms.map((term, at) => [term, values?.[at]]));
  return {
    n: found.model.n,
    customers: clusters,
    r2: found.model.r2,
    coef: named([found.model.intercept, ...found.model.coefficients]),
    se_ols: named(found.errors),
    se_cluster_CR0_times_k_over_k_minus_1: named(found.clusterErrors),
    ...Object.fromEntries(
      names.map((name, at) => {
        const effect = found.attributes[at];
        return [
          name,
          {
            penalty: effect?.penalty,
            reward: effect?.reward,
            asymmetry: effect?.asymmetry,
            n_low: effect?.lows,
            n_high: effect?.highs,
          },
        ];
      }),
    ),
  };
}

describe('penalty and reward', () => {
  const attribute = (scores: readonly number[]): Attribute => ({ scores, lowMax: 2, highMin: 5 });
  const each = (scores: readonly number[]) => scores.map((_, row) => row);

  test('are differences from the scores between', () => {
    const scores = [1, 2, 3, 4, 5, 5];
    const found = penaltyReward([attribute(scores)], [2, 4, 7, 7, 8, 9], each(scores));
    expect(found?.attributes).toEqual([
      {
        penalty: expect.closeTo(4, 10),
        reward: expect.closeTo(1.5, 10),
        asymmetry: expect.closeTo(-2.5 / 5.5, 10),
        lows: 2,
        highs: 2,
      },
    ]);
  });

  test('have no asymmetry when one of them is below 0', () => {
    const scores = [1, 2, 3, 4, 5, 5];
    const [effect] = penaltyReward([attribute(scores)], [2, 4, 7, 7, 6, 5], each(scores))?.attributes ?? [];
    expect(effect?.reward).toBeCloseTo(-1.5, 10);
    expect(effect?.asymmetry).toBeNull();
  });

  test('of a yes or no are one difference, without asymmetry', () => {
    const yes = { scores: [0, 0, 1, 1], lowMax: 0, highMin: 1 };
    const found = penaltyReward([yes], [3, 5, 8, 9], [0, 1, 2, 3]);
    expect(found?.attributes).toMatchObject([{ penalty: expect.closeTo(4.5, 10), reward: null, asymmetry: null }]);
    expect(found?.clusterErrors?.[2]).toBeNull();
    const blocks = { ofRow: Int32Array.of(0, 1, 2, 3), count: 4 };
    expect(bootstrapPenaltyReward([yes], [3, 5, 8, 9], blocks, { seed: 1, resamples: 100 })).toMatchObject([
      { asymmetry: null },
    ]);
  });

  test('do not exist for an outcome that does not vary, nor without answers', () => {
    expect(penaltyReward([attribute([1, 3, 5])], [4, 4, 4], [0, 1, 2])).toBeNull();
    expect(penaltyReward([attribute([])], [], [])).toBeNull();
  });

  test('are refused for blanks', () => {
    expect(() => penaltyReward([attribute([1, Number.NaN, 5])], [1, 3, 4], [0, 1, 2])).toThrow(RangeError);
  });

  test('have no standard errors from one customer, nor from as many answers as coefficients', () => {
    expect(penaltyReward([attribute([1, 3, 5, 4])], [1, 3, 4, 5], [7, 7, 7, 7])?.clusterErrors).toBeNull();
    expect(penaltyReward([attribute([1, 3, 5])], [1, 3, 4], [0, 1, 2])?.errors).toBeNull();
  });
});
