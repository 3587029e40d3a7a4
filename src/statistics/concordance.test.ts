import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { type Concordance, concordance, concordancePermutationP } from './concordance.ts';
import { spearmanRho } from './correlation.ts';
import { seededRandom } from './random.ts';

test.each(referenceCases('concordance'))('$name agrees with R and Python', (reference) => {
  const { differences, compared } = compareWithReference(reference, stored(reference));
  expect(differences).toEqual([]);
  expect(compared).toBe(8);
});

describe('concordance', () => {
  test('is 1 for the same order, 0 for orders that cancel', () => {
    expect(
      concordance([
        [1, 2, 3],
        [10, 20, 30],
        [0, 5, 6],
      ])?.w,
    ).toBeCloseTo(1, 12);
    expect(
      concordance([
        [1, 2, 3],
        [3, 2, 1],
      ])?.w,
    ).toBe(0);
  });

  test('with ties still reaches 1, unlike without correction', () => {
    const measures = [
      [1, 2, 2, 3],
      [5, 7, 7, 9],
    ];
    expect(concordance(measures)?.w).toBeCloseTo(1, 12);
    expect(concordance(measures)?.uncorrectedW).toBeLessThan(1);
  });

  test('of two measures is Spearman’s ρ on another scale', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1000), { minLength: 4, maxLength: 20 }), (values) => {
        const half = Math.floor(values.length / 2);
        const [first, second] = [values.slice(0, half), values.slice(half, 2 * half)];
        const rho = spearmanRho(first, second) as number;
        expect(concordance([first, second])?.w).toBeCloseTo((1 + rho) / 2, 12);
      }),
    );
  });

  test('lies within 0 to 1, in whatever order the things stand', () => {
    const table = fc.array(fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(table, (measures) => {
        const found = concordance(measures);
        const reversed = concordance(measures.map((values) => values.toReversed()));
        expect(reversed === null).toBe(found === null);
        if (found === null) return;
        expect(reversed?.w).toBeCloseTo(found.w, 12);
        expect(found.w).toBeGreaterThanOrEqual(0);
        expect(found.w).toBeLessThanOrEqual(1);
        expect(found.p).toBeGreaterThanOrEqual(0);
        expect(found.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('does not exist for one measure, one thing or things that are all equal', () => {
    expect(concordance([])).toBeNull();
    expect(concordance([[1, 2, 3]])).toBeNull();
    expect(concordance([[1], [2]])).toBeNull();
    expect(
      concordance([
        [0.1, 0.1, 0.1],
        [2, 2, 2],
      ]),
    ).toBeNull();
    expect(concordancePermutationP([[1], [2]], seededRandom(1))).toBeNull();
  });

  test('refuses gaps', () => {
    expect(() => concordance([[1, 2], [1]])).toThrow(RangeError);
    expect(() =>
      concordance([
        [1, 2],
        [1, Number.NaN],
      ]),
    ).toThrow(RangeError);
  });
});

describe('its permutation p', () => {
  test('of three things and two measures is exact: one order of six agrees fully', () => {
    const p = concordancePermutationP(
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
      seededRandom(2),
      20_000,
    ) as number;
    expect(Math.abs(p - 1 / 6)).toBeLessThan(0.01);
  });

  test('is near the chi-square p where things are many', () => {
    const random = seededRandom(3);
    const measures = Array.from({ length: 4 }, () =>
      Array.from({ length: 30 }, (_, thing) => thing / 12 + random.normal()),
    );
    const shuffled = measures.map((values, index) => (index < 2 ? values : values.toReversed()));
    const { p } = concordance(shuffled) as Concordance;
    expect(Math.abs((concordancePermutationP(shuffled, random, 4000) as number) - p)).toBeLessThan(0.04);
  });

  test('is the same for the same seed', () => {
    const measures = [
      [1, 2, 3, 4],
      [2, 1, 3, 4],
    ];
    const p = (seed: number) => concordancePermutationP(measures, seededRandom(seed), 500);
    expect(p(7)).toBe(p(7));
  });
});

function stored({ rows }: ReferenceCase) {
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'department');
  const measures = names.map((name) => rows.map((row) => Number(row[name])));
  const found = concordance(measures) as Concordance;
  const correlations = measures.flatMap((one, index) =>
    measures.slice(0, index).map((other) => spearmanRho(one, other)),
  );
  return {
    m: found.measures,
    n: found.n,
    W_tie_corrected: found.w,
    W_no_tie_correction: found.uncorrectedW,
    friedman_chi2: found.chiSquare,
    df: found.degreesOfFreedom,
    p_chi2: found.p,
    mean_spearman: correlations.reduce((sum: number, rho) => sum + (rho as number), 0) / correlations.length,
  };
}
