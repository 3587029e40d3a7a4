import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MeanEstimate, meanInterval, oneSidedP, welchDifference } from './mean.ts';

const estimates: fc.Arbitrary<MeanEstimate> = fc.record({
  mean: fc.double({ min: -100, max: 100, noNaN: true }),
  standardError: fc.double({ min: 0.001, max: 50, noNaN: true }),
  degreesOfFreedom: fc.integer({ min: 1, max: 1e6 }),
});

describe('the interval of a mean', () => {
  test('is centred on the mean and widens as degrees of freedom get scarce', () => {
    fc.assert(
      fc.property(estimates, ({ mean, standardError, degreesOfFreedom }) => {
        const { low, high } = meanInterval(mean, standardError, degreesOfFreedom);
        expect((low + high) / 2).toBeCloseTo(mean, 9);
        const normal = meanInterval(mean, standardError, Number.POSITIVE_INFINITY);
        expect(low).toBeLessThan(normal.low);
        expect(high).toBeGreaterThan(normal.high);
      }),
    );
  });

  test('is the whole line without degrees of freedom', () => {
    const line = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    expect(meanInterval(4, 0, 0)).toEqual(line);
    expect(meanInterval(4, Number.POSITIVE_INFINITY, 0)).toEqual(line);
  });

  test('is the mean itself when answers do not vary', () => {
    expect(meanInterval(4, 0, 9)).toEqual({ low: 4, high: 4 });
  });

  test('does not exist for a negative or missing standard error', () => {
    expect(() => meanInterval(4, -1, 9)).toThrow(RangeError);
    expect(() => meanInterval(4, Number.NaN, 9)).toThrow(RangeError);
    expect(() => meanInterval(4, 1, Number.NaN)).toThrow(RangeError);
  });
});

describe("Welch's difference", () => {
  test('is the second minus the first, and changes sign when they are reversed', () => {
    fc.assert(
      fc.property(estimates, estimates, (a, b) => {
        const forward = welchDifference(a, b);
        const back = welchDifference(b, a);
        expect(forward.difference).toBe(b.mean - a.mean);
        expect(back.low).toBeCloseTo(-forward.high, 9);
        expect(back.p).toBeCloseTo(forward.p, 9);
      }),
    );
  });

  test('has degrees of freedom between the smaller of the two and their sum', () => {
    fc.assert(
      fc.property(estimates, estimates, (a, b) => {
        const { degreesOfFreedom } = welchDifference(a, b);
        const slack = 1 + 1e-9;
        expect(degreesOfFreedom * slack).toBeGreaterThanOrEqual(Math.min(a.degreesOfFreedom, b.degreesOfFreedom));
        expect(degreesOfFreedom / slack).toBeLessThanOrEqual(a.degreesOfFreedom + b.degreesOfFreedom);
      }),
    );
  });

  test('has a p below 0.05 exactly where its 95% interval leaves out 0', () => {
    fc.assert(
      fc.property(estimates, estimates, (a, b) => {
        const { low, high, p } = welchDifference(a, b);
        fc.pre(Math.abs(p - 0.05) > 1e-9);
        expect(p < 0.05).toBe(low > 0 || high < 0);
      }),
    );
  });

  test('of means without spread is certain', () => {
    const four = { mean: 4, standardError: 0, degreesOfFreedom: 9 };
    const five = { mean: 5, standardError: 0, degreesOfFreedom: 9 };
    expect(welchDifference(four, five)).toMatchObject({ difference: 1, low: 1, high: 1, p: 0 });
    expect(welchDifference(four, four)).toMatchObject({ difference: 0, low: 0, high: 0, p: 1 });
  });

  test('tells nothing when one mean rests on a single answer', () => {
    const one = { mean: 4, standardError: 0, degreesOfFreedom: 0 };
    const many = { mean: 5, standardError: 0.1, degreesOfFreedom: 99 };
    expect(welchDifference(one, many)).toMatchObject({ low: Number.NEGATIVE_INFINITY, p: 1, degreesOfFreedom: 0 });
  });
});

test('a one-sided p is a half at no difference, with and without spread', () => {
  expect(oneSidedP(0, 1, 10)).toBe(0.5);
  expect(oneSidedP(0, 0, 10)).toBe(0.5);
  expect(oneSidedP(-1, 0, 10)).toBe(0);
  expect(oneSidedP(1, 0, 10)).toBe(1);
});
