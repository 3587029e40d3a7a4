import { describe, expect, test } from 'vitest';
import { driversFigure } from './analysis-bars.fixture.ts';
import { driversLayout } from './drivers-chart.ts';

describe('a chart of drivers', () => {
  const chart = driversLayout(
    driversFigure([
      ['Kept informed', 0.41, 0.08, true],
      ['Ease of contact', 0.09, 0.1, false],
      ['Price', null, 0, false],
    ]),
  );

  test('has bars from zero to the value, inside the plot like their intervals', () => {
    expect(chart.grid[0]).toEqual({ x: 0, zero: true });
    for (const { bar, interval } of chart.rows) {
      if (bar === null || interval === null) continue;
      expect(bar.x).toBe(0);
      expect(interval.from).toBeLessThan(bar.width);
      expect(interval.to).toBeGreaterThan(bar.width);
      expect(interval.from).toBeGreaterThanOrEqual(0);
      expect(interval.to).toBeLessThanOrEqual(100);
    }
  });

  test('sets what is not clear apart, and says what that means', () => {
    expect(chart.rows.map(({ clear }) => clear)).toEqual([true, false, false]);
    expect(chart.notes).toEqual(['Hatched: these data cannot tell it from nothing at all.']);
  });

  test('says of the first bar how sure it is that it is the longest', () => {
    expect(chart.rows.map(({ first }) => first)).toEqual(['most likely first: 93%', '', '']);
    expect(chart.rows[0]?.spoken).toMatchObject({ words: expect.stringContaining('most likely first: 93%') });
  });

  test('has the total in its corner', () => {
    expect(chart.total).toBe('All together R² 0.31');
  });

  test('says the unpublished with a flag, never with a bar', () => {
    expect(chart.rows[2]).toMatchObject({ bar: null, value: '', words: '[c] kept back for privacy' });
  });

  test('names a base once where all share it, else at each bar', () => {
    expect(chart.baseHeading).toBe('');
    const figure = driversFigure([
      ['A', 0.4, 0.1, true],
      ['B', 0.3, 0.1, true],
    ]);
    const [a, b] = figure.bars;
    if (a === undefined || b === undefined) throw new Error('two bars');
    const unlike = { ...b, quantity: { ...b.quantity, base: 'n = 12 customers' } };
    expect(driversLayout({ ...figure, bars: [a, unlike] })).toMatchObject({
      baseHeading: 'Customers',
      rows: [{ base: '640' }, { base: '12' }],
    });
  });

  test('without a bar draws no axis', () => {
    expect(driversLayout(driversFigure([['Price', null, 0, false]]))).toMatchObject({ ticks: [], grid: [], total: '' });
    expect(driversLayout(driversFigure([])).nothing).toBe('There is nothing to show.');
  });
});
