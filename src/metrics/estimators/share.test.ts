import { describe, expect, test } from 'vitest';
import type { ClusterMoments } from '../../statistics/cluster.ts';
import { newcombe, wilson } from '../../statistics/proportion.ts';
import { compareShares, shareCell } from './share.ts';

/** Moments of `successes` in `n` outcomes, each of another customer. */
function independent(successes: number, n: number): ClusterMoments {
  return {
    clusters: n,
    n,
    sum: successes,
    sumOfSquares: successes,
    squaredSums: successes,
    sumTimesSize: successes,
    squaredSizes: n,
  };
}

/** The same outcomes, `size` alike from every customer. */
function repeated(successes: number, n: number, size: number): ClusterMoments {
  return {
    clusters: n,
    n: n * size,
    sum: successes * size,
    sumOfSquares: successes * size,
    squaredSums: successes * size * size,
    sumTimesSize: successes * size * size,
    squaredSizes: n * size * size,
  };
}

describe('a share', () => {
  test('of different customers has the plain Wilson interval', () => {
    expect(shareCell(independent(12, 40))).toMatchObject({
      n: 40,
      customers: 40,
      value: 0.3,
      ...wilson(0.3, 40),
      method: 'wilson',
      effectiveN: 40,
    });
  });

  test('of customers who always answer alike is hardly better known for the repetition', () => {
    const once = shareCell(independent(12, 40));
    const threeTimes = shareCell(repeated(12, 40, 3));
    expect(threeTimes.n).toBe(120);
    expect(threeTimes.customers).toBe(40);
    expect(threeTimes.effectiveN).toBeCloseTo(39, 8);
    expect((threeTimes.high as number) - (threeTimes.low as number)).toBeGreaterThanOrEqual(
      (once.high as number) - (once.low as number),
    );
  });

  test('of one customer is worth one answer', () => {
    expect(shareCell(repeated(1, 1, 10))).toMatchObject({ n: 10, customers: 1, value: 1, effectiveN: 1 });
  });

  test('of nobody has no value', () => {
    expect(shareCell(independent(0, 0))).toEqual({ n: 0, customers: 0, method: 'wilson' });
  });
});

describe('the difference of two shares', () => {
  const low = shareCell(independent(40, 100));
  const high = shareCell(independent(60, 100));

  test('is b minus a with Newcombe’s interval, and p below 0.05 when the interval leaves out 0', () => {
    const difference = compareShares(low, high);
    const a = { share: 0.4, n: 100 };
    const b = { share: 0.6, n: 100 };
    expect(difference).toMatchObject({
      difference: 0.6 - 0.4,
      ...newcombe(a, b),
      low90: newcombe(a, b, 0.9).low,
      high90: newcombe(a, b, 0.9).high,
    });
    expect(difference.low).toBeGreaterThan(0);
    expect(difference.p).toBeLessThan(0.05);
  });

  test('changes its sign when the groups change places', () => {
    const there = compareShares(low, high);
    const back = compareShares(high, low);
    expect([back.difference, back.low, back.high]).toEqual([-there.difference, -there.high, -there.low]);
    expect(back.p).toBeCloseTo(there.p, 12);
  });

  test('is less sure when each customer answered often', () => {
    const often = compareShares(shareCell(repeated(40, 100, 4)), shareCell(repeated(60, 100, 4)));
    expect(often.p).toBeGreaterThan(
      compareShares(shareCell(independent(160, 400)), shareCell(independent(240, 400))).p,
    );
  });

  test('cannot be tested when a side is empty', () => {
    expect(compareShares(low, shareCell(independent(0, 0)))).toMatchObject({ p: 1, low: -Infinity, high: Infinity });
  });
});
