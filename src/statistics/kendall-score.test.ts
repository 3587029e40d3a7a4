import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kendallScore, kendallTau, kendallVariance } from './kendall-score.ts';

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { maxLength: 40 });

describe('Kendall’s score', () => {
  test('counts concordant less discordant pairs', () => {
    fc.assert(
      fc.property(pairs, (points) => {
        let expected = 0;
        for (const [x, y] of points) for (const [u, v] of points) expected += Math.sign(u - x) * Math.sign(v - y);
        const { score } = kendallScore(...columns(points));
        expect(score).toBe(expected / 2);
      }),
    );
  });

  test('has the variance of all orders when those are few', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 2, maxLength: 5 }), (points) => {
        const [x, y] = columns(points);
        const scores = orders(y).map((order) => kendallScore(x, order).score);
        const variance = scores.reduce((sum, score) => sum + score ** 2, 0) / scores.length;
        expect(kendallVariance(kendallScore(x, y))).toBeCloseTo(variance, 9);
      }),
    );
  });

  test('is not scaled to a correlation when a variable does not vary', () => {
    expect(kendallTau(kendallScore([], []))).toBeNull();
    expect(kendallTau(kendallScore([1], [2]))).toBeNull();
    expect(kendallTau(kendallScore([1, 1], [2, 3]))).toBeNull();
    expect(kendallTau(kendallScore([1, 2, 2], [5, 7, 7]))).toBe(1);
  });

  test('refuses values that are not pairs of numbers', () => {
    expect(() => kendallScore([1, 2], [1])).toThrow(RangeError);
    expect(() => kendallScore([1, Number.NaN], [1, 2])).toThrow(RangeError);
  });
});

function columns(points: readonly (readonly [number, number])[]): [number[], number[]] {
  return [points.map(([x]) => x), points.map(([, y]) => y)];
}

function orders(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, place) => orders(values.toSpliced(place, 1)).map((rest) => [value, ...rest]));
}
