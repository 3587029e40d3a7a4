import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flow, lawful } from './flow.ts';

const over = (stays: readonly (readonly [from: number, to: number])[], start = 0, end = 10, step = 1) =>
  flow(
    Float64Array.from(stays, ([from]) => from),
    Float64Array.from(stays, ([, to]) => to),
    start,
    end,
    step,
  );

describe('the flow through a window', () => {
  test('counts what is inside when it opens, what arrives, what leaves and what stays', () => {
    const through = over([
      [-3, 2],
      [1, 4],
      [5, Number.POSITIVE_INFINITY],
    ]);
    expect(through).toMatchObject({ steps: 10, opening: 1, arrivals: 2, departures: 2, closing: 1 });
    expect([...through.inside]).toEqual([1, 2, 1, 1, 0, 1, 1, 1, 1, 1].map((_, index) => insideAt(index + 1)));
    function insideAt(moment: number): number {
      return Number(moment <= 2) + Number(moment > 1 && moment <= 4) + Number(moment > 5);
    }
  });

  test('averages over time: three stays of 2, 3 and 5 days within ten days make one', () => {
    const { averageInside, arrivalRate, timeInside } = over([
      [-3, 2],
      [1, 4],
      [5, Number.POSITIVE_INFINITY],
    ]);
    expect(averageInside).toBe(1);
    expect(arrivalRate).toBe(0.3);
    expect(timeInside).toBeCloseTo(10 / 3, 12);
  });

  test('leaves out what never was inside, what is not known and what left before it arrived', () => {
    const through = over([
      [-3, -1],
      [10, 12],
      [Number.NaN, 3],
      [3, Number.NaN],
      [6, 5],
    ]);
    expect(through).toMatchObject({ opening: 0, arrivals: 0, closing: 0, averageInside: 0, arrivalRate: 0 });
    expect(through.timeInside).toBeNaN();
  });

  test('holds what leaves on the moment that the window opens, and not what arrives as it closes', () => {
    expect(
      over([
        [-1, 0],
        [10, 11],
      ]),
    ).toMatchObject({ opening: 1, departures: 1, arrivals: 0, closing: 0, averageInside: 0 });
  });

  test('has a last step that the window cuts short', () => {
    expect(over([[0, 2.5]], 0, 2.5)).toMatchObject({ steps: 2.5, averageInside: 1, timeInside: 2.5, closing: 1 });
  });

  test('needs a window', () => {
    expect(() => over([], 1, 1)).toThrow(RangeError);
    expect(() => over([], 0, 1, 0)).toThrow(RangeError);
  });
});

describe('Little’s law', () => {
  test('holds for any stays, and L is the average of counting moment by moment', () => {
    const stay = fc
      .tuple(fc.integer({ min: -500, max: 1500 }), fc.option(fc.nat(900), { nil: Number.POSITIVE_INFINITY }))
      .map(([from, length]) => [from, from + length] as const);
    fc.assert(
      fc.property(fc.array(stay), fc.integer({ min: 1, max: 300 }), (stays, step) => {
        const { averageInside, closing, inside, opening, arrivals, departures } = over(stays, 0, 1000, step);
        let sum = 0;
        for (let moment = 0; moment < 1000; moment++)
          sum += stays.filter(([from, to]) => from <= moment && moment < to).length;
        expect(averageInside).toBeCloseTo(sum / 1000, 9);
        expect(opening + arrivals - departures).toBe(closing);
        expect(inside.at(-1)).toBe(closing);
        const ends = Array.from(inside, (_, index) => Math.min((index + 1) * step, 1000));
        expect([...inside]).toEqual(ends.map((end) => stays.filter(([from, to]) => from < end && to >= end).length));
      }),
      { numRuns: 60 },
    );
  });

  test('holds for a million short stays in years of milliseconds', () => {
    const count = 1_000_000;
    const year = 365 * 86_400_000;
    const arrived = Float64Array.from({ length: count }, (_, index) => Math.floor((index / count) * 3 * year));
    const through = flow(
      arrived,
      arrived.map((moment) => moment + 1000),
      0,
      3 * year,
      86_400_000,
    );
    expect(through.averageInside).toBeCloseTo((count * 1000) / (3 * year), 9);
  });

  test('fails where the bookkeeping is wrong', () => {
    const through = over([[1, 4]]);
    expect(() => lawful({ ...through, averageInside: through.averageInside * (1 + 1e-8) })).toThrow(
      /^Little’s law does not hold: L = 0\.3/,
    );
    expect(() => lawful({ ...through, timeInside: 4 })).toThrow('Little’s law');
  });
});
