import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { netDifference, netInterval, netScore, netVariance, type Trinomial, withPseudoAnswers } from './nps.ts';

const counts = fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000)).filter((kinds) => kinds.some((count) => count > 0));
const groups: fc.Arbitrary<Trinomial> = counts.map(([positive, neutral, negative]) => {
  const n = positive + neutral + negative;
  return { positive: positive / n, negative: negative / n, n };
});

const reversed = (t: Trinomial): Trinomial => ({ positive: t.negative, negative: t.positive, n: t.n });

describe('a net score', () => {
  test('is the share of positive minus the share of negative answers', () => {
    expect(netScore({ positive: 0.5, negative: 0.2, n: 100 })).toBeCloseTo(0.3, 12);
  });

  test('has the variance of the codes +1, 0, −1, covariance included', () => {
    fc.assert(
      fc.property(groups, (t) => {
        const { positive: p, negative: d } = t;
        expect(netVariance(t)).toBeCloseTo(p * (1 - p) + d * (1 - d) + 2 * p * d, 12);
      }),
    );
  });

  test('changes sign, and its interval turns round, when positive and negative are exchanged', () => {
    fc.assert(
      fc.property(groups, (t) => {
        expect(netScore(reversed(t))).toBe(0 - netScore(t));
        expect(netInterval(reversed(t)).low).toBeCloseTo(-netInterval(t).high, 12);
      }),
    );
  });
});

describe('the interval of a net score', () => {
  test('lies within −1 to 1 and contains the score', () => {
    fc.assert(
      fc.property(groups, (t) => {
        const { low, high } = netInterval(t);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(netScore(t));
        expect(high).toBeGreaterThanOrEqual(netScore(t));
      }),
    );
  });

  test('has width even when everyone is a promoter', () => {
    const { low, high } = netInterval({ positive: 1, negative: 0, n: 40 });
    expect(high).toBe(1);
    expect(low).toBeLessThan(0.95);
  });

  test('is as wide as the planning rule says: ±10 points need 228 answers at a variance of 0.6', () => {
    const { low, high } = netInterval({ positive: 0.5, negative: 0.2, n: 228 });
    expect((high - low) / 2).toBeCloseTo(0.1, 2);
  });

  test.each([
    { positive: 0.7, negative: 0.7, n: 10 },
    { positive: -0.1, negative: 0.5, n: 10 },
    { positive: Number.NaN, negative: 0.5, n: 10 },
    { positive: 0.5, negative: 0.5, n: 0 },
  ])('does not exist for $positive positive and $negative negative of $n', (t) => {
    expect(() => netInterval(t)).toThrow(RangeError);
  });
});

describe('the difference between two net scores', () => {
  test('is the second minus the first, and changes sign when they are reversed', () => {
    fc.assert(
      fc.property(groups, groups, (a, b) => {
        const forward = netDifference(a, b);
        const back = netDifference(b, a);
        expect(forward.difference).toBe(netScore(b) - netScore(a));
        expect(back.difference).toBeCloseTo(-forward.difference, 12);
        expect(back.low).toBeCloseTo(-forward.high, 12);
        expect(back.p).toBeCloseTo(forward.p, 12);
      }),
    );
  });

  test('has an interval around the difference after pseudo-answers', () => {
    fc.assert(
      fc.property(groups, groups, (a, b) => {
        const { adjustedDifference, low, high } = netDifference(a, b);
        expect(adjustedDifference).toBe(netScore(withPseudoAnswers(b)) - netScore(withPseudoAnswers(a)));
        expect((low + high) / 2).toBeCloseTo(adjustedDifference, 12);
      }),
    );
  });

  test('has a p below 0.05 exactly where its 95% interval leaves out 0', () => {
    fc.assert(
      fc.property(groups, groups, (a, b) => {
        const { low, high, p } = netDifference(a, b);
        fc.pre(Math.abs(p - 0.05) > 1e-9);
        expect(p < 0.05).toBe(low > 0 || high < 0);
      }),
    );
  });
});
