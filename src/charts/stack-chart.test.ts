import { describe, expect, test } from 'vitest';
import { stackFigure } from './contrast-parts.fixture.ts';
import { stackLayout } from './stack-chart.ts';

const TIME = [
  ['Support', 'main'],
  ['Other departments', 'second'],
  ['Nobody', 'unassigned'],
  ['Waiting for the customer', 'waiting'],
] as const;

describe('bars that are wholes', () => {
  const chart = stackLayout(
    stackFigure(TIME, [
      ['Bills and payment', [0.31, 0.34, 0.12, 0.23], '1,204 tickets'],
      ['Password and access', [1, 0, 0, 0]],
      ['Contract', null],
    ]),
  );

  test('fill the plot, part by part, each with a look of its own', () => {
    const [bar] = chart.bars;
    expect(bar?.parts.map(({ x, width }) => [x, width])).toEqual([
      [0, 31],
      [31, 34],
      [65, 12],
      [77, 23],
    ]);
    expect(new Set(bar?.parts.map(({ role }) => role)).size).toBe(4);
    expect(chart).toMatchObject({ grid: [], ticks: [] });
  });

  test('leave out parts of nothing and say them all the same', () => {
    expect(chart.bars[1]?.parts.map(({ text }) => text)).toEqual(['100%']);
    expect(chart.bars[1]?.spoken).toEqual({
      words: 'Password and access: Support 100%, Other departments 0%, Nobody 0%, Waiting for the customer 0%',
    });
  });

  test('write a share where it fits at the width', () => {
    const narrow = stackLayout(stackFigure(TIME, [['Bills', [0.5, 0.1, 0.005, 0.395]]]));
    expect(narrow.bars[0]?.parts.map(({ room }) => room)).toEqual([0, 480, null, 0]);
  });

  test('of which a part may not be shown show none', () => {
    expect(chart.bars[2]).toMatchObject({ parts: [], words: '[c] kept back for privacy' });
    const figure = stackFigure(TIME, [['Bills', [0.5, 0.2, 0.2, 0.1]]]);
    const hidden = { status: 'suppressed' as const, text: '[c]', range: '', base: '' };
    const bars = figure.bars.map((bar) => ({ ...bar, quantities: [hidden, ...bar.quantities.slice(1)] }));
    expect(stackLayout({ ...figure, bars }).bars[0]?.parts).toEqual([]);
  });
});

describe('bars on an axis', () => {
  const BLOCKS = [
    ['Rational', 'main'],
    ['Both', 'common'],
    ['Emotion', 'second'],
  ] as const;

  test('begin at zero and end at their sum', () => {
    const chart = stackLayout(stackFigure(BLOCKS, [['LTR', [0.06, 0.19, 0.11], 'R² 0.36']], 'axis'));
    expect(chart.grid[0]).toEqual({ x: 0, zero: true });
    expect(chart.bars[0]?.extent).toEqual({ x: 0, width: 90 });
    expect(chart.bars[0]?.end).toBe('R² 0.36');
  });

  test('have what is below zero left of it', () => {
    const chart = stackLayout(stackFigure(BLOCKS, [['LTR', [0.16, -0.02, 0.11]]], 'axis'));
    const zero = chart.grid.find((line) => line.zero)?.x ?? 0;
    expect(zero).toBeGreaterThan(0);
    const [rational, common] = chart.bars[0]?.parts ?? [];
    expect(rational?.x).toBe(zero);
    expect((common?.x ?? 0) + (common?.width ?? 0)).toBeCloseTo(zero);
    expect(chart.names).toEqual([]);
  });

  test('are named above the first one where each name fits over its part', () => {
    const chart = stackLayout(stackFigure(BLOCKS, [['LTR', [0.12, 0.12, 0.12]]], 'axis'));
    expect(chart.names.map(({ label, anchor }) => [label, anchor])).toEqual([
      ['Rational', 'start'],
      ['Both', 'start'],
      ['Emotion', 'end'],
    ]);
    expect(chart.namesRoom).toBe(0);
  });
});

test('stacks without bars say so', () => {
  expect(stackLayout(stackFigure(TIME, [])).nothing).toBe('There is nothing to show.');
});
