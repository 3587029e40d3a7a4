import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benjaminiHochberg } from './multiplicity.ts';

const families = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 });

describe('Benjamini–Hochberg adjustment', () => {
  test('does not depend on the order of the tests', () => {
    fc.assert(
      fc.property(
        families.chain((p) =>
          fc.tuple(
            fc.constant(p),
            fc.shuffledSubarray(
              p.map((_, index) => index),
              { minLength: p.length },
            ),
          ),
        ),
        ([p, order]) => {
          const adjusted = benjaminiHochberg(p);
          const shuffled = benjaminiHochberg(order.map((index) => p[index] as number));
          expect(shuffled).toEqual(order.map((index) => adjusted[index]));
        },
      ),
    );
  });

  test('keeps the order of the p-values and gives ties the same result', () => {
    fc.assert(
      fc.property(families, (p) => {
        const adjusted = benjaminiHochberg(p);
        const pairs = p.map((value, index) => [value, adjusted[index] as number] as const);
        for (const [value, after] of pairs) {
          for (const [other, otherAfter] of pairs) if (value <= other) expect(after).toBeLessThanOrEqual(otherAfter);
        }
      }),
    );
  });

  test('never lowers a p-value, never passes 1 and never beats Bonferroni', () => {
    fc.assert(
      fc.property(families, (p) => {
        benjaminiHochberg(p).forEach((after, index) => {
          const before = p[index] as number;
          expect(after).toBeGreaterThanOrEqual(before);
          expect(after).toBeLessThanOrEqual(Math.min(1, before * p.length));
        });
      }),
    );
  });

  test('leaves a single test alone and an empty family empty', () => {
    expect(benjaminiHochberg([0.03])).toEqual([0.03]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  test.each([-0.1, 1.1, Number.NaN])('refuses a p of %d', (p) => {
    expect(() => benjaminiHochberg([0.5, p])).toThrow(RangeError);
  });
});
