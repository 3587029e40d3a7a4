import { describe, expect, test } from 'vitest';
import { slopeFigure } from './contrast-lines.fixture.ts';
import { slopeLayout } from './slope-chart.ts';

describe('slopes', () => {
  const chart = slopeLayout(
    slopeFigure([
      ['Promoters', 'positive', 0.52, 0.38],
      ['Passives', 'neutral', 0.27, 0.31],
      ['Detractors', 'negative', 0.21, null],
    ]),
  );

  test('have more above less on both sides', () => {
    const [promoters, passives, detractors] = chart.lines;
    expect(promoters?.left.y).toBeLessThan(passives?.left.y ?? 0);
    expect(passives?.left.y).toBeLessThan(detractors?.left.y ?? 0);
    expect(promoters?.right.y).toBeLessThan(passives?.right.y ?? 0);
  });

  test('stay inside the plot with their intervals', () => {
    for (const { left, right } of chart.lines) {
      for (const { interval } of [left, right]) {
        if (interval === null) continue;
        expect(interval.top).toBeGreaterThanOrEqual(chart.top);
        expect(interval.bottom).toBeLessThanOrEqual(chart.bottom);
      }
    }
  });

  test('name what may not be shown at the foot, with a flag and without a point', () => {
    const [promoters, passives, detractors] = chart.lines;
    expect(detractors?.right).toMatchObject({ y: null, interval: null, value: '[c]' });
    const above = Math.max(promoters?.right.labelY ?? 0, passives?.right.labelY ?? 0);
    expect(detractors?.right.labelY).toBeGreaterThan(above);
    expect(chart.notes).toEqual(['[c] kept back for privacy.']);
  });

  test('say both ends', () => {
    expect(chart.lines[0]?.spoken).toEqual({
      words:
        'Promoters. After a contact: 52%, 48% to 56%, n = 640 customers; Overall: 38%, 34% to 42%, n = 640 customers',
    });
  });
});

test('slopes from nothing to all keep to the plot', () => {
  const chart = slopeLayout(slopeFigure([['All', 'neutral', 0, 1]]));
  expect(chart.lines[0]?.left.y).toBeLessThanOrEqual(chart.bottom);
  expect(chart.lines[0]?.right.y).toBeGreaterThanOrEqual(chart.top);
});

test('slopes of which nothing may be shown say so', () => {
  expect(slopeLayout(slopeFigure([['All', 'neutral', null, null]])).nothing).toBe('Too few cases to publish a figure.');
  expect(slopeLayout(slopeFigure([])).nothing).toBe('There are no data to show.');
});
