import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equivalence } from './equivalence.ts';
import type { MeanEstimate } from './mean.ts';

const estimates: fc.Arbitrary<MeanEstimate> = fc.record({
  mean: fc.double({ min: 1, max: 5, noNaN: true }),
  standardError: fc.double({ min: 0.01, max: 1, noNaN: true }),
  degreesOfFreedom: fc.integer({ min: 1, max: 5000 }),
});
const margins = fc.double({ min: 0.05, max: 3, noNaN: true });

describe('two means are equivalent', () => {
  test('exactly where the 90% interval of their difference lies inside the margin', () => {
    fc.assert(
      fc.property(estimates, estimates, margins, (a, b, margin) => {
        const { low, high, p, equivalent } = equivalence(a, b, margin);
        fc.pre(Math.abs(p - 0.05) > 1e-9);
        expect(equivalent).toBe(low > -margin && high < margin);
      }),
    );
  });

  test('in either order or neither', () => {
    fc.assert(
      fc.property(estimates, estimates, margins, (a, b, margin) => {
        const forward = equivalence(a, b, margin);
        const back = equivalence(b, a, margin);
        expect(back.p).toBeCloseTo(forward.p, 9);
        expect(back.belowUpperMarginP).toBeCloseTo(forward.aboveLowerMarginP, 9);
      }),
    );
  });

  test('the more readily the wider the margin', () => {
    fc.assert(
      fc.property(estimates, estimates, margins, (a, b, margin) => {
        expect(equivalence(a, b, 2 * margin).p).toBeLessThanOrEqual(equivalence(a, b, margin).p);
      }),
    );
  });

  test('never on the word of a single answer', () => {
    const one = { mean: 4, standardError: 0, degreesOfFreedom: 0 };
    expect(equivalence(one, { mean: 4, standardError: 0.1, degreesOfFreedom: 80 }, 1)).toMatchObject({
      p: 1,
      equivalent: false,
    });
  });

  test('only against a positive margin', () => {
    const four = { mean: 4, standardError: 0.1, degreesOfFreedom: 80 };
    expect(() => equivalence(four, four, 0)).toThrow(RangeError);
  });
});
