import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { type Reliability, reliability } from './reliability.ts';

const answers = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.nat(4)), {
  minLength: 2,
  maxLength: 30,
});

test.each(referenceCases('alpha'))('$name agrees with R and Python', (reference) => {
  const { differences, compared } = compareWithReference(reference, stored(reference));
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThanOrEqual(10);
});

describe('the reliability of a scale', () => {
  test('is 1 for items that say the same', () => {
    const item = [1, 2, 3, 5];
    const scale = reliability([item, item, item]) as Reliability;
    expect(scale.alpha).toBeCloseTo(1, 12);
    expect(scale.standardised).toBeCloseTo(1, 12);
    expect(scale.interval.low).toBeCloseTo(1, 12);
  });

  test('is near 0 for items that have nothing to do with each other', () => {
    expect(
      reliability([
        [1, 1, 2, 2],
        [1, 2, 1, 2],
      ])?.alpha,
    ).toBeCloseTo(0, 12);
  });

  test('is below 0 for a reversed item', () => {
    const scale = reliability([
      [1, 2, 3, 4],
      [4, 3, 2, 2],
    ]) as Reliability;
    expect(scale.alpha).toBeLessThan(0);
    expect(scale.itemRest[0]).toBeLessThan(0);
  });

  test('lies within its interval and does not depend on the order of items or respondents', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const items = [0, 1, 2].map((item) => rows.map((row) => row[item] as number));
        const scale = reliability(items);
        const turned = reliability(items.toReversed().map((item) => item.toReversed()));
        expect(turned === null).toBe(scale === null);
        if (scale === null) return;
        expect(turned?.alpha).toBeCloseTo(scale.alpha, 9);
        expect(scale.alpha).toBeLessThanOrEqual(1);
        expect(scale.interval.low).toBeLessThanOrEqual(scale.alpha);
        expect(scale.interval.high).toBeGreaterThanOrEqual(scale.alpha);
        expect(scale.interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('has no correlations with an item that does not vary', () => {
    const scale = reliability([
      [0.1, 0.1, 0.1],
      [1, 2, 3],
    ]) as Reliability;
    expect(scale).toMatchObject({ standardised: null, meanCorrelation: null, itemRest: [null, null] });
    expect(scale.alpha).toBeCloseTo(0, 12);
  });

  test('does not exist for one item, one respondent or equal sums', () => {
    expect(reliability([])).toBeNull();
    expect(reliability([[1, 2, 3]])).toBeNull();
    expect(reliability([[1], [2]])).toBeNull();
    expect(
      reliability([
        [1, 2, 3],
        [3, 2, 1],
      ]),
    ).toBeNull();
  });

  test('refuses gaps', () => {
    expect(() => reliability([[1, 2], [1]])).toThrow(RangeError);
    expect(() =>
      reliability([
        [1, Number.NaN],
        [1, 2],
      ]),
    ).toThrow(RangeError);
  });
});

function stored({ rows, params }: ReferenceCase) {
  const names = Object.keys(rows[0] ?? {});
  const items = names.map((name) => rows.map((row) => Number(row[name])));
  const scale = reliability(items, params.conf as number) as Reliability;
  return {
    n: scale.n,
    k: names.length,
    raw_alpha: scale.alpha,
    std_alpha: scale.standardised,
    average_r: scale.meanCorrelation,
    item_rest: Object.fromEntries(names.map((name, index) => [name, scale.itemRest[index]])),
    feldt: { lo: scale.interval.low, hi: scale.interval.high },
  };
}
