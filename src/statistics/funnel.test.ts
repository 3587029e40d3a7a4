import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FUNNEL_LIMITS, type Funnel, funnelLimits, meanFunnel, shareFunnel } from './funnel.ts';

const groups = fc.array(
  fc.record({ value: fc.double({ min: 0, max: 1, noNaN: true }), n: fc.integer({ min: 1, max: 1000 }) }),
  { minLength: 1, maxLength: 20 },
);

describe('a funnel', () => {
  test('of shares is drawn about the share of all answers, not the mean of the groups', () => {
    const funnel = shareFunnel([
      { value: 0.5, n: 100 },
      { value: 0.8, n: 300 },
    ]);
    expect(funnel?.centre).toBeCloseTo(0.725, 12);
    expect(funnel?.spread).toBeCloseTo(Math.sqrt(0.725 * 0.275), 12);
  });

  test('is as wide as chance alone makes it while groups differ by no more than that', () => {
    const funnel = shareFunnel([
      { value: 0.48, n: 100 },
      { value: 0.52, n: 100 },
    ]) as Funnel;
    expect(funnel.widening).toBe(1);
    expect(funnelLimits(funnel, 100, FUNNEL_LIMITS[0])).toEqual({
      low: expect.closeTo(0.402, 10),
      high: expect.closeTo(0.598, 10),
    });
  });

  test('is widened until the mean z² of the groups is 1', () => {
    fc.assert(
      fc.property(groups, (drawn) => {
        const funnel = shareFunnel(drawn) as Funnel;
        const squares = funnel.z.reduce((sum, z) => sum + z * z, 0) / drawn.length;
        expect(squares).toBeLessThanOrEqual(1 + 1e-9);
        if (funnel.widening > 1) expect(squares).toBeCloseTo(1, 9);
      }),
    );
  });

  test('has limits that tell what z tells, and narrow as groups grow', () => {
    fc.assert(
      fc.property(groups, fc.constantFrom(...FUNNEL_LIMITS), (drawn, errors) => {
        const funnel = meanFunnel(drawn, 0.4) as Funnel;
        drawn.forEach(({ value, n }, at) => {
          const { low, high } = funnelLimits(funnel, n, errors);
          const z = Math.abs(funnel.z[at] as number);
          if (Math.abs(z - errors) > 1e-9) expect(value < low || value > high).toBe(z > errors);
          expect(funnelLimits(funnel, 2 * n, errors).high).toBeLessThan(high);
        });
      }),
    );
  });

  test('never leaves what a value can be', () => {
    const shares = shareFunnel([{ value: 0.02, n: 10 }]) as Funnel;
    expect(funnelLimits(shares, 10, 3.09).low).toBe(0);
    const means = meanFunnel([{ value: 4.9, n: 2 }], 1, { low: 1, high: 5 }) as Funnel;
    expect(funnelLimits(means, 2, 3.09).high).toBe(5);
  });

  test('of answers that do not vary has the centre for limits', () => {
    const funnel = shareFunnel([
      { value: 1, n: 20 },
      { value: 1, n: 30 },
    ]) as Funnel;
    expect(funnel.z).toEqual([0, 0]);
    expect(funnelLimits(funnel, 20, 1.96)).toEqual({ low: 1, high: 1 });
  });

  test('does not exist without groups, and is refused for what is no share', () => {
    expect(shareFunnel([])).toBeNull();
    expect(meanFunnel([], 1)).toBeNull();
    expect(() => shareFunnel([{ value: 1.2, n: 3 }])).toThrow(RangeError);
    expect(() => shareFunnel([{ value: 0.2, n: 0 }])).toThrow(RangeError);
    expect(() => meanFunnel([{ value: 0.2, n: 1 }], -1)).toThrow(RangeError);
  });
});
