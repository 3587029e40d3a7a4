import { describe, expect, test } from 'vitest';
import type { Period } from '../calendar/period.ts';
import type { AlignedFigure } from '../report/types/figure.ts';
import { alignedLayout } from './aligned-chart.ts';
import { estimate, quarters, seriesFigure } from './figures.fixture.ts';

const periods = quarters(8);
const event = { at: Date.UTC(2025, 1, 2), date: '2025-02-02', label: 'New rota' };
const shares = seriesFigure(
  [0.8, 0.81, 0.79, 0.8, 0.82, 0.8, 0.81, 0.8].map((value, k) => estimate('share', periods[k] as Period, value)),
  { events: [event] },
);
const nets = seriesFigure(
  [45, 44, 46, 41, 38, 34, 30, 15].map((value, k) => estimate('net', periods[k] as Period, value)),
  { unit: 'net', lens: 'experience', events: [event] },
);
const last = periods.at(-1) as Period;
const figure: AlignedFigure = {
  ...shares,
  kind: 'aligned',
  rows: [shares, nets],
  bands: [{ mark: '1', period: last, name: 'More satisfied but less willing to recommend', text: '' }],
};

describe('several metrics on one time axis', () => {
  const { rows, bands } = alignedLayout(figure);

  test('have their plots under each other, however wide their texts are', () => {
    const [first, second] = rows.map(({ chart }) => chart);
    expect([second?.left, second?.right]).toEqual([first?.left, first?.right]);
    expect(second?.points.map(({ x }) => x)).toEqual(first?.points.map(({ x }) => x));
  });

  test('name what happened once, over the first row', () => {
    expect(rows[0]?.chart.events).toHaveLength(1);
    expect(rows.slice(1).every(({ chart }) => chart.events.length === 0)).toBe(true);
  });

  test('shade a period from its start to its end', () => {
    expect(bands).toHaveLength(1);
    expect((bands[0]?.x ?? 0) + (bands[0]?.width ?? 0)).toBeCloseTo(100, 0);
    expect(bands[0]?.width).toBeCloseTo(100 / 8, 0);
  });
});
