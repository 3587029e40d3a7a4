import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilson } from '../../statistics/proportion.ts';
import { distanceFrom, parseLevel } from './level.ts';

describe('a number in a claim', () => {
  test('is a share in per cent, in words or as one number in another', () => {
    const shares = [
      '80%',
      '80 %',
      '80 per cent',
      '82.5%',
      'half',
      'a half',
      'Two thirds',
      '8 in 10',
      'eight out of ten',
    ];
    expect(shares.map((text) => parseLevel(text, 'share'))).toEqual([0.8, 0.8, 0.8, 0.825, 0.5, 0.5, 2 / 3, 0.8, 0.8]);
  });

  test('is a net score with or without its sign', () => {
    expect(['+30', '30', '-5', '−5', '30 points'].map((text) => parseLevel(text, 'net'))).toEqual([30, 30, -5, -5, 30]);
  });

  test('is a time in one or several units', () => {
    const times = ['45 s', '45 min', '4 h', '2 h 30 min', '2h30min', '1 day', '2 days and 6 hours', '1.5 h'];
    expect(times.map((text) => parseLevel(text, 'duration'))).toEqual([
      45, 2700, 14_400, 9000, 9000, 86_400, 194_400, 5400,
    ]);
  });

  test('is a plain number elsewhere', () => {
    expect(['4.2', '+4', '-1'].map((text) => parseLevel(text, 'score'))).toEqual([4.2, 4, -1]);
  });

  test('is nothing else', () => {
    expect(['80', '0.8', '120%', 'most', '9 in 8', ''].map((text) => parseLevel(text, 'share'))).toEqual(
      Array(6).fill(null),
    );
    expect(['130', 'many', ''].map((text) => parseLevel(text, 'net'))).toEqual(Array(3).fill(null));
    expect(['4', '4 weeks', 'h', '4 h late', ''].map((text) => parseLevel(text, 'duration'))).toEqual(
      Array(5).fill(null),
    );
  });
});

describe('the distance of a figure from a number', () => {
  const share = (events: number, n: number) => ({
    n,
    customers: n,
    method: 'wilson',
    value: events / n,
    ...wilson(events / n, n),
  });

  test('is shown exactly where the number lies outside the figure’s own interval', () => {
    const anyShare = fc
      .integer({ min: 10, max: 2000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(anyShare, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ([events, n], level) => {
        const cell = share(events, n);
        const distance = distanceFrom(level, cell, 'share');
        const isOutside = level < cell.low || level > cell.high;
        expect((distance?.p ?? 1) < 0.05).toBe(isOutside);
      }),
    );
  });

  test('has an interval of 90 % within that of 95 %', () => {
    const distance = distanceFrom(0.7, share(160, 200), 'share');
    expect(distance?.difference).toBeCloseTo(0.1, 12);
    const { low = 0, low90 = 0, high90 = 0, high = 0 } = distance ?? {};
    expect(low < low90 && low90 < 0.1 && 0.1 < high90 && high90 < high).toBe(true);
  });

  test('of a time is a ratio', () => {
    const cell = { n: 100, customers: 100, method: 'order-statistic', value: 7200, low: 3600, high: 14_400 };
    expect(distanceFrom(3600, cell, 'duration')).toMatchObject({
      difference: expect.closeTo(2),
      low: expect.closeTo(1),
    });
    expect(distanceFrom(3600, cell, 'duration')?.p).toBeCloseTo(0.05, 6);
  });

  test('is unknown for a figure without an interval', () => {
    expect(distanceFrom(10, { n: 12, customers: 12, method: 'count', value: 12 }, 'count')).toBeNull();
  });
});
