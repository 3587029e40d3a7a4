import { expect, test } from 'vitest';
import { bootstrapDraws } from './bootstrap.ts';
import { bootstrapSums } from './bootstrap-sums.ts';

const resampling = { seed: 3, resamples: 50 };

test('a statistic of sums is that of the blocks drawn', () => {
  // Three blocks of two sums each.
  const sums = Float64Array.of(1, 10, 2, 20, 4, 60);
  const byHand = bootstrapDraws(
    3,
    ([a = 0, b = 0, c = 0]) => (10 * a + 20 * b + 60 * c) / (a + 2 * b + 4 * c),
    resampling,
  );
  expect(bootstrapSums(sums, 2, ([below = 0, above = 0]) => above / below, resampling)).toEqual(byHand);
});

test('is not a number where the statistic does not exist', () => {
  expect(bootstrapSums(Float64Array.of(1, 2), 1, () => null, resampling).every(Number.isNaN)).toBe(true);
});
