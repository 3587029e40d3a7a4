import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wholePerCents } from './whole-per-cents.ts';

describe('whole per cents', () => {
  test('of thirds add up to 100', () => {
    expect(wholePerCents([1 / 3, 1 / 3, 1 / 3])).toEqual([34, 33, 33]);
  });

  test('go to the largest remainders', () => {
    expect(wholePerCents([0.125, 0.249, 0.626])).toEqual([12, 25, 63]);
  });

  test('are not moved by what binary fractions leave over', () => {
    expect(wholePerCents([0.29, 0.57, 0.14])).toEqual([29, 57, 14]);
  });

  test('always add up and never differ from their share by a point', () => {
    const counts = fc.array(fc.nat(1000), { minLength: 1, maxLength: 11 }).filter((all) => all.some((one) => one > 0));
    fc.assert(
      fc.property(counts, (all) => {
        const total = all.reduce((sum, one) => sum + one, 0);
        const shares = all.map((one) => one / total);
        const whole = wholePerCents(shares);
        expect(whole.reduce((sum, one) => sum + one, 0)).toBe(100);
        for (const [k, one] of whole.entries()) expect(Math.abs(one - (shares[k] ?? 0) * 100)).toBeLessThan(1);
      }),
    );
  });
});
