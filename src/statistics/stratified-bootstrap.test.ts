import { describe, expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { addStrata, resampleWithinStrata, stratifiedBlocks } from './stratified-bootstrap.ts';

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
      new Float64Array(5).fill(1),
      1,
      (totals) => {
        draws++;
        expect([...totals]).toEqual([2, 0, 3]);
      },
      { seed: 3, resamples: 50 },
    );
    expect(draws).toBe(50);
  });

  test('are added up by stratum, sum by sum, as often as each was drawn', () => {
    const totals = new Float64Array(4);
    addStrata(
      totals,
      { start: Int32Array.of(0, 2, 3) },
      Float64Array.of(1, 10, 2, 20, 3, 30),
      2,
      Uint8Array.of(2, 0, 1),
    );
    expect([...totals]).toEqual([2, 20, 3, 30]);
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
    const sums = new Float64Array(200);
    for (const [unit, value] of values.entries()) sums[blocks.ofUnit[unit] as number] = value;
    const means: number[] = [];
    resampleWithinStrata(blocks, sums, 1, ([first = 0, second = 0]) => void means.push((first + second) / 200), {
      seed: 5,
      resamples: 4000,
    });
    const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
    const error = Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / means.length);
    expect(error).toBeCloseTo(1 / Math.sqrt(200), 2);
  });
});
