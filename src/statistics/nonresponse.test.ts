import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nonResponse } from './nonresponse.ts';

const stratum = fc
  .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }))
  .map(([invited, answered]) => ({ invited, answered: Math.min(invited, answered) }));

describe('a check of who answered', () => {
  test('finds nothing where all strata answer alike', () => {
    const alike = nonResponse([
      { invited: 100, answered: 25 },
      { invited: 400, answered: 100 },
    ]);
    expect(alike).toMatchObject({ chiSquare: 0, cramersV: 0, rIndicator: 1, maximalBias: 0, p: 1 });
  });

  test('has nothing to say where nobody, everybody, or only one kind was asked', () => {
    expect(nonResponse([{ invited: 10, answered: 3 }])).toBeNull();
    expect(
      nonResponse([
        { invited: 10, answered: 0 },
        { invited: 5, answered: 0 },
      ]),
    ).toBeNull();
    expect(
      nonResponse([
        { invited: 10, answered: 10 },
        { invited: 5, answered: 5 },
      ]),
    ).toBeNull();
  });

  test('does not depend on the order of the strata, nor on empty ones', () => {
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 2, maxLength: 8 }), (strata) => {
        const [there, back] = [nonResponse(strata), nonResponse([{ invited: 0, answered: 0 }, ...strata].reverse())];
        expect(back === null).toBe(there === null);
        if (there === null || back === null) return;
        expect(back.cramersV).toBeCloseTo(there.cramersV, 10);
        expect(there.cramersV).toBeLessThanOrEqual(1 + 1e-9);
        expect(back.rIndicator).toBeCloseTo(there.rIndicator, 10);
      }),
    );
  });

  test('refuses more answers than invitations', () => {
    expect(() =>
      nonResponse([
        { invited: 1, answered: 2 },
        { invited: 1, answered: 1 },
      ]),
    ).toThrow(RangeError);
  });
});
