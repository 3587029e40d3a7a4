import { describe, expect, test } from 'vitest';
import { clusterBlocks } from './bootstrap.ts';
import { type CrossProducts, crossProducts } from './cross-products.ts';
import { bootstrapImportance } from './importance-bootstrap.ts';
import { seededRandom } from './random.ts';

/** Three items of which the first weighs most and the last nothing, two answers of each of n customers. */
function survey(customers: number, mostBlocks?: number): CrossProducts {
  const random = seededRandom(41);
  const predictors: number[][] = [[], [], []];
  const outcome: number[] = [];
  const customerOfRow: number[] = [];
  for (let customer = 0; customer < customers; customer += 1) {
    const mood = random.normal();
    for (let answer = 0; answer < 2; answer += 1) {
      const items = [0, 1, 2].map(() => random.normal());
      items.forEach((item, j) => {
        (predictors[j] as number[]).push(item);
      });
      outcome.push(2 * (items[0] as number) + (items[1] as number) + mood + random.normal());
      customerOfRow.push(customer);
    }
  }
  return crossProducts(predictors, outcome, clusterBlocks(customerOfRow, seededRandom(1), mostBlocks));
}

describe('the bootstrap of importance', () => {
  const found = bootstrapImportance(survey(300), { seed: 7 });

  test('finds the first driver, its order and the share within its interval', () => {
    expect(found?.order).toEqual([0, 1, 2]);
    expect(found?.predictors[0]?.firstRank).toBe(1);
    expect(found?.predictors[0]?.low).toBeLessThan(0.8);
    expect(found?.predictors[0]?.high).toBeGreaterThan(0.8);
    expect(found?.leads).toHaveLength(2);
    for (const lead of found?.leads ?? []) expect(lead.low).toBeGreaterThan(0);
    expect(found?.r2.low).toBeGreaterThan(0.5);
    expect(found?.resamples).toBe(2000);
  });

  test('is the same for the same seed and another for another', () => {
    expect(bootstrapImportance(survey(300), { seed: 7 })).toEqual(found);
    expect(bootstrapImportance(survey(300), { seed: 8 })).not.toEqual(found);
  });

  test('agrees, by blocks of many customers, with that of customers', () => {
    const blocked = bootstrapImportance(survey(3000, 300), { seed: 7 });
    const each = bootstrapImportance(survey(3000, 3000), { seed: 7 });
    for (let j = 0; j < 3; j += 1) {
      const [a, b] = [blocked?.predictors[j], each?.predictors[j]];
      if (!a || !b) throw new Error('a share is missing');
      expect((a.high - a.low) / (b.high - b.low)).toBeGreaterThan(0.85);
      expect((a.high - a.low) / (b.high - b.low)).toBeLessThan(1.15);
    }
  });

  test('gives ranks that are shares of one place, and none to what does not vary', () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8];
    const y = [2, 1, 4, 3, 6, 5, 8, 7];
    const products = crossProducts([x, x.map(() => 3), x], y, { ofRow: Int32Array.from(x, (_, at) => at), count: 8 });
    const twins = bootstrapImportance(products, { seed: 1, resamples: 200 });
    expect(twins?.predictors[1]).toBeNull();
    expect(twins?.order).toEqual([0, 2]);
    const places = twins?.predictors.map((share) => share?.firstRank ?? 0) ?? [];
    expect(places.reduce((sum, place) => sum + place, 0)).toBeCloseTo(1, 12);
    expect(twins?.predictors[0]).toMatchObject({ low: expect.closeTo(0.5, 9), high: expect.closeTo(0.5, 9) });
  });

  test('has nothing to say of an outcome that does not vary, nor of a single customer', () => {
    const ofRow = Int32Array.from([0, 1, 2]);
    expect(bootstrapImportance(crossProducts([[1, 2, 3]], [4, 4, 4], { ofRow, count: 3 }), { seed: 1 })).toBeNull();
    expect(bootstrapImportance(crossProducts([[1, 2, 3]], [4, 5, 7]), { seed: 1 })).toBeNull();
    expect(bootstrapImportance(crossProducts([], []), { seed: 1 })).toBeNull();
  });
});
