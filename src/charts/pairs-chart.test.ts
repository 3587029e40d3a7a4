import { describe, expect, test } from 'vitest';
import { pairsFigure } from './analysis-bars.fixture.ts';
import { pairsLayout } from './pairs-chart.ts';

describe('pairs of bars', () => {
  const chart = pairsLayout(
    pairsFigure('bars', [
      ['Opening hours', 0.15, null, null],
      ['Price', 0.38, 0.09, true],
      ['Solved at once', 0.3, 0.27, false],
      ['Friendliness', null, null, null],
    ]),
  );

  test('begin at zero and stay with their intervals inside the plot', () => {
    expect(chart.grid[0]).toEqual({ x: 0, zero: true });
    for (const { first, second } of chart.rows) {
      for (const { x, from, interval } of [first, second]) {
        expect(from).toBe(0);
        if (x === null || interval === null) continue;
        expect(interval.from).toBeLessThan(x);
        expect(interval.to).toBeGreaterThan(x);
        expect(interval.to).toBeLessThanOrEqual(100);
      }
    }
  });

  test('are named in the first row that has both', () => {
    expect(chart.rows.map(({ names }) => names !== null)).toEqual([false, true, false, false]);
    expect(chart.rows[1]?.names?.map(({ text }) => text)).toEqual(['Stated by customers', 'Derived from answers']);
  });

  test('say in a word whether they differ clearly, and nothing where that was not judged', () => {
    expect(chart.judgementHeading).toBe('Difference');
    expect(chart.rows.map(({ judgement }) => judgement)).toEqual(['', 'clear', 'not clear', '']);
  });

  test('flag the one that may not be shown, and a row without both in words, never with a bar', () => {
    expect(chart.rows[0]?.second).toMatchObject({ x: null, interval: null, text: '[c]' });
    expect(chart.rows[3]).toMatchObject({ words: '[c] kept back for privacy', names: null });
    expect(chart.notes).toEqual(['[c] kept back for privacy.']);
  });

  test('are said with both names', () => {
    expect(chart.rows[1]?.spoken).toEqual({
      words:
        'Price. Stated by customers: 38%, 35% to 41%, n = 640 customers; Derived from answers: 9%, 5% to 13%, n = 640 customers; the two differ clearly',
    });
  });
});

describe('pairs of dots', () => {
  const chart = pairsLayout(
    pairsFigure('dots', [
      ['Email', 0.62, 0.71, true],
      ['Chat', 0.9, 0.68, true],
      ['Letter', 0.75, 0.75, false],
      ['Fax', null, 0.6, null],
    ]),
  );

  test('have the sign of their direction beyond the second dot', () => {
    expect(chart.rows.map(({ step }) => step?.sign ?? null)).toEqual(['+', '−', '=', null]);
    expect(chart.rows.map(({ step }) => step?.anchor ?? null)).toEqual(['start', 'end', 'start', null]);
    for (const { step, second } of chart.rows.slice(0, 2)) expect(step?.x).toBe(second.x);
  });

  test('stand on an axis that says where it starts', () => {
    expect(chart.notes[0]).toBe('The axis starts at 60%.');
  });

  test('have names that turn inwards at the edges', () => {
    const wide = pairsLayout(pairsFigure('dots', [['A', 0.01, 0.99, null]]));
    expect(wide.rows[0]?.names?.map(({ anchor }) => anchor)).toEqual(['start', 'end']);
    expect(wide.judgementHeading).toBe('');
  });
});

test('pairs of which nothing may be shown draw no axis', () => {
  expect(pairsLayout(pairsFigure('bars', [['A', null, null, null]]))).toMatchObject({ ticks: [], grid: [], notes: [] });
  expect(pairsLayout(pairsFigure('dots', [])).nothing).toBe('There is nothing to show.');
});
