import { describe, expect, test } from 'vitest';
import { comments, wordsFigure } from './analysis-groups.fixture.ts';
import { meet } from './placed-text.ts';
import { plotWidth, ROOMS } from './room.ts';
import { wordsLayout } from './words-chart.ts';

describe('a chart of words', () => {
  const figure = comments();
  const chart = wordsLayout(figure);

  test('has every word inside its plot, zero in the middle', () => {
    for (const { x, y } of chart.words) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(100);
      expect(y).toBeGreaterThan(chart.top);
      expect(y).toBeLessThan(chart.bottom);
    }
    expect(chart.valueTicks.find(({ zero }) => zero)?.y).toBe((chart.top + chart.bottom) / 2);
  });

  test('has words of the second group above and of the first below, named at both ends', () => {
    expect(chart.ends).toEqual(['↑ more by detractors', '↓ more by promoters']);
    const [waiting] = chart.words;
    expect(waiting?.y).toBeLessThan((chart.top + chart.bottom) / 2);
    expect(waiting?.spoken).toEqual({ words: 'waiting: 180 customers, more by detractors, z +8.1' });
  });

  test('writes distinctive words only, the most distinctive first', () => {
    const written = chart.labels.map(({ text }) => text.lines[0]);
    expect(written.slice(0, 2)).toEqual(['waiting', 'friendly']);
    expect(written.length).toBeLessThanOrEqual(figure.words.filter(({ distinctive }) => distinctive).length);
    expect(written.some((word) => word?.startsWith('word'))).toBe(false);
  });

  test('never lets two words meet at a width at which both show', () => {
    const crowd = Array.from(
      { length: 90 },
      (_, k) => [`Word ${k}`, 10 + ((k * 37) % 200), 9 * Math.sin(k * 1.3)] as const,
    );
    for (const { labels, left, right } of [chart, wordsLayout(wordsFigure(crowd))]) {
      for (const room of ROOMS) {
        const shown = labels.filter((label) => label.room <= room).map(({ text }) => text);
        for (const [k, a] of shown.entries()) {
          for (const b of shown.slice(k + 1)) expect(meet(a, b, 13, plotWidth(room, left + right))).toBe(false);
        }
      }
    }
  });

  test('lets the reading aid stop at distinctive words only', () => {
    expect(chart.words.filter(({ spoken }) => spoken !== null)).toHaveLength(18);
  });

  test('of no words says so', () => {
    expect(wordsLayout(wordsFigure([]))).toMatchObject({
      words: [],
      ends: null,
      nothing: 'There are too few words to show.',
    });
  });
});
