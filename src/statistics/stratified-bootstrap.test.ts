import { describe, expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { resampleWithinStrata, stratifiedBlocks } from './stratified-bootstrap.ts';

describe('blocks within strata', () => {
  test('are one a unit where units are few', () => {
    const { ofUnit, start } = stratifiedBlocks([1, 0, 1, 1], 2, seededRandom(1), 10);
    expect([...start]).toEqual([0, 1, 4]);
    expect([...ofUnit]).toEqual([1, 0, 2, 3]);
  });

  test('hold equally many units where they are many, and never units of two strata', () => {
    const strata = Array.from({ length: 300 }, (_, unit) => Number(unit % 3 === 0));
    const { ofUnit, start } = stratifiedBlocks(strata, 2, seededRandom(1), 20);
    expect([...start]).toEqual([0, 20, 40]);
    const sizes = new Array(40).fill(0);
    for (const [unit, block] of ofUnit.entries()) {
      sizes[block]++;
      expect(block >= 20).toBe(strata[unit] === 1);
    }
    expect(sizes).toEqual([...new Array(20).fill(10), ...new Array(20).fill(5)]);
  });

  test('are drawn as often as there are in each stratum, an empty one included', () => {
    const { start } = stratifiedBlocks([0, 0, 2, 2, 2], 3, seededRandom(1), 10);
    let draws = 0;
    resampleWithinStrata(
      { start },
      (times) => {
        draws++;
        expect((times[0] as number) + (times[1] as number)).toBe(2);
        expect(times.reduce((sum, often) => sum + often, 0)).toBe(5);
      },
      { seed: 3, resamples: 50 },
    );
    expect(draws).toBe(50);
  });

  test('give the spread of a mean of strata that keep their size', () => {
    // Strata of 0s and of 10s with spread 1 within: only what differs within counts.
    const values = Array.from({ length: 200 }, (_, unit) => (unit % 2) * 10 + (unit % 4 < 2 ? -1 : 1));
    const blocks = stratifiedBlocks(
      values.map((_, unit) => unit % 2),
      2,
      seededRandom(1),
      1000,
    );
    const means: number[] = [];
    resampleWithinStrata(
      blocks,
      (times) => {
        means.push(
          values.reduce((sum, value, unit) => sum + value * (times[blocks.ofUnit[unit] as number] as number), 0) / 200,
        );
      },
      { seed: 5, resamples: 4000 },
    );
    const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
    const error = Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / means.length);
    expect(error).toBeCloseTo(1 / Math.sqrt(200), 2);
  });
});
