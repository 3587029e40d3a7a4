import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { addedExplanation } from './added-explanation.ts';
import { percentileInterval } from './bootstrap.ts';
import { type Centred, centred, crossProducts } from './cross-products.ts';
import { bootstrapRegression } from './regression-bootstrap.ts';

describe('what a block of predictors adds agrees with R and Python', () => {
  const cases = referenceCases('delta_r2');

  test('in two cases', () => {
    expect(cases).toHaveLength(2);
  });

  test.each(cases)('$name', (reference) => {
    const { differences, compared } = compareWithReference(reference, blocksOf(reference));
    expect(differences).toEqual([]);
    expect(compared).toBe(12);
  });
});

function blocksOf({ rows, params }: ReferenceCase) {
  const { base, added } = params as { base: string[]; added: string[] };
  const columnOf = (name: string) => rows.map((row) => Number(row[name]));
  const moments = centred(crossProducts([...base, ...added].map(columnOf), columnOf('ltr'))) as Centred;
  const found = addedExplanation(
    moments,
    added.map((_, at) => base.length + at),
  );
  return {
    n: found?.n,
    r2_base: found?.r2Base,
    r2_full: found?.r2Full,
    delta_r2: found?.uniqueAdded,
    F: found?.test?.f,
    df1: found?.test?.addedDegreesOfFreedom,
    df2: found?.test?.residualDegreesOfFreedom,
    p: found?.test?.p,
    cohens_f2: found?.effect,
    commonality: {
      unique_base: found?.uniqueBase,
      unique_added: found?.uniqueAdded,
      common: found?.common,
    },
  };
}

const score = fc.integer({ min: 1, max: 7 });
const table = fc.array(fc.tuple(score, score, score, score), { minLength: 2, maxLength: 50 });

function momentsOf(rows: readonly (readonly number[])[]): Centred {
  const columns = [0, 1, 2, 3].map((at) => rows.map((row) => row[at] as number));
  return centred(crossProducts(columns.slice(0, 3), columns[3] as number[])) as Centred;
}

describe('what a block of predictors adds', () => {
  test('divides R² into what is unique to each block and what they have in common', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const [last, first] = [addedExplanation(momentsOf(rows), [2]), addedExplanation(momentsOf(rows), [0, 1])];
        expect(first === null).toBe(last === null);
        if (last === null || first === null) return;
        expect(last.uniqueAdded + last.uniqueBase + last.common).toBeCloseTo(last.r2Full, 10);
        expect(first.uniqueAdded).toBeCloseTo(last.uniqueBase, 10);
        expect(last.uniqueAdded).toBeGreaterThanOrEqual(0);
        expect(last.test === null || (last.test.p >= 0 && last.test.p <= 1)).toBe(true);
      }),
    );
  });

  test('is nothing, and not tested, for a block that the base determines or that does not vary', () => {
    const rows = [1, 2, 3, 4, 6, 7].map((x, at) => [x, at % 2, 3 * x + 1, x + (at % 3)]);
    expect(addedExplanation(momentsOf(rows), [2])).toMatchObject({ uniqueAdded: 0, test: null });
    const steady = rows.map(([x, z, , y]) => [x, z, 5, y] as number[]);
    expect(addedExplanation(momentsOf(steady), [2])).toMatchObject({ uniqueAdded: 0, r2Added: 0, test: null });
  });

  test('is not tested where nothing is left unexplained, or no rows are', () => {
    const exact = [1, 2, 3, 4, 6, 7].map((x, at) => [x, at % 2, (x * x) % 5, x]);
    expect(addedExplanation(momentsOf(exact), [0])).toMatchObject({ effect: null, test: null });
    const few = [1, 2, 4].map((x, at) => [x, at % 2, x * x, 5 - at * at]);
    expect(addedExplanation(momentsOf(few), [0])?.test).toBeNull();
  });

  test('does not exist for an outcome that does not vary', () => {
    expect(addedExplanation(momentsOf([1, 2, 3].map((x) => [x, x % 2, x * x, 4])), [0])).toBeNull();
  });

  test('has an interval by resampling customers', () => {
    const [reference] = referenceCases('delta_r2');
    if (reference === undefined) throw new Error('no case');
    const columns = ['speed', 'quality', 'valued', 'reassured', 'ltr'].map((name) =>
      reference.rows.map((row) => Number(row[name])),
    );
    const ofRow = Int32Array.from(reference.rows, (_, row) => row);
    const products = crossProducts(columns.slice(0, 4), columns[4] as number[], { ofRow, count: ofRow.length });
    const [draws] = bootstrapRegression(
      products,
      (moments) => {
        const found = addedExplanation(moments, [2, 3]);
        return found === null ? null : [found.uniqueAdded];
      },
      1,
      { seed: 2 },
    );
    const interval = percentileInterval(draws as Float64Array);
    const estimate = (reference.expected as { delta_r2: number }).delta_r2;
    expect(interval?.low).toBeLessThan(estimate);
    expect(interval?.high).toBeGreaterThan(estimate);
    expect(interval?.low).toBeGreaterThan(0.1);
  });
});
