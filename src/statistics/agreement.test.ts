import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { type Agreement, cohenKappa, linearWeight } from './agreement.ts';

const codings = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 60 });

test.each(referenceCases('kappa'))('$name agrees with R and Python', (reference) => {
  const { differences, compared } = compareWithReference(reference, stored(reference));
  expect(differences).toEqual([]);
  expect(compared).toBe(7);
});

describe('agreement beyond chance', () => {
  test('is 1 where the coders always agree, however categories are weighted', () => {
    for (const weight of [undefined, linearWeight]) {
      const agreement = cohenKappa([0, 1, 2, 1], [0, 1, 2, 1], 3, weight) as Agreement;
      expect(agreement.kappa).toBeCloseTo(1, 12);
      expect(agreement).toMatchObject({ observed: 1, variance: 0 });
    }
  });

  test('is 0 where they agree as often as chance would', () => {
    const agreement = cohenKappa([0, 0, 1, 1], [0, 1, 0, 1], 2) as Agreement;
    expect(agreement.kappa).toBeCloseTo(0, 12);
    expect(agreement.observed).toBe(0.5);
  });

  test('is below 0 where they contradict each other', () => {
    expect(cohenKappa([0, 1], [1, 0], 2)?.kappa).toBeCloseTo(-1, 12);
  });

  test('does not depend on which coder is the first, nor unweighted on the order of categories', () => {
    fc.assert(
      fc.property(codings, (pairs) => {
        const [first, second] = [pairs.map(([code]) => code), pairs.map(([, code]) => code)];
        const agreement = cohenKappa(first, second, 3);
        const renamed = (codes: number[]) => codes.map((code) => (code + 1) % 3);
        for (const other of [cohenKappa(second, first, 3), cohenKappa(renamed(first), renamed(second), 3)]) {
          expect(other === null).toBe(agreement === null);
          expect(other?.kappa ?? 0).toBeCloseTo(agreement?.kappa ?? 0, 12);
          expect(other?.variance ?? 0).toBeCloseTo(agreement?.variance ?? 0, 12);
        }
      }),
    );
  });

  test('lies within its interval, and both within −1 to 1', () => {
    fc.assert(
      fc.property(codings, (pairs) => {
        for (const weight of [undefined, linearWeight]) {
          const agreement = cohenKappa(
            pairs.map(([code]) => code),
            pairs.map(([, code]) => code),
            3,
            weight,
          );
          if (agreement === null) continue;
          expect(agreement.low).toBeGreaterThanOrEqual(-1);
          expect(agreement.low).toBeLessThanOrEqual(agreement.kappa);
          expect(agreement.high).toBeGreaterThanOrEqual(agreement.kappa - 1e-12);
          expect(agreement.high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('does not exist for nothing, or for one category', () => {
    expect(cohenKappa([], [], 3)).toBeNull();
    expect(cohenKappa([1, 1, 1], [1, 1, 1], 3)).toBeNull();
    expect(cohenKappa([0], [0], 1, linearWeight)).toBeNull();
  });

  test('of two categories is the same whether weighted or not', () => {
    const [first, second] = [
      [0, 1, 1, 0, 1, 0],
      [0, 1, 0, 0, 1, 1],
    ];
    const plain = cohenKappa(first, second, 2) as Agreement;
    expect(cohenKappa(first, second, 2, linearWeight)).toEqual(plain);
  });

  test.each([
    [[0, 1], [0]],
    [
      [0, 3],
      [0, 1],
    ],
    [
      [0, -1],
      [0, 1],
    ],
    [
      [0, 0.5],
      [0, 1],
    ],
    [
      [0, Number.NaN],
      [0, 1],
    ],
  ])('refuses the codes %j and %j of three categories', (first, second) => {
    expect(() => cohenKappa(first, second, 3)).toThrow(RangeError);
  });
});

function stored(reference: ReferenceCase) {
  const categories = ['neg', 'neu', 'pos'];
  const [first, second] = ['coder1', 'coder2'].map((coder) =>
    reference.rows.map((row) => categories.indexOf(row[coder] as string)),
  ) as [number[], number[]];
  const agreement = cohenKappa(first, second, 3, undefined, reference.params.conf as number) as Agreement;
  return {
    n: agreement.n,
    agreement: agreement.observed,
    kappa: agreement.kappa,
    var_kappa: agreement.variance,
    lo: agreement.low,
    hi: agreement.high,
    kappa_linear_weights: cohenKappa(first, second, 3, linearWeight)?.kappa,
  };
}
