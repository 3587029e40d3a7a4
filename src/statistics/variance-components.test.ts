import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import {
  type GroupSums,
  intraclassCorrelation,
  kruskalWallis,
  varianceComponents,
  welchOneWay,
} from './variance-components.ts';

describe('variance components agree with R and Python', () => {
  const cases = referenceCases('varcomp');

  test('in two cases', () => {
    expect(cases).toHaveLength(2);
  });

  test.each(cases)('$name', (reference) => {
    const { differences, compared } = compareWithReference(reference, departments(reference));
    expect(differences).toEqual([]);
    expect(compared).toBe(23);
  });
});

function departments({ rows, params }: ReferenceCase) {
  const names = [...new Set(rows.map((row) => row.department as string))];
  const values = rows.map((row) => Number(row.csat));
  const sums = sumsOf(rows.map((row) => [row.department as string, Number(row.csat)]));
  const found = varianceComponents(sums, Number(params.conf));
  const kruskal = kruskalWallis(
    values,
    rows.map((row) => names.indexOf(row.department as string)),
  );
  const welch = welchOneWay(sums);
  if (found === null || found.f === null) throw new Error('nothing varies');
  return {
    k: found.groups,
    N: found.n,
    ss_between: found.betweenSquares,
    ss_within: found.withinSquares,
    F: found.f,
    df1: found.betweenDegreesOfFreedom,
    df2: found.withinDegreesOfFreedom,
    p: found.p,
    eta2: found.etaSquared,
    omega2: found.omegaSquared,
    epsilon2: found.epsilonSquared,
    n0: found.groupSize,
    icc1_n0: found.intraclass,
    // Variants of the package, with the mean size for n0, and the reliability of a group's mean.
    icc1_multilevel_mean_n: (found.f - 1) / (found.f + found.n / found.groups - 1),
    icc2_multilevel: 1 - 1 / found.f,
    icc1_F_ci_n0: { lo: found.intraclassInterval.low, hi: found.intraclassInterval.high },
    kruskal: { H: kruskal?.statistic, p: kruskal?.p },
    welch_F: { F: welch?.statistic, df2: welch?.denominatorDegreesOfFreedom, p: welch?.p },
    icc_reml: found.intraclassReml,
  };
}

function sumsOf(values: readonly (readonly [string | number, number])[]): GroupSums[] {
  const groups = new Map<string | number, number[]>();
  for (const [group, value] of values) groups.set(group, [...(groups.get(group) ?? []), value]);
  return [...groups.values()].map((group) => ({
    n: group.length,
    sum: group.reduce((sum, value) => sum + value, 0),
    sumOfSquares: group.reduce((sum, value) => sum + value * value, 0),
  }));
}

const score = fc.integer({ min: 1, max: 5 });
const answers = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), score), { minLength: 2, maxLength: 80 });

describe('the analysis of variance', () => {
  test('divides the squares about the mean into those between and those within', () => {
    fc.assert(
      fc.property(answers, (drawn) => {
        const found = varianceComponents(sumsOf(drawn));
        if (found === null) return;
        const values = drawn.map(([, value]) => value);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        expect(found.betweenSquares + found.withinSquares).toBeCloseTo(squares, 8);
        expect(found.etaSquared).toBeGreaterThanOrEqual(0);
        expect(found.etaSquared).toBeLessThanOrEqual(1);
        expect(found.epsilonSquared).toBeLessThanOrEqual(found.etaSquared);
        expect(found.omegaSquared).toBeLessThanOrEqual(Math.max(0, found.epsilonSquared) + 1e-12);
        expect(found.p).toBeGreaterThanOrEqual(0);
        expect(found.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('has an ICC within its interval, and one by likelihood from 0 to 1 that is the same for groups of one size', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(score, { minLength: 6, maxLength: 6 }), { minLength: 3, maxLength: 8 }),
        (groups) => {
          const found = varianceComponents(
            sumsOf(groups.flatMap((group, at) => group.map((value) => [at, value] as const))),
          );
          if (found === null) return;
          expect(found.groupSize).toBeCloseTo(6, 10);
          expect(found.intraclassInterval.low).toBeLessThanOrEqual(found.intraclass);
          expect(found.intraclassInterval.high).toBeGreaterThanOrEqual(found.intraclass);
          expect(found.intraclassReml).toBeCloseTo(Math.max(0, found.intraclass), 8);
        },
      ),
    );
  });

  test('does not depend on the order of the groups, nor on empty ones', () => {
    fc.assert(
      fc.property(answers, (drawn) => {
        const sums = sumsOf(drawn);
        const there = varianceComponents(sums);
        const back = varianceComponents([{ n: 0, sum: 0, sumOfSquares: 0 }, ...sums.toReversed()]);
        expect(back === null).toBe(there === null);
        if (there !== null && back !== null) expect(back.intraclass).toBeCloseTo(there.intraclass, 9);
      }),
    );
  });

  test('knows groups that differ and do not vary within', () => {
    const found = varianceComponents(sumsOf([1, 1, 1, 2, 2, 2].map((value) => [value, value])));
    expect(found).toMatchObject({
      f: null,
      p: 0,
      etaSquared: 1,
      intraclass: 1,
      intraclassInterval: { low: 1, high: 1 },
      intraclassReml: 1,
    });
  });

  test('has nothing to say of one group, of one value in each, or of values that are all the same', () => {
    expect(varianceComponents([])).toBeNull();
    expect(
      varianceComponents(
        sumsOf([
          [1, 1],
          [1, 2],
        ]),
      ),
    ).toBeNull();
    expect(
      varianceComponents(
        sumsOf([
          [1, 1],
          [2, 2],
        ]),
      ),
    ).toBeNull();
    expect(varianceComponents(sumsOf([0.1, 0.1, 0.1, 0.1].map((value, at) => [at % 2, value])))).toBeNull();
  });
});

describe('Welch’s test of several means', () => {
  test('of two groups is Welch’s t test', () => {
    const found = welchOneWay(sumsOf([1, 2, 3, 4, 2, 4, 4, 9, 6].map((value, at) => [at < 4 ? 0 : 1, value])));
    const [variance, other] = [5 / 3 / 4, 7 / 5];
    const t = (5 - 2.5) / Math.sqrt(variance + other);
    expect(found?.statistic).toBeCloseTo(t * t, 10);
    expect(found?.denominatorDegreesOfFreedom).toBeCloseTo(
      (variance + other) ** 2 / (variance ** 2 / 3 + other ** 2 / 4),
      10,
    );
  });

  test('cannot weigh a group that has one value or does not vary', () => {
    expect(welchOneWay([])).toBeNull();
    expect(
      welchOneWay(
        sumsOf([
          [0, 1],
          [0, 2],
          [1, 3],
        ]),
      ),
    ).toBeNull();
    expect(
      welchOneWay(
        sumsOf([
          [0, 1],
          [0, 2],
          [1, 3],
          [1, 3],
        ]),
      ),
    ).toBeNull();
  });
});

describe('the Kruskal–Wallis test', () => {
  test('sees only the order of the values', () => {
    fc.assert(
      fc.property(answers, (drawn) => {
        const groups = drawn.map(([group]) => group);
        const plain = kruskalWallis(
          drawn.map(([, value]) => value),
          groups,
        );
        const stretched = kruskalWallis(
          drawn.map(([, value]) => Math.exp(value)),
          groups,
        );
        expect(stretched).toEqual(plain);
        expect(Number.isNaN(plain?.statistic)).toBe(false);
      }),
    );
  });

  test('has nothing to say of one group, of equal values or of none', () => {
    expect(kruskalWallis([1, 2], [3, 3])).toBeNull();
    expect(kruskalWallis([2, 2], [0, 1])).toBeNull();
    expect(kruskalWallis([], [])).toBeNull();
  });

  test('refuses what has no rank', () => {
    expect(() => kruskalWallis([1, Number.NaN], [0, 1])).toThrow(RangeError);
    expect(() => kruskalWallis([1], [0, 1])).toThrow(RangeError);
  });
});

describe('the intraclass correlation alone', () => {
  const sums = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 8 }), { maxLength: 6 }).map((groups) =>
    groups.map(
      (values): GroupSums => ({
        n: values.length,
        sum: values.reduce((sum, value) => sum + value, 0),
        sumOfSquares: values.reduce((sum, value) => sum + value * value, 0),
      }),
    ),
  );

  test('is the one of the analysis of variance', () => {
    fc.assert(
      fc.property(sums, (groups) => {
        const alone = intraclassCorrelation(groups);
        const whole = varianceComponents(groups)?.intraclass ?? null;
        if (whole === null) expect(alone).toBeNull();
        else expect(alone).toBeCloseTo(whole, 9);
      }),
    );
  });
});
