import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { calibration, type Discrimination, discrimination, discriminationDifference, rocCurve } from './prediction.ts';

describe('areas under ROC curves agree with R and Python', () => {
  const cases = referenceCases('auc');

  test('in two cases', () => {
    expect(cases).toHaveLength(2);
  });

  test.each(cases)('$name', (reference) => {
    const { differences, compared } = compareWithReference(reference, areas(reference));
    expect(differences).toEqual([]);
    expect(compared).toBe(14);
  });
});

/** The low score warns, and the stored difference is first minus second. */
function areas({ rows, params }: ReferenceCase) {
  const churned = rows.map((row) => Number(row.churned));
  const of = (name: string) =>
    discrimination(
      rows.map((row) => -Number(row[name])),
      churned,
      Number(params.conf),
    ) as Discrimination;
  const [ltr, csat] = [of('nps_ltr'), of('csat')];
  const difference = discriminationDifference(csat, ltr);
  if (difference === null) throw new Error('no difference');
  const shown = ({ auc, variance, interval }: Discrimination) => ({
    auc,
    delong_var: variance,
    lo: interval?.low,
    hi: interval?.high,
  });
  return {
    n: rows.length,
    n_churned: ltr.events,
    nps_ltr: shown(ltr),
    csat: shown(csat),
    cov: difference.covariance,
    difference: {
      diff: difference.difference,
      z: difference.difference / difference.standardError,
      p: difference.p,
    },
  };
}

const cases = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 1 })), { maxLength: 60 });
const scoresOf = (drawn: readonly (readonly [number, number])[]) => drawn.map(([score]) => score);
const eventsOf = (drawn: readonly (readonly [number, number])[]) => drawn.map(([, event]) => event);

describe('the area under the ROC curve', () => {
  test('is the share of pairs that stand in the right order, ties half, and the area of the curve', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const found = discrimination(scoresOf(drawn), eventsOf(drawn));
        const curve = rocCurve(scoresOf(drawn), eventsOf(drawn));
        expect(curve === null).toBe(found === null);
        if (found === null || curve === null) return;
        let [right, pairs] = [0, 0];
        for (const [a, event] of drawn) {
          for (const [b, other] of drawn) {
            if (event !== 1 || other !== 0) continue;
            pairs += 1;
            right += a > b ? 1 : a === b ? 0.5 : 0;
          }
        }
        expect(found.auc).toBeCloseTo(right / pairs, 12);
        let area = 0;
        for (let at = 1; at < curve.thresholds.length; at += 1) {
          const width = (curve.falsePositives[at] as number) - (curve.falsePositives[at - 1] as number);
          area += (width * ((curve.truePositives[at] as number) + (curve.truePositives[at - 1] as number))) / 2;
        }
        expect(area).toBeCloseTo(found.auc, 12);
        expect([curve.truePositives.at(-1), curve.falsePositives.at(-1)]).toEqual([1, 1]);
      }),
    );
  });

  test('of a score turned round is the rest to 1, as well known', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const there = discrimination(scoresOf(drawn), eventsOf(drawn));
        const back = discrimination(
          scoresOf(drawn).map((score) => -score),
          eventsOf(drawn),
        );
        if (there === null || back === null) return;
        expect(back.auc).toBeCloseTo(1 - there.auc, 12);
        expect(back.variance ?? -1).toBeCloseTo(there.variance ?? -1, 12);
        if (there.interval !== null) {
          expect(there.interval.low).toBeGreaterThanOrEqual(0);
          expect(there.interval.high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('has no interval where the score never errs, never varies, or meets a single event', () => {
    expect(discrimination([1, 2, 3, 4], [0, 0, 1, 1])).toMatchObject({ auc: 1, variance: 0, interval: null });
    expect(discrimination([5, 5, 5, 5], [0, 1, 0, 1])).toMatchObject({ auc: 0.5, variance: 0, interval: null });
    expect(discrimination([1, 2, 3], [0, 1, 0])).toMatchObject({ auc: 0.5, variance: null, interval: null });
  });

  test('does not exist without events, without non-events or without cases', () => {
    expect(discrimination([1, 2], [1, 1])).toBeNull();
    expect(discrimination([1, 2], [0, 0])).toBeNull();
    expect(discrimination([], [])).toBeNull();
    expect(rocCurve([1, 2], [1, 1])).toBeNull();
  });

  test('is refused for a case without a score or without an outcome', () => {
    expect(() => discrimination([1, Number.NaN], [0, 1])).toThrow(RangeError);
    expect(() => discrimination([1, 2, 3], [0, 1])).toThrow(RangeError);
  });
});

describe('the difference between two scores', () => {
  const pair = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 1 })),
    { minLength: 4, maxLength: 60 },
  );

  test('changes its sign with the order of the scores, and nothing else', () => {
    fc.assert(
      fc.property(pair, (drawn) => {
        const events = drawn.map(([, , event]) => event);
        const [a, b] = [0, 1].map((at) =>
          discrimination(
            drawn.map((row) => row[at] as number),
            events,
          ),
        );
        if (!a || !b) return;
        const [there, back] = [discriminationDifference(a, b), discriminationDifference(b, a)];
        expect(back === null).toBe(there === null);
        if (there === null || back === null) return;
        expect(back.difference + there.difference).toBe(0);
        expect(back.p).toEqual(there.p);
        expect(there.p === null || (there.p >= 0 && there.p <= 1)).toBe(true);
      }),
    );
  });

  test('is none, and certain, between a score and itself on another scale', () => {
    const events = [0, 1, 0, 1, 1, 0, 0];
    const score = [1, 4, 2, 2, 5, 3, 1];
    const [a, b] = [discrimination(score, events), discrimination(score.map(Math.exp), events)];
    expect(discriminationDifference(a as Discrimination, b as Discrimination)).toMatchObject({
      difference: 0,
      standardError: 0,
      p: 1,
    });
  });

  test('has no p where neither score shows any spread', () => {
    const events = [0, 0, 1, 1];
    const [right, wrong] = [discrimination([1, 2, 3, 4], events), discrimination([4, 3, 2, 1], events)];
    const found = discriminationDifference(wrong as Discrimination, right as Discrimination);
    expect(found).toMatchObject({ difference: 1, p: null });
  });

  test('is refused between scores of other cases', () => {
    const [a, b] = [discrimination([1, 2], [0, 1]), discrimination([1, 2, 3], [0, 1, 1])];
    expect(() => discriminationDifference(a as Discrimination, b as Discrimination)).toThrow(RangeError);
  });
});

describe('calibration', () => {
  test('counts every case and event once, in the order of the scores', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const groups = calibration(scoresOf(drawn), eventsOf(drawn));
        const sum = (of: 'n' | 'events') => groups.reduce((total, group) => total + group[of], 0);
        expect(sum('n')).toBe(drawn.length);
        expect(sum('events')).toBe(eventsOf(drawn).reduce((total, event) => total + event, 0));
        expect(groups.length).toBeLessThanOrEqual(5);
        groups.forEach((group, at) => {
          expect(group.low).toBeLessThanOrEqual(group.share);
          expect(group.high).toBeGreaterThanOrEqual(group.share);
          const next = groups[at + 1];
          if (next) expect(group.highestScore).toBeLessThan(next.lowestScore);
        });
      }),
    );
  });

  test('makes fifths of scores that all differ', () => {
    const scores = Array.from({ length: 50 }, (_, at) => (at * 7) % 50);
    const groups = calibration(
      scores,
      scores.map((score) => (score >= 40 ? 1 : 0)),
    );
    expect(groups.map(({ n, events }) => [n, events])).toEqual([
      [10, 0],
      [10, 0],
      [10, 0],
      [10, 0],
      [10, 10],
    ]);
    expect(groups.map(({ meanScore }) => meanScore)).toEqual([4.5, 14.5, 24.5, 34.5, 44.5]);
  });

  test('keeps equal scores together', () => {
    expect(calibration([3, 3, 3, 3], [0, 1, 0, 1])).toMatchObject([{ n: 4, share: 0.5 }]);
    expect(calibration([], [])).toEqual([]);
  });
});
