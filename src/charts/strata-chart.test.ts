import { describe, expect, test } from 'vitest';
import { strataFigure } from './contrast-rows.fixture.ts';
import { strataLayout } from './strata-chart.ts';

describe('strata', () => {
  const chart = strataLayout(
    strataFigure(
      [
        ['Bill or payment, 1 contact', 0.88, 0.79],
        ['Password, 1 contact', 1, 0],
        ['Change of contract holder, 2 or more contacts', 0.71, null],
        ['Complaint', null, null],
      ],
      [['All strata together', -0.09, 0.034]],
    ),
  );

  test('have both groups of a row on one scale, inside the plot', () => {
    const [bill, password] = chart.rows;
    expect(bill?.first.dot?.x).toBeGreaterThan(bill?.second.dot?.x ?? 100);
    expect([password?.first.dot?.x, password?.second.dot?.x]).toEqual([100, 0]);
    for (const { first, second } of chart.rows) {
      for (const { dot } of [first, second]) {
        if (dot?.interval == null) continue;
        expect(dot.interval.from).toBeGreaterThanOrEqual(0);
        expect(dot.interval.to).toBeLessThanOrEqual(100);
      }
    }
  });

  test('have their difference on an axis of its own, in points, with the margin around zero', () => {
    const { pooled } = chart;
    expect(pooled?.heading).toBe('Difference: two or more minus one department');
    expect(pooled?.ticks.map(({ text }) => text)).toEqual(['−15', '−10', '−5', '0', '+5']);
    expect(pooled?.rows[0]).toMatchObject({ value: '−9 points', range: '−12 points to −6 points' });
    const zero = pooled?.grid.find((line) => line.zero)?.x ?? 0;
    expect((pooled?.band?.from ?? 0) + (pooled?.band?.width ?? 0) / 2).toBeCloseTo(zero);
    expect(pooled?.rows[0]?.dot?.x).toBeLessThan(zero);
    expect(chart.notes).toContain('Band: too small to matter, less than 5 points.');
  });

  test('flag what may not be shown, and draw no dot for it', () => {
    expect(chart.rows[2]?.second).toEqual({ dot: null, text: '[c]' });
    expect(chart.rows[3]?.words).toBe('[c] kept back for privacy');
  });

  test('are said with both names', () => {
    expect(chart.rows[2]?.spoken).toEqual({
      words:
        'Change of contract holder, 2 or more contacts. One department: 71%, 66% to 76%, n = 210 customers; Two or more: kept back for privacy',
    });
  });
});

test('parts begin with their heading', () => {
  const chart = strataLayout(
    strataFigure(
      [
        ['Bills', 0.7, 0.8, 'Satisfied'],
        ['Delivery', 0.5, 0.9, 'Satisfied'],
      ],
      [],
    ),
  );
  expect(chart.rows.map(({ heading }) => heading)).toEqual(['Satisfied', '']);
  expect(chart.pooled).toBeNull();
});

test('strata of which nothing may be shown draw no axis', () => {
  const chart = strataLayout(strataFigure([['A', null, null]], [['All', null, 0]]));
  expect(chart).toMatchObject({ grid: [], pooled: { grid: [], band: null, rows: [{ dot: null }] } });
  expect(strataLayout(strataFigure([], [])).nothing).toBe('There is nothing to show.');
});
