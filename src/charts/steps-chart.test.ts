import { expect, test } from 'vitest';
import { stepsFigure } from './contrast-parts.fixture.ts';
import { stepsLayout } from './steps-chart.ts';

const chart = stepsLayout(
  stepsFigure('comments', [
    ['Received', 1480, 0],
    ['Answered', 984, 0.024],
    ['Acted on', 0, 0],
    ['Told', null, 0],
  ]),
);

test('steps are bars from zero, shares of the first, which is all', () => {
  expect(chart.rows.map(({ width, isWhole }) => [width, isWhole])).toEqual([
    [100, true],
    [66.5, false],
    [0, false],
    [null, false],
  ]);
  expect(chart.rows[1]?.interval?.from).toBeLessThan(66.5);
  expect(chart.rows[1]?.interval?.to).toBeGreaterThan(66.5);
});

test('steps have share and count in numbers, or say why not', () => {
  expect(chart.countHeading).toBe('Comments');
  expect(chart.rows.map(({ value, count, words }) => [value, count, words])).toEqual([
    ['100%', '1,480', ''],
    ['66%', '984', ''],
    ['0%', '0', ''],
    ['', '', '[c] kept back for privacy'],
  ]);
});

test('no steps say so', () => {
  expect(stepsLayout(stepsFigure('comments', [])).nothing).toBe('There are no steps to show.');
});
