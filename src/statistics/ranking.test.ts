import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ascendingOrder, averageRanks } from './ranking.ts';

const values = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 60 });

describe('an order', () => {
  test('is ascending and stable', () => {
    fc.assert(
      fc.property(values, (unordered) => {
        const expected = unordered.map((_, place) => place).sort((a, b) => (unordered[a] ?? 0) - (unordered[b] ?? 0));
        expect([...ascendingOrder(unordered)]).toEqual(expected);
      }),
    );
  });

  test('keeps the given order among equal values', () => {
    expect([...ascendingOrder([1, 0, 1], Uint32Array.of(2, 1, 0))]).toEqual([1, 2, 0]);
  });

  test('refuses NaN', () => {
    expect(() => ascendingOrder([1, Number.NaN])).toThrow(RangeError);
  });
});

describe('ranks', () => {
  test('of equal values are their average', () => {
    expect([...averageRanks([30, 10, 20, 20]).ranks]).toEqual([4, 1, 2.5, 2.5]);
    expect(averageRanks([30, 10, 20, 20]).ties).toBe(6);
    expect(averageRanks([]).ranks).toHaveLength(0);
  });

  test('add up to n(n+1)/2, and count for each value the smaller and half the equal ones', () => {
    fc.assert(
      fc.property(values, (unordered) => {
        const { ranks } = averageRanks(unordered);
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((unordered.length * (unordered.length + 1)) / 2);
        unordered.forEach((value, place) => {
          const smaller = unordered.filter((other) => other < value).length;
          const equal = unordered.filter((other) => other === value).length;
          expect(ranks[place]).toBe(smaller + (equal + 1) / 2);
        });
      }),
    );
  });
});
