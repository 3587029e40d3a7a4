import { expect, test } from 'vitest';
import { centred, crossProducts } from './cross-products.ts';
import { pairIntraclass } from './pair-intraclass.ts';
import { varianceComponents } from './variance-components.ts';

const of = (first: readonly number[], second: readonly number[]) => {
  const moments = centred(crossProducts([first], second));
  return moments === null ? null : pairIntraclass(moments);
};

test('is what the analysis of variance of the pairs gives', () => {
  const first = [5, 4, 2, 5, 1, 3, 4];
  const second = [4, 4, 1, 5, 3, 2, 5];
  const groups = first.map((one, at) => {
    const other = second[at] as number;
    return { n: 2, sum: one + other, sumOfSquares: one * one + other * other };
  });
  expect(of(first, second)).toBeCloseTo(varianceComponents(groups)?.intraclass as number, 12);
});

test('is 1 where both are always equal, and −1 where only they differ', () => {
  expect(of([1, 2, 5], [1, 2, 5])).toBe(1);
  expect(of([1, 3, 1], [3, 1, 3])).toBe(-1);
});

test('falls where all second values lie higher', () => {
  expect(of([1, 2, 3], [3, 4, 5]) as number).toBeLessThan(0.5);
});

test('is unknown of one pair, and of values that never differ', () => {
  expect(of([1], [2])).toBeNull();
  expect(of([3, 3, 3], [3, 3, 3])).toBeNull();
});
