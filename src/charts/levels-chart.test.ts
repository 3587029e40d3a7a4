import { describe, expect, test } from 'vitest';
import { levelsFigure } from './contrast-lines.fixture.ts';
import { levelsLayout } from './levels-chart.ts';

const LEVELS = ['1', '2', '3', '5', '8'];

describe('series over levels', () => {
  const chart = levelsLayout(
    levelsFigure(
      'Contacts per customer',
      LEVELS,
      [
        ['One contact', [0.9, 0.9, 0.89, 0.88, 0.87], 0.02],
        ['Every contact', [0.9, 0.82, null, 0.64, 0.55], 0.05],
      ],
      { reference: { label: 'If independent', values: [0.9, 0.81, 0.73, 0.59, 0.43] } },
    ),
  );

  test('stay inside the plot with their intervals, in the order of the levels', () => {
    for (const { points } of chart.lines) {
      const places = points.map(({ x }) => x);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      for (const { y, interval } of points) {
        expect(interval?.top).toBeLessThan(y);
        expect(interval?.bottom).toBeGreaterThan(y);
        expect(interval?.top).toBeGreaterThanOrEqual(chart.top);
        expect(interval?.bottom).toBeLessThanOrEqual(chart.bottom);
      }
    }
  });

  test('stand apart at a level, so that their intervals do not hide each other', () => {
    const [one, every] = chart.lines;
    expect(every?.points[0]?.x).toBeGreaterThan(one?.points[0]?.x ?? 100);
  });

  test('break where a number may not be shown, and say so over the axis', () => {
    expect(chart.lines[1]?.path.match(/M/g)).toHaveLength(2);
    expect(chart.flags).toMatchObject([{ text: '[c]', spoken: { words: '3. Every contact: kept back for privacy' } }]);
    expect(chart.notes).toEqual(['[c] kept back for privacy.']);
  });

  test('have the curve that is no measurement last, without points', () => {
    expect(chart.lines.map(({ index }) => index)).toEqual([0, 1, null]);
    expect(chart.lines[2]).toMatchObject({ points: [], label: { lines: ['If independent'], value: '43%' } });
  });

  test('say series, level, number and interval at each point', () => {
    expect(chart.lines[1]?.points[1]?.spoken).toEqual({
      words: 'Every contact, 2: 82%, 77% to 87%, n = 340 customers',
    });
  });
});

test('a series whose last number may not be shown has a flag at its end, never an earlier number', () => {
  const chart = levelsLayout(levelsFigure('Contacts', ['1', '2'], [['All', [0.9, null], 0.02]]));
  expect(chart.lines[0]?.label?.value).toBe('[c]');
});

test('ribbons run along stretches of known points', () => {
  const chart = levelsLayout(
    levelsFigure('Gap', ['a', 'b', 'c', 'd', 'e'], [['CSAT', [0.4, 0.3, null, 0.1, -0.1], 0.1]], {
      unit: 'coefficient',
      intervals: 'ribbon',
    }),
  );
  expect(chart.lines[0]?.band.match(/Z/g)).toHaveLength(2);
  expect(chart.valueTicks.filter(({ zero }) => zero)).toHaveLength(1);
});

test('series of which nothing may be shown say so', () => {
  expect(levelsLayout(levelsFigure('Contacts', ['1'], [['All', [null], 0]]))).toMatchObject({
    lines: [],
    nothing: 'Too few cases to publish a figure.',
  });
  expect(levelsLayout(levelsFigure('Contacts', [], [])).nothing).toBe('There are no data to show.');
});
