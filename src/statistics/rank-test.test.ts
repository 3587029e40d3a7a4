import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { quantile } from './quantile.ts';
import { hodgesLehmann, type RankTest, rankTest } from './rank-test.ts';

const values = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 30 });

test.each(referenceCases('mannwhitney'))('$name agrees with R and Python', (reference) => {
  const { differences, compared } = compareWithReference(reference, stored(reference));
  expect(differences).toEqual([]);
  expect(compared).toBe(12);
});

describe('a comparison by rank', () => {
  test('counts the pairs in which the second is larger, half those that are equal', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        let u = 0;
        for (const x of a) for (const y of b) u += (Math.sign(y - x) + 1) / 2;
        expect(rankTest(a, b)).toMatchObject({ u, superiority: u / (a.length * b.length) });
      }),
    );
  });

  test('turns with the groups and with the scale, and ignores how far values lie apart', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const found = rankTest(a, b) as RankTest;
        const swapped = rankTest(b, a) as RankTest;
        const turned = rankTest(
          a.map((value) => -value),
          b.map((value) => -value),
        ) as RankTest;
        for (const other of [swapped, turned]) {
          expect(other.delta).toBeCloseTo(-found.delta, 12);
          expect(other.p).toBeCloseTo(found.p, 12);
          expect(other.deltaInterval.low).toBeCloseTo(-found.deltaInterval.high, 9);
        }
        const stretch = (value: number) => Math.exp(value);
        expect(rankTest(a.map(stretch), b.map(stretch))).toEqual(found);
      }),
    );
  });

  test('holds δ in its interval, within −1 to 1', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const { delta, deltaInterval, p, brunnerMunzel } = rankTest(a, b) as RankTest;
        expect(deltaInterval.low).toBeGreaterThanOrEqual(-1);
        expect(deltaInterval.low).toBeLessThanOrEqual(delta);
        expect(deltaInterval.high).toBeGreaterThanOrEqual(delta);
        expect(deltaInterval.high).toBeLessThanOrEqual(1);
        for (const probability of [p, brunnerMunzel?.p ?? 0]) {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('finds nothing where all values are equal', () => {
    expect(rankTest([0.1, 0.1], [0.1, 0.1, 0.1])).toMatchObject({
      p: 1,
      uncorrectedP: 1,
      delta: 0,
      deltaInterval: { low: 0, high: 0 },
      brunnerMunzel: null,
    });
  });

  test('is extreme where the groups do not overlap', () => {
    expect(rankTest([1, 2, 3], [4, 5, 6])).toMatchObject({ delta: 1, brunnerMunzel: null });
  });

  test('knows no spread of a single value', () => {
    expect(rankTest([1], [2, 3])).toMatchObject({ deltaInterval: { low: -1, high: 1 }, brunnerMunzel: null });
    expect(rankTest([1], [2])?.p).toBe(1);
  });

  test('ranks infinite values, as of what never happened', () => {
    expect(rankTest([1, Number.POSITIVE_INFINITY], [2, Number.POSITIVE_INFINITY])?.u).toBe(2.5);
  });

  test('does not exist for an empty group', () => {
    expect(rankTest([], [1])).toBeNull();
    expect(rankTest([1], [])).toBeNull();
    expect(hodgesLehmann([], [1])).toBeNull();
  });

  test('refuses NaN', () => {
    expect(() => rankTest([1], [Number.NaN])).toThrow(RangeError);
    expect(() => hodgesLehmann([1], [Number.NaN])).toThrow(RangeError);
    expect(() => hodgesLehmann([1], [Number.NEGATIVE_INFINITY])).toThrow(RangeError);
  });
});

describe('the shift', () => {
  const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 25 });

  test('is the median of all differences', () => {
    fc.assert(
      fc.property(fc.oneof(values, numbers), fc.oneof(values, numbers), (a, b) => {
        const differences = a.flatMap((x) => b.map((y) => y - x)).sort((x, y) => x - y);
        expect(hodgesLehmann(a, b)).toBeCloseTo(quantile(differences, 0.5), 6);
      }),
    );
  });

  test('is found among differences that hardly differ', () => {
    const next = 1 + Number.EPSILON;
    expect(hodgesLehmann([0], [1, next, next])).toBe(next);
    expect(hodgesLehmann([0], [1, 1, next])).toBe(1);
  });

  test('of very many values is found without listing their differences', () => {
    const a = Float64Array.from({ length: 200_000 }, (_, i) => Math.sin(i));
    const b = a.map((value) => value + 3);
    expect(hodgesLehmann(a, b)).toBeCloseTo(3, 6);
  });
});

/** The stored numbers are a against b, ours second against first. */
function stored(reference: ReferenceCase) {
  const [a, b] = ['a', 'b'].map((group) =>
    reference.rows.filter((row) => row.group === group).map((row) => Number(row.csat)),
  ) as [number[], number[]];
  const found = rankTest(b, a, reference.params.conf as number) as RankTest;
  return {
    n_a: a.length,
    n_b: b.length,
    U_a: found.u,
    p_corrected: found.p,
    p_uncorrected: found.uncorrectedP,
    prob_superiority: found.superiority,
    cliffs_delta: found.delta,
    cliffs_delta_delong: { lo: found.deltaInterval.low, hi: found.deltaInterval.high },
    hodges_lehmann: hodgesLehmann(b, a),
    // Of the opposite sign: that of b against a.
    brunner_munzel: {
      statistic_scipy_sign: -(found.brunnerMunzel?.statistic as number),
      p: found.brunnerMunzel?.p,
    },
  };
}
