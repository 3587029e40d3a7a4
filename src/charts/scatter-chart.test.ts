import { describe, expect, test } from 'vitest';
import type { Quantity, ScatterFigure } from '../report/types/analysis-figure.ts';
import { seriesFigure } from './figures.fixture.ts';
import { meet } from './placed-text.ts';
import { plotWidth } from './room.ts';
import { scatterLayout } from './scatter-chart.ts';

const share = (value: number, half = 0.05): Quantity => ({
  status: 'ok',
  value,
  low: value - half,
  high: value + half,
  n: 400,
  text: `${Math.round(value * 100)}%`,
  range: '',
  base: 'n = 400 customers',
});
const hidden: Quantity = { status: 'suppressed', text: '[c] not shown', range: '', base: '' };

function figureOf(points: readonly (readonly [string, Quantity, Quantity])[]): ScatterFigure {
  return {
    ...seriesFigure([]),
    kind: 'scatter',
    units: ['share', 'share'],
    names: ['Went well', 'Share of R²'],
    points: points.map(([label, across, up], k) => ({ label, across, up, strong: k === 0 })),
  };
}

const figure = figureOf([
  ['Ease of contacts', share(0.62), share(0.3)],
  ['Feeling after contacts', share(0.6), share(0.29)],
  ['Resolved at first contact', share(0.7), share(0.12)],
  ['Few contacts', share(0.3), share(0.1)],
]);

describe('two numbers a point', () => {
  const layout = scatterLayout(figure);

  test('lie further right and higher the larger they are', () => {
    const [ease, , fcr, contacts] = layout.points;
    expect(contacts?.x).toBeLessThan(ease?.x ?? 0);
    expect(fcr?.y).toBeGreaterThan(ease?.y ?? 0);
  });

  test('have both their intervals within the plot', () => {
    for (const { reachAcross, reachUp } of layout.points) {
      expect(Math.min(...(reachAcross ?? []))).toBeGreaterThanOrEqual(0);
      expect(Math.max(...(reachAcross ?? []))).toBeLessThanOrEqual(100);
      expect(Math.min(...(reachUp ?? []))).toBeGreaterThanOrEqual(layout.top);
      expect(Math.max(...(reachUp ?? []))).toBeLessThanOrEqual(layout.bottom);
    }
  });

  test.each([0, 480, 720] as const)('have names that never meet, in a figure of %i pixels and more', (room) => {
    const shown = layout.labels.filter((label) => label.room <= room).map(({ text }) => text);
    const width = plotWidth(room, layout.left + layout.right);
    for (const [k, text] of shown.entries()) {
      for (const other of shown.slice(k + 1)) expect(meet(text, other, 13, width)).toBe(false);
    }
    expect(shown.map(({ lines }) => lines[0])).toContain('Ease of contacts');
  });

  test('say why a point is missing, and that there is none', () => {
    expect(
      scatterLayout(
        figureOf([
          ['A', share(0.5), hidden],
          ['B', share(0.4), share(0.2)],
        ]),
      ).notes.join(' '),
    ).toContain('A: [c]');
    expect(scatterLayout(figureOf([['A', hidden, hidden]])).nothing).not.toBe('');
  });
});
