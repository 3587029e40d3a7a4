import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { autocorrelation, crossCorrelation, leadTest } from './cross-correlation.ts';
import { normalCritical } from './distribution.ts';
import { seededRandom } from './random.ts';

describe('cross-correlations agree with R and Python', () => {
  const cases = referenceCases('ccf');

  test('in two cases', () => {
    expect(cases).toHaveLength(2);
  });

  test.each(cases)('$name', (reference) => {
    // A sentence about the sign of the lag; the lags compared here hold it.
    const { differences, compared } = compareWithReference(reference, seriesOf(reference), ['/convention']);
    expect(differences).toEqual([]);
    expect(compared).toBe(57);
  });
});

function seriesOf({ rows, params }: ReferenceCase) {
  const x = rows.map((row) => Number(row.frt_hours));
  const y = rows.map((row) => Number(row.nps));
  const n = rows.length;
  const lags = Number(params.max_lag);
  const both = (lag: number) => (autocorrelation(x, lag) as number) * (autocorrelation(y, lag) as number);
  // Pyper & Peterman's effective number of steps, over lags up to n/4.
  const common = Array.from({ length: n / 4 }, (_, at) => ((n - at - 1) / n) * both(at + 1));
  return {
    n,
    levels: crossCorrelation(x, y, lags),
    first_differences: leadTest(x, y, { seed: 1, maxLag: lags, surrogates: 1 })?.correlations,
    approx_95_band: normalCritical(Number(params.conf)) / Math.sqrt(n),
    acf1_x: autocorrelation(x, 1),
    acf1_y: autocorrelation(y, 1),
    n_eff_pyper_peterman: 1 / (1 / n + (2 / n) * common.reduce((sum, each) => sum + each, 0)),
  };
}

const value = fc.integer({ min: -50, max: 50 });
const pairs = fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 40 });

describe('cross-correlation', () => {
  test('lies within −1 and 1, and turns round with the order of the series', () => {
    fc.assert(
      fc.property(pairs, (drawn) => {
        const [x, y] = [drawn.map(([a]) => a), drawn.map(([, b]) => b)];
        const [there, back] = [crossCorrelation(x, y, 6), crossCorrelation(y, x, 6)];
        expect(back === null).toBe(there === null);
        there?.forEach(({ lag, r }, at) => {
          expect(Math.abs(r)).toBeLessThanOrEqual(1 + 1e-12);
          const mirrored = back?.[back.length - 1 - at];
          expect(mirrored?.lag).toBe(-lag + 0);
          expect(mirrored?.r).toBeCloseTo(r, 12);
        });
      }),
    );
  });

  test('is 1 of a series with itself, and finds a copy that comes later', () => {
    const x = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9];
    expect(autocorrelation(x, 0)).toBeCloseTo(1, 12);
    const later = [0, 0, ...x.slice(0, -2)];
    const found = leadTest(x, later, { seed: 1, maxLag: 3 });
    expect(found?.strongest.lag).toBe(-2);
  });

  test('does not exist for series that do not vary, or have no steps', () => {
    expect(crossCorrelation([0.1, 0.1, 0.1], [1, 2, 3], 1)).toBeNull();
    expect(crossCorrelation([], [], 1)).toBeNull();
    expect(autocorrelation([4], 1)).toBeNull();
  });

  test('is refused for series of unequal length or with a gap', () => {
    expect(() => crossCorrelation([1, 2], [1], 1)).toThrow(RangeError);
    expect(() => crossCorrelation([1, Number.NaN], [1, 2], 1)).toThrow(RangeError);
  });
});

describe('the search for a lead', () => {
  /** An AR(1) series of 36 months. */
  const wandering = (seed: number, persistence: number) => {
    const random = seededRandom(seed);
    let level = 0;
    return Array.from({ length: 36 }, () => {
      level = persistence * level + random.normal();
      return level;
    });
  };

  test('finds one that is there', () => {
    const x = wandering(11, 0.5);
    const random = seededRandom(12);
    const y = x.map((_, t) => -(x[t - 2] ?? 0) + 0.5 * random.normal());
    const found = leadTest(x, y, { seed: 3 });
    expect(found?.strongest.lag).toBe(-2);
    expect(found?.strongest.r).toBeLessThan(-0.5);
    expect(found?.p).toBeLessThan(0.05);
    expect(leadTest(x, y, { seed: 3 })).toEqual(found);
  });

  test('is fooled by unrelated series about as often as it says', () => {
    let found = 0;
    for (let at = 0; at < 200; at += 1) {
      const result = leadTest(wandering(1000 + at, 0.6), wandering(5000 + at, 0.3), { seed: at, surrogates: 200 });
      if ((result?.p ?? 1) <= 0.05) found += 1;
    }
    expect(found).toBeGreaterThan(1);
    expect(found).toBeLessThan(22);
  });

  test('has nothing to search in series that are short or steady', () => {
    expect(leadTest([1, 2, 3, 5, 4, 6], [2, 1, 2, 1, 2, 1], { seed: 1 })).toBeNull();
    const steady = Array.from({ length: 20 }, (_, t) => t);
    expect(leadTest(steady, wandering(1, 0).slice(0, 20), { seed: 1 })).toBeNull();
    expect(leadTest([], [], { seed: 1 })).toBeNull();
  });
});
