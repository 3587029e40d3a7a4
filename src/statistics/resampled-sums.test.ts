import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resampledSums } from './resampled-sums.ts';

test('sums of resamples are those of their blocks, each as often as it was drawn, whatever their numbers', () => {
  const sizes = fc.record({
    blocks: fc.integer({ min: 1, max: 6 }),
    width: fc.integer({ min: 1, max: 5 }),
    resamples: fc.integer({ min: 0, max: 9 }),
    seed: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 100, maxLength: 100 }),
  });
  fc.assert(
    fc.property(sizes, ({ blocks, width, resamples, seed }) => {
      const sums = Float64Array.from(seed.slice(0, blocks * width));
      const draws = Array.from({ length: resamples }, (_, draw) =>
        Uint8Array.from(seed.slice(30 + draw * blocks, 30 + (draw + 1) * blocks)),
      );
      const expected = draws.flatMap((times) =>
        Array.from({ length: width }, (_, at) =>
          times.reduce((total, often, block) => total + often * (sums[block * width + at] as number), 0),
        ),
      );
      expect([...resampledSums(sums, width, draws)]).toEqual(expected);
    }),
  );
});
