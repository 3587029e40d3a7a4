import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { type Decomposition, decompose, type StratumPair } from './decomposition.ts';

const stratumTotal = fc.tuple(fc.nat(200), fc.nat(200)).map(([x, rest]) => ({ n: x + rest, sum: x }));
const strata: fc.Arbitrary<StratumPair[]> = fc.array(fc.record({ a: stratumTotal, b: stratumTotal }), {
  minLength: 1,
  maxLength: 6,
});

function swapped(pairs: readonly StratumPair[]): StratumPair[] {
  return pairs.map(({ a, b }) => ({ a: b, b: a }));
}

test.each(referenceCases('kitagawa'))('$name agrees with R and Python', (reference) => {
  const { differences, compared } = compareWithReference(reference, stored(reference), [
    // The product splits in two, halfway between the groups, not in three from one of them.
    '/threefold_base_a',
    // The rate effect answers the same question without a third, pooled mix.
    '/directly_standardised',
  ]);
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThanOrEqual(22);
});

describe('a decomposition', () => {
  test('adds up to the difference', () => {
    fc.assert(
      fc.property(strata, (pairs) => {
        const split = decompose(pairs);
        if (split === null) return;
        expect(split.rateEffect + split.mixEffect).toBeCloseTo(split.difference, 12);
      }),
    );
  });

  test('turns its signs with the groups', () => {
    fc.assert(
      fc.property(strata, (pairs) => {
        const split = decompose(pairs);
        const back = decompose(swapped(pairs));
        expect(back === null).toBe(split === null);
        if (split === null || back === null) return;
        expect(back.rateEffect).toBeCloseTo(-split.rateEffect, 12);
        expect(back.mixEffect).toBeCloseTo(-split.mixEffect, 12);
        expect(back.reversal).toBe(split.reversal);
      }),
    );
  });

  test('does not depend on where the scale has its 0', () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: -9, max: 9 }), (pairs, shift) => {
        const move = ({ n, sum }: { n: number; sum: number }) => ({ n, sum: sum + shift * n });
        const split = decompose(pairs);
        const moved = decompose(pairs.map(({ a, b }) => ({ a: move(a), b: move(b) })));
        split?.strata.forEach(({ rateEffect, mixEffect }, index) => {
          expect(moved?.strata[index]?.rateEffect).toBeCloseTo(rateEffect, 10);
          expect(moved?.strata[index]?.mixEffect).toBeCloseTo(mixEffect, 10);
        });
      }),
    );
  });

  test('is all rate with equal mixes, and all mix with equal rates', () => {
    const rate = decompose([
      { a: { n: 10, sum: 2 }, b: { n: 20, sum: 8 } },
      { a: { n: 30, sum: 9 }, b: { n: 60, sum: 24 } },
    ]) as Decomposition;
    expect(rate.mixEffect).toBeCloseTo(0, 12);
    const mix = decompose([
      { a: { n: 10, sum: 2 }, b: { n: 30, sum: 6 } },
      { a: { n: 30, sum: 15 }, b: { n: 10, sum: 5 } },
    ]) as Decomposition;
    expect(mix.rateEffect).toBeCloseTo(0, 12);
    expect(mix.difference).toBeCloseTo(-0.15, 12);
  });

  test('counts a stratum of one group only as mix', () => {
    const split = decompose([
      { a: { n: 10, sum: 5 }, b: { n: 10, sum: 5 } },
      { a: { n: 0, sum: 0 }, b: { n: 10, sum: 10 } },
      { a: { n: 0, sum: 0 }, b: { n: 0, sum: 0 } },
    ]) as Decomposition;
    expect(split).toMatchObject({ rateEffect: 0, reversal: false });
    expect(split.mixEffect).toBeCloseTo(0.25, 12);
    expect(split.strata[1]).toMatchObject({ rateA: null, rateB: 1, rateEffect: 0 });
    expect(split.strata[2]).toMatchObject({ rateA: null, rateB: null, rateEffect: 0, mixEffect: 0 });
  });

  test('sees a reversal only where all strata move against the total', () => {
    const kidneyStones = [
      { a: { n: 87, sum: 81 }, b: { n: 270, sum: 234 } },
      { a: { n: 263, sum: 192 }, b: { n: 80, sum: 55 } },
    ];
    expect(decompose(kidneyStones)?.reversal).toBe(true);
    expect(decompose([...kidneyStones, { a: { n: 10, sum: 5 }, b: { n: 10, sum: 5 } }])?.reversal).toBe(false);
    expect(decompose(kidneyStones.slice(0, 1))?.reversal).toBe(false);
  });

  test('does not exist without answers in both groups', () => {
    expect(decompose([])).toBeNull();
    expect(decompose([{ a: { n: 0, sum: 0 }, b: { n: 5, sum: 1 } }])).toBeNull();
  });

  test.each([
    [-1, 0],
    [Number.NaN, 0],
    [1, Number.NaN],
  ])('refuses %d answers with the sum %d', (n, sum) => {
    expect(() => decompose([{ a: { n, sum }, b: { n: 1, sum: 1 } }])).toThrow(RangeError);
  });
});

/** The stored mix effects of the strata are about 0 and about the middle of both totals, ours about the latter. */
function stored({ rows }: ReferenceCase) {
  const group = (row: ReferenceCase['rows'][number], name: string) => ({
    n: Number(row[`n_${name}`]),
    sum: Number(row[`x_${name}`]),
  });
  const split = decompose(rows.map((row) => ({ a: group(row, 'a'), b: group(row, 'b') }))) as Decomposition;
  const middle = (split.rateA + split.rateB) / 2;
  return {
    rate_a: split.rateA,
    rate_b: split.rateB,
    diff_b_minus_a: split.difference,
    rate_effect: split.rateEffect,
    mix_effect: split.mixEffect,
    segments: split.strata.map(({ shareA, shareB, rateA, rateB, rateEffect, mixEffect }, index) => ({
      segment: rows[index]?.segment,
      share_a: shareA,
      share_b: shareB,
      rate_a: rateA,
      rate_b: rateB,
      rate_effect: rateEffect,
      mix_effect: mixEffect + middle * (shareB - shareA),
      mix_effect_centred: mixEffect,
    })),
    simpson_reversal: split.reversal,
  };
}
