import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EventCount, poissonRate, rateRatio } from './rate.ts';

const counts: fc.Arbitrary<EventCount> = fc.record({
  events: fc.nat(400),
  exposure: fc.double({ min: 0.1, max: 1e4, noNaN: true }),
});

describe('a rate', () => {
  test('lies within its interval, which starts at exactly 0 without events', () => {
    fc.assert(
      fc.property(counts, ({ events, exposure }) => {
        const { rate, low, high } = poissonRate(events, exposure);
        expect(rate).toBe(events / exposure);
        expect(low).toBeLessThanOrEqual(rate);
        expect(high).toBeGreaterThan(rate);
        if (events === 0) expect(low).toBe(0);
      }),
    );
  });

  test('without events has the rule of three as its upper end at 95% on one side', () => {
    expect(poissonRate(0, 100, 0.9).high).toBeCloseTo(0.03, 3);
  });

  test('of many events has the normal interval', () => {
    const { low, high } = poissonRate(1e6, 1e6);
    expect(low).toBeCloseTo(1 - 1.96e-3, 5);
    expect(high).toBeCloseTo(1 + 1.96e-3, 5);
  });

  test.each([
    [-1, 10],
    [1.5, 10],
    [3, 0],
    [Number.NaN, 10],
  ])('does not exist for %d events over %d', (events, exposure) => {
    expect(() => poissonRate(events, exposure)).toThrow(RangeError);
  });
});

describe('the ratio of two rates', () => {
  test('is the second by the first and lies within its interval', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const { ratio, low, high } = rateRatio(a, b);
        fc.pre(ratio !== null && high !== null);
        expect(ratio).toBeCloseTo(b.events / b.exposure / (a.events / a.exposure), 6);
        expect(low).toBeLessThanOrEqual(ratio);
        expect(high).toBeGreaterThanOrEqual(ratio);
      }),
    );
  });

  test('turns over when the groups are exchanged', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const forward = rateRatio(a, b);
        const back = rateRatio(b, a);
        expect(back.p).toBeCloseTo(forward.p, 9);
        if (forward.high === null) expect(back.low).toBe(0);
        else expect(back.low * forward.high).toBeCloseTo(1, 9);
      }),
    );
  });

  test('is unknown upwards when the first group has no events', () => {
    const { ratio, low, high } = rateRatio({ events: 0, exposure: 40 }, { events: 5, exposure: 52 });
    expect(ratio).toBeNull();
    expect(high).toBeNull();
    expect(low).toBeGreaterThan(0);
  });

  test('is unknown altogether without any event', () => {
    const none = { events: 0, exposure: 40 };
    expect(rateRatio(none, none)).toEqual({ ratio: null, low: 0, high: null, p: 1 });
  });

  test('of equal rates has a p of 1', () => {
    expect(rateRatio({ events: 20, exposure: 100 }, { events: 20, exposure: 100 }).p).toBe(1);
  });

  test('has the p of a coin: nine heads of ten', () => {
    expect(rateRatio({ events: 1, exposure: 1 }, { events: 9, exposure: 1 }).p).toBeCloseTo(22 / 1024, 12);
  });
});
