import { describe, expect, test } from 'vitest';
import { bootstrapDifference } from './bootstrap-difference.ts';

/** 1 to n, less `shift`. */
const draws = (n: number, shift: number) => Float64Array.from({ length: n }, (_, index) => index + 1 - shift);

describe('a difference from resamples', () => {
  test('has the percentiles of its resamples', () => {
    const found = bootstrapDifference(50, draws(101, 1));
    expect(found?.difference).toBe(50);
    expect(found?.low).toBeCloseTo(2.5, 12);
    expect(found?.high).toBeCloseTo(97.5, 12);
    expect(found?.low90).toBeCloseTo(5, 12);
    expect(found?.high90).toBeCloseTo(95, 12);
  });

  test('has a p of twice the smaller side', () => {
    // 1 to 5 of 200 lie at or below 5.5.
    expect(bootstrapDifference(1, draws(200, 5.5))?.p).toBeCloseTo(0.05, 12);
    expect(bootstrapDifference(-1, draws(200, 195.5))?.p).toBeCloseTo(0.05, 12);
  });

  test('has a p of one resample at least and of 1 at most', () => {
    expect(bootstrapDifference(1, draws(200, 0))?.p).toBe(1 / 200);
    expect(bootstrapDifference(0, new Float64Array(50))?.p).toBe(1);
  });

  test('leaves out resamples in which it does not exist', () => {
    const holes = Float64Array.from([...draws(101, 1), Number.NaN, Number.NaN]);
    expect(bootstrapDifference(50, holes)).toEqual(bootstrapDifference(50, draws(101, 1)));
    expect(bootstrapDifference(50, Float64Array.of(Number.NaN))).toBeNull();
  });
});
