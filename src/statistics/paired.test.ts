import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import {
  type PairedMeans,
  type PairedShares,
  pairedMeans,
  pairedShares,
  type SignedRank,
  signedRank,
} from './paired.ts';

const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
  minLength: 1,
  maxLength: 40,
});
const counts = fc.record({ both: fc.nat(30), firstOnly: fc.nat(30), secondOnly: fc.nat(30), neither: fc.nat(30) });

test.each(referenceCases('paired'))('$name agrees with R and Python', (reference) => {
  const { differences, compared } = compareWithReference(reference, stored(reference));
  expect(differences).toEqual([]);
  expect(compared).toBe(24);
});

describe('paired shares', () => {
  test('turn with the order of the two', () => {
    fc.assert(
      fc.property(counts, (of) => {
        const found = pairedShares(of);
        const turned = pairedShares({ ...of, firstOnly: of.secondOnly, secondOnly: of.firstOnly });
        expect(turned === null).toBe(found === null);
        if (found === null || turned === null) return;
        expect(turned.difference).toBeCloseTo(-found.difference, 12);
        expect(turned.low).toBeCloseTo(-found.high, 12);
        expect(turned.p).toBe(found.p);
        expect(turned.exactP).toBe(found.exactP);
      }),
    );
  });

  test('have an interval within −1 to 1 and p within 0 to 1', () => {
    fc.assert(
      fc.property(counts, (of) => {
        const found = pairedShares(of);
        if (found === null) return;
        expect(found.low).toBeGreaterThanOrEqual(-1);
        expect(found.low).toBeLessThan(found.high);
        expect(found.high).toBeLessThanOrEqual(1);
        for (const p of [found.p, found.exactP]) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('are not told apart when no pair changed', () => {
    const still = pairedShares({ both: 5, firstOnly: 0, secondOnly: 0, neither: 7 }) as PairedShares;
    expect(still).toMatchObject({ difference: 0, chiSquare: 0, p: 1, exactP: 1 });
    expect(still.low).toBeLessThan(0);
    expect(still.high).toBeGreaterThan(0);
  });

  test('have an exact p of coin tosses', () => {
    expect(pairedShares({ both: 0, firstOnly: 0, secondOnly: 5, neither: 0 })?.exactP).toBeCloseTo(2 / 32, 12);
    expect(pairedShares({ both: 0, firstOnly: 3, secondOnly: 3, neither: 0 })?.exactP).toBe(1);
  });

  test('do not exist without pairs, nor for parts of one', () => {
    expect(pairedShares({ both: 0, firstOnly: 0, secondOnly: 0, neither: 0 })).toBeNull();
    expect(() => pairedShares({ both: 0.5, firstOnly: 0, secondOnly: 0, neither: 0 })).toThrow(RangeError);
    expect(() => pairedShares({ both: 1, firstOnly: -1, secondOnly: 0, neither: 0 })).toThrow(RangeError);
  });
});

describe('paired means', () => {
  test('turn with the order of the two and lie within their interval', () => {
    fc.assert(
      fc.property(pairs, (points) => {
        const [first, second] = columns(points);
        const found = pairedMeans(first, second) as PairedMeans;
        const turned = pairedMeans(second, first) as PairedMeans;
        expect(turned.difference).toBeCloseTo(-found.difference, 12);
        expect(turned.p).toBeCloseTo(found.p, 12);
        expect(found.low).toBeLessThanOrEqual(found.difference);
        expect(found.high).toBeGreaterThanOrEqual(found.difference);
        expect(found.p).toBeGreaterThanOrEqual(0);
        expect(found.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('that all change alike are certain', () => {
    expect(pairedMeans([0, 0, 0], [0.1, 0.1, 0.1])).toMatchObject({ difference: 0.1, low: 0.1, high: 0.1, p: 0 });
    expect(pairedMeans([1, 2, 3], [1, 2, 3])).toMatchObject({ difference: 0, standardError: 0, p: 1, effect: null });
  });

  test('of one pair say nothing', () => {
    const { low, high, p, effect } = pairedMeans([1], [4]) as PairedMeans;
    expect({ low, high, p, effect }).toEqual({
      low: Number.NEGATIVE_INFINITY,
      high: Number.POSITIVE_INFINITY,
      p: 1,
      effect: null,
    });
  });
});

describe('signed ranks', () => {
  test('of rises and falls add up, and p does not depend on their order', () => {
    fc.assert(
      fc.property(pairs, (points) => {
        const [first, second] = columns(points);
        const up = signedRank(first, second) as SignedRank;
        const down = signedRank(second, first) as SignedRank;
        expect(up.sum + down.sum).toBe((up.n * (up.n + 1)) / 2);
        expect(up.p).toBeCloseTo(down.p, 12);
        expect(up.p).toBeGreaterThanOrEqual(0);
        expect(up.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('find nothing where no pair changed, and leave out those that did not', () => {
    expect(signedRank([1, 2], [1, 2])).toEqual({ sum: 0, n: 0, p: 1 });
    expect(signedRank([1, 2, 5, 5], [2, 4, 5, 5])).toEqual(signedRank([1, 2], [2, 4]));
  });
});

test.each([
  ['means', pairedMeans],
  ['signed ranks', signedRank],
])('%s do not exist without pairs and refuse gaps', (_, of) => {
  expect(of([], [])).toBeNull();
  expect(() => of([1, 2], [1])).toThrow(RangeError);
  expect(() => of([], [1])).toThrow(RangeError);
  expect(() => of([1, Number.NaN], [1, 2])).toThrow(RangeError);
});

function columns(points: readonly (readonly [number, number])[]): [number[], number[]] {
  return [points.map(([first]) => first), points.map(([, second]) => second)];
}

/** The stored differences are a − b, ours second minus first. */
function stored({ rows, params }: ReferenceCase) {
  const confidence = params.conf as number;
  const column = (name: string) => rows.map((row) => Number(row[name]));
  const [a, b] = [column('csat_a'), column('csat_b')];
  const isTop = (value: number | undefined) => (value as number) >= (params.top_box_min as number);
  const count = (ofA: boolean, ofB: boolean) =>
    rows.filter((_, pair) => isTop(a[pair]) === ofA && isTop(b[pair]) === ofB).length;
  const cells = {
    both: count(true, true),
    firstOnly: count(false, true),
    secondOnly: count(true, false),
    neither: count(false, false),
  };
  const shares = pairedShares(cells, confidence) as PairedShares;
  const code = (score: number) => (score >= 9 ? 1 : score <= 6 ? -1 : 0);
  const means = pairedMeans(b, a, confidence) as PairedMeans;
  const net = pairedMeans(column('ltr_b').map(code), column('ltr_a').map(code), confidence) as PairedMeans;
  const ranks = signedRank(b, a);
  const t = ({ difference, standardError, p, low, high }: PairedMeans) => ({
    diff: difference,
    t: difference / standardError,
    p,
    lo: low,
    hi: high,
  });
  return {
    n: rows.length,
    both: cells.both,
    a_only: cells.secondOnly,
    b_only: cells.firstOnly,
    neither: cells.neither,
    mcnemar_chi2: shares.chiSquare,
    mcnemar_p: shares.p,
    mcnemar_exact_p: shares.exactP,
    diff_prop: shares.difference,
    bonett_price: { lo: shares.low, hi: shares.high },
    mean_diff: { ...t(means), cohens_dz: means.effect },
    nps_paired: t(net),
    wilcoxon_V: ranks?.sum,
    wilcoxon_p_normal: ranks?.p,
  };
}
