import { describe, expect, test } from 'vitest';
import { rocFigure } from './analysis-bars.fixture.ts';
import { rocLayout, SAMPLE, SQUARE, TOP } from './roc-chart.ts';
import { textWidth } from './text-width.ts';

describe('curves of scores', () => {
  const chart = rocLayout(
    rocFigure([
      ['CSAT', 2.6],
      ['Customer effort score of the last contact', 2],
      ['NPS', null],
    ]),
  );

  test('rise from nobody to everybody, inside the square', () => {
    const [path = ''] = chart.scores.map((score) => score.path);
    expect(path).toMatch(new RegExp(`^M0,${SQUARE}L`));
    expect(path).toMatch(/L100,0$/);
    const points = path
      .slice(1)
      .split('L')
      .map((pair) => pair.split(',').map(Number));
    for (const [x = 0, y = 0] of points) expect(y).toBeLessThanOrEqual(SQUARE * (1 - x / 100) + 0.1);
  });

  test('have their names and areas in rows of their own, under the diagonal', () => {
    expect(chart.scores.map(({ area }) => area)).toEqual(['0.72', '0.67', '[c]']);
    for (const [k, { y, label, area }] of chart.scores.entries()) {
      if (k > 0) expect(y - (chart.scores[k - 1]?.y ?? 0)).toBe(18);
      // At a height the diagonal leaves as much room to its right as there is above.
      expect(textWidth(`${label} ${area}`, 12) + SAMPLE + 6).toBeLessThan(y);
    }
  });

  test('flag the score that may not be shown and draw no curve for it', () => {
    expect(chart.scores[2]?.path).toBe('');
    expect(chart.notes).toContain('[c] kept back for privacy.');
  });

  test('are said with their area and its interval', () => {
    expect(chart.scores[0]?.spoken).toEqual({
      words: 'CSAT, area under the curve: 0.72, 0.68 to 0.76, n = 640 customers',
    });
  });
});

describe('fifths of the first score', () => {
  const chart = rocLayout(rocFigure([['CSAT', 2.6]], [0.31, 0.18, null, 0.07, 0.05]));

  test('stand side by side over an axis from zero, inside the plot', () => {
    expect(chart.fifths.map(({ x }) => x)).toEqual([10, 30, 50, 70, 90]);
    expect(chart.fifthTicks[0]).toMatchObject({ y: TOP + SQUARE, text: '0%' });
    for (const { y, interval, expected } of chart.fifths) {
      for (const place of [y, interval?.top ?? null, interval?.bottom ?? null, expected]) {
        if (place === null) continue;
        expect(place).toBeGreaterThanOrEqual(TOP);
        expect(place).toBeLessThanOrEqual(TOP + SQUARE);
      }
    }
  });

  test('may be other groups, which their axis names', () => {
    expect(chart.fifthsAxis).toBe('Fifths of CSAT, lowest first');
    const figure = { ...rocFigure([['Alarm', 2.6]], [0.02, 0.05]), parts: 'Kind of sign' };
    expect(rocLayout(figure).fifthsAxis).toBe('Kind of sign');
  });

  test('flag the one that may not be shown', () => {
    expect(chart.fifths[2]).toMatchObject({ y: null, interval: null, text: '', flag: 'c' });
  });

  test('say what was expected', () => {
    expect(chart.notes).toContain('Ticks: the share expected from the score.');
    expect(chart.fifths[0]?.spoken).toMatchObject({ words: expect.stringContaining('31%, 27% to 35%') });
    expect(chart.fifths[0]?.spoken).toMatchObject({ words: expect.stringContaining('expected 28%') });
  });
});

test('scores of which nothing may be shown say so', () => {
  expect(rocLayout(rocFigure([['CSAT', null]], []))).toMatchObject({
    scores: [],
    fifths: [],
    nothing: 'Too few cases to publish a figure.',
  });
  expect(rocLayout(rocFigure([], [])).nothing).toBe('There are no scores to show.');
});
