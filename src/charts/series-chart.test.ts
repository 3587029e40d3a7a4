import { describe, expect, test } from 'vitest';
import type { Status } from '../report/types/estimate.ts';
import { estimate, months, quarter, quarters, seriesFigure } from './figures.fixture.ts';
import { seriesLayout } from './series-chart.ts';

const shares = (values: readonly (number | null)[], half = 0.02, statuses: readonly Status[] = []) =>
  quarters(values.length).map((period, k) => {
    const status = statuses[k];
    return estimate('share', period, values[k] ?? null, half, status === undefined ? {} : { status });
  });
const moves = (path: string) => path.split('M').length - 1;

describe('a series', () => {
  const chart = seriesLayout(seriesFigure(shares([0.8, 0.82, 0.79, 0.84])));

  test('places periods at their middle, in per cent of the width', () => {
    expect(chart.points.map((point) => Math.round(point.x))).toEqual([12, 37, 62, 87]);
  });

  test('is one unbroken line and one band', () => {
    expect(moves(chart.line)).toBe(1);
    expect(moves(chart.band)).toBe(1);
    expect(chart.partialLine).toBe('');
    expect(chart.whiskers).toEqual([]);
  });

  test('carries the value of the last period at its end, in the published words', () => {
    expect(chart.endLabel).toMatchObject({ lines: ['84%'], anchor: 'start', y: chart.points[3]?.y });
  });

  test('says that its axis does not start at zero', () => {
    expect(chart.notes).toEqual(['The axis starts at 70%.']);
  });

  test('stays within its plot, gridlines and points alike', () => {
    for (const { y } of [...chart.points, ...chart.valueTicks]) {
      expect(y).toBeGreaterThanOrEqual(chart.top);
      expect(y).toBeLessThanOrEqual(chart.bottom);
    }
  });

  test('has every point read out its own row of the table', () => {
    expect(chart.points.map(({ spoken }) => spoken)).toEqual([{ row: 0 }, { row: 1 }, { row: 2 }, { row: 3 }]);
  });
});

describe('a last period that is not complete', () => {
  const points = [
    ...shares([0.8, 0.82, 0.79]),
    estimate('share', quarter(2024, 4, true), 0.7, 0.06, { status: 'provisional' }),
  ];
  const chart = seriesLayout(seriesFigure(points));

  test('is linked by a line of its own and has a mark of its own', () => {
    expect(moves(chart.partialLine)).toBe(1);
    expect(chart.line.split(/[ML]/)).toHaveLength(4);
    expect(chart.points.map((point) => point.look)).toEqual(['solid', 'solid', 'solid', 'partial']);
    expect(chart.whiskers).toHaveLength(1);
  });

  test('is labelled as running, while the end label stays with the last complete one', () => {
    expect(chart.partialLabels).toMatchObject([{ lines: ['70%', 'so far'] }]);
    expect(chart.endLabel).toMatchObject({ lines: ['79%'], x: chart.points[2]?.x });
  });

  test('that comes first is labelled as partial', () => {
    const first = [estimate('share', quarter(2023, 4, true), 0.7, 0.06), ...shares([0.8, 0.82])];
    expect(seriesLayout(seriesFigure(first)).partialLabels).toMatchObject([{ lines: ['partial'], anchor: 'start' }]);
  });
});

describe('absences', () => {
  const statuses: Status[] = ['ok', 'suppressed', 'no_data', 'ok', 'ok', 'low_base'];
  const chart = seriesLayout(seriesFigure(shares([0.8, null, null, 0.8, 0.81, 0.82], 0.02, statuses)));

  test('break the line and the band', () => {
    expect(chart.points).toHaveLength(4);
    expect(chart.line).toMatch(/^M[^M]*M/);
  });

  test('are each marked by their own flag at the axis and explained', () => {
    expect(chart.gaps.map((gap) => gap.flag)).toEqual(['c', 'x']);
    expect(chart.gaps.map((gap) => gap.spoken)).toEqual([{ row: 1 }, { row: 2 }]);
    expect(chart.notes).toEqual(
      expect.arrayContaining(['[c] kept back for privacy.', '[x] no data.', 'Hollow: low base, read with care.']),
    );
  });

  test('leave a point without neighbours its interval as a whisker', () => {
    expect(chart.whiskers.map(({ x }) => x)).toEqual([chart.points[0]?.x]);
  });

  test('of everything leave an axis with flags and words, not a made-up scale', () => {
    const none = seriesLayout(seriesFigure(shares([null, null, null])));
    expect(none).toMatchObject({ valueTicks: [], points: [], line: '', band: '', endLabel: null, left: 0 });
    expect(none.gaps).toHaveLength(3);
    expect(none.nothing).toBe('Too few cases in every period to publish a figure.');
    expect(seriesLayout(seriesFigure([])).nothing).toBe('There are no data to show.');
  });
});

describe('unusual series', () => {
  test('a single point stands in the middle with its interval and value', () => {
    const chart = seriesLayout(seriesFigure(shares([0.81])));
    expect(chart.points).toMatchObject([{ x: 50, look: 'solid', room: 0 }]);
    expect(chart.whiskers).toHaveLength(1);
    expect(chart.endLabel?.lines).toEqual(['81%']);
  });

  test('a constant series keeps a scale', () => {
    const chart = seriesLayout(seriesFigure(shares([1, 1, 1], 0)));
    expect(chart.valueTicks.map((tick) => tick.text)).toEqual(['80%', '85%', '90%', '95%', '100%']);
    expect(chart.band).toBe('');
  });

  test('a negative net score shows the line of zero when it is in sight', () => {
    const points = quarters(3).map((period, k) => estimate('net', period, -30 + 8 * k, 6));
    const chart = seriesLayout(seriesFigure(points, { unit: 'net' }));
    expect(chart.valueTicks.filter((tick) => tick.zero)).toMatchObject([{ text: '0', y: chart.top }]);
    expect(chart.valueTicks[0]?.text).toBe('−50');
  });

  test('sixty months keep only the markers that say something', () => {
    const points = months(60).map((period, k) => estimate('share', period, 0.7 + (k % 5) / 100, 0.03));
    const shown = seriesLayout(seriesFigure(points)).points.filter((point) => point.room !== null);
    expect(shown.map((point) => point.x)).toEqual([seriesLayout(seriesFigure(points)).points.at(-1)?.x]);
  });

  test('equal figures give equal layouts', () => {
    const figure = () => seriesFigure(shares([0.8, null, 0.79, 0.84]), { target: 0.85 });
    expect(seriesLayout(figure())).toEqual(seriesLayout(figure()));
  });
});

describe('events', () => {
  const at = (year: number, month: number) => Date.UTC(year, month);
  const event = (moment: number, label: string) => ({ at: moment, date: '2024-01-01', label });
  const withEvents = (events: ReturnType<typeof event>[]) =>
    seriesLayout(seriesFigure(shares([0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8]), { events })).events;

  test('texts that would meet stand in rows of their own', () => {
    const near = withEvents([event(at(2024, 2), 'New telephone system'), event(at(2024, 4), 'Prices rose')]);
    expect(new Set(near.map(({ y }) => y)).size).toBe(2);
    const far = withEvents([event(at(2024, 1), 'New system'), event(at(2025, 10), 'Prices rose')]);
    expect(new Set(far.map(({ y }) => y)).size).toBe(1);
  });

  test('texts turn inwards near the right edge', () => {
    expect(withEvents([event(at(2025, 11), 'Prices rose')])).toMatchObject([{ anchor: 'end' }]);
  });

  test('only the latest three within the series are drawn, long texts shortened', () => {
    const many = withEvents([0, 3, 6, 9, 12].map((month) => event(at(2024, month), `Event of month ${month}`)));
    expect(many.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
    expect(many[0]?.label).toBe('Event of month 6');
    expect(withEvents([event(at(2030, 0), 'Later')])).toEqual([]);
    expect(withEvents([event(at(2024, 0), 'A word '.repeat(20))])[0]?.label).toMatch(/…$/);
  });
});

describe('a target', () => {
  test('is part of the scale and says its value', () => {
    const chart = seriesLayout(seriesFigure(shares([0.7, 0.7, 0.7, 0.7]), { target: 0.95 }));
    expect(chart.target).toMatchObject({ lines: ['Target 95%'] });
    expect(chart.target?.rule).toBeGreaterThanOrEqual(chart.top);
  });

  test('has its words where the band is not', () => {
    const rising = quarters(8).map((period, k) => estimate('share', period, 0.7 + 0.03 * k, 0.02));
    const chart = seriesLayout(seriesFigure(rising, { target: 0.72 }));
    expect(chart.target?.x).toBeGreaterThan(25);
  });
});
