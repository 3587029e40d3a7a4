import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { type Centred, centred, crossProducts } from './cross-products.ts';
import { importance } from './importance.ts';
import { regress } from './regression.ts';

describe('importance of drivers agrees with R and Python', () => {
  const cases = referenceCases('drivers');

  test('in two cases', () => {
    expect(cases).toHaveLength(2);
  });

  test.each(cases)('$name', (reference) => {
    const { differences, compared } = compareWithReference(reference, driversOf(reference));
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(25);
  });
});

function driversOf({ rows }: ReferenceCase) {
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'ltr');
  const columnOf = (name: string) => rows.map((row) => Number(row[name]));
  const moments = centred(crossProducts(names.map(columnOf), columnOf('ltr'))) as Centred;
  const found = importance(moments);
  if (found === null) throw new Error('nothing is explained');
  type Weights = NonNullable<(typeof found.predictors)[number]>;
  const each = (value: (weights: Weights) => number | null) =>
    Object.fromEntries(names.map((name, j) => [name, value(found.predictors[j] as Weights)]));
  return {
    n: found.n,
    r2: found.r2,
    adj_r2: regress(moments)?.adjustedR2,
    lmg: each(({ lmg }) => lmg),
    lmg_share: each(({ share }) => share),
    johnson: each(({ johnson }) => johnson),
    johnson_share: each(({ johnson }) => johnson / found.r2),
    first: each(({ first }) => first),
    last: each(({ last }) => last),
    std_beta: each(({ standardised }) => standardised),
    vif: each(({ varianceInflation }) => varianceInflation),
  };
}

const score = fc.integer({ min: 1, max: 5 });
const rows = fc.array(fc.array(score, { minLength: 5, maxLength: 5 }), { minLength: 2, maxLength: 60 });

function importanceOf(table: readonly (readonly number[])[]) {
  const columns = [0, 1, 2, 3, 4].map((at) => table.map((row) => row[at] as number));
  return importance(centred(crossProducts(columns.slice(0, 4), columns[4] as number[])) as Centred);
}

describe('importance', () => {
  test('adds up to R², by LMG and by Johnson’s weights, also where predictors determine each other', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (table, double) => {
        const found = importanceOf(double ? table.map(([a, b, c, , y]) => [a, b, c, a, y] as number[]) : table);
        if (found === null) return;
        const sum = (of: 'lmg' | 'johnson' | 'share') =>
          found.predictors.reduce((total, weights) => total + (weights?.[of] ?? 0), 0);
        expect(sum('lmg')).toBeCloseTo(found.r2, 8);
        expect(sum('johnson')).toBeCloseTo(found.r2, 8);
        if (found.r2 > 1e-6) expect(sum('share')).toBeCloseTo(1, 8);
      }),
    );
  });

  test('is never negative nor NaN', () => {
    fc.assert(
      fc.property(rows, (table) => {
        for (const weights of importanceOf(table)?.predictors ?? []) {
          if (weights === null) continue;
          for (const value of [weights.lmg, weights.johnson, weights.first, weights.last, weights.share ?? 0]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1 + 1e-9);
          }
        }
      }),
    );
  });

  test('divides equally between two predictors that are the same', () => {
    const found = importanceOf([1, 2, 3, 4, 5, 5].map((x, at) => [x, x, at % 2, at % 3, x + (at % 2)]));
    expect(found?.predictors[0]?.lmg).toBeCloseTo(found?.predictors[1]?.lmg as number, 12);
    expect(found?.predictors[0]?.johnson).toBeCloseTo(found?.predictors[1]?.johnson as number, 8);
    expect(found?.predictors[0]?.standardised).not.toBeNull();
    expect(found?.predictors[1]?.standardised).toBeNull();
  });

  test('does not exist for a predictor that does not vary', () => {
    const found = importanceOf([1, 2, 3, 4, 5, 5].map((x, at) => [x, 5, at % 2, at % 3, x + (at % 2)]));
    expect(found?.predictors.map((weights) => weights === null)).toEqual([false, true, false, false]);
    expect(found?.predictors.every((weights) => weights === null || Number.isFinite(weights.share))).toBe(true);
  });

  test('does not exist where the outcome does not vary', () => {
    expect(importanceOf([1, 2, 3, 4].map((x) => [x, x % 2, x % 3, 1, 7]))).toBeNull();
  });

  test('has no shares of nothing', () => {
    const moments = centred(crossProducts([[1, 1, 2, 2]], [1, 2, 1, 2])) as Centred;
    expect(importance(moments)?.predictors).toMatchObject([{ lmg: 0, share: null, suppression: false }]);
  });

  test('marks a predictor that has a share beside a negative coefficient', () => {
    // The second item says nothing of the outcome, but what is wrong with the first.
    const wrong = [0, 1, 0, 1, 0, 1, 0, 1];
    const right = [1, 1, 2, 2, 3, 3, 4, 4];
    const moments = centred(crossProducts([right.map((x, at) => x + 2 * (wrong[at] as number)), wrong], right));
    const [first, second] = importance(moments as Centred)?.predictors ?? [];
    expect(first?.suppression).toBe(false);
    expect(second?.first).toBeCloseTo(0, 12);
    expect(second).toMatchObject({ suppression: true });
    expect(second?.share).toBeGreaterThan(0.1);
  });
});
