import { describe, expect, test } from 'vitest';
import type { BreakdownFigure } from '../report/types/figure.ts';
import { breakdownLayout } from './breakdown-chart.ts';
import { breakdownFigure, estimate, quarter } from './figures.fixture.ts';

const period = quarter(2026, 1);
const overall = estimate('share', period, 0.78, 0.01);
const row = (label: string, value: number | null, extra: Parameters<typeof estimate>[4] = {}) => ({
  label,
  estimate: estimate('share', period, value, 0.03, extra),
});
const layout = (rows: BreakdownFigure['rows']) => breakdownLayout(breakdownFigure(rows, overall));

describe('a breakdown', () => {
  const chart = layout([row('Telephone', 0.86), row('Chat', 0.8), row('Email', 0.71), row('Letter', null)]);

  test('stands in the order of its figure, with a heading where a part begins', () => {
    expect(chart.rows.map(({ label }) => label)).toEqual(['Telephone', 'Chat', 'Email', 'Letter']);
    const inParts = layout([
      { ...row('Sales', 0.7), part: 'Others' },
      { ...row('Help desk', 0.6), part: 'Support' },
      { ...row('Technicians', 0.8), part: 'Support' },
    ]);
    expect(inParts.rows.map(({ label, heading }) => [heading, label])).toEqual([
      ['Others', 'Sales'],
      ['Support', 'Help desk'],
      ['', 'Technicians'],
    ]);
  });

  test('has every dot inside its interval and everything inside the plot', () => {
    for (const { dot, interval } of chart.rows) {
      if (dot === null || interval === null) continue;
      expect(interval.from).toBeLessThan(dot.x);
      expect(interval.to).toBeGreaterThan(dot.x);
      expect(interval.from).toBeGreaterThanOrEqual(0);
      expect(interval.to).toBeLessThanOrEqual(100);
    }
  });

  test('says the unpublished with words and a flag, never with a dot', () => {
    expect(chart.rows.at(-1)).toMatchObject({
      dot: null,
      interval: null,
      value: '',
      words: '[c] kept back for privacy',
    });
  });

  test('rules the overall figure on the same scale', () => {
    expect(chart.overall).toMatchObject({ label: 'Overall 78%' });
    expect(chart.overall?.x).toBeGreaterThan(chart.rows[2]?.dot?.x ?? 100);
    expect(chart.overall?.x).toBeLessThan(chart.rows[1]?.dot?.x ?? 0);
  });

  test('names what n counts once', () => {
    expect(chart.baseHeading).toBe('Answers');
    expect(chart.rows[0]?.base).toBe('1,204');
  });
});

describe('unusual breakdowns', () => {
  test('without rows say so', () => {
    expect(layout([])).toMatchObject({ rows: [], ticks: [], nothing: 'There are no groups to show.' });
  });

  test('of which nothing may be shown draw no scale', () => {
    expect(layout([row('Email', null), row('Chat', null)])).toMatchObject({ ticks: [], grid: [], overall: null });
  });

  test('mark a low base hollow and explain it', () => {
    const chart = layout([row('Chat', 0.8), row('Email', 0.7, { status: 'low_base' })]);
    expect(chart.rows.map(({ dot }) => dot?.look)).toEqual(['solid', 'low-base']);
    expect(chart.notes).toContain('Hollow: low base, read with care.');
  });

  test('of forty categories show all forty', () => {
    const rows = Array.from({ length: 40 }, (_, k) => row(`Category ${k}`, 0.3 + k / 100));
    expect(layout(rows).rows).toHaveLength(40);
  });

  test('of negative net scores cross zero', () => {
    const rows = [-22, 31].map((value) => ({ label: String(value), estimate: estimate('net', period, value, 8) }));
    const chart = breakdownLayout(breakdownFigure(rows, estimate('net', period, 7, 3), { unit: 'net' }));
    expect(chart.grid.filter(({ zero }) => zero)).toHaveLength(1);
  });
});
