import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chiSquareQuantile,
  fQuantile,
  fUpperP,
  normalCritical,
  normalTwoSidedP,
  tCritical,
  tLowerP,
} from './distribution.ts';

describe('critical values', () => {
  test('are those of the printed tables', () => {
    expect(normalCritical(0.95)).toBeCloseTo(1.959964, 6);
    expect(normalCritical(0.9)).toBeCloseTo(1.644854, 6);
    expect(tCritical(0.95, 1)).toBeCloseTo(12.7062, 4);
    expect(tCritical(0.95, 30)).toBeCloseTo(2.042272, 6);
  });

  test('of t approach the normal one as degrees of freedom grow, and are infinite without any', () => {
    expect(tCritical(0.95, 1e7)).toBeCloseTo(normalCritical(0.95), 6);
    expect(tCritical(0.95, Number.POSITIVE_INFINITY)).toBe(normalCritical(0.95));
    expect(tCritical(0.95, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  test.each([0, 1, -0.5, 95, Number.NaN])('do not exist for a confidence of %d', (confidence) => {
    expect(() => normalCritical(confidence)).toThrow(RangeError);
    expect(() => tCritical(confidence, 5)).toThrow(RangeError);
  });
});

describe('p', () => {
  test('is 1 at no difference, 0.05 at the critical value and falls with the distance', () => {
    expect(normalTwoSidedP(0)).toBe(1);
    expect(normalTwoSidedP(normalCritical(0.95))).toBeCloseTo(0.05, 12);
    expect(normalTwoSidedP(-3)).toBe(normalTwoSidedP(3));
    expect(normalTwoSidedP(3)).toBeLessThan(normalTwoSidedP(2));
  });

  test('keeps its digits far out', () => {
    expect(normalTwoSidedP(10) / 1.523970604832105e-23).toBeCloseTo(1, 9);
  });

  test('of t is that of the normal distribution for infinitely many degrees of freedom', () => {
    expect(tLowerP(-2, Number.POSITIVE_INFINITY)).toBeCloseTo(tLowerP(-2, 1e9), 8);
  });
});

describe('the chi-square quantile', () => {
  test.each([
    // Values of scipy 1.17 (Boost).
    [0.975, 10, 20.483177350807388],
    [0.975, 1000, 1089.5309127749135],
    [0.025, 2000, 1877.9460368153905],
    [0.975, 2000, 2125.8423024497756],
    [0.975, 200002, 201243.48947948776],
  ])('at %d with %d degrees of freedom is %d', (p, degreesOfFreedom, value) => {
    expect(chiSquareQuantile(p, degreesOfFreedom) / value).toBeCloseTo(1, 10);
  });

  test('does not jump where the expansion takes over', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) => {
        const step = chiSquareQuantile(p, 1001) - chiSquareQuantile(p, 1000);
        const before = chiSquareQuantile(p, 1000) - chiSquareQuantile(p, 999);
        expect(step).toBeCloseTo(before, 4);
      }),
    );
  });
});

describe('the F distribution', () => {
  test('has the quantiles and upper tails that SciPy gives, small ones to all digits', () => {
    expect(fQuantile(0.975, 5, 114)).toBeCloseTo(2.679777546942451, 10);
    expect(fQuantile(0.025, 4, 1e6)).toBeCloseTo(0.12110454750014307, 10);
    expect(fUpperP(1, 3, 7)).toBeCloseTo(0.44707961346848374, 12);
    expect(fUpperP(29.429373028347477, 2, 155) / 1.4650851443783322e-11).toBeCloseTo(1, 9);
  });

  test('is never below 0 and may be infinite', () => {
    expect(fUpperP(0, 2, 9)).toBe(1);
    expect(fUpperP(-1, 2, 9)).toBe(1);
    expect(fUpperP(Number.POSITIVE_INFINITY, 2, 9)).toBe(0);
  });
});
