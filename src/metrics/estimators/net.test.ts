import { describe, expect, test } from 'vitest';
import type { ClusterMoments } from '../../statistics/cluster.ts';
import { compareNets, netCell } from './net.ts';
import { NOBODY_SHARED } from './shared-customers.ts';

function answers(positive: number, neutral: number, negative: number): ClusterMoments {
  const n = positive + neutral + negative;
  const sum = positive - negative;
  const squares = positive + negative;
  return { clusters: n, n, sum, sumOfSquares: squares, squaredSums: squares, sumTimesSize: sum, squaredSizes: n };
}

describe('a net score', () => {
  test('is the share of positive minus the share of negative answers, in points', () => {
    expect(netCell(answers(50, 30, 20))).toMatchObject({ n: 100, value: 30, positive: 0.5, negative: 0.2 });
  });

  test('has an interval that contains it and stays on the scale, even when all answers are alike', () => {
    const cell = netCell(answers(12, 0, 0));
    expect(cell.value).toBe(100);
    expect(cell.high).toBeLessThanOrEqual(100);
    expect(cell.low).toBeLessThan(100);
    expect(cell.low).toBeGreaterThan(0);
  });

  test('of nobody has no value', () => {
    expect(netCell(answers(0, 0, 0)).value).toBeUndefined();
  });
});

describe('the difference of two net scores', () => {
  test('is b minus a in points', () => {
    const difference = compareNets(netCell(answers(40, 40, 20)), netCell(answers(60, 30, 10)), NOBODY_SHARED);
    expect(difference.difference).toBeCloseTo(30, 10);
    expect(difference.low).toBeLessThan(30);
    expect(difference.high).toBeGreaterThan(30);
    expect(difference.low90).toBeGreaterThan(difference.low);
    expect(difference.high90).toBeLessThan(difference.high);
    expect(difference.p).toBeLessThan(0.01);
  });

  test('of the same answers is not shown', () => {
    expect(compareNets(netCell(answers(40, 40, 20)), netCell(answers(40, 40, 20)), NOBODY_SHARED)).toMatchObject({
      difference: 0,
      p: 1,
    });
  });
});
