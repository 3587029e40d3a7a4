import { describe, expect, test } from 'vitest';
import { intervalsFigure } from './contrast-rows.fixture.ts';
import { intervalsLayout } from './intervals-chart.ts';

describe('intervals in panels', () => {
  const chart = intervalsLayout(
    intervalsFigure(
      [
        ['Leaving', [['CSAT', 0.72, 0.05] as const, ['Emotion', null, 0] as const]],
        ['Renewing', [['CSAT', 0.55, 0.06] as const, ['Emotion', 0.61, 0.11] as const]],
      ],
      { reference: { value: 0.5, text: 'chance alone 0.50' } },
    ),
  );

  test('share one scale, on which the reference is ruled', () => {
    expect(chart.panels.map(({ label }) => label)).toEqual(['Leaving', 'Renewing']);
    expect(chart.rule).toMatchObject({ label: 'chance alone 0.50' });
    const [leaving, renewing] = chart.panels.map(({ rows }) => rows[0]?.dot?.x ?? 0);
    expect(leaving).toBeGreaterThan(renewing ?? 100);
    expect(renewing).toBeGreaterThan(chart.rule?.x ?? 100);
  });

  test('stay inside the plot', () => {
    for (const { dot } of chart.panels.flatMap(({ rows }) => rows)) {
      if (dot?.interval == null) continue;
      expect(dot.interval.from).toBeGreaterThanOrEqual(0);
      expect(dot.interval.to).toBeLessThanOrEqual(100);
    }
  });

  test('say the panel with the row, and what may not be shown in words', () => {
    expect(chart.panels[1]?.rows[0]?.spoken).toMatchObject({ words: expect.stringMatching(/^CSAT, Renewing: 0.55/) });
    expect(chart.panels[0]?.rows[1]).toMatchObject({ dot: null, words: '[c] kept back for privacy' });
  });

  test('name no base that all share', () => {
    expect(chart.baseHeading).toBe('');
    expect(chart.panels[0]?.rows[0]?.base).toBe('');
  });
});

test('differences have signs, a band around zero and no note on where the axis starts', () => {
  const chart = intervalsLayout(
    intervalsFigure([['', [['Stayed', 0.11, 0.05]]]], {
      unit: 'share',
      signed: true,
      reference: { value: 0, text: 'no difference' },
      band: 0.05,
    }),
  );
  expect(chart.ticks.map(({ text }) => text)).toEqual(['−5', '0', '+5', '+10', '+15', '+20']);
  expect(chart.band).toEqual({ from: 0, width: 40 });
  expect(chart.notes).toEqual(['Axis in points.', 'Band: too small to matter, less than 5 points.']);
  expect(chart.panels[0]?.rows[0]?.spoken).toMatchObject({ words: expect.stringMatching(/^Stayed: \+11 points/) });
});

test('correlations on both sides of zero have no plus sign', () => {
  const chart = intervalsLayout(
    intervalsFigure([
      [
        '',
        [
          ['A', -0.2, 0.1],
          ['B', 0.4, 0.1],
        ],
      ],
    ]),
  );
  expect(chart.ticks.map(({ text }) => text)).toEqual(['−0.4', '−0.2', '0.0', '0.2', '0.4', '0.6']);
});

test('intervals of which nothing may be shown draw no axis', () => {
  expect(intervalsLayout(intervalsFigure([['', [['A', null, 0]]]]))).toMatchObject({ grid: [], rule: null, notes: [] });
  expect(intervalsLayout(intervalsFigure([])).nothing).toBe('There is nothing to show.');
});
