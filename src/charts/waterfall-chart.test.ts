import { describe, expect, test } from 'vitest';
import { waterfallFigure } from './analysis-bars.fixture.ts';
import { waterfallLayout } from './waterfall-chart.ts';

describe('a waterfall', () => {
  const chart = waterfallLayout(
    waterfallFigure([
      ['2024', 'level', 0.8],
      ['Other channels', 'change', -0.2],
      ['Other customers', 'change', 0.1],
      ['2025', 'level', 0.7],
    ]),
  );

  test('has levels from the ground and changes between them, on an axis from zero', () => {
    expect(chart.grid[0]).toEqual({ x: 0, zero: true });
    expect(chart.rows.map(({ bar }) => bar)).toEqual([
      { x: 0, width: 80 },
      { x: 60, width: 20 },
      { x: 60, width: 10 },
      { x: 0, width: 70 },
    ]);
    expect(chart.rows.map(({ kind }) => kind)).toEqual(['level', 'fall', 'rise', 'level']);
  });

  test('leads from the end of each bar to where the next one hangs', () => {
    expect(chart.rows.map(({ linkIn, linkOut }) => [linkIn, linkOut])).toEqual([
      [null, 80],
      [80, 60],
      [60, 70],
      [70, null],
    ]);
  });

  test('has intervals around the end of each bar, inside the plot', () => {
    expect(chart.rows[1]?.interval).toEqual({ from: 58.8, to: 61.2 });
    expect(chart.rows[3]?.interval).toEqual({ from: 68.8, to: 71.2 });
  });

  test('says changes with their sign', () => {
    expect(chart.rows.map(({ value }) => value)).toEqual(['80%', '−20 points', '+10 points', '70%']);
  });

  test('says an unpublished step with a flag and hangs nothing on it until the next level', () => {
    const broken = waterfallLayout(
      waterfallFigure([
        ['2024', 'level', 0.8],
        ['Other channels', 'change', null],
        ['Other customers', 'change', 0.1],
        ['2025', 'level', 0.7],
      ]),
    );
    expect(broken.rows[1]).toMatchObject({ bar: null, words: '[c] kept back for privacy', value: '' });
    expect(broken.rows[2]).toMatchObject({ bar: null, words: '', value: '+10 points' });
    expect(broken.rows[3]?.bar).not.toBeNull();
    expect(broken.rows.map(({ linkIn, linkOut }) => [linkIn, linkOut])).toEqual(Array(4).fill([null, null]));
    expect(broken.notes).toEqual(['A change after one that is not published has no place on the axis.']);
  });

  test('crosses zero where levels do', () => {
    const net = waterfallLayout(
      waterfallFigure(
        [
          ['2024', 'level', -10, 4],
          ['Other customers', 'change', 30, 5],
          ['2025', 'level', 20, 4],
        ],
        'net',
      ),
    );
    const zero = net.grid.find((line) => line.zero)?.x ?? Number.NaN;
    expect(net.rows[0]?.bar?.x).toBeLessThan(zero);
    expect((net.rows[0]?.bar?.x ?? 0) + (net.rows[0]?.bar?.width ?? 0)).toBeCloseTo(zero);
    expect(net.rows[2]?.bar?.x).toBeCloseTo(zero);
  });

  test('of a score says where its ground lies', () => {
    const scores = waterfallFigure(
      [
        ['2024', 'level', 4.2, 0.1],
        ['Mix', 'change', -0.2, 0.1],
        ['2025', 'level', 4, 0.1],
      ],
      'score',
    );
    expect(waterfallLayout(scores).notes[0]).toMatch(/^The axis runs from 3\.\d to 4\.\d\.$/);
  });

  test('of which nothing may be shown draws no axis', () => {
    expect(waterfallLayout(waterfallFigure([['2024', 'level', null]]))).toMatchObject({
      ticks: [],
      grid: [],
      notes: [],
    });
    expect(waterfallLayout(waterfallFigure([])).nothing).toBe('There are no steps to show.');
  });
});
