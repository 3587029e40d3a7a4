import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { linearSlope, mannKendall, theilSen } from './trend.ts';

const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3, maxLength: 40 });

function months(n: number): number[] {
  return Array.from({ length: n }, (_, month) => month);
}

test.each(referenceCases('trend'))('$name agrees with R and Python', (reference) => {
  const { differences, compared } = compareWithReference(reference, trend(reference));
  expect(differences).toEqual([]);
  expect(compared).toBe(9);
});

describe('a trend', () => {
  test('turns its sign when the series is turned, and keeps its p', () => {
    fc.assert(
      fc.property(values, (series) => {
        const times = months(series.length);
        const turned = series.map((value) => 3 - value);
        const slope = theilSen(times, series);
        expect(theilSen(times, turned)).toBeCloseTo(-(slope as number), 12);
        const test = mannKendall(times, series);
        const opposite = mannKendall(times, turned);
        if (test !== null) expect(opposite).toMatchObject({ score: 0 - test.score, p: test.p });
        expect(linearSlope(times, turned)?.slope).toBeCloseTo(-(linearSlope(times, series)?.slope as number), 12);
      }),
    );
  });

  test('of a straight line is its slope, without doubt', () => {
    const times = [0, 1, 2, 5, 9];
    const line = times.map((time) => 4 + 0.5 * time);
    expect(theilSen(times, line)).toBe(0.5);
    expect(linearSlope(times, line)?.slope).toBeCloseTo(0.5, 14);
    expect(linearSlope(times, line)?.p).toBeLessThan(1e-12);
    expect(mannKendall(times, line)).toMatchObject({ score: 10, tau: 1 });
  });

  test('of a level series is 0 with p 1, and has no Mann–Kendall test', () => {
    const level = [0.1, 0.1, 0.1, 0.1];
    expect(theilSen(months(4), level)).toBe(0);
    expect(linearSlope(months(4), level)).toMatchObject({ slope: 0, standardError: 0, p: 1 });
    expect(mannKendall(months(4), level)).toBeNull();
  });

  test('hardly moves with one wild month', () => {
    const times = months(11);
    const wild = times.map((time) => (time === 5 ? 1e6 : 2 * time));
    expect(theilSen(times, wild)).toBe(2);
  });

  test('does not exist without two times', () => {
    expect(theilSen([], [])).toBeNull();
    expect(theilSen([1], [2])).toBeNull();
    expect(mannKendall([1, 1], [2, 3])).toBeNull();
    expect(linearSlope([1, 1, 1], [2, 3, 4])).toBeNull();
    expect(linearSlope([1, 2], [2, 3])).toBeNull();
  });

  test('refuses unpaired or infinite values', () => {
    for (const of of [theilSen, mannKendall, linearSlope]) {
      expect(() => of([1, 2], [1])).toThrow(RangeError);
      expect(() => of([1, 2], [1, Number.NaN])).toThrow(RangeError);
    }
  });
});

function trend(reference: ReferenceCase) {
  const [times, series] = ['t', 'value'].map((name) => reference.rows.map((row) => Number(row[name]))) as [
    number[],
    number[],
  ];
  const test = mannKendall(times, series);
  const line = linearSlope(times, series);
  return {
    n: times.length,
    S: test?.score,
    var_S: test?.variance,
    mk_z: test?.z,
    mk_p: test?.p,
    theil_sen_slope: theilSen(times, series),
    tau_b: test?.tau,
    ols_slope: line?.slope,
    ols_p: line?.p,
  };
}
