import { describe, expect, test } from 'vitest';
import { durationsLayout } from './durations-chart.ts';
import { curveAround, durationFigure, estimate, quarter } from './figures.fixture.ts';
import { logTimeAxis } from './log-time.ts';

const period = quarter(2026, 1);
const median = estimate('duration', period, 9600, 800);
const p90 = estimate('duration', period, 75_000, 9000);
const none = estimate('duration', period, null);

describe('a curve of durations', () => {
  const chart = durationsLayout(durationFigure(curveAround(9600, 1.6), median, p90));

  test('rises from left to right within the plot', () => {
    const points = chart.curve
      .slice(1)
      .split('L')
      .map((pair) => pair.split(',').map(Number) as [number, number]);
    for (const [k, [x, y]] of points.entries()) {
      const [beforeX, beforeY] = points[k - 1] ?? [0, chart.bottom];
      expect(x).toBeGreaterThanOrEqual(beforeX);
      expect(y).toBeLessThanOrEqual(beforeY);
      expect(y).toBeGreaterThanOrEqual(chart.top);
    }
  });

  test('marks half and nine in ten at their height, in the published words', () => {
    const [half, most] = chart.quantiles;
    expect(half?.y).toBe((chart.top + chart.bottom) / 2);
    expect(half?.label.lines).toEqual(['half within', median.text]);
    expect(most?.label.lines).toEqual(['nine in ten within', p90.text]);
    expect(half?.interval?.from).toBeLessThan(half?.x ?? 0);
    expect(most?.x).toBeGreaterThan(half?.x ?? 100);
  });

  test('has words below the curve on its right side, above it on its left', () => {
    for (const { x, y, label } of chart.quantiles) {
      expect(label.anchor).toBe(x < 50 ? 'start' : 'end');
      expect(label.y > y).toBe(x < 50);
    }
  });

  test('of few points passes through its quantiles and stops at each point', () => {
    const sparse = durationsLayout(
      durationFigure(
        [
          { seconds: 600, share: 0.2 },
          { seconds: 7200, share: 0.62 },
          { seconds: 90_000, share: 0.95 },
        ],
        estimate('duration', period, 3600),
        p90,
      ),
    );
    const [half] = sparse.quantiles;
    expect(sparse.curve).toContain(`L${half?.x},${half?.y}`);
    expect(sparse.stops.map(({ spoken }) => spoken)).toEqual([{ row: 0 }, { row: 1 }, { row: 2 }]);
  });
});

describe('unusual durations', () => {
  test('a quantile that was not reached is not marked', () => {
    expect(durationsLayout(durationFigure(curveAround(9600, 1), median, none)).quantiles).toHaveLength(1);
  });

  test('nothing to show says why', () => {
    expect(durationsLayout(durationFigure([], none, none)).nothing).toBe('The figure is kept back for privacy.');
    const absent = estimate('duration', period, null, 0, { status: 'no_data' });
    expect(durationsLayout(durationFigure([], absent, absent)).nothing).toBe('There are no data to show.');
  });

  test('a curve of one moment still has an axis', () => {
    const chart = durationsLayout(durationFigure([{ seconds: 60, share: 1 }], none, none));
    expect(chart.curve).toMatch(/^M0,/);
    expect(chart.timeTicks.length).toBeGreaterThan(1);
  });
});

describe('a logarithmic axis of time', () => {
  const axis = logTimeAxis(45, 40 * 86_400, 60);

  test('begins at a tick and names spans that people think in', () => {
    expect(axis.low).toBe(10);
    expect(axis.ticks.map(({ text }) => text.replace('\u00a0', ' '))).toEqual([
      '10 s',
      '1 min',
      '10 min',
      '1 h',
      '4 h',
      '1 d',
      '3 d',
      '1 w',
      '1 month',
    ]);
  });

  test('keeps the most useful names in a narrow figure', () => {
    const narrow = axis.ticks.filter(({ room }) => room === 0).map(({ text }) => text.replace('\u00a0', ' '));
    expect(narrow).toEqual(expect.arrayContaining(['1 min', '1 h', '1 d', '1 month']));
  });

  test('keeps everything within the plot', () => {
    expect([0, 1, 1e12].map((seconds) => axis.at(seconds))).toEqual([0, 0, 100]);
  });
});
