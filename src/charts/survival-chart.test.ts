import { describe, expect, test } from 'vitest';
import { survivalFigure } from './analysis-time.fixture.ts';
import { plotWidth, ROOMS } from './room.ts';
import { survivalLayout } from './survival-chart.ts';
import { textWidth } from './text-width.ts';

describe('survival curves', () => {
  const chart = survivalLayout(
    survivalFigure([
      ['Email', 28_800, 1840],
      ['Telephone', 2400, 960],
      ['Fax', null, 3],
    ]),
  );

  test('go level and down only, inside the plot, from all to few', () => {
    for (const { path } of chart.curves) {
      expect(path).toMatch(/^M0,[\d.]+(H[\d.]+V[\d.]+)+$/);
      const heights = [...path.matchAll(/V([\d.]+)/g)].map(([, y]) => Number(y));
      expect(heights).toEqual(heights.toSorted((a, b) => a - b));
      expect(Math.max(...heights)).toBeLessThanOrEqual(chart.bottom);
    }
  });

  test('are named at their end, apart from each other', () => {
    const places = chart.curves.map(({ labelY }) => labelY).sort((a, b) => a - b);
    expect((places[1] ?? 0) - (places[0] ?? 0)).toBeGreaterThanOrEqual(16);
  });

  test('have their medians marked at one half, with what is said there', () => {
    const [email] = chart.curves;
    expect(email?.median?.y).toBe((chart.top + chart.bottom) / 2);
    expect(email?.median?.interval?.from).toBeLessThan(email?.median?.x ?? 0);
    expect(email?.median?.spoken).toMatchObject({ words: expect.stringContaining('Email, half after: 8') });
  });

  test('have the numbers still followed beneath each time', () => {
    expect(chart.columns.map(({ text }) => text.replace('\u00a0', ' '))).toEqual([
      '0',
      '10 min',
      '1 h',
      '4 h',
      '1 d',
      '3 d',
      '1 w',
    ]);
    expect(chart.columns[0]?.counts).toEqual(['1840', '960', '[c]']);
    expect(chart.columns[0]?.x).toBe(0);
    expect(chart.riskRows.map(({ label }) => label.replace('\u00a0', ' '))).toEqual([
      'Email, half after 8 h',
      'Telephone, half after 40 min',
      'Fax',
    ]);
  });

  test('show fewer columns in narrow figures, the ends in all, and never let two meet', () => {
    expect(chart.columns.at(0)?.room).toBe(0);
    expect(chart.columns.at(-1)?.room).toBe(0);
    for (const room of ROOMS) {
      const width = plotWidth(room, chart.left + chart.right);
      const shown = chart.columns.filter((column) => column.room !== null && column.room <= room);
      for (const [k, b] of shown.slice(1).entries()) {
        const a = shown[k] as (typeof shown)[number];
        const wide = ({ text, counts }: typeof a) => Math.max(...[text, ...counts].map((one) => textWidth(one, 12)));
        expect(((b.x - a.x) / 100) * width).toBeGreaterThanOrEqual((wide(a) + wide(b)) / 2);
      }
    }
  });

  test('say a group that may not be shown with a flag, and draw no curve', () => {
    expect(chart.curves.map(({ label }) => label)).toEqual(['Email', 'Telephone']);
    expect(chart.notes).toContain('[c] kept back for privacy: Fax.');
  });

  test('say at each time what is left of each group', () => {
    expect(chart.columns[3]?.spoken).toMatchObject({
      words: expect.stringMatching(/^After 4.h: Email 68% still open, 66% to 71%, n = 1255; Telephone 12% still open/),
    });
  });
});

describe('one survival curve', () => {
  const chart = survivalLayout(survivalFigure([['All tickets', 28_800, 1840]]));

  test('needs no name at its end and has its median in words', () => {
    expect(chart.riskRows).toMatchObject([{ nameY: null }]);
    expect(chart.medianLabels.map(({ text }) => text.lines[0]?.replace('\u00a0', ' '))).toEqual(['half after 8 h']);
  });

  test('without numbers at risk keeps the ticks of the axis', () => {
    const bare = survivalLayout({ ...survivalFigure([['All tickets', 28_800, 1840]]), atRisk: [] });
    expect(bare.riskRows).toEqual([]);
    expect(bare.columns.length).toBeGreaterThan(3);
  });

  test('that may not be shown says so', () => {
    expect(survivalLayout(survivalFigure([['All tickets', null, 4]]))).toMatchObject({
      curves: [],
      nothing: 'Too few cases to publish a figure.',
    });
  });
});
