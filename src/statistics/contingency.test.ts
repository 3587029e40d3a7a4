import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { type Association, association, fisherExact, type TwoByTwo } from './contingency.ts';
import { twoProportionP } from './proportion.ts';

const tables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([height, width]) =>
    fc.array(fc.array(fc.nat(30), { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  );
const fourCounts: fc.Arbitrary<TwoByTwo> = fc.tuple(fc.tuple(fc.nat(12), fc.nat(12)), fc.tuple(fc.nat(12), fc.nat(12)));

test.each(referenceCases('chisq'))('$name agrees with R and Python', (reference) => {
  const { differences, compared } = compareWithReference(reference, stored(reference));
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThanOrEqual(13);
});

describe('an association', () => {
  test('does not depend on what are rows and what columns, nor on empty ones', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const found = association(table);
        const columns = (table[0] as number[]).map((_, j) => table.map((row) => row[j] as number));
        const padded = [...table.map((row) => [...row, 0]), new Array<number>((table[0]?.length ?? 0) + 1).fill(0)];
        for (const other of [association(columns), association(padded)]) {
          expect(other === null).toBe(found === null);
          expect(other?.chiSquare ?? 0).toBeCloseTo(found?.chiSquare ?? 0, 9);
          expect(other?.degreesOfFreedom).toBe(found?.degreesOfFreedom);
          expect(other?.cramersV ?? 0).toBeCloseTo(found?.cramersV ?? 0, 9);
        }
      }),
    );
  });

  test('has a V within 0 to 1, corrected downwards, and a p within 0 to 1', () => {
    fc.assert(
      fc.property(tables, fc.boolean(), (table, continuity) => {
        const found = association(table, continuity);
        if (found === null) return;
        expect(found.cramersV).toBeGreaterThanOrEqual(0);
        expect(found.cramersV).toBeLessThanOrEqual(1);
        if (found.correctedV !== null) expect(found.correctedV).toBeLessThanOrEqual(found.cramersV + 1e-12);
        expect(found.p).toBeGreaterThanOrEqual(0);
        expect(found.p).toBeLessThanOrEqual(1);
        expect(found.residuals.flat().every(Number.isFinite)).toBe(true);
      }),
    );
  });

  test('of two shares is the pooled test of their difference', () => {
    const found = association([
      [30, 70],
      [45, 55],
    ]) as Association;
    expect(found.p).toBeCloseTo(twoProportionP({ share: 0.3, n: 100 }, { share: 0.45, n: 100 }), 12);
    expect((found.residuals[0]?.[0] as number) ** 2).toBeCloseTo(found.chiSquare, 9);
  });

  test('is full or none in the extremes', () => {
    expect(
      association([
        [10, 0],
        [0, 10],
      ])?.cramersV,
    ).toBe(1);
    expect(
      association([
        [10, 20],
        [5, 10],
      ]),
    ).toMatchObject({ chiSquare: 0, p: 1, cramersV: 0, correctedV: 0 });
  });

  test('has no correction of V for two answers', () => {
    expect(
      association([
        [1, 0],
        [0, 1],
      ]),
    ).toMatchObject({ cramersV: 1, correctedV: null });
  });

  test('does not exist for fewer than two rows or columns', () => {
    expect(association([])).toBeNull();
    expect(association([[]])).toBeNull();
    expect(association([[1, 2]])).toBeNull();
    expect(
      association([
        [1, 0],
        [2, 0],
      ]),
    ).toBeNull();
    expect(
      association([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });

  test('refuses what is not a table of counts', () => {
    expect(() => association([[1, 2], [3]])).toThrow(RangeError);
    expect(() =>
      association([
        [1, -2],
        [3, 4],
      ]),
    ).toThrow(RangeError);
    expect(() =>
      association([
        [1, Number.NaN],
        [3, 4],
      ]),
    ).toThrow(RangeError);
  });
});

describe('the exact test', () => {
  test('of the lady tasting tea', () => {
    expect(
      fisherExact([
        [3, 1],
        [1, 3],
      ]),
    ).toBeCloseTo(34 / 70, 12);
    expect(
      fisherExact([
        [4, 0],
        [0, 4],
      ]),
    ).toBeCloseTo(2 / 70, 12);
  });

  test('adds up what counting tables adds up', () => {
    fc.assert(
      fc.property(fourCounts, ([[a, b], [c, d]]) => {
        const probability = (first: number) =>
          (choose(a + b, first) * choose(c + d, a + c - first)) / choose(a + b + c + d, a + c);
        const counts = Array.from({ length: a + c + 1 }, (_, first) => probability(first));
        const expected = counts.filter((p) => p <= probability(a) * (1 + 1e-7)).reduce((sum, p) => sum + p, 0);
        expect(
          fisherExact([
            [a, b],
            [c, d],
          ]),
        ).toBeCloseTo(expected, 9);
      }),
    );
  });

  test('is 1 where the margins leave one table only', () => {
    expect(
      fisherExact([
        [0, 0],
        [0, 0],
      ]),
    ).toBe(1);
    expect(
      fisherExact([
        [3, 4],
        [0, 0],
      ]),
    ).toBe(1);
  });

  test('of many answers is near the chi-square test', () => {
    const table: TwoByTwo = [
      [50_000, 50_000],
      [50_500, 49_500],
    ];
    expect(fisherExact(table)).toBeCloseTo(association(table, true)?.p as number, 3);
  });

  test('refuses counts that are not whole', () => {
    expect(() =>
      fisherExact([
        [1, 2],
        [3, 4.5],
      ]),
    ).toThrow(RangeError);
    expect(() =>
      fisherExact([
        [1, 2],
        [3, -4],
      ]),
    ).toThrow(RangeError);
  });
});

function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  let product = 1;
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return product;
}

function stored(reference: ReferenceCase) {
  const [rows, columns] = ['row', 'col'].map((name) => [...new Set(reference.rows.map((cell) => cell[name]))]) as [
    string[],
    string[],
  ];
  const table = rows.map((row) =>
    columns.map((column) => Number(reference.rows.find((cell) => cell.row === row && cell.col === column)?.count)),
  );
  const found = association(table) as Association;
  const corrected = association(table, true);
  const ofTwoByTwo =
    rows.length === 2 && columns.length === 2
      ? { chi2_yates: corrected?.chiSquare, p_yates: corrected?.p, fisher_p: fisherExact(table as unknown as TwoByTwo) }
      : {};
  return {
    n: found.n,
    chi2: found.chiSquare,
    df: found.degreesOfFreedom,
    p: found.p,
    min_expected: found.smallestExpected,
    cramers_v: found.cramersV,
    cramers_v_bias_corrected: found.correctedV,
    g2: found.likelihoodRatio,
    std_residuals: found.residuals,
    ...ofTwoByTwo,
  };
}
