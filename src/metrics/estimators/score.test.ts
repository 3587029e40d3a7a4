import { describe, expect, test } from 'vitest';
import type { ClusterMoments } from '../../statistics/cluster.ts';
import { compareScores, scoreCell } from './score.ts';
import { NOBODY_SHARED } from './shared-customers.ts';

const SCALE = { min: 1, max: 5 };

function answers(...values: readonly number[]): ClusterMoments {
  const sum = values.reduce((total, value) => total + value, 0);
  const squares = values.reduce((total, value) => total + value * value, 0);
  const n = values.length;
  return { clusters: n, n, sum, sumOfSquares: squares, squaredSums: squares, sumTimesSize: sum, squaredSizes: n };
}

describe('a mean', () => {
  test('has a t interval with one degree of freedom less than customers', () => {
    const cell = scoreCell(answers(1, 2, 3, 4, 5), SCALE);
    expect(cell).toMatchObject({ n: 5, value: 3, method: 't', degreesOfFreedom: 4 });
    expect(cell.standardError).toBeCloseTo(Math.sqrt(2.5 / 5), 12);
    expect(cell.low).toBeCloseTo(3 - 2.776445 * Math.sqrt(0.5), 5);
  });

  test('has an interval that ends where the scale ends', () => {
    expect(scoreCell(answers(5, 5, 4), SCALE).high).toBe(5);
    expect(scoreCell(answers(1, 1, 2), SCALE).low).toBe(1);
  });

  test('of answers that are all alike has no interval: nothing is known about their spread', () => {
    const cell = scoreCell(answers(4, 4, 4, 4), SCALE);
    expect(cell.value).toBe(4);
    expect([cell.low, cell.high]).toEqual([undefined, undefined]);
  });

  test('of one customer has no interval', () => {
    expect(scoreCell(answers(4), SCALE).low).toBeUndefined();
  });
});

describe('the difference of two means', () => {
  const spread = scoreCell(answers(1, 2, 3, 4, 5, 2, 3, 4), SCALE);

  test('is b minus a with Welch’s interval', () => {
    const difference = compareScores(spread, scoreCell(answers(4, 5, 4, 5, 4, 5, 4, 5), SCALE), NOBODY_SHARED);
    expect(difference.difference).toBe(1.5);
    expect(difference.low).toBeGreaterThan(0);
    expect(difference.p).toBeLessThan(0.05);
  });

  test('cannot be tested where the spread of a side is not known', () => {
    expect(compareScores(spread, scoreCell(answers(5, 5, 5, 5), SCALE), NOBODY_SHARED)).toMatchObject({
      difference: 2,
      p: 1,
      high: Infinity,
    });
  });
});
