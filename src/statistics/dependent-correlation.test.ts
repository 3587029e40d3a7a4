import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { pearsonR } from './correlation.ts';
import { type CorrelationDifference, type CorrelationTriple, dependentDifference } from './dependent-correlation.ts';

const observations = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), { minLength: 4, maxLength: 40 });

/** Correlations of the three columns; null when one of them does not vary. */
function triple(rows: readonly (readonly [number, number, number])[]): CorrelationTriple | null {
  const [outcome, one, other] = [0, 1, 2].map((column) => rows.map((row) => row[column] as number)) as [
    number[],
    number[],
    number[],
  ];
  const [first, second, between] = [pearsonR(outcome, one), pearsonR(outcome, other), pearsonR(one, other)];
  return first === null || second === null || between === null ? null : { first, second, between };
}

test.each(referenceCases('dep_corr'))('$name agrees with R and Python', (reference) => {
  const { differences, compared } = compareWithReference(reference, stored(reference));
  expect(differences).toEqual([]);
  expect(compared).toBe(10);
});

describe('a difference of dependent correlations', () => {
  test('turns with the variables and lies within its interval', () => {
    fc.assert(
      fc.property(observations, (rows) => {
        const correlations = triple(rows);
        if (correlations === null) return;
        const { first, second, between } = correlations;
        const found = dependentDifference(correlations, rows.length);
        const swapped = dependentDifference({ first: second, second: first, between }, rows.length);
        expect(swapped === null).toBe(found === null);
        if (found === null || swapped === null) return;
        expect(swapped.difference).toBeCloseTo(-found.difference, 12);
        expect(swapped.p).toBeCloseTo(found.p, 9);
        expect(swapped.low).toBeCloseTo(-found.high, 9);
        expect(found.low).toBeLessThanOrEqual(found.difference);
        expect(found.high).toBeGreaterThanOrEqual(found.difference);
        expect(Number.isFinite(found.t)).toBe(true);
      }),
    );
  });

  test('is more certain the more both variables share', () => {
    const p = (between: number) => dependentDifference({ first: 0.3, second: 0.5, between }, 100)?.p as number;
    expect(p(0.8)).toBeLessThan(p(0.4));
    expect(p(0.4)).toBeLessThan(p(0));
  });

  test('is none between equals', () => {
    expect(dependentDifference({ first: 0.4, second: 0.4, between: 0.2 }, 50)).toMatchObject({ difference: 0, p: 1 });
  });

  test('does not exist for few observations or variables that are the same', () => {
    expect(dependentDifference({ first: 0.1, second: 0.2, between: 0.3 }, 3)).toBeNull();
    expect(dependentDifference({ first: 1, second: 0.2, between: 0.2 }, 50)).toBeNull();
    expect(dependentDifference({ first: 0.2, second: 0.2, between: 1 - 1e-15 }, 50)).toBeNull();
    expect(dependentDifference({ first: 0.2, second: -0.2, between: -1 }, 50)).toBeNull();
  });

  test('refuses what is not a correlation', () => {
    expect(() => dependentDifference({ first: 1.1, second: 0, between: 0 }, 50)).toThrow(RangeError);
    expect(() => dependentDifference({ first: 0, second: 0, between: Number.NaN }, 50)).toThrow(RangeError);
  });
});

/** The stored difference is first minus second, ours second minus first. */
function stored({ rows, params }: ReferenceCase) {
  const correlations = triple(rows.map((row) => [Number(row.y), Number(row.x2), Number(row.x1)])) as CorrelationTriple;
  const found = dependentDifference(correlations, rows.length, params.conf as number) as CorrelationDifference;
  return {
    n: rows.length,
    r_y_x1: correlations.second,
    r_y_x2: correlations.first,
    r_x1_x2: correlations.between,
    williams_t: found.t,
    df: found.degreesOfFreedom,
    p: found.p,
    diff: found.difference,
    zou_lo: found.low,
    zou_hi: found.high,
  };
}
