import { describe, expect, test } from 'vitest';
import { durationCurves, MARKS } from './durations.ts';
import { firstResponseMedian } from './service/first-response.ts';
import { contextOf, datasetOf, type Row, sliceOf } from './testing.ts';

const MINUTE = 60_000;
const created = Date.parse('2026-03-01T09:00Z');
const answered = (minutes: number, rest: Row = {}): Row => ({
  created_at: new Date(created).toISOString(),
  first_response_at: new Date(created + minutes * MINUTE).toISOString(),
  ...rest,
});
const curvesOf = (rows: readonly Row[], slice = sliceOf()) =>
  durationCurves(contextOf(datasetOf({ tickets: rows })), 'first_response', 'calendar', slice);

describe('the curve of a waiting time', () => {
  test('is read at spans from a minute to 90 days', () => {
    expect(MARKS[0]).toBe(60);
    expect(MARKS.at(-1)).toBe(90 * 86_400);
    expect([...MARKS]).toEqual([...MARKS].sort((a, b) => a - b));
  });

  test('gives the share done within each span, up to where everything is done', () => {
    const [{ curve } = { curve: [] }] = curvesOf([answered(1), answered(3), answered(5), answered(60)]).curves;
    expect(curve).toEqual([
      { seconds: 60, share: 0.25 },
      { seconds: 120, share: 0.25 },
      { seconds: 300, share: 0.75 },
      { seconds: 600, share: 0.75 },
      { seconds: 1200, share: 0.75 },
      { seconds: 1800, share: 0.75 },
      { seconds: 3600, share: 1 },
    ]);
  });

  test('ends where the longest running wait ends: nothing is known beyond', () => {
    const waiting = { created_at: '2026-06-30T21:30Z' };
    const [{ curve, n } = { curve: [], n: 0 }] = curvesOf([answered(10), answered(20), waiting]).curves;
    expect(n).toBe(3);
    expect(curve.at(-1)).toEqual({ seconds: 2 * 3600, share: expect.closeTo(2 / 3, 12) });
  });

  test('never falls, and carries the cells of the metrics', () => {
    const rows = Array.from({ length: 50 }, (_, index) =>
      answered(index * index, { channel: index % 2 ? 'email' : 'phone' }),
    );
    const slice = sliceOf({ dimension: 'channel' });
    const { values, curves } = curvesOf(rows, slice);
    expect(values).toEqual(['email', 'phone']);
    expect(curves.map(({ n }) => n)).toEqual([25, 25]);
    for (const { curve } of curves) {
      for (const [index, { share }] of curve.entries())
        expect(share).toBeGreaterThanOrEqual(curve[index - 1]?.share ?? 0);
    }
    const { cells } = firstResponseMedian.estimate(contextOf(datasetOf({ tickets: rows })), slice);
    expect(curves.map(({ median }) => median)).toEqual(cells);
  });

  test('of nothing is empty', () => {
    expect(curvesOf([answered(1)], sliceOf({ periods: ['2025'] })).curves[0]).toMatchObject({ n: 0, curve: [] });
  });
});
