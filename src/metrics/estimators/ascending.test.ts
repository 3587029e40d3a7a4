import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ascending } from './ascending.ts';

describe('rows in ascending order', () => {
  test('the smallest key comes first, and rows with equal keys keep their order', () => {
    expect([...ascending(Float64Array.of(30, 5, 30, 0, 5)).rows]).toEqual([3, 1, 4, 0, 2]);
  });

  test('rows without a key are left out', () => {
    expect([...ascending(Float64Array.of(2, Number.NaN, 1)).rows]).toEqual([2, 0]);
    expect([...ascending(Float64Array.of(Number.NaN)).rows]).toEqual([]);
    expect([...ascending(new Float64Array(0)).rows]).toEqual([]);
  });

  test('any keys up to 2^48 − 1 come out as a comparing sort would leave them', () => {
    const key = fc.oneof(
      fc.maxSafeNat().map((n) => n % 2 ** 48),
      fc.nat(5),
      fc.constant(2 ** 48 - 1),
    );
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        const expected = [...keys.keys()].sort((a, b) => (keys[a] as number) - (keys[b] as number));
        expect([...ascending(Float64Array.from(keys)).rows]).toEqual(expected);
      }),
    );
  });
});
