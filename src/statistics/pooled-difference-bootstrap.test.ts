import { describe, expect, test } from 'vitest';
import { bootstrapStandardError, clusterBlocks } from './bootstrap.ts';
import { type BlockedCases, bootstrapPooledDifference } from './pooled-difference-bootstrap.ts';
import { seededRandom } from './random.ts';
import { pooledDifference } from './stratified.ts';

/** Two strata of unlike level; the second group does better by 0.2 in both. */
function cases(n: number): BlockedCases {
  const random = seededRandom(3);
  const stratum = Array.from({ length: n }, (_, at) => at % 2);
  const group = Array.from({ length: n }, () => random.below(2));
  const value = group.map((each, at) => (random.uniform() < 0.3 + 0.3 * (stratum[at] as number) + 0.2 * each ? 1 : 0));
  const blocks = clusterBlocks(
    stratum.map((_, at) => at),
    random,
  );
  return { blocks, stratum, strata: 2, group, value };
}

function strataOf({ stratum, group, value }: BlockedCases) {
  return [0, 1].map((each) => {
    const side = (wanted: number) => {
      const held = Array.from(value).filter((_, at) => stratum[at] === each && group[at] === wanted);
      return { n: held.length, sum: held.reduce((sum, one) => sum + one, 0) };
    };
    return { a: side(0), b: side(1) };
  });
}

describe('the bootstrap of a pooled difference', () => {
  test('scatters about the difference as widely as its formula says', () => {
    const drawn = cases(800);
    const draws = bootstrapPooledDifference(drawn, { seed: 1 });
    const known = pooledDifference(strataOf(drawn));
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    expect(mean).toBeCloseTo(known?.difference ?? 0, 2);
    expect((bootstrapStandardError(draws) ?? 0) / (known?.standardError ?? 1)).toBeGreaterThan(0.92);
    expect((bootstrapStandardError(draws) ?? 0) / (known?.standardError ?? 1)).toBeLessThan(1.08);
  });

  test('draws the same blocks for the same seed, so that an outcome less itself is nothing', () => {
    const [once, again] = [cases(100), cases(100)].map((each) =>
      bootstrapPooledDifference(each, { seed: 5, resamples: 50 }),
    );
    expect(once).toEqual(again);
  });

  test('has no value where no stratum has both groups', () => {
    const { blocks, value } = cases(20);
    const apart = { blocks, value, strata: 2, stratum: Array(20).fill(0), group: Array(20).fill(1) };
    expect(bootstrapPooledDifference(apart, { seed: 1, resamples: 3 }).every(Number.isNaN)).toBe(true);
  });
});
