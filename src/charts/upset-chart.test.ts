import { describe, expect, test } from 'vitest';
import { upsetFigure } from './contrast-parts.fixture.ts';
import { NARROWEST } from './room.ts';
import { textWidth } from './text-width.ts';
import { upsetLayout } from './upset-chart.ts';

const SETS = ['Score', 'Comment', 'Ticket'];

describe('combinations', () => {
  const chart = upsetLayout(
    upsetFigure(SETS, [
      [[], 0.57, 7114],
      [['Score', 'Ticket'], 0.19, 2371],
      [['Comment'], 0, 0],
      [['Ticket'], null, 0],
      [SETS, 0.07, 874],
    ]),
  );

  test('have a dot for each set, filled for those they are in, linked from the first to the last', () => {
    expect(chart.rows.map(({ dots }) => dots.map(({ member }) => member))).toEqual([
      [false, false, false],
      [true, false, true],
      [false, true, false],
      [false, false, true],
      [true, true, true],
    ]);
    expect(chart.rows.map(({ link }) => link !== null)).toEqual([false, true, false, false, true]);
    expect(chart.rows.map(({ isNobodys }) => isNobodys)).toEqual([true, false, false, false, false]);
  });

  test('have bars from zero, the longest as long as the plot', () => {
    expect(chart.rows.map(({ width }) => width)).toEqual([100, 33.3, 0, null, 12.3]);
  });

  test('have share and n in numbers, or say why not', () => {
    expect(chart.baseHeading).toBe('Customers');
    expect(chart.rows[1]).toMatchObject({ value: '19%', base: '2,371', words: '' });
    expect(chart.rows[3]).toMatchObject({ value: '', base: '', words: '[c] kept back for privacy' });
  });

  test('are said by the names of their sets', () => {
    const told = chart.rows.map(({ spoken }) => ('words' in spoken ? spoken.words.split(':')[0] : ''));
    expect(told).toEqual([
      'None of these',
      'Score and ticket, nothing else',
      'Comment, nothing else',
      'Ticket, nothing else',
      'All of these',
    ]);
  });
});

test('names of sets each have a line of their own over their column, within the narrowest figure', () => {
  const chart = upsetLayout(upsetFigure(['Score', 'Comment', 'Ticket', 'Telephone call'], [[[], 1, 100]]));
  for (const [k, { x, y, name }] of chart.sets.entries()) {
    expect(x).toBe(chart.rows[0]?.dots[k]?.x);
    expect(x + textWidth(name, 12)).toBeLessThan(NARROWEST);
    if (k > 0) expect(y - (chart.sets[k - 1]?.y ?? 0)).toBeGreaterThanOrEqual(16);
    expect(y).toBeLessThan(chart.headHeight);
  }
});

test('no combinations say so', () => {
  expect(upsetLayout(upsetFigure(SETS, [])).nothing).toBe('There are no groups to show.');
  expect(upsetLayout(upsetFigure(SETS, [[[], 0, 0]])).rows[0]?.width).toBe(0);
});
