import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { decompose, type StratumPair } from './decomposition.ts';
import { associationTest, breslowDay, pooledDifference, pooledOddsRatio, pooledRatio } from './stratified.ts';

const stratumTotal = fc.tuple(fc.nat(60), fc.nat(60)).map(([x, rest]) => ({ n: x + rest, sum: x }));
const strata: fc.Arbitrary<StratumPair[]> = fc.array(fc.record({ a: stratumTotal, b: stratumTotal }), { maxLength: 6 });

function swapped(pairs: readonly StratumPair[]): StratumPair[] {
  return pairs.map(({ a, b }) => ({ a: b, b: a }));
}

test.each(referenceCases('mh'))('$name agrees with R and Python', (reference) => {
  const { differences, compared } = compareWithReference(reference, stored(reference), [
    // Stored for comparison only: the interval in use is Sato's.
    '/mh_rd_greenland_robins',
  ]);
  expect(differences).toEqual([]);
  expect(compared).toBe(17);
});

describe('a comparison within strata', () => {
  test('of a single stratum is the plain one', () => {
    const single = [{ a: { n: 50, sum: 20 }, b: { n: 40, sum: 24 } }];
    expect(pooledDifference(single)?.difference).toBeCloseTo(0.2, 12);
    expect(pooledOddsRatio(single)?.ratio).toBeCloseTo(2.25, 12);
    expect(pooledRatio(single)).toBeCloseTo(1.5, 12);
    expect(breslowDay(single)).toBeNull();
  });

  test('turns its sign with the groups', () => {
    fc.assert(
      fc.property(strata, (pairs) => {
        const difference = pooledDifference(pairs);
        const back = pooledDifference(swapped(pairs));
        expect(back === null).toBe(difference === null);
        if (difference !== null && back !== null) {
          expect(back.difference).toBeCloseTo(-difference.difference, 12);
          expect(back.low).toBeCloseTo(-difference.high, 9);
          expect(back.p).toBeCloseTo(difference.p, 9);
        }
        const ratio = pooledOddsRatio(pairs);
        const inverse = pooledOddsRatio(swapped(pairs));
        expect(inverse === null).toBe(ratio === null);
        if (ratio !== null && inverse !== null) {
          expect(inverse.ratio * ratio.ratio).toBeCloseTo(1, 9);
          expect(inverse.low * ratio.high).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  test('contains its estimates in their intervals and gives finite numbers', () => {
    fc.assert(
      fc.property(strata, (pairs) => {
        const difference = pooledDifference(pairs);
        if (difference !== null) {
          expect(difference.low).toBeLessThanOrEqual(difference.difference);
          expect(difference.high).toBeGreaterThanOrEqual(difference.difference);
          expect(difference.p).toBeGreaterThanOrEqual(0);
        }
        const ratio = pooledOddsRatio(pairs);
        if (ratio !== null) {
          expect(ratio.low).toBeLessThanOrEqual(ratio.ratio);
          expect(ratio.high).toBeLessThan(Number.POSITIVE_INFINITY);
        }
        for (const test of [associationTest(pairs), associationTest(pairs, true), breslowDay(pairs)]) {
          if (test === null) continue;
          expect(test.chiSquare).toBeGreaterThanOrEqual(0);
          expect(test.p).toBeGreaterThanOrEqual(0);
          expect(test.p).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('is not fooled by the mix', () => {
    const pairs = [
      { a: { n: 870, sum: 783 }, b: { n: 230, sum: 214 } },
      { a: { n: 130, sum: 39 }, b: { n: 770, sum: 254 } },
    ];
    expect(decompose(pairs)?.difference).toBeLessThan(0);
    expect(pooledDifference(pairs)?.difference).toBeGreaterThan(0);
    expect(pooledOddsRatio(pairs)?.ratio).toBeGreaterThan(1);
  });

  test('sees no difference of ratios where there is none, and one where there is', () => {
    const alike = [
      { a: { n: 30, sum: 10 }, b: { n: 30, sum: 15 } },
      { a: { n: 60, sum: 20 }, b: { n: 60, sum: 30 } },
    ];
    expect(breslowDay(alike)).toMatchObject({ degreesOfFreedom: 1 });
    expect(breslowDay(alike)?.chiSquare).toBeCloseTo(0, 12);
    const opposite = [alike[0], ...swapped(alike.slice(1))] as StratumPair[];
    expect(breslowDay(opposite)?.p).toBeLessThan(0.05);
  });

  test('leaves out strata of one group only', () => {
    const pairs = [{ a: { n: 50, sum: 20 }, b: { n: 40, sum: 24 } }];
    const padded = [...pairs, { a: { n: 0, sum: 0 }, b: { n: 9, sum: 9 } }];
    expect(pooledDifference(padded)).toEqual(pooledDifference(pairs));
    expect(associationTest(padded)).toEqual(associationTest(pairs));
  });

  test('does not exist where nothing could differ', () => {
    for (const of of [pooledDifference, pooledOddsRatio, pooledRatio, associationTest, breslowDay]) {
      expect(of([])).toBeNull();
    }
    const all = [{ a: { n: 5, sum: 5 }, b: { n: 7, sum: 7 } }];
    expect(pooledDifference(all)).toMatchObject({ difference: 0, p: 1 });
    expect(pooledOddsRatio(all)).toBeNull();
    expect(associationTest(all)).toBeNull();
    expect(associationTest([{ a: { n: 1, sum: 1 }, b: { n: 0, sum: 0 } }])).toBeNull();
  });

  test('refuses counts that cannot be', () => {
    const impossible = [{ a: { n: 5, sum: 6 }, b: { n: 5, sum: 1 } }];
    for (const of of [pooledDifference, pooledOddsRatio, pooledRatio, associationTest, breslowDay]) {
      expect(() => of(impossible)).toThrow(RangeError);
    }
  });
});

/** The stored comparisons are a against b, ours second against first. */
function stored(reference: ReferenceCase) {
  const confidence = reference.params.conf as number;
  const group = (row: ReferenceCase['rows'][number], name: string) => {
    const [good, bad] = [Number(row[`${name}_good`]), Number(row[`${name}_bad`])];
    return { n: good + bad, sum: good };
  };
  const pairs = reference.rows.map((row) => ({ a: group(row, 'b'), b: group(row, 'a') }));
  const total = (name: 'a' | 'b') => ({
    n: pairs.reduce((all, pair) => all + pair[name].n, 0),
    sum: pairs.reduce((all, pair) => all + pair[name].sum, 0),
  });
  const [crudeA, crudeB] = [total('b'), total('a')];
  const odds = pooledOddsRatio(pairs, confidence);
  const difference = pooledDifference(pairs, confidence);
  const homogeneity = breslowDay(pairs);
  return {
    crude_or: pooledOddsRatio([{ a: crudeB, b: crudeA }])?.ratio,
    crude_rate_a: crudeA.sum / crudeA.n,
    crude_rate_b: crudeB.sum / crudeB.n,
    mh_or: odds?.ratio,
    lo: odds?.low,
    hi: odds?.high,
    chi2_uncorrected: associationTest(pairs)?.chiSquare,
    p_uncorrected: associationTest(pairs)?.p,
    chi2_corrected: associationTest(pairs, true)?.chiSquare,
    p_corrected: associationTest(pairs, true)?.p,
    mh_rr: pooledRatio(pairs),
    mh_rd: difference?.difference,
    mh_rd_sato: { se: difference?.standardError, lo: difference?.low, hi: difference?.high },
    breslow_day: { chi2: homogeneity?.chiSquare, p: homogeneity?.p },
  };
}
