import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Unit } from '../report/types/estimate.ts';
import { axisNote, axisOf } from './axis.ts';

const UNITS: readonly Unit[] = ['share', 'net', 'score', 'duration', 'count', 'rate', 'coefficient', 'average'];
const RANGES: Record<Unit, readonly [number, number]> = {
  share: [0, 1],
  net: [-100, 100],
  score: [-2, 10],
  duration: [0, 1e7],
  count: [0, 1e6],
  rate: [0, 50],
  coefficient: [0, 1],
  average: [0, 5],
};

describe('a value axis', () => {
  test('holds every value between its first and last tick, with at most six ticks', () => {
    const cases = fc
      .constantFrom(...UNITS)
      .chain((unit) =>
        fc.tuple(
          fc.constant(unit),
          fc.array(fc.double({ min: RANGES[unit][0], max: RANGES[unit][1], noNaN: true }), { maxLength: 8 }),
        ),
      );
    fc.assert(
      fc.property(cases, ([unit, values]) => {
        const axis = axisOf(values, unit);
        expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
        expect(axis.ticks.length).toBeLessThanOrEqual(6);
        expect(axis.ticks[0]).toBe(axis.low);
        expect(axis.ticks.at(-1)).toBe(axis.high);
        const slack = (axis.high - axis.low) * 1e-9;
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(axis.low - slack);
          expect(value).toBeLessThanOrEqual(axis.high + slack);
        }
      }),
    );
  });

  test('survives values next to nothing and values without end', () => {
    for (const unit of UNITS) expect(axisOf([5e-324, 1e-300], unit).ticks.length).toBeGreaterThanOrEqual(2);
    expect(axisOf([3600, Infinity], 'duration').high).toBeLessThan(86_400);
  });

  test('never leaves the bounds of its unit', () => {
    expect(axisOf([0.98, 1], 'share')).toMatchObject({ high: 1 });
    expect(axisOf([0, 0.01], 'share')).toMatchObject({ low: 0 });
    expect(axisOf([-98, -90], 'net')).toMatchObject({ low: -100 });
    expect(axisOf([0], 'count')).toMatchObject({ low: 0 });
  });

  test('does not blow noise up: shares span at least twenty points, net scores forty', () => {
    const shares = axisOf([0.8, 0.81], 'share');
    expect(shares.high - shares.low).toBeGreaterThanOrEqual(0.2);
    const net = axisOf([10, 12], 'net');
    expect(net.high - net.low).toBeGreaterThanOrEqual(40);
  });

  test('starts at zero when that costs little', () => {
    expect(axisOf([2400, 7200], 'duration').low).toBe(0);
    expect(axisOf([0.72, 0.86], 'share').low).toBe(0.65);
  });

  test('steps durations by the clock', () => {
    expect(axisOf([0, 3600 * 10], 'duration').step).toBe(7200);
    expect(axisOf([0, 400], 'duration').step).toBe(120);
  });
});

describe('the note of an axis', () => {
  test('says where a truncated axis starts and is silent where zero is in sight', () => {
    expect(axisNote(axisOf([0.72, 0.86], 'share'), 'share')).toBe('The axis starts at 65%.');
    expect(axisNote(axisOf([0.1, 0.4], 'share'), 'share')).toBe('');
    expect(axisNote(axisOf([-90, -70], 'net'), 'net')).toBe('The axis ends at −60.');
  });

  test('gives both ends of a score, which has no zero', () => {
    expect(axisNote(axisOf([3.9, 4.2], 'score'), 'score')).toBe('The axis runs from 3.8 to 4.3.');
  });
});
