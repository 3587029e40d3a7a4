import { expect, test } from 'vitest';
import { crossProducts } from './cross-products.ts';
import { bootstrapRegression, bootstrapTogether } from './regression-bootstrap.ts';

const resampling = { seed: 7, resamples: 40 };
const blocks = { ofRow: Int32Array.of(0, 0, 1, 2, 2), count: 3 };
const first = crossProducts([[1, 2, 3, 4, 5]], [2, 1, 4, 3, 5], blocks);
const second = crossProducts([[5, 1, 2]], [1, 2, 2], { ofRow: Int32Array.of(1, 2, 2), count: 3 });

test('sets that are drawn together are drawn as each would be alone', () => {
  const alone = [first, second].map(
    (set) => bootstrapRegression(set, ({ n }) => [n], 1, resampling)[0] as Float64Array,
  );
  const together = bootstrapTogether([first, second], (sets) => sets.map((set) => set?.n ?? null), 2, resampling);
  expect(together).toEqual(alone);
});

test('a set without rows in a resample has no moments there', () => {
  const [none] = bootstrapTogether([second], ([moments]) => [moments == null ? 1 : 0], 1, resampling);
  // The second set has no row of the first block.
  expect((none as Float64Array).some((value) => value === 1)).toBe(true);
});

test('sets that are drawn together have the same blocks', () => {
  const other = crossProducts([[1, 2]], [2, 1], { ofRow: Int32Array.of(0, 1), count: 2 });
  expect(() => bootstrapTogether([first, other], () => null, 1, resampling)).toThrow(RangeError);
});
