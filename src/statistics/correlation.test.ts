import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { type Correlation, kendall, pearson, spearman } from './correlation.ts';

const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { maxLength: 40 });

test.each(referenceCases('correlation'))('$name agrees with R and Python', (reference) => {
  const { differences, compared } = compareWithReference(reference, stored(reference));
  expect(differences).toEqual([]);
  expect(compared).toBe(13);
});

describe.each([
  ['Pearson’s', pearson],
  ['Spearman’s', spearman],
  ['Kendall’s', kendall],
])('%s correlation', (_, of) => {
  test('does not depend on the order of rows or of variables, and turns with one of them', () => {
    fc.assert(
      fc.property(pairs, (points) => {
        const [x, y] = columns(points);
        const correlation = of(x, y);
        const reversed = of(x.toReversed(), y.toReversed());
        const swapped = of(y, x);
        const turned = of(
          x.map((value) => -value),
          y,
        );
        if (correlation === null) {
          expect([reversed, swapped, turned]).toEqual([null, null, null]);
          return;
        }
        expect(reversed?.coefficient).toBeCloseTo(correlation.coefficient, 12);
        expect(swapped?.coefficient).toBeCloseTo(correlation.coefficient, 12);
        expect(turned?.coefficient).toBeCloseTo(-correlation.coefficient, 12);
        expect(turned?.p).toBeCloseTo(correlation.p, 6);
      }),
    );
  });

  test('is 1 for a line, with p near 0', () => {
    const x = Array.from({ length: 20 }, (_, i) => i);
    const correlation = of(
      x,
      x.map((value) => 3 + 2 * value),
    );
    expect(correlation?.coefficient).toBeCloseTo(1, 12);
    expect(correlation?.p).toBeLessThan(1e-8);
  });

  test('does not exist for a variable that does not vary', () => {
    expect(of([], [])).toBeNull();
    expect(of([1], [2])).toBeNull();
    expect(of([0.1, 0.1, 0.1], [1, 2, 3])).toBeNull();
    expect(of([1, 2, 3], [0.1, 0.1, 0.1])).toBeNull();
  });

  test('refuses what is not pairs of numbers', () => {
    expect(() => of([1, 2], [1])).toThrow(RangeError);
    expect(() => of([1, Number.NaN], [1, 2])).toThrow(RangeError);
  });
});

describe('intervals', () => {
  test.each([
    ['Fisher’s', pearson],
    ['Bonett and Wright’s', spearman],
  ])('of %s kind hold the correlation and stay within −1 to 1', (_, of) => {
    fc.assert(
      fc.property(pairs, (points) => {
        const correlation = of(...columns(points));
        if (correlation === null) return;
        const { low, high, coefficient, p } = correlation;
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(low).toBeLessThanOrEqual(coefficient + 1e-12);
        expect(high).toBeGreaterThanOrEqual(coefficient - 1e-12);
        expect(high).toBeLessThanOrEqual(1);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('say nothing for three pairs, and two pairs prove nothing', () => {
    expect(pearson([1, 2, 3], [1, 2, 4])).toMatchObject({ low: -1, high: 1 });
    expect(pearson([1, 2], [1, 2])?.p).toBe(1);
  });

  test('of Spearman’s ρ are wider than Fisher’s', () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8];
    const y = [2, 1, 4, 3, 6, 5, 8, 7];
    const byValue = pearson(x, y) as Correlation;
    const byRank = spearman(x, y) as Correlation;
    expect(byRank.coefficient).toBeCloseTo(byValue.coefficient, 12);
    expect(byRank.low).toBeLessThan(byValue.low);
    expect(byRank.high).toBeGreaterThan(byValue.high);
  });
});

test('ranks do not care how far values lie apart', () => {
  const x = [1, 2, 3, 4, 5];
  const y = [1, 10, 100, 1000, 10_000];
  expect(spearman(x, y)?.coefficient).toBeCloseTo(1, 12);
  expect(kendall(x, y)?.coefficient).toBe(1);
  expect(pearson(x, y)?.coefficient).toBeLessThan(0.8);
});

function columns(points: readonly (readonly [number, number])[]): [number[], number[]] {
  return [points.map(([x]) => x), points.map(([, y]) => y)];
}

function stored(reference: ReferenceCase) {
  const confidence = reference.params.conf as number;
  const [x, y] = columns(reference.rows.map((row) => [Number(row.x), Number(row.y)]));
  const linear = pearson(x, y, confidence) as Correlation;
  const ranked = spearman(x, y, confidence) as Correlation;
  const ordered = kendall(x, y);
  const degreesOfFreedom = linear.n - 2;
  return {
    n: linear.n,
    pearson: {
      r: linear.coefficient,
      t: linear.coefficient * Math.sqrt(degreesOfFreedom / (1 - linear.coefficient ** 2)),
      df: degreesOfFreedom,
      p: linear.p,
      lo: linear.low,
      hi: linear.high,
    },
    spearman: {
      rho: ranked.coefficient,
      p_t_approx: ranked.p,
      bonett_wright_lo: ranked.low,
      bonett_wright_hi: ranked.high,
    },
    kendall_tau_b: { tau: ordered?.coefficient, p_normal: ordered?.p },
  };
}
