import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { clusterBlocks } from './bootstrap.ts';
import { crossProducts } from './cross-products.ts';
import { bootstrapImportance } from './importance-bootstrap.ts';
import { peakEndModels, runFeatures } from './peak-end.ts';
import { seededRandom } from './random.ts';

describe('the peak-end rule agrees with R and Python', () => {
  const cases = referenceCases('peak_end');

  test('in two cases', () => {
    expect(cases).toHaveLength(2);
  });

  test.each(cases)('$name', (reference) => {
    const { differences, compared } = compareWithReference(reference, journeys(reference));
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(350);
  });

  test.each(cases)('and the shares of $name are known by resampling customers', (reference) => {
    const { features, outcome } = runsOf(reference);
    const blocks = clusterBlocks(
      outcome.map((_, run) => run),
      seededRandom(1),
    );
    const products = crossProducts([features.mean, features.worst, features.end], outcome, blocks);
    const found = bootstrapImportance(products, { seed: 1, resamples: 500 });
    const { r2_three, lmg } = reference.expected as { r2_three: number; lmg: { end: number } };
    expect(found?.predictors[2]?.low).toBeLessThan(lmg.end / r2_three);
    expect(found?.predictors[2]?.high).toBeGreaterThan(lmg.end / r2_three);
  });
});

/** The rows stand by customer and in the order of the touchpoints. */
function runsOf({ rows }: ReferenceCase) {
  const starts = rows.flatMap((row, at) => (row.customer_id === rows[at - 1]?.customer_id ? [] : [at]));
  const features = runFeatures(
    rows.map((row) => Number(row.csat)),
    [...starts, rows.length],
    3,
  );
  return { starts, features, outcome: starts.map((at) => Number(rows[at]?.overall_ltr)) };
}

function journeys(reference: ReferenceCase) {
  const { starts, features, outcome } = runsOf(reference);
  const models = peakEndModels(features, outcome);
  return {
    features: starts.map((at, run) => ({
      customer_id: reference.rows[at]?.customer_id,
      n: features.lengths[run],
      mean: features.mean[run],
      worst: features.worst[run],
      best: features.best[run],
      end: features.end[run],
      first: features.first[run],
      peak: features.peak[run],
      peak_end: features.peakEnd[run],
      y: outcome[run],
    })),
    r2_mean: models.mean,
    r2_peak_end: models.peakEnd,
    r2_worst: models.worst,
    r2_end: models.end,
    r2_three: models.three,
    lmg: models.parts,
  };
}

describe('features of a run', () => {
  test('are scores of the run, between worst and best', () => {
    const run = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 10 }), (runs) => {
        const starts = [0, ...runs.map((_, at) => runs.slice(0, at + 1).flat().length)];
        const found = runFeatures(runs.flat(), starts, 3);
        runs.forEach((scores, at) => {
          expect(found.lengths[at]).toBe(scores.length);
          expect(found.worst[at]).toBe(Math.min(...scores));
          expect(found.best[at]).toBe(Math.max(...scores));
          expect(found.end[at]).toBe(scores.at(-1));
          expect([found.worst[at], found.best[at]]).toContain(found.peak[at]);
          expect(found.mean[at]).toBeGreaterThanOrEqual((found.worst[at] as number) - 1e-12);
          expect(found.mean[at]).toBeLessThanOrEqual((found.best[at] as number) + 1e-12);
        });
      }),
    );
  });

  test('take the later of two scores that are equally far from the middle for the peak', () => {
    expect(runFeatures([1, 5, 3, 5, 1, 2], [0, 3, 6], 3).peak).toEqual(Float64Array.of(5, 1));
  });

  test('of one score are that score', () => {
    const { mean, worst, best, first, end, peak, peakEnd } = runFeatures([4], [0, 1], 3);
    expect([mean, worst, best, first, end, peak, peakEnd].map(([value]) => value)).toEqual(Array(7).fill(4));
  });

  test('do not exist for a run without scores, or with a blank', () => {
    expect(() => runFeatures([1, 2], [0, 0, 2], 3)).toThrow(RangeError);
    expect(() => runFeatures([1, Number.NaN], [0, 2], 3)).toThrow(RangeError);
    expect(runFeatures([], [], 3).lengths).toHaveLength(0);
  });
});

describe('models of what is remembered', () => {
  test('have nothing to say where feature or outcome do not vary', () => {
    const steadyEnd = runFeatures([1, 4, 3, 4, 5, 4], [0, 2, 4, 6], 3);
    const models = peakEndModels(steadyEnd, [3, 5, 9]);
    expect(models.end).toBeNull();
    expect(models.parts.end).toBeNull();
    expect(models.mean).toBeGreaterThan(0);
    const nothing = { mean: null, worst: null, end: null };
    const none = { ...nothing, peakEnd: null, three: null, parts: nothing };
    expect(peakEndModels(steadyEnd, [5, 5, 5])).toEqual(none);
    expect(peakEndModels(runFeatures([], [], 3), [])).toEqual(none);
  });
});
