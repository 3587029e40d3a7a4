import { describe, expect, test } from 'vitest';
import { poissonRate, rateRatio } from '../../statistics/rate.ts';
import { compareRates, type RateMoments, rateCell } from './rate.ts';

/** Customers with so many events in a year each. */
function yearly(...events: readonly number[]): RateMoments {
  const over = (of: (count: number) => number) => events.reduce((sum, count) => sum + of(count), 0);
  return {
    customers: events.length,
    events: over((count) => count),
    exposure: events.length,
    squaredEvents: over((count) => count * count),
    eventsTimesExposure: over((count) => count),
    squaredExposure: events.length,
    squaredEventsPerExposure: over((count) => count * count),
  };
}

const alike = yearly(...Array.from({ length: 60 }, (_, index) => index % 3));
const unlike = yearly(...Array.from({ length: 60 }, (_, index) => (index % 10 === 0 ? 10 : 0)));

describe('a rate', () => {
  test('is events per year, with the exact Poisson interval when chance explains how customers differ', () => {
    const { rate, low, high } = poissonRate(60, 60);
    expect(rateCell(alike)).toMatchObject({
      n: 60,
      events: 60,
      customers: 60,
      value: rate,
      low,
      high,
      method: 'poisson',
    });
  });

  test('has a wider interval when a few customers make most of the events', () => {
    const cell = rateCell(unlike);
    expect(cell).toMatchObject({ value: 1, method: 'customer-cluster', degreesOfFreedom: 59 });
    expect(cell.low).toBeLessThan(rateCell(alike).low as number);
    expect(cell.high).toBeGreaterThan(rateCell(alike).high as number);
    expect(cell.low).toBeGreaterThan(0);
  });

  test('without events begins at 0, and without exposure has no value', () => {
    expect(rateCell(yearly(0, 0, 0))).toMatchObject({ value: 0, low: 0 });
    expect(rateCell(yearly()).value).toBeUndefined();
  });
});

describe('the difference of two rates', () => {
  test('is b minus a, and the same rate is no difference', () => {
    expect(compareRates(rateCell(alike), rateCell(alike))).toMatchObject({ difference: 0, p: 1 });
    const often = rateCell(yearly(...Array.from({ length: 60 }, (_, index) => 2 + (index % 3))));
    expect(compareRates(rateCell(alike), often).difference).toBe(2);
    expect(compareRates(rateCell(alike), often).p).toBeLessThan(0.001);
  });

  test('B13: is tested exactly where chance explains how customers differ', () => {
    const [a, b] = [
      rateCell(yearly(...new Array<number>(40).fill(1))),
      rateCell(yearly(...new Array<number>(30).fill(2))),
    ];
    const found = compareRates(a, b);
    expect(found.p).toBe(rateRatio({ events: 40, exposure: 40 }, { events: 60, exposure: 30 }).p);
    expect(found.low).toBeGreaterThan(0);
    expect([found.low < found.low90, found.low90 < 1, 1 < found.high90, found.high90 < found.high]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test('B13: is that between customers where some make most of the events', () => {
    const often = rateCell(yearly(...Array.from({ length: 60 }, (_, index) => (index % 10 === 0 ? 20 : 0))));
    const found = compareRates(rateCell(unlike), often);
    expect(found.difference).toBe(1);
    expect(found.p).toBeGreaterThan(rateRatio({ events: 60, exposure: 60 }, { events: 120, exposure: 60 }).p);
  });

  test('R3: is better known where the same customers ask often on both sides', () => {
    const often = rateCell(yearly(...Array.from({ length: 60 }, (_, index) => (index % 10 === 0 ? 12 : 0))));
    const [far, close] = [compareRates(rateCell(unlike), often), compareRates(rateCell(unlike), often, 0.9)];
    expect(close.p).toBeLessThan(far.p);
    expect(close.high - close.low).toBeLessThan(far.high - far.low);
  });

  test('cannot be tested without events', () => {
    expect(compareRates(rateCell(yearly(0, 0)), rateCell(alike))).toMatchObject({ p: 1, low: -Infinity });
  });
});
