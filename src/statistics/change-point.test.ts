import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { type ChangePoint, changePoint, fewestOnASide } from './change-point.ts';
import { seededRandom } from './random.ts';

/** Draws for tests that do not look at what is drawn. */
const FEW = 20;

test.each(referenceCases('changepoint'))('$name agrees with R and Python', (reference) => {
  const { differences, compared } = compareWithReference(reference, stored(reference), [
    // Optional: from one program only, and unsafe at this length.
    '/sup_F_p_hansen',
    '/bic_prefers_break',
    // Optional: the same split as last_index_before_break, from one program only.
    '/strucchange_bp',
  ]);
  expect(differences).toEqual([]);
  expect(compared).toBe(9);
});

describe('a change point', () => {
  const [changed, unchanged] = referenceCases('changepoint').map((reference) =>
    reference.rows.map((row) => Number(row.value)),
  ) as [number[], number[]];

  test('is dated where the level changed, within a range that holds it', () => {
    const found = changePoint(changed, seededRandom(1)) as ChangePoint;
    expect(found.p).toBeLessThan(0.05);
    expect(found.range.low).toBeLessThanOrEqual(found.lastBefore);
    expect(found.range.high).toBeGreaterThanOrEqual(found.lastBefore);
  });

  test('is not found in noise, where the asymptotic p finds one', () => {
    expect(changePoint(unchanged, seededRandom(1))?.p).toBeGreaterThan(0.05);
  });

  test('of a clean step is exact', () => {
    const step = [...new Array<number>(7).fill(1), ...new Array<number>(8).fill(2)];
    const found = changePoint(step, seededRandom(1)) as ChangePoint;
    expect(found).toMatchObject({ lastBefore: 6, f: Number.POSITIVE_INFINITY, range: { low: 6, high: 6 } });
    expect(found.meanBefore).toBeCloseTo(1, 12);
    expect(found.meanAfter).toBeCloseTo(2, 12);
    // Two of 6435 orders separate the values: this one, and the one with the levels swapped.
    expect(found.p).toBeLessThan(0.005);
  });

  test('counts missing months in its places', () => {
    const gaps = [null, ...changed.flatMap((value) => [value, null])];
    const found = changePoint(gaps, seededRandom(1), undefined, FEW) as ChangePoint;
    const plain = changePoint(changed, seededRandom(1), undefined, FEW) as ChangePoint;
    expect(found).toMatchObject({ p: plain.p, lastBefore: 1 + 2 * plain.lastBefore });
  });

  test('has the stated number of values on each side, and splits off squares', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 50 }),
        fc.nat(),
        (values, seed) => {
          const found = changePoint(values, seededRandom(seed), undefined, FEW);
          if (found === null) return;
          const fewest = fewestOnASide(values.length);
          for (const place of [found.lastBefore, found.range.low, found.range.high]) {
            expect(place).toBeGreaterThanOrEqual(fewest - 1);
            expect(place).toBeLessThan(values.length - fewest);
          }
          // Squares are summed in two orders, which may round apart.
          expect(found.residualSquares).toBeLessThanOrEqual(found.totalSquares * (1 + 1e-12));
          expect(found.p).toBeGreaterThan(0);
          expect(found.p).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test('is the same for the same seed', () => {
    const dated = (seed: number) => changePoint(changed, seededRandom(seed), undefined, 200);
    expect(dated(5)).toEqual(dated(5));
  });

  test('finds a change in about 5% of series of noise at p <= 0.05', () => {
    const random = seededRandom(3);
    let found = 0;
    for (let trial = 0; trial < 300; trial++) {
      const noise = Array.from({ length: 24 }, () => random.normal());
      if ((changePoint(noise, random, undefined, 99)?.p ?? 1) <= 0.05) found += 1;
    }
    expect(found).toBeGreaterThan(4);
    expect(found).toBeLessThan(29);
  });

  test('does not exist in a short or level series', () => {
    expect(changePoint([], seededRandom(1))).toBeNull();
    expect(changePoint(changed.slice(0, 11), seededRandom(1))).toBeNull();
    expect(changePoint(new Array<number>(20).fill(0.1), seededRandom(1))).toBeNull();
  });

  test('refuses what is not a number, and empty sides', () => {
    expect(() => changePoint([1, Number.NaN], seededRandom(1))).toThrow(RangeError);
    expect(() => changePoint(changed, seededRandom(1), 0)).toThrow(RangeError);
  });

  test('needs 6 values on each side, and 15% of long series', () => {
    expect([12, 40, 46, 47, 100].map(fewestOnASide)).toEqual([6, 6, 6, 7, 15]);
  });
});

/** The stored split allows sides of floor(0.15 n), fewer than the product does. */
function stored(reference: ReferenceCase) {
  const values = reference.rows.map((row) => Number(row.value));
  const side = Math.floor((reference.params.trim as number) * values.length);
  const found = changePoint(values, seededRandom(1), side, FEW) as ChangePoint;
  return {
    n: values.length,
    h: side,
    last_index_before_break: found.lastBefore + 1,
    last_month_before_break: reference.rows[found.lastBefore]?.month,
    rss_break: found.residualSquares,
    rss_none: found.totalSquares,
    mean_before: found.meanBefore,
    mean_after: found.meanAfter,
    sup_F: found.f,
  };
}
