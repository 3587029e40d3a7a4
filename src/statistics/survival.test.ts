import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantile } from './quantile.ts';
import {
  atRisk,
  type FollowUp,
  kaplanMeier,
  logRank,
  restrictedMean,
  restrictedMeanInfluence,
  type SurvivalCurve,
  type SurvivalQuantile,
  survivalAt,
  survivalQuantiles,
} from './survival.ts';

const observations = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.boolean()), {
  minLength: 1,
  maxLength: 120,
});
const followUps: fc.Arbitrary<FollowUp> = observations.map(followUp);
const shares = fc.constantFrom(0.1, 0.25, 0.5, 0.75, 0.9);

function followUp(pairs: readonly (readonly [number, boolean])[]): FollowUp {
  const sorted = pairs.toSorted((a, b) => a[0] - b[0]);
  return {
    times: Float64Array.from(sorted, ([time]) => time),
    events: Uint8Array.from(sorted, ([, seen]) => (seen ? 1 : 0)),
  };
}

function curveOf({ times, events }: FollowUp): SurvivalCurve {
  return kaplanMeier(times, events);
}

function quantileOf({ times, events }: FollowUp, p: number): SurvivalQuantile {
  return survivalQuantiles(times, events, [p]).quantiles[0] as SurvivalQuantile;
}

describe('a survival curve', () => {
  test('falls with each event and stays within 0 to 1', () => {
    fc.assert(
      fc.property(followUps, (group) => {
        const { survival, time } = curveOf(group);
        survival.forEach((value, step) => {
          expect(value).toBeLessThan(step === 0 ? 1 : (survival[step - 1] as number));
          expect(value).toBeGreaterThanOrEqual(0);
          if (step > 0) expect(time[step]).toBeGreaterThan(time[step - 1] as number);
        });
      }),
    );
  });

  test('without censoring is the share of times that are longer', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 120 }), (times) => {
        const curve = curveOf(followUp(times.map((time) => [time, true] as const)));
        curve.time.forEach((t, step) => {
          const longer = times.filter((time) => time > t).length / times.length;
          expect(curve.survival[step]).toBeCloseTo(longer, 12);
        });
        expect(curve.eventCount).toBe(times.length);
      }),
    );
  });

  test('does not depend on the order of events and censorings at one time', () => {
    const times = Float64Array.of(1, 2, 2, 2, 5);
    const eventFirst = kaplanMeier(times, Uint8Array.of(1, 1, 0, 0, 0));
    const eventLast = kaplanMeier(times, Uint8Array.of(1, 0, 0, 1, 0));
    expect(eventLast).toEqual(eventFirst);
    expect(eventFirst.atRisk).toEqual(Uint32Array.of(5, 4));
    expect(eventFirst.events).toEqual(Uint32Array.of(1, 1));
  });

  test('uses the leading entries when told how many', () => {
    const times = Float64Array.of(1, 3, 4, 0, 0);
    const events = Uint8Array.of(1, 0, 1, 1, 1);
    expect(kaplanMeier(times, events, 3)).toEqual(kaplanMeier(times.subarray(0, 3), events.subarray(0, 3)));
    expect(atRisk(times, 3, 3)).toBe(2);
  });

  test('of no observations has no steps', () => {
    expect(kaplanMeier(new Float64Array(0), new Uint8Array(0))).toMatchObject({ n: 0, eventCount: 0, lastTime: null });
  });

  test('refuses times that do not ascend or are not numbers', () => {
    expect(() => kaplanMeier(Float64Array.of(2, 1), Uint8Array.of(1, 1))).toThrow(RangeError);
    expect(() => kaplanMeier(Float64Array.of(2, Number.NaN), Uint8Array.of(1, 1))).toThrow(RangeError);
  });

  test('gives the true median and 90th percentile where closed tickets alone would give too small ones', () => {
    // Exponential times with mean 5, opened evenly over 10 days before the end of the extract.
    const n = 2000;
    const pairs = Array.from({ length: n }, (_, index) => {
      const duration = -5 * Math.log(1 - (((index * 0.6180339887) % 1) * n + 0.5) / (n + 1));
      const room = (10 * (index + 0.5)) / n;
      return [Math.min(duration, room), duration <= room] as const;
    });
    const closedOnly = pairs.flatMap(([time, seen]) => (seen ? [time] : [])).sort((a, b) => a - b);
    const { value, low, high } = quantileOf(followUp(pairs), 0.5);
    expect(quantile(closedOnly, 0.5)).toBeLessThan(2.5);
    expect(value).toBeCloseTo(5 * Math.LN2, 0);
    expect(low).toBeLessThan(5 * Math.LN2);
    expect(high).toBeGreaterThan(5 * Math.LN2);
  });
});

describe('a survival quantile', () => {
  test('is the first time with fewer than the wanted share left, and its interval holds it', () => {
    fc.assert(
      fc.property(followUps, shares, (group, p) => {
        const curve = curveOf(group);
        const { value, low, high } = quantileOf(group, p);
        if (value === null) {
          expect(high).toBeNull();
          expect(curve.survival.every((left) => left >= 1 - p - 1e-9)).toBe(true);
          return;
        }
        expect(survivalAt(curve, value).survival).toBeLessThanOrEqual(1 - p + 1e-9);
        if (low !== null) expect(low).toBeLessThanOrEqual(curve.time.find((time) => time >= value) as number);
        if (high !== null) expect(high).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  test('has the ends that comparing every step of the curve with its bands gives', () => {
    fc.assert(
      fc.property(followUps, shares, (group, p) => {
        const curve = curveOf(group);
        const { value, low, high } = quantileOf(group, p);
        const bands = Array.from(curve.time, (time) => ({ time, ...survivalAt(curve, time) }));
        const crossing =
          value === null ? Number.POSITIVE_INFINITY : (curve.time.find((time) => time >= value) as number);
        const isBelow = (band: number | null) => band !== null && band < 1 - p;
        const lower = bands.find((step) => step.time <= crossing && isBelow(step.low));
        const upper = bands.find((step) => step.time >= crossing && isBelow(step.high));
        expect([low, high]).toEqual([lower?.time ?? null, upper?.time ?? null]);
      }),
    );
  });

  test('takes the middle of a step that lies exactly at the wanted share', () => {
    const all = Uint8Array.of(1, 1, 1, 1);
    expect(quantileOf({ times: Float64Array.of(1, 2, 6, 9), events: all }, 0.5).value).toBe(4);
  });

  test('takes that middle whatever the rounding of the curve', () => {
    const n = 10_000;
    const times = Float64Array.from({ length: n }, (_, index) => index + 1);
    expect(quantileOf({ times, events: new Uint8Array(n).fill(1) }, 0.9).value).toBe(9000.5);
  });

  test('is not reached when too many are still open', () => {
    const group = { times: Float64Array.of(1, 5, 5, 5), events: Uint8Array.of(1, 0, 0, 0) };
    expect(quantileOf(group, 0.5)).toEqual({ value: null, low: 1, high: null });
  });

  test('is not reached by a last step exactly at the wanted share', () => {
    const group = { times: Float64Array.of(1, 5), events: Uint8Array.of(1, 0) };
    expect(quantileOf(group, 0.5).value).toBeNull();
  });

  test.each([0, 1, -1, Number.NaN])('does not exist for a share of %d', (p) => {
    expect(() => quantileOf({ times: Float64Array.of(1), events: Uint8Array.of(1) }, p)).toThrow(RangeError);
  });
});

describe('survival at a time', () => {
  test('lies within its interval, and the interval within 0 to 1', () => {
    fc.assert(
      fc.property(followUps, fc.integer({ min: 0, max: 70 }), (group, t) => {
        const { survival, low, high } = survivalAt(curveOf(group), t);
        if (low === null || high === null) return;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(survival);
        expect(high).toBeGreaterThanOrEqual(survival);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('is 1 for sure before the first event, and 0 with unknown spread after everyone had it', () => {
    const curve = kaplanMeier(Float64Array.of(2, 3), Uint8Array.of(1, 1));
    expect(survivalAt(curve, 1)).toEqual({ survival: 1, standardError: 0, low: 1, high: 1 });
    expect(survivalAt(curve, 3)).toEqual({ survival: 0, standardError: null, low: null, high: null });
  });
});

describe('the restricted mean', () => {
  test('without censoring is the mean of the times cut off at tau', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 80 }),
        (times, tau) => {
          const curve = curveOf(followUp(times.map((time) => [time, true] as const)));
          const cutOff = times.reduce((sum, time) => sum + Math.min(time, tau), 0) / times.length;
          expect(restrictedMean(curve, tau).mean).toBeCloseTo(cutOff, 9);
        },
      ),
    );
  });

  test('lies within 0 to tau', () => {
    fc.assert(
      fc.property(followUps, fc.integer({ min: 1, max: 80 }), (group, tau) => {
        const { mean, standardError } = restrictedMean(curveOf(group), tau);
        expect(mean).toBeGreaterThan(0);
        expect(mean).toBeLessThanOrEqual(tau + 1e-9);
        expect(standardError).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('needs a positive tau', () => {
    expect(() => restrictedMean(kaplanMeier(Float64Array.of(1), Uint8Array.of(1)), 0)).toThrow(RangeError);
  });
});

describe('what observations add to the restricted mean', () => {
  const taus = fc.integer({ min: 5, max: 70 });

  test('adds up to nothing, and its squares to the variance of the mean', () => {
    fc.assert(
      fc.property(followUps, taus, (group, tau) => {
        const influence = restrictedMeanInfluence(group, tau);
        const { standardError } = restrictedMean(curveOf(group), tau);
        expect(influence.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 9);
        expect(influence.reduce((sum, each) => sum + each * each, 0)).toBeCloseTo(standardError ** 2, 9);
      }),
    );
  });

  test('is the distance from the mean where all are seen', () => {
    const group = followUp([1, 2, 2, 5, 9, 30].map((time) => [time, true]));
    const cut = [1, 2, 2, 5, 9, 10];
    const mean = cut.reduce((sum, time) => sum + time, 0) / cut.length;
    expect([...restrictedMeanInfluence(group, 10)]).toEqual(
      cut.map((time) => expect.closeTo((time - mean) / cut.length, 12)),
    );
  });

  test('is the slope by the weight of the observation', () => {
    const pairs = Array.from({ length: 40 }, (_, index): [number, boolean] => [1 + ((index * 7) % 23), index % 3 > 0]);
    const group = followUp(pairs);
    const copies = 400;
    const influence = restrictedMeanInfluence(group, 15);
    for (const at of [0, 7, 20, 39]) {
      const weighted = pairs
        .toSorted((a, b) => a[0] - b[0])
        .flatMap((pair, index) => new Array<[number, boolean]>(copies + Number(index === at)).fill(pair));
      const step = restrictedMean(curveOf(followUp(weighted)), 15).mean - restrictedMean(curveOf(group), 15).mean;
      expect(step * copies).toBeCloseTo(influence[at] as number, 3);
    }
  });

  test('needs a positive end', () => {
    expect(() => restrictedMeanInfluence(followUp([[1, true]]), 0)).toThrow(RangeError);
  });
});

describe('the log-rank test', () => {
  test('counts as many events as it expects, and does not depend on the order of the groups', () => {
    fc.assert(
      fc.property(followUps, followUps, (a, b) => {
        const { chiSquare, p, observed, expected } = logRank(a, b);
        expect(expected[0] + expected[1]).toBeCloseTo(observed[0] + observed[1], 9);
        expect(observed[0]).toBe(curveOf(a).eventCount);
        expect(chiSquare).toBeGreaterThanOrEqual(0);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(logRank(b, a).chiSquare).toBeCloseTo(chiSquare, 9);
      }),
    );
  });

  test('finds nothing between a group and itself', () => {
    fc.assert(
      fc.property(followUps, (group) => {
        expect(logRank(group, group).chiSquare).toBeCloseTo(0, 9);
      }),
    );
  });

  test('finds nothing where there are no events', () => {
    const open = followUp([
      [3, false],
      [5, false],
    ]);
    expect(logRank(open, open)).toEqual({ chiSquare: 0, p: 1, observed: [0, 0], expected: [0, 0] });
  });
});
