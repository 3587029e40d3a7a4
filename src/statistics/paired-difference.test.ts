import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { type ClusterMoments, clusterEstimate } from './cluster.ts';
import { meanInterval, welchDifference } from './mean.ts';
import {
  correlatedMeanDifference,
  correlatedShareInterval,
  correlatedShareP,
  correlationOfMeans,
  type SharedMoments,
} from './paired-difference.ts';
import { newcombe, twoProportionP } from './proportion.ts';

/** Values of each cluster on one side; a cluster without any is not there. */
type Side = readonly (readonly number[])[];

function momentsOf(side: Side): ClusterMoments {
  const clusters = side
    .filter((values) => values.length > 0)
    .map((values) => ({ n: values.length, sum: sumOf(values) }));
  const over = (of: (cluster: { n: number; sum: number }) => number) => sumOf(clusters.map(of));
  return {
    clusters: clusters.length,
    n: over(({ n }) => n),
    sum: over(({ sum }) => sum),
    sumOfSquares: sumOf(side.flat().map((x) => x * x)),
    squaredSums: over(({ sum }) => sum * sum),
    sumTimesSize: over(({ n, sum }) => sum * n),
    squaredSizes: over(({ n }) => n * n),
  };
}

function sharedOf(a: Side, b: Side): SharedMoments {
  const both = a.flatMap((values, cluster) => {
    const others = b[cluster] ?? [];
    if (values.length === 0 || others.length === 0) return [];
    return [{ na: values.length, sa: sumOf(values), nb: others.length, sb: sumOf(others) }];
  });
  return {
    clusters: both.length,
    products: sumOf(both.map(({ sa, sb }) => sa * sb)),
    sumTimesSize: sumOf(both.map(({ sa, nb }) => sa * nb)),
    sizeTimesSum: sumOf(both.map(({ na, sb }) => na * sb)),
    sizes: sumOf(both.map(({ na, nb }) => na * nb)),
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function meanOf(side: Side) {
  const moments = momentsOf(side);
  return { ...clusterEstimate(moments), n: moments.n, clusters: moments.clusters };
}

function differenceOf(a: Side, b: Side, confidence = 0.95) {
  const [first, second] = [meanOf(a), meanOf(b)];
  return correlatedMeanDifference(first, second, correlationOfMeans(first, second, sharedOf(a, b)), confidence);
}

const NOTHING: SharedMoments = { clusters: 0, products: 0, sumTimesSize: 0, sizeTimesSum: 0, sizes: 0 };

describe('R3: the same customers on both sides, one value each', () => {
  const column = ({ rows }: ReferenceCase, name: string, code: (value: number) => number): Side =>
    rows.map((row) => [code(Number(row[name]))]);
  const net = (score: number) => (score >= 9 ? 1 : score <= 6 ? -1 : 0);
  const topBox = (score: number) => (score >= 4 ? 1 : 0);

  test.each(referenceCases('paired'))('$name is the paired t test, of means and of net scores', (reference) => {
    const expected = reference.expected as { mean_diff: { cohens_dz: number } };
    const paired = (name: string, code: (value: number) => number) => {
      // The reference takes the second column from the first.
      const found = differenceOf(column(reference, `${name}_b`, code), column(reference, `${name}_a`, code));
      if (found === null) throw new Error('a difference without spread');
      const { difference: diff, low: lo, high: hi, p, standardError } = found;
      return { diff, t: diff / standardError, p, lo, hi };
    };
    const found = {
      mean_diff: { ...paired('csat', (x) => x), cohens_dz: expected.mean_diff.cohens_dz },
      nps_paired: paired('ltr', net),
    };
    const skipped = ['n', 'both', 'a_only', 'b_only', 'neither', 'mcnemar_chi2', 'mcnemar_p', 'mcnemar_exact_p'];
    const others = ['diff_prop', 'bonett_price', 'wilcoxon_V', 'wilcoxon_p_normal'];
    const { differences, compared } = compareWithReference(
      reference,
      found,
      [...skipped, ...others].map((key) => `/${key}`),
    );
    expect(differences).toEqual([]);
    expect(compared).toBe(11);
  });

  test.each(referenceCases('paired'))('$name: shares are tested as McNemar does', (reference) => {
    const expected = reference.expected as {
      diff_prop: number;
      mcnemar_p: number;
      bonett_price: { lo: number; hi: number };
    };
    const [b, a] = [column(reference, 'csat_a', topBox), column(reference, 'csat_b', topBox)];
    const shareOf = (side: Side) => ({ share: meanOf(side).mean, n: side.length, rows: side.length });
    const [first, second] = [shareOf(a), shareOf(b)];
    expect(second.share - first.share).toBeCloseTo(expected.diff_prop, 12);
    expect(correlatedShareP(first, second, sharedOf(a, b))).toBeCloseTo(expected.mcnemar_p, 7);
    // Another method than Bonett and Price's, for the same thing: ends within three points, for 24 customers.
    const interval = correlatedShareInterval(first, second, correlationOfMeans(meanOf(a), meanOf(b), sharedOf(a, b)));
    expect(Math.abs(interval.low - expected.bonett_price.lo)).toBeLessThan(0.03);
    expect(Math.abs(interval.high - expected.bonett_price.hi)).toBeLessThan(0.03);
  });
});

describe('nobody on both sides', () => {
  const a = { share: 0.4, n: 80, rows: 100 };
  const b = { share: 0.55, n: 90, rows: 90 };

  test('shares have Newcombe’s interval and the pooled z test', () => {
    expect(correlatedShareInterval(a, b, 0, 0.9)).toEqual(newcombe(a, b, 0.9));
    expect(correlatedShareP(a, b, NOTHING)).toBe(twoProportionP(a, b));
  });

  test('means have Welch’s interval and test', () => {
    const first = { mean: 3.4, standardError: 0.1, degreesOfFreedom: 40 };
    const second = { mean: 3.8, standardError: 0.2, degreesOfFreedom: 30 };
    expect(correlatedMeanDifference(first, second, 0)).toEqual(welchDifference(first, second));
  });
});

describe('some on both sides, with several values', () => {
  const sides = fc
    .array(
      fc.tuple(
        fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
      ),
      { minLength: 6, maxLength: 40 },
    )
    .map((pairs): [Side, Side] => [pairs.map(([a]) => a), pairs.map(([, b]) => b)])
    .filter(([a, b]) => momentsOf(a).clusters > 1 && momentsOf(b).clusters > 1);

  test('the correlation is that of the residuals of all customers, those on one side with 0 on the other', () => {
    fc.assert(
      fc.property(sides, ([a, b]) => {
        const [first, second] = [meanOf(a), meanOf(b)];
        const residuals = (side: Side, mean: number) => side.map((values) => sumOf(values) - mean * values.length);
        const [ea, eb] = [residuals(a, first.mean), residuals(b, second.mean)];
        const product = (x: readonly number[], y: readonly number[]) => sumOf(x.map((v, i) => v * (y[i] as number)));
        const spread = product(ea, ea) * product(eb, eb);
        const expected = spread < 1e-12 ? 0 : product(ea, eb) / Math.sqrt(spread);
        expect(correlationOfMeans(first, second, sharedOf(a, b))).toBeCloseTo(expected, 8);
      }),
    );
  });

  test('the difference is the other way round when the sides change places', () => {
    fc.assert(
      fc.property(sides, ([a, b]) => {
        const [there, back] = [differenceOf(a, b), differenceOf(b, a)];
        if (there === null || back === null) return expect(there).toBe(back);
        expect(back.difference).toBeCloseTo(-there.difference, 12);
        expect(back.low).toBeCloseTo(-there.high, 9);
        expect(back.p).toBeCloseTo(there.p, 9);
      }),
    );
  });

  test('customers who stay as they are make a difference better known, those who swing make it worse', () => {
    const a = Array.from({ length: 40 }, (_, index) => [index % 2]);
    const alike = a.map(([x = 0], index) => [index < 6 ? 1 : x]);
    const swung = a.map(([x = 0], index) => [index < 34 ? 1 - x : 1]);
    const shareOf = (side: Side) => ({ share: meanOf(side).mean, n: side.length, rows: side.length });
    const p = (b: Side) => correlatedShareP(shareOf(a), shareOf(b), sharedOf(a, b));
    const independent = (b: Side) => twoProportionP(shareOf(a), shareOf(b));
    expect(p(alike)).toBeLessThan(independent(alike));
    expect(p(swung)).toBeGreaterThan(independent(swung));
  });
});

describe('where nothing varies', () => {
  test('a difference that is the same for everybody has no spread, and none is claimed', () => {
    const a = [[1], [2], [3], [4]];
    expect(differenceOf(a, a)).toBeNull();
    expect(
      differenceOf(
        a,
        a.map(([x = 0]) => [x + 1]),
      ),
    ).toBeNull();
  });

  test('a side without spread correlates with nothing', () => {
    const a = [[1], [1], [1]];
    const b = [[1], [0], [1]];
    expect(correlationOfMeans(meanOf(a), meanOf(b), sharedOf(a, b))).toBe(0);
  });

  test('shares that move for everybody alike are tested as independent ones', () => {
    const all = { clusters: 40, products: 0, sumTimesSize: 0, sizeTimesSum: 40, sizes: 40 };
    const [none, every] = [
      { share: 0, n: 40, rows: 40 },
      { share: 1, n: 40, rows: 40 },
    ];
    expect(correlatedShareP(none, every, all)).toBeLessThan(1e-6);
  });
});

test('the interval of pairs is narrower than that of strangers by √(1 − φ)', () => {
  const a = { mean: 0, standardError: 1, degreesOfFreedom: 100 };
  const { low, high } = correlatedMeanDifference(a, a, 0.5) ?? { low: 0, high: 0 };
  const wide = meanInterval(0, Math.SQRT2, 100);
  expect((high - low) / (wide.high - wide.low)).toBeCloseTo(Math.sqrt(0.5), 12);
});
