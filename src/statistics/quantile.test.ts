import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantile, quantileInterval, quantileRanks } from './quantile.ts';

const probabilities = fc.double({ min: 0, max: 1, noNaN: true });
const sortedValues = fc
  .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 })
  .map((values) => Float64Array.from(values, (value) => value + 0).sort());

describe('a quantile', () => {
  test('lies between the smallest and the largest value, which are those of 0 and 1', () => {
    fc.assert(
      fc.property(sortedValues, probabilities, (values, p) => {
        expect(quantile(values, 0)).toBe(values[0]);
        expect(quantile(values, 1)).toBe(values.at(-1));
        expect(quantile(values, p)).toBeGreaterThanOrEqual(values[0] as number);
        expect(quantile(values, p)).toBeLessThanOrEqual((values.at(-1) as number) + 1e-9);
      }),
    );
  });

  test('rises with p', () => {
    fc.assert(
      fc.property(sortedValues, probabilities, probabilities, (values, p, q) => {
        expect(quantile(values, Math.min(p, q))).toBeLessThanOrEqual(quantile(values, Math.max(p, q)) + 1e-9);
      }),
    );
  });

  test('of a half is the median', () => {
    expect(quantile([1, 2, 10], 0.5)).toBe(2);
    expect(quantile([1, 2, 4, 10], 0.5)).toBe(3);
  });

  test('does not exist without values or outside 0 to 1', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
  });
});

describe('the interval of a quantile', () => {
  test('contains the quantile', () => {
    fc.assert(
      fc.property(sortedValues, fc.constantFrom(0.1, 0.25, 0.5, 0.75, 0.9), (values, p) => {
        const interval = quantileInterval(values, p);
        if (interval === null) return;
        expect(interval.low).toBeLessThanOrEqual(quantile(values, p));
        expect(interval.high).toBeGreaterThanOrEqual(quantile(values, p));
      }),
    );
  });

  test('is made of ranks within 1 to n', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, p) => {
        const { low, high } = quantileRanks(n, p);
        if (low !== null) expect(low).toBeGreaterThanOrEqual(1);
        if (high !== null) expect(high).toBeLessThanOrEqual(n);
        if (low !== null && high !== null) expect(low).toBeLessThan(high);
      }),
    );
  });

  test('has both ends from six values for the median and from 36 for the 90th percentile', () => {
    expect(quantileRanks(5, 0.5)).toEqual({ low: null, high: null });
    expect(quantileRanks(6, 0.5)).toEqual({ low: 1, high: 6 });
    expect(quantileRanks(35, 0.9).high).toBeNull();
    expect(quantileRanks(36, 0.9)).toEqual({ low: 29, high: 36 });
  });

  test('does not exist when one end is missing', () => {
    expect(quantileInterval([1, 2, 3, 4, 5], 0.5)).toBeNull();
    expect(quantileInterval([1, 2, 3, 4, 5, 6], 0.5)).toEqual({ low: 1, high: 6 });
    expect(quantileInterval([], 0.5)).toBeNull();
  });

  test('works for ten million values', () => {
    expect(quantileRanks(1e7, 0.5)).toEqual({ low: 4996901, high: 5003100 });
  });
});
