import { describe, expect, test } from 'vitest';
import { changedSeries, controlFigure } from './analysis-time.fixture.ts';
import { controlLayout } from './control-chart.ts';
import { meet } from './placed-text.ts';
import { plotWidth, ROOMS } from './room.ts';

const calm = [0.8, 0.82, 0.79, 0.8, 0.81, 0.8, 0.79, 0.81, 0.8, 0.82, 0.8, 0.79];

describe('a control chart', () => {
  const chart = controlLayout(changedSeries());

  test('has everything inside its plot', () => {
    for (const { x, y } of chart.points) {
      expect(y).toBeGreaterThanOrEqual(chart.top);
      expect(y).toBeLessThanOrEqual(chart.bottom);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(100);
    }
    const heights = [...chart.band.matchAll(/[ML][\d.]+,(-?[\d.]+)/g)].map(([, y]) => Number(y));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(chart.top);
    expect(Math.max(...heights)).toBeLessThanOrEqual(chart.bottom);
  });

  test('steps its limits at the edges of periods and leaves a gap where there is no figure', () => {
    expect(chart.band.split('M')).toHaveLength(3);
    expect(chart.edges.split('M')).toHaveLength(5);
    expect(chart.gaps).toMatchObject([{ flag: 'c' }]);
    expect(chart.line.split('M')).toHaveLength(3);
  });

  test('names points outside the limits with value and month, the farthest first', () => {
    expect(chart.labels[0]?.text.lines).toEqual(['74%', 'May 2025']);
    for (const { text } of chart.labels) expect(text.y).toBeGreaterThan(chart.centre ?? Infinity);
  });

  test('never lets two labels meet', () => {
    for (const room of ROOMS) {
      const shown = chart.labels.filter((label) => label.room <= room).map(({ text }) => text);
      for (const [k, a] of shown.entries()) {
        for (const b of shown.slice(k + 1))
          expect(meet(a, b, 13, plotWidth(room, chart.left + chart.right))).toBe(false);
      }
    }
  });

  test('tells a run from a point outside, in its mark and in words', () => {
    const run = chart.points.filter(({ signal }) => signal === 'run');
    expect(run.length).toBeGreaterThan(0);
    for (const { under } of run) expect(under).toBeGreaterThan(0);
    expect(run[0]?.spoken).toMatchObject({ words: expect.stringContaining('in a run on one side of the centre') });
    expect(chart.points.find(({ signal }) => signal === 'outside')?.spoken).toMatchObject({
      words: expect.stringContaining('below the limits'),
    });
    expect(chart.notes).toEqual(
      expect.arrayContaining(['Ringed: outside the limits.', 'Underlined: in a run on one side of the centre.']),
    );
  });

  test('says where its limits come from, over just these periods', () => {
    expect(chart.baseline).toMatchObject({ x: 0, width: chart.yearStarts[0], text: 'Limits from these 12 months' });
  });

  test('shades the time of the change and says it', () => {
    expect(chart.change?.x).toBeCloseTo(58.3, 0);
    expect(chart.change?.label?.text.lines).toEqual(['The change began between March and April 2025']);
  });

  test('has a partial period at the end of a line of its own', () => {
    expect(chart.points.at(-1)?.look).toBe('partial');
    expect(chart.partialLine.split('M')).toHaveLength(2);
  });

  test('names limits and centre at their end, apart from each other', () => {
    const places = chart.endLabels.map(({ y }) => y);
    expect(chart.endLabels.map(({ text }) => text)).toEqual(['limit', 'centre', '84%', 'limit']);
    for (const [k, y] of places.slice(1).entries()) expect(y - (places[k] as number)).toBeGreaterThanOrEqual(15);
  });
});

describe('unusual control charts', () => {
  test('of a calm series ring and name nothing', () => {
    const chart = controlLayout(controlFigure(calm));
    expect(chart).toMatchObject({ labels: [], change: null, events: [] });
    expect(chart.baseline?.text).toBe('Limits from all 12 months');
  });

  test('of few periods say that their limits may move', () => {
    const chart = controlLayout(controlFigure(calm.slice(0, 6), { firm: false }));
    expect(chart.baseline?.text).toBe('Limits from all 6 months, not firm yet');
    expect(chart.notes).toContain('There are few periods so far: the limits may still move.');
  });

  test('of which nothing may be shown draw flags and no scale', () => {
    const chart = controlLayout(controlFigure([null, null, null], { centre: 0.8 }));
    expect(chart).toMatchObject({ valueTicks: [], points: [], band: '', centre: null, baseline: null });
    expect(chart.gaps).toHaveLength(3);
    expect(chart.nothing).toBe('Too few cases in every period to publish a figure.');
    expect(controlLayout(controlFigure([], { centre: 0.8 })).nothing).toBe('There are no data to show.');
  });

  test('of many months keep the marks that say something', () => {
    const chart = controlLayout(controlFigure([...calm, ...calm, ...calm, ...calm, ...calm, 0.5]));
    expect(chart.points.filter(({ room }) => room !== null).map(({ signal }) => signal)).toEqual(['outside']);
  });
});
