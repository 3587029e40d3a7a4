import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Centred, centred, crossProducts } from './cross-products.ts';
import { regress, subsetR2 } from './regression.ts';
import { resampledSums } from './resampled-sums.ts';

const score = fc.integer({ min: 1, max: 7 });
const table = (columns: number) =>
  fc.array(fc.array(score, { minLength: columns, maxLength: columns }), { minLength: 8, maxLength: 60 });

function column(rows: readonly (readonly number[])[], at: number): number[] {
  return rows.map((row) => row[at] as number);
}

/** The last column is the outcome. */
function momentsOf(rows: readonly (readonly number[])[]): Centred {
  const width = rows[0]?.length ?? 1;
  const predictors = Array.from({ length: width - 1 }, (_, at) => column(rows, at));
  return centred(crossProducts(predictors, column(rows, width - 1))) as Centred;
}

describe('cross-products', () => {
  test('of blocks add up to those of all rows, each as often as it is drawn', () => {
    fc.assert(
      fc.property(table(3), fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }), (rows, times) => {
        const ofRow = Int32Array.from(rows, (_, row) => row % 4);
        const blocked = crossProducts([column(rows, 0), column(rows, 1)], column(rows, 2), { ofRow, count: 4 });
        const [width, draws] = [blocked.sums.length / 4, [Uint8Array.from(times)]];
        const drawn = centred({ ...blocked, blocks: 1, sums: resampledSums(blocked.sums, width, draws) });
        const repeated = rows.flatMap((row, at) => Array.from({ length: times[at % 4] as number }, () => row));
        if (repeated.length === 0) {
          expect(drawn).toBeNull();
          return;
        }
        const plain = momentsOf(repeated);
        expect(drawn?.n).toBe(repeated.length);
        drawn?.products.forEach((value, at) => {
          expect(value).toBeCloseTo(plain.products[at] as number, 8);
        });
      }),
    );
  });

  test('know a column that does not vary, whatever its value', () => {
    fc.assert(
      fc.property(
        // Adding 0 takes the sign off −0, which no mean keeps.
        fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((value) => value + 0),
        table(1),
        (value, rows) => {
          const constant = rows.map(() => value);
          const { products, means } = centred(crossProducts([constant], column(rows, 0))) as Centred;
          expect([products[0], products[1], products[2]]).toEqual([0, 0, 0]);
          expect(means[0]).toBe(value);
        },
      ),
    );
  });

  test('keep their digits for values that are large and close together', () => {
    const far = [1e9 + 1, 1e9 + 2, 1e9 + 4];
    const moments = centred(crossProducts([far], [1, 2, 4])) as Centred;
    expect(regress(moments)?.r2).toBeCloseTo(1, 12);
  });

  test('refuse columns of unequal length and what is no number', () => {
    expect(() => crossProducts([[1, 2]], [1])).toThrow(RangeError);
    expect(() => crossProducts([[1, Number.NaN]], [1, 2])).toThrow(RangeError);
  });

  test('of no rows have no means', () => {
    expect(centred(crossProducts([[]], []))).toBeNull();
  });
});

describe('least squares', () => {
  test('find the line that the outcome lies on', () => {
    const rows = [0, 1, 2, 3, 4, 5].flatMap((x) => [0, 1, 5].map((z) => [x, z, 2 - 3 * x + 0.5 * z]));
    const model = regress(momentsOf(rows));
    expect(model?.intercept).toBeCloseTo(2, 10);
    expect(model?.coefficients[0]).toBeCloseTo(-3, 10);
    expect(model?.coefficients[1]).toBeCloseTo(0.5, 10);
    expect(model?.r2).toBeCloseTo(1, 12);
    expect(model?.residualSquares).toBeCloseTo(0, 10);
  });

  test('leave residuals that no predictor, nor the intercept, has anything to do with', () => {
    fc.assert(
      fc.property(table(4), (rows) => {
        const model = regress(momentsOf(rows));
        if (model === null) return;
        const slopes = model.coefficients.map((slope) => slope ?? 0);
        const residuals = rows.map((row) =>
          slopes.reduce((rest, slope, j) => rest - slope * (row[j] as number), (row[3] as number) - model.intercept),
        );
        for (let j = 0; j < 3; j += 1) {
          expect(
            residuals.reduce((sum, rest, at) => sum + rest * ((rows[at] as number[])[j] as number), 0),
          ).toBeCloseTo(0, 6);
        }
        expect(residuals.reduce((sum, rest) => sum + rest, 0)).toBeCloseTo(0, 6);
        expect(residuals.reduce((sum, rest) => sum + rest * rest, 0)).toBeCloseTo(model.residualSquares, 6);
      }),
    );
  });

  test('give (X′X)⁻¹ of the columns as they are, the intercept first', () => {
    const rows = [
      [1, 4, 2],
      [2, 2, 5],
      [3, 7, 1],
      [5, 1, 3],
      [4, 4, 4],
    ];
    const inverse = regress(momentsOf(rows))?.inverse as Float64Array;
    const x = rows.map((row) => [1, row[0] as number, row[1] as number]);
    for (let i = 0; i < 3; i += 1) {
      for (let j = 0; j < 3; j += 1) {
        let entry = 0;
        for (let k = 0; k < 3; k += 1) {
          const product = x.reduce((sum, row) => sum + (row[k] as number) * (row[j] as number), 0);
          entry += (inverse[i * 3 + k] as number) * product;
        }
        expect(entry).toBeCloseTo(i === j ? 1 : 0, 10);
      }
    }
  });

  test('leave out what does not vary and what earlier predictors determine', () => {
    const rows = [1, 2, 3, 5, 9].map((x, at) => [x, 4, 2 * x + 1, at % 2, x + (at % 3)]);
    const model = regress(momentsOf(rows));
    expect(model?.coefficients.map((slope) => slope === null)).toEqual([false, true, true, false]);
    expect(model?.residualDegreesOfFreedom).toBe(2);
    expect(model?.r2).toBeGreaterThan(0);
  });

  test('have nothing to explain in an outcome that does not vary', () => {
    const moments = momentsOf([
      [1, 3],
      [2, 3],
      [4, 3],
    ]);
    expect(regress(moments)).toBeNull();
    expect(subsetR2(moments)).toBeNull();
  });

  test('say nothing of adjusted R² where every row has its coefficient', () => {
    const model = regress(
      momentsOf([
        [1, 3],
        [2, 4],
      ]),
    );
    expect(model?.r2).toBeCloseTo(1, 12);
    expect(model?.adjustedR2).toBeNull();
  });

  test('without predictors explain nothing', () => {
    const model = regress(momentsOf([[1], [2], [6]]));
    expect(model).toMatchObject({ r2: 0, intercept: 3, residualDegreesOfFreedom: 2 });
  });
});

describe('R² of every subset', () => {
  test('is that of the model with those predictors', () => {
    fc.assert(
      fc.property(table(5), (rows) => {
        const all = subsetR2(momentsOf(rows));
        if (all === null) return;
        all.forEach((r2, subset) => {
          const kept = [0, 1, 2, 3].filter((j) => subset & (1 << j));
          const model = regress(momentsOf(rows.map((row) => [...kept.map((j) => row[j] as number), row[4] as number])));
          expect(r2).toBeCloseTo(model?.r2 as number, 9);
        });
      }),
      { numRuns: 50 },
    );
  });

  test('never falls when a predictor is added, and is 0 for none', () => {
    fc.assert(
      fc.property(table(5), (rows) => {
        const all = subsetR2(momentsOf(rows));
        if (all === null) return;
        expect(all[0]).toBe(0);
        all.forEach((r2, subset) => {
          for (let j = 0; j < 4; j += 1) expect(all[subset | (1 << j)]).toBeGreaterThanOrEqual(r2 - 1e-12);
        });
      }),
    );
  });

  test('is refused for more predictors than can be tried', () => {
    const predictors = Array.from({ length: 17 }, () => [1, 2, 4]);
    expect(() => subsetR2(centred(crossProducts(predictors, [1, 2, 3])) as Centred)).toThrow(RangeError);
  });
});
