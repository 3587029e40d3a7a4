import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, referenceCases } from '../../tests/reference-case.ts';
import {
  type Blocks,
  type BootstrapRatio,
  bcaInterval,
  blockDraws,
  blockSums,
  bootstrapDraws,
  bootstrapRatio,
  bootstrapStandardError,
  clusterBlocks,
  percentileInterval,
} from './bootstrap.ts';
import type { Interval } from './interval.ts';
import { seededRandom } from './random.ts';

const MANY = 20_000;

describe('the bootstrap of customers agrees with R and Python', () => {
  const cases = referenceCases('boot_cluster');

  test('in two cases', () => {
    expect(cases).toHaveLength(2);
  });

  test.each(cases)('$name, within the error of resampling', ({ rows, expected }) => {
    const stored = expected as StoredBootstrap;
    const names = [...new Set(rows.map((row) => row.customer_id))];
    const tops = rows.map((row) => (Number(row.csat) >= 4 ? 1 : 0));
    const customers = rows.map((row) => names.indexOf(row.customer_id));
    const found = {
      cluster: shareOf(tops, clusterBlocks(customers, seededRandom(1))),
      iid: shareOf(
        tops,
        clusterBlocks(
          rows.map((_, row) => row),
          seededRandom(1),
        ),
      ),
    };
    expect(found.cluster.estimate).toBeCloseTo(stored.estimate, 9);
    expect(found.cluster.standardError / stored.linearised_cluster_se).toBeCloseTo(1, 1);
    for (const program of [stored.R_boot, stored.numpy]) {
      for (const way of ['cluster', 'iid'] as const) {
        expect(Math.abs(found[way].standardError / program[way].se - 1)).toBeLessThan(0.03);
        expectEnds(found[way].percentile, program[way].perc);
        if (program[way].bca !== undefined) expectEnds(found[way].bca, program[way].bca);
      }
    }
  });
});

interface StoredEnds {
  readonly lo: number;
  readonly hi: number;
}

interface StoredResult {
  readonly se: number;
  readonly perc: StoredEnds;
  readonly bca?: StoredEnds;
}

interface StoredBootstrap {
  readonly estimate: number;
  readonly linearised_cluster_se: number;
  readonly R_boot: { readonly cluster: StoredResult; readonly iid: StoredResult };
  readonly numpy: { readonly cluster: StoredResult; readonly iid: StoredResult };
}

function shareOf(values: readonly number[], blocks: Blocks): BootstrapRatio {
  const { sums, sizes } = blockSums(values, blocks);
  return bootstrapRatio(sums, sizes, { seed: 20240601, resamples: MANY }) as BootstrapRatio;
}

function expectEnds(found: Interval | null, { lo, hi }: StoredEnds): void {
  expect(Math.abs((found?.low ?? 0) - lo)).toBeLessThanOrEqual(0.012);
  expect(Math.abs((found?.high ?? 0) - hi)).toBeLessThanOrEqual(0.012);
}

describe('resampling comes close to the distribution over all resamples', () => {
  const cases = referenceCases('boot_exact');

  test('in two cases', () => {
    expect(cases).toHaveLength(2);
  });

  test.each(cases)('$name', (reference) => {
    const values = reference.rows.map((row) => Number(row.value));
    const exact = everyResample(values);
    const { differences, compared } = compareWithReference(reference, exact);
    expect(differences).toEqual([]);
    expect(compared).toBe(9);

    const drawn = { mean: meanOf, median: medianOf };
    for (const name of ['mean', 'median'] as const) {
      const statistic = (times: Uint8Array) => drawn[name](values.flatMap((value, at) => Array(times[at]).fill(value)));
      const draws = bootstrapDraws(values.length, statistic, { seed: 3, resamples: MANY });
      expect(Math.abs((bootstrapStandardError(draws) ?? 0) / exact[name].boot_se - 1)).toBeLessThan(0.03);
      const interval = percentileInterval(draws);
      const step = name === 'mean' ? 1 / values.length : 0.5;
      expect(Math.abs((interval?.low ?? 0) - exact[name].q025)).toBeLessThan(step + 1e-9);
      expect(Math.abs((interval?.high ?? 0) - exact[name].q975)).toBeLessThan(step + 1e-9);
    }
  });
});

/** The distribution of mean and median over all nⁿ resamples, equally likely. */
function everyResample(values: readonly number[]) {
  const n = values.length;
  const count = n ** n;
  const means = new Float64Array(count);
  const medians = new Float64Array(count);
  const resample = new Array<number>(n);
  for (let at = 0; at < count; at += 1) {
    let rest = at;
    for (let place = 0; place < n; place += 1) {
      resample[place] = values[rest % n] as number;
      rest = Math.floor(rest / n);
    }
    means[at] = meanOf(resample);
    medians[at] = medianOf(resample);
  }
  return { n_resamples: count, mean: summaryOf(means), median: summaryOf(medians) };
}

/** Quantiles of type 1: the smallest value that the share does not exceed. */
function summaryOf(all: Float64Array) {
  const sorted = all.toSorted();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const at = (p: number) => sorted[Math.ceil(p * sorted.length) - 1] as number;
  return { boot_mean: mean, boot_se: Math.sqrt(squares / sorted.length), q025: at(0.025), q975: at(0.975) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

describe('blocks of customers', () => {
  const customers = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 200 });

  test('keep the rows of a customer together, and use every block', () => {
    fc.assert(
      fc.property(customers, fc.integer({ min: 1, max: 50 }), (ofRow, most) => {
        const { ofRow: blockOfRow, count } = clusterBlocks(ofRow, seededRandom(9), most);
        const blockOf = new Map<number, number>();
        ofRow.forEach((customer, row) => {
          expect(blockOf.get(customer) ?? blockOfRow[row]).toBe(blockOfRow[row]);
          blockOf.set(customer, blockOfRow[row] as number);
        });
        expect(count).toBe(Math.min(most, blockOf.size));
        const sizes = Array.from(
          { length: count },
          (_, block) => [...blockOf.values()].filter((b) => b === block).length,
        );
        if (count > 0) {
          expect(Math.min(...sizes)).toBeGreaterThan(0);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('are the customers themselves while there are few of them', () => {
    expect(clusterBlocks([7, 3, 7, 5], seededRandom(1))).toEqual({ ofRow: Int32Array.of(0, 1, 0, 2), count: 3 });
  });
});

describe('what is drawn', () => {
  const drawn = (blocks: number, seed: number, resamples: number) =>
    blockDraws(blocks, { seed, resamples }).map((times) => [...times]);

  test('is as many blocks as there are, in every resample', () => {
    for (const times of drawn(12, 3, 50)) expect(times.reduce((sum, one) => sum + one, 0)).toBe(12);
  });

  test('depends on the number of blocks, on the seed and on nothing that was drawn before', () => {
    const first = drawn(5, 1, 8);
    expect(drawn(5, 2, 8)).not.toEqual(first);
    for (const blocks of [6, 7, 8, 9]) drawn(blocks, 1, 8);
    expect(drawn(5, 1, 8)).toEqual(first);
    expect(drawn(5, 1, 20).slice(0, 8)).toEqual(first);
  });
});

describe('the bootstrap of a ratio', () => {
  test('is the same for the same seed, about the estimate, and null where nothing can be drawn', () => {
    const [sums, sizes] = [
      [3, 1, 4, 1, 5],
      [4, 2, 4, 3, 6],
    ];
    const found = bootstrapRatio(sums, sizes, { seed: 4 });
    expect(bootstrapRatio(sums, sizes, { seed: 4 })).toEqual(found);
    expect(found?.percentile.low).toBeLessThan(found?.estimate as number);
    expect(found?.percentile.high).toBeGreaterThan(found?.estimate as number);
    expect(bootstrapRatio([1], [2], { seed: 4 })).toBeNull();
    expect(bootstrapRatio([], [], { seed: 4 })).toBeNull();
    expect(bootstrapRatio([0, 0], [0, 0], { seed: 4 })).toBeNull();
    expect(() => bootstrapRatio([1], [1, 2], { seed: 4 })).toThrow(RangeError);
  });

  test('of blocks that are all alike has no spread, and no corrected interval', () => {
    expect(bootstrapRatio([1, 1, 1], [2, 2, 2], { seed: 1, resamples: 50 })).toEqual({
      estimate: 0.5,
      standardError: 0,
      percentile: { low: 0.5, high: 0.5 },
      bca: null,
    });
  });
});

describe('intervals from draws', () => {
  test('pass over resamples in which the statistic does not exist', () => {
    expect(percentileInterval(Float64Array.of(1, Number.NaN, 3), 0.5)).toEqual({ low: 1.5, high: 2.5 });
    expect(percentileInterval(Float64Array.of(Number.NaN))).toBeNull();
    expect(percentileInterval(new Float64Array())).toBeNull();
    expect(bootstrapStandardError(Float64Array.of(2, Number.NaN))).toBeNull();
  });

  test('corrected for bias are the percentiles where there is none', () => {
    const draws = Float64Array.from({ length: 1000 }, (_, at) => at + 0.5);
    const corrected = bcaInterval(draws, 500, Float64Array.of(-1, 0, 1));
    expect(corrected?.low).toBeCloseTo(percentileInterval(draws)?.low as number, 6);
    expect(corrected?.high).toBeCloseTo(percentileInterval(draws)?.high as number, 6);
  });

  test('move towards the side on which the draws are too few', () => {
    const draws = Float64Array.from({ length: 1000 }, (_, at) => at + 0.5);
    const corrected = bcaInterval(draws, 700, Float64Array.of(-1, 0, 1));
    expect(corrected?.low).toBeGreaterThan(percentileInterval(draws)?.low as number);
    expect(bcaInterval(draws, -1, Float64Array.of(-1, 0, 1))).toBeNull();
  });
});
