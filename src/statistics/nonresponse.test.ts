import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { homogeneityDesignEffect, nonResponse } from './nonresponse.ts';

const stratum = fc
  .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }))
  .map(([invited, answered]) => ({ invited, answered: Math.min(invited, answered) }));

describe('a check of who answered', () => {
  test('finds nothing where all strata answer alike', () => {
    const alike = nonResponse([
      { invited: 100, answered: 25 },
      { invited: 400, answered: 100 },
    ]);
    expect(alike).toMatchObject({ chiSquare: 0, cramersV: 0, rIndicator: 1, maximalBias: 0, p: 1 });
  });

  test('has nothing to say where nobody, everybody, or only one kind was asked', () => {
    expect(nonResponse([{ invited: 10, answered: 3 }])).toBeNull();
    expect(
      nonResponse([
        { invited: 10, answered: 0 },
        { invited: 5, answered: 0 },
      ]),
    ).toBeNull();
    expect(
      nonResponse([
        { invited: 10, answered: 10 },
        { invited: 5, answered: 5 },
      ]),
    ).toBeNull();
  });

  test('does not depend on the order of the strata, nor on empty ones', () => {
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 2, maxLength: 8 }), (strata) => {
        const [there, back] = [nonResponse(strata), nonResponse([{ invited: 0, answered: 0 }, ...strata].reverse())];
        expect(back === null).toBe(there === null);
        if (there === null || back === null) return;
        expect(back.cramersV).toBeCloseTo(there.cramersV, 10);
        expect(there.cramersV).toBeLessThanOrEqual(1 + 1e-9);
        expect(back.rIndicator).toBeCloseTo(there.rIndicator, 10);
      }),
    );
  });

  test('refuses more answers than invitations', () => {
    expect(() =>
      nonResponse([
        { invited: 1, answered: 2 },
        { invited: 1, answered: 1 },
      ]),
    ).toThrow(RangeError);
  });
});

describe('the design effect of clustered strata', () => {
  /** `clusters` of `size` rows each, all yes in the first `yes` of them. */
  const stratum = (clusters: number, size: number, yes: number) => ({
    clusters,
    n: clusters * size,
    sum: yes * size,
    sumOfSquares: yes * size,
    squaredSums: yes * size ** 2,
    sumTimesSize: yes * size ** 2,
    squaredSizes: clusters * size ** 2,
  });

  test('is 1 where every row is a cluster of its own', () => {
    expect(homogeneityDesignEffect([stratum(100, 1, 50), stratum(200, 1, 100)])).toBeCloseTo(1, 12);
  });

  test('is the size of clusters whose rows are all alike', () => {
    const effect = homogeneityDesignEffect([stratum(1000, 3, 500), stratum(2000, 3, 1000)]);
    expect(effect).toBeGreaterThan(3);
    expect(effect).toBeLessThan(3.01);
  });

  test('is 1 where nothing varies', () => {
    expect(homogeneityDesignEffect([stratum(10, 2, 0), stratum(10, 2, 0)])).toBe(1);
    expect(homogeneityDesignEffect([stratum(10, 2, 5)])).toBe(1);
  });
});
