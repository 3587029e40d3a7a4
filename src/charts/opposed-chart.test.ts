import { describe, expect, test } from 'vitest';
import { opposedFigure } from './contrast-rows.fixture.ts';
import { type Label, SCREENS, wrongLabels } from './labels.fixture.ts';
import { opposedLayout } from './opposed-chart.ts';

const SIDES = ['Customer first', 'Company first'] as const;

describe('two sides', () => {
  const chart = opposedLayout(
    opposedFigure(SIDES, [
      ['Onboarding', 2.1, 6.4, 'mostly proactive'],
      ['Renewal', 1.1, 0, ''],
      ['Moving house', 0.8, null, 'mostly reactive'],
      ['Support', null, null, 'mostly reactive'],
    ]),
  );

  test('have one zero in the middle, and the same scale on both sides of it', () => {
    expect(chart.grid.filter(({ zero }) => zero)).toEqual([{ x: 50, zero: true }]);
    expect(chart.ticks.map(({ text }) => text)).toEqual(chart.ticks.map(({ text }) => text).toReversed());
    const [row] = chart.rows;
    expect((row?.left.bar?.x ?? 0) + (row?.left.bar?.width ?? 0)).toBe(50);
    expect(row?.right.bar?.x).toBe(50);
    expect((row?.right.bar?.width ?? 0) / (row?.left.bar?.width ?? 1)).toBeCloseTo(6.4 / 2.1, 1);
  });

  test('keep bars and intervals inside the plot', () => {
    for (const { left, right } of chart.rows) {
      for (const { bar, interval } of [left, right]) {
        if (bar !== null) expect(bar.x + bar.width).toBeLessThanOrEqual(100);
        if (interval !== null) expect(interval.from).toBeLessThanOrEqual(interval.to);
      }
    }
  });

  test('tell nothing at all from what may not be shown', () => {
    expect(chart.rows[1]?.right).toMatchObject({ bar: { width: 0 }, text: '0' });
    expect(chart.rows[2]?.right).toEqual({ bar: null, interval: null, text: '[c]' });
    expect(chart.rows[3]).toMatchObject({ words: '[c] kept back for privacy', word: '' });
    expect(chart.notes).toEqual(['[c] kept back for privacy.']);
  });

  test('are said with both names and what they come to', () => {
    expect(chart.rows[0]?.spoken).toEqual({
      words:
        'Onboarding. Customer first: 2.1, 1.7 to 2.5, n = 640 customers; Company first: 6.4, 6 to 6.8, n = 640 customers; mostly proactive',
    });
  });
});

test('a number below zero reaches over to the other side', () => {
  const [row] = opposedLayout(opposedFigure(SIDES, [['Extra', -0.5, 0.6, '', 0.1]], 'score')).rows;
  expect(row?.left.bar?.x).toBe(50);
  expect(row?.left.bar?.width).toBeGreaterThan(0);
});

test.each(SCREENS)('names of the sides keep apart on a screen of %i pixels', (screen) => {
  const names = ['Penalty where it was poor for the customer', 'Reward where it was excellent'] as const;
  const chart = opposedLayout(opposedFigure(names, [['A', 1, 2, '']]));
  const labels = (chart.sides ?? []).map((text): Label => ({ text, size: 13 }));
  expect(wrongLabels(labels, screen, chart.margin, chart.margin)).toEqual([]);
});

test('sides of which nothing may be shown draw no axis', () => {
  expect(opposedLayout(opposedFigure(SIDES, [['A', null, null, '']]))).toMatchObject({ grid: [], sides: null });
  expect(opposedLayout(opposedFigure(SIDES, [])).nothing).toBe('There is nothing to show.');
});
