import { describe, expect, test } from 'vitest';
import { bumpLayout } from './bump-chart.ts';
import { bumpFigure } from './contrast-lines.fixture.ts';

describe('ranks', () => {
  const chart = bumpLayout(
    bumpFigure(
      ['CSAT', 'Effort', 'Solved at once'],
      [
        ['Onboarding', true, [1, 1, 2], [3, 2, 3], [2.5, 1, 3]],
        ['Sales', false, [2, 1, 3], [1, 1, 2], null],
        ['Delivery', true, [3, 2, 3], [2, 1, 3], [2.5, 1, 3]],
      ],
    ),
  );
  const lineOf = (name: string) => chart.lines.find(({ label }) => label.join(' ').startsWith(name));

  test('have the best on top, ties between two ranks', () => {
    expect(chart.ranks.map(({ text }) => text)).toEqual(['1', '2', '3']);
    const [first, second, third] = chart.ranks.map(({ y }) => y);
    expect(lineOf('Onboarding')?.points.map(({ y }) => y)).toEqual([first, third, ((second ?? 0) + (third ?? 0)) / 2]);
  });

  test('have every interval around its rank, inside the plot, and beside those of others', () => {
    const places = chart.lines.flatMap(({ points }) => points.map(({ x }) => x));
    expect(new Set(places).size).toBe(places.length);
    for (const { y, interval } of chart.lines.flatMap(({ points }) => points)) {
      expect(interval?.top).toBeLessThanOrEqual(y);
      expect(interval?.bottom).toBeGreaterThanOrEqual(y);
      expect(interval?.top).toBeGreaterThanOrEqual(chart.top);
      expect(interval?.bottom).toBeLessThanOrEqual(chart.bottom);
    }
  });

  test('draw what the headline names last, over the others, each with a line of its own', () => {
    expect(chart.lines.map(({ strong }) => strong)).toEqual([false, true, true]);
    expect([lineOf('Onboarding')?.index, lineOf('Delivery')?.index]).toEqual([0, 1]);
  });

  test('name a group without its last rank at the foot, with a flag', () => {
    expect(lineOf('Sales')?.label).toEqual(['Sales [c]']);
    expect(lineOf('Sales')?.labelY).toBeGreaterThan(chart.bottom);
    expect(chart.notes).toContain('[c] kept back for privacy: Sales.');
  });

  test('are said with group and measure', () => {
    expect(lineOf('Onboarding')?.points[1]?.spoken).toEqual({
      words: 'Onboarding, Effort: rank 3, 2 to 3, n = 180 customers',
    });
  });
});

test('ranks of which nothing may be shown say so', () => {
  expect(bumpLayout(bumpFigure(['CSAT'], [['A', false, null]])).nothing).toBe('Too few cases to publish a figure.');
  expect(bumpLayout(bumpFigure(['CSAT'], [])).nothing).toBe('There are no data to show.');
});
