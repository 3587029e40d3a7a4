import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { clusterBlocks } from './bootstrap.ts';
import { wilson } from './proportion.ts';
import { type Margin, Raking, rake } from './raking.ts';
import { seededRandom } from './random.ts';
import { kishDesignEffect, postStratificationWeights, weightedMean } from './weights.ts';
import { bootstrapWeightedMean } from './weights-bootstrap.ts';

describe('weights agree with R and Python', () => {
  const cases = referenceCases('raking');

  test('in two cases', () => {
    expect(cases).toHaveLength(2);
  });

  test.each(cases)('$name', (reference) => {
    // Optional, by linearisation and from one program only: intervals here come from resampling.
    const skipped = ['/poststrat_segment/se', '/top2_raked_calibration_se'];
    const { differences, compared } = compareWithReference(reference, raked(reference), skipped);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(30);
  });

  test.each(cases)('resampling finds the spread that linearisation finds in $name', (reference) => {
    const { cells, cellOfRow, margins } = cellsOf(reference);
    const values = reference.rows.map((row) => (Number(row.csat) >= 4 ? 1 : 0));
    const blocks = clusterBlocks(
      values.map((_, row) => row),
      seededRandom(1),
    );
    const rows = { values, cellOfRow, cells: cells.length, blocks };
    const found = bootstrapWeightedMean(rows, margins, { seed: 5 }, { cap: Number.POSITIVE_INFINITY });
    const stored = (reference.expected as { top2_raked_calibration_se: number }).top2_raked_calibration_se;
    expect((found?.standardError ?? 0) / stored).toBeGreaterThan(0.85);
    expect((found?.standardError ?? 0) / stored).toBeLessThan(1.2);
    expect(bootstrapWeightedMean(rows, margins, { seed: 5 }, { cap: Number.POSITIVE_INFINITY })).toEqual(found);
  });
});

type Populations = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Cells in the order of their names. */
function cellsOf({ rows, params }: ReferenceCase) {
  const populations = params.population as Populations;
  const names = Object.keys(populations);
  const keyOf = (row: Readonly<Record<string, string>>) => names.map((name) => row[name]).join(' ');
  const cells = [...new Set(rows.map(keyOf))].sort().map((key) => key.split(' '));
  const keys = cells.map((cell) => cell.join(' '));
  const margins = names.map((name, at) => {
    const categories = Object.keys(populations[name] ?? {});
    return {
      categoryOfCell: cells.map((cell) => categories.indexOf(cell[at] as string)),
      population: Object.values(populations[name] ?? {}),
    };
  });
  const cellOfRow = rows.map((row) => keys.indexOf(keyOf(row)));
  return { names, cells, cellOfRow, margins, populations };
}

function raked(reference: ReferenceCase) {
  const { names, cells, cellOfRow, margins, populations } = cellsOf(reference);
  const scores = reference.rows.map((row) => Number(row.csat));
  const tops = scores.map((score) => (score >= Number(reference.params.top_box_min) ? 1 : 0));
  const added = (values: readonly number[]) =>
    cells.map((_, cell) => total(values.filter((_, row) => cellOfRow[row] === cell)));
  const answers = added(scores.map(() => 1));
  const found = rake(answers, margins, { tolerance: 1e-13, cap: Number.POSITIVE_INFINITY });
  if (found === null) throw new Error('the margins cannot be met');
  const top2 = weightedMean(added(tops), answers, found.weights);
  const interval = wilson(top2 as number, found.effectiveN, Number(reference.params.conf));

  const segments = Object.keys(populations.segment ?? {});
  const bySegment = (values: readonly number[]) =>
    segments.map((segment) => total(values.filter((_, row) => reference.rows[row]?.segment === segment)));
  const ofSegment = bySegment(scores.map(() => 1));
  const weights = postStratificationWeights(ofSegment, Object.values(populations.segment ?? {})) as Float64Array;
  return {
    n: scores.length,
    weights_by_cell: cells.map((cell, at) => ({
      ...Object.fromEntries(names.map((name, margin) => [name, cell[margin]])),
      weight: found.weights[at],
    })),
    sum_w: total(answers.map((count, cell) => count * (found.weights[cell] as number))),
    kish_deff: found.designEffect,
    n_eff: found.effectiveN,
    top2_unweighted: total(tops) / tops.length,
    top2_raked: top2,
    mean_unweighted: total(scores) / scores.length,
    mean_raked: weightedMean(added(scores), answers, found.weights),
    poststrat_segment: {
      top2: weightedMean(bySegment(tops), ofSegment, weights),
      weights: Object.fromEntries(segments.map((segment, at) => [segment, weights[at]])),
    },
    naive_wilson_neff: { lo: interval.low, hi: interval.high },
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Three margins with two, three and two categories, all twelve cells answered. */
const categories = Array.from({ length: 12 }, (_, cell) => [cell % 2, Math.floor(cell / 2) % 3, Math.floor(cell / 6)]);
const drawn = fc.record({
  answers: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 12, maxLength: 12 }),
  populations: fc.tuple(
    fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 2 }),
    fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 3, maxLength: 3 }),
    fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 2 }),
  ),
});

function marginsOf(populations: readonly (readonly number[])[]): Margin[] {
  return populations.map((population, at) => ({
    categoryOfCell: categories.map((cell) => cell[at] as number),
    population,
  }));
}

describe('raking', () => {
  test('gives the answers the margins of the population, three at once, with and without a cap', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(5, 1.5, Number.POSITIVE_INFINITY), ({ answers, populations }, cap) => {
        const margins = marginsOf(populations);
        const found = rake(answers, margins, { cap });
        if (found === null) throw new Error('the margins can be met');
        const size = total(populations[0]);
        for (const { categoryOfCell, population } of margins) {
          Array.from(population).forEach((count, category) => {
            const held = total(
              answers.map((n, cell) => (categoryOfCell[cell] === category ? n * (found.weights[cell] as number) : 0)),
            );
            const wanted = (count * size) / total(Array.from(population));
            expect(held / wanted).toBeGreaterThan(1 - 2e-6);
            expect(held / wanted).toBeLessThan(1 + 2e-6);
          });
        }
        expect(found.designEffect).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(found.effectiveN).toBeLessThanOrEqual(total(answers) + 1e-9);
      }),
    );
  });

  test('on one margin is post-stratification', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })), { minLength: 1 }),
        (strata) => {
          const answers = strata.map(([count]) => count);
          const population = strata.map(([, count]) => count);
          const found = rake(answers, [{ categoryOfCell: strata.map((_, at) => at), population }]);
          const direct = postStratificationWeights(answers, population);
          found?.weights.forEach((weight, at) => {
            expect(weight).toBeCloseTo(direct?.[at] as number, 8);
          });
        },
      ),
    );
  });

  test('leaves answers alone that have the margins already', () => {
    const found = rake(
      [10, 20, 30, 60],
      [
        { categoryOfCell: [0, 0, 1, 1], population: [300, 900] },
        { categoryOfCell: [0, 1, 0, 1], population: [400, 800] },
      ],
    );
    expect(found).toMatchObject({ capped: 0, designEffect: expect.closeTo(1, 12), effectiveN: expect.closeTo(120, 9) });
    expect(found?.weights.every((weight) => Math.abs(weight - 10) < 1e-6)).toBe(true);
  });

  test('cuts weights above five medians, and meets the margins again', () => {
    const margins = [
      { categoryOfCell: [0, 0, 1, 1], population: [50, 50] },
      { categoryOfCell: [0, 1, 0, 1], population: [50, 50] },
    ];
    const free = rake([96, 10, 10, 1], margins, { cap: Number.POSITIVE_INFINITY });
    const capped = rake([96, 10, 10, 1], margins);
    expect(free?.capped).toBe(0);
    expect(capped?.capped).toBe(21);
    expect(capped?.weights[3]).toBeLessThan(free?.weights[3] as number);
    expect(capped?.designEffect).toBeLessThan(free?.designEffect as number);
  });

  test('gives up where nobody answered for a category, or empty cells make margins contradict each other', () => {
    expect(rake([3, 0], [{ categoryOfCell: [0, 1], population: [5, 5] }])).toBeNull();
    expect(postStratificationWeights([3, 0], [5, 5])).toBeNull();
    expect(
      rake(
        [5, 5],
        [
          { categoryOfCell: [0, 1], population: [90, 10] },
          { categoryOfCell: [0, 1], population: [10, 90] },
        ],
      ),
    ).toBeNull();
    expect(rake([], [])).toBeNull();
    expect(rake([4], [])).toBeNull();
  });

  test('lets nobody stand for a category that the population does not have', () => {
    const found = rake([3, 2], [{ categoryOfCell: [0, 1], population: [6, 0] }]);
    expect(found?.weights).toEqual(Float64Array.of(2, 0));
    expect(weightedMean([3, 0], [3, 2], found?.weights as Float64Array)).toBe(1);
  });
});

describe('raking that begins at the weights of another sample', () => {
  const counts = (min: number) => fc.array(fc.integer({ min, max: 40 }), { minLength: 12, maxLength: 12 });

  /** Ends where raking from ones ends, or, as that, nowhere. */
  function endsTheSame(resembling: number[], answers: number[], margins: Margin[], cap: number): void {
    const limits = { cap, tolerance: 1e-12 };
    const [near, direct] = [new Raking(margins, resembling, limits).weighted(answers), rake(answers, margins, limits)];
    expect(near === null).toBe(direct === null);
    if (near === null || direct === null) return;
    expect(near.capped).toBe(direct.capped);
    for (const [cell, weight] of direct.weights.entries()) {
      expect(Math.abs((near.weights[cell] as number) - weight)).toBeLessThan(1e-6 * Math.max(1, weight));
    }
  }

  test.each([
    ['has answers in every cell', 1],
    ['lacks cells, or whole categories', 0],
  ])('ends at those that it ends at from ones, where that sample %s', (_, fewest) => {
    fc.assert(
      fc.property(counts(fewest), drawn, fc.constantFrom(5, 1.5, Number.POSITIVE_INFINITY), (resembling, own, cap) => {
        endsTheSame(resembling, own.answers, marginsOf(own.populations), cap);
      }),
    );
  });

  test('does so, too, where nobody of the population is in a category', () => {
    fc.assert(
      fc.property(counts(0), drawn, fc.constantFrom(5, 1.5), (resembling, { answers, populations }, cap) => {
        const [first, [, ...others], last] = populations;
        endsTheSame(resembling, answers, marginsOf([first, [0, ...others], last]), cap);
      }),
    );
  });

  test('gives up where a sample cannot meet the margins, whatever the other one could', () => {
    const margins = marginsOf([
      [90, 10],
      [30, 30, 40],
      [10, 90],
    ]);
    const all = Array.from(categories, () => 4);
    // Those of the first category of one margin are those of the first of the other.
    const tied = categories.map(([first, , last]) => (first === last ? 4 : 0));
    expect(new Raking(margins, all).weighted(tied)).toBeNull();
    expect(new Raking(margins, tied).weighted(all)?.weights).toEqual(rake(all, margins)?.weights);
    expect(new Raking([], all).weighted(all)).toBeNull();
  });
});

describe('what weights cost', () => {
  test('is nothing where all are equal, and cannot be said where there are none', () => {
    expect(kishDesignEffect([2, 2], [5, 7])).toBe(1);
    expect(kishDesignEffect([0, 0], [5, 7])).toBeNull();
    expect(kishDesignEffect([], [])).toBeNull();
    expect(weightedMean([], [], [])).toBeNull();
  });
});

describe('the bootstrap of a weighted mean', () => {
  const rows = {
    values: Array.from({ length: 60 }, (_, row) => row % 5),
    cellOfRow: Array.from({ length: 60 }, (_, row) => row % 3),
    cells: 3,
  };
  const margin = { categoryOfCell: [0, 1, 2], population: [500, 300, 200] };

  test('has nothing to draw from one customer', () => {
    const blocks = { ofRow: new Int32Array(60), count: 1 };
    expect(bootstrapWeightedMean({ ...rows, blocks }, [margin], { seed: 1 })).toBeNull();
  });

  test('passes over resamples in which nobody answered for a category', () => {
    const blocks = { ofRow: Int32Array.from({ length: 60 }, (_, row) => (row % 3) + 3 * (row % 2)), count: 6 };
    const found = bootstrapWeightedMean({ ...rows, blocks }, [margin], { seed: 1, resamples: 500 });
    expect(found?.resamples).toBeGreaterThan(50);
    expect(found?.resamples).toBeLessThan(500);
    expect(found?.low).toBeLessThanOrEqual(found?.high as number);
  });
});
