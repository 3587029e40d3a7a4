import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newcombe, type Proportion, twoProportionP, wilson } from './proportion.ts';

const shares = fc.double({ min: 0, max: 1, noNaN: true });
const sizes = fc.double({ min: 0.5, max: 1e7, noNaN: true });
const proportions: fc.Arbitrary<Proportion> = fc.record({ share: shares, n: sizes });

describe("Wilson's interval", () => {
  test('lies within 0 to 1 and contains the share', () => {
    fc.assert(
      fc.property(proportions, ({ share, n }) => {
        const { low, high } = wilson(share, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('ends exactly at 0 when no one succeeds and at 1 when everyone does, and has width all the same', () => {
    fc.assert(
      fc.property(sizes, (n) => {
        expect(wilson(0, n).low).toBe(0);
        expect(wilson(0, n).high).toBeGreaterThan(0);
        expect(wilson(1, n).high).toBe(1);
        expect(wilson(1, n).low).toBeLessThan(1);
      }),
    );
  });

  test('of failures mirrors that of successes', () => {
    fc.assert(
      fc.property(proportions, ({ share, n }) => {
        expect(wilson(1 - share, n).low).toBeCloseTo(1 - wilson(share, n).high, 12);
      }),
    );
  });

  test('narrows with more answers and widens with more confidence', () => {
    fc.assert(
      fc.property(proportions, ({ share, n }) => {
        const width = (interval: { low: number; high: number }) => interval.high - interval.low;
        expect(width(wilson(share, 2 * n))).toBeLessThan(width(wilson(share, n)));
        expect(width(wilson(share, n, 0.99))).toBeGreaterThan(width(wilson(share, n, 0.9)));
      }),
    );
  });

  test.each([
    [-0.1, 10],
    [1.1, 10],
    [Number.NaN, 10],
    [0.5, 0],
    [0.5, -3],
    [0.5, Number.NaN],
  ])('does not exist for a share of %d among %d', (share, n) => {
    expect(() => wilson(share, n)).toThrow(RangeError);
  });
});

describe("Newcombe's interval", () => {
  test('contains the difference and lies within −1 to 1', () => {
    fc.assert(
      fc.property(proportions, proportions, (a, b) => {
        const { low, high } = newcombe(a, b);
        expect(low).toBeLessThanOrEqual(b.share - a.share);
        expect(high).toBeGreaterThanOrEqual(b.share - a.share);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test('changes sign when the groups are reversed', () => {
    fc.assert(
      fc.property(proportions, proportions, (a, b) => {
        expect(newcombe(b, a).low).toBeCloseTo(-newcombe(a, b).high, 12);
      }),
    );
  });

  test('is that of the second group minus the first', () => {
    expect(newcombe({ share: 0.2, n: 500 }, { share: 0.6, n: 500 }).low).toBeGreaterThan(0);
  });
});

describe('the test of two proportions', () => {
  test('gives a p of 0 to 1 that does not depend on the order of the groups', () => {
    fc.assert(
      fc.property(proportions, proportions, (a, b) => {
        const p = twoProportionP(a, b);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(twoProportionP(b, a)).toBeCloseTo(p, 9);
      }),
    );
  });

  test.each([0, 0.4, 1])('gives 1 for equal shares of %d', (share) => {
    expect(twoProportionP({ share, n: 12 }, { share, n: 40 })).toBe(1);
  });
});
