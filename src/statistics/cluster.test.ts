import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClusterMoments, clusterEstimate } from './cluster.ts';

const scores = fc.integer({ min: 0, max: 10 });
const clusters = fc.array(fc.array(scores, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 40 });

/** The moments of clusters given as lists of values. */
function momentsOf(groups: readonly (readonly number[])[]): ClusterMoments {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    clusters: groups.length,
    n: sum(groups.map((group) => group.length)),
    sum: sum(groups.map(sum)),
    sumOfSquares: sum(groups.flat().map((value) => value * value)),
    squaredSums: sum(groups.map((group) => sum(group) ** 2)),
    sumTimesSize: sum(groups.map((group) => sum(group) * group.length)),
    squaredSizes: sum(groups.map((group) => group.length ** 2)),
  };
}

describe('the mean of clustered values', () => {
  test('has the standard error of the definition, cluster by cluster', () => {
    fc.assert(
      fc.property(clusters, (groups) => {
        const { mean, standardError } = clusterEstimate(momentsOf(groups));
        const n = groups.flat().length;
        const squares = groups
          .map((group) => group.reduce((error, value) => error + value - mean, 0) ** 2)
          .reduce((total, square) => total + square, 0);
        const byDefinition = Math.sqrt((groups.length / (groups.length - 1)) * squares) / n;
        expect(standardError).toBeCloseTo(byDefinition, 6);
      }),
    );
  });

  test('never counts for more values than there are, nor for none', () => {
    fc.assert(
      fc.property(clusters, (groups) => {
        const m = momentsOf(groups);
        const { designEffect, rawDesignEffect, effectiveN } = clusterEstimate(m);
        expect(designEffect).toBeGreaterThanOrEqual(1);
        expect(designEffect).toBeGreaterThanOrEqual(rawDesignEffect ?? 1);
        expect(effectiveN).toBeLessThanOrEqual(m.n);
        expect(effectiveN).toBeGreaterThan(0);
      }),
    );
  });

  test('with one value in each cluster is the mean of independent values', () => {
    fc.assert(
      fc.property(fc.array(scores, { minLength: 2, maxLength: 60 }), (values) => {
        const { standardError, simpleStandardError } = clusterEstimate(momentsOf(values.map((value) => [value])));
        expect(standardError).toBeCloseTo(simpleStandardError * Math.sqrt(values.length / (values.length - 1)), 9);
      }),
    );
  });

  test('with each value repeated within its cluster counts each cluster once', () => {
    const values = [2, 9, 10, 7, 4, 8, 9, 3];
    const repeated = clusterEstimate(momentsOf(values.map((value) => [value, value, value])));
    const single = clusterEstimate(momentsOf(values.map((value) => [value])));
    expect(repeated.mean).toBe(single.mean);
    expect(repeated.standardError).toBeCloseTo(single.standardError, 12);
  });

  test('without any variation has no error, and counts the answers of a customer as one', () => {
    const estimate = clusterEstimate(
      momentsOf([
        [7, 7, 7, 7],
        [7, 7, 7, 7],
        [7, 7, 7, 7],
      ]),
    );
    expect(estimate).toMatchObject({
      mean: 7,
      standardError: 0,
      rawDesignEffect: null,
      designEffect: 4,
      effectiveN: 3,
    });
  });

  test('of a single cluster is known with no certainty', () => {
    const estimate = clusterEstimate(momentsOf([[1, 5, 9]]));
    expect(estimate).toMatchObject({
      mean: 5,
      standardError: Number.POSITIVE_INFINITY,
      rawDesignEffect: null,
      effectiveN: 1,
      degreesOfFreedom: 0,
    });
  });

  test('keeps its digits over ten million rows', () => {
    // Two million customers with five rows each: all tens but for one customer in a thousand, who gives nines.
    const customers = 2e6;
    const nines = 2000;
    const tens = customers - nines;
    const m: ClusterMoments = {
      clusters: customers,
      n: 5 * customers,
      sum: 50 * tens + 45 * nines,
      sumOfSquares: 500 * tens + 405 * nines,
      squaredSums: 2500 * tens + 2025 * nines,
      sumTimesSize: 250 * tens + 225 * nines,
      squaredSizes: 25 * customers,
    };
    const share = nines / customers;
    const exact = Math.sqrt((share * (1 - share)) / (customers - 1));
    expect(clusterEstimate(m).standardError / exact).toBeCloseTo(1, 9);
    expect(clusterEstimate(m).effectiveN / customers).toBeCloseTo(1, 5);
  });

  test('does not exist without values', () => {
    expect(() => clusterEstimate(momentsOf([]))).toThrow(RangeError);
  });
});
