import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimate, quarter, quarters, seriesFigure } from './figures.fixture.ts';
import { meet, type PlacedText } from './placed-text.ts';
import { plotWidth } from './room.ts';
import { seriesLayout } from './series-chart.ts';

const SIZE = 14;
/** From the narrowest plot to one wider than any page. */
const WIDTHS = (beside: number) => [plotWidth(0, beside), 300, 480, 720, 1200];

function meetings(chart: ReturnType<typeof seriesLayout>): string[] {
  const labels = [...chart.partialLabels, ...(chart.endLabel === null ? [] : [chart.endLabel])];
  const pairs = labels.flatMap((a, k) => labels.slice(k + 1).map((b): [PlacedText, PlacedText] => [a, b]));
  return WIDTHS(chart.left + chart.right).flatMap((width) =>
    pairs.filter(([a, b]) => meet(a, b, SIZE, width)).map(([a, b]) => `${a.lines} × ${b.lines} at ${width}`),
  );
}

/** Complete quarters, then some that are not. */
function series(values: readonly number[], running: number, text?: string) {
  const points = quarters(values.length, 2000).map((period, k) => {
    const partial = k >= values.length - running;
    return estimate('share', { ...period, partial }, values[k] ?? 0, 0.02, text === undefined ? {} : { text });
  });
  return seriesLayout(seriesFigure(points));
}

describe('words at the end of the line', () => {
  test('stand beside each other where one would lie over the other', () => {
    const chart = series([...Array<number>(23).fill(0.98), 0.97, 0.98], 1);
    expect(meetings(chart)).toEqual([]);
    expect(chart.endLabel).toMatchObject({ anchor: 'end', lines: ['97%'] });
    expect(chart.partialLabels).toMatchObject([{ lines: ['98%', 'so far'] }]);
  });

  test('stand over their points where there is room', () => {
    expect(series([0.8, 0.7, 0.9, 0.6], 1).endLabel?.anchor).toBe('middle');
  });

  test('leave out "partial" where periods that are not complete stand close', () => {
    const chart = series(Array<number>(40).fill(0.8), 4);
    expect(meetings(chart)).toEqual([]);
    expect(chart.partialLabels[0]?.lines).toEqual(['80%', 'so far']);
  });

  test('stay above the axis', () => {
    const points = [...quarters(3), quarter(2024, 4, true)].map((period, k) =>
      estimate('share', period, k === 3 ? 0 : 0.6, 0.02),
    );
    const chart = seriesLayout(seriesFigure(points));
    expect(chart.partialLabels[0]?.y).toBeLessThan(chart.bottom - SIZE);
  });

  test('never meet, whatever the series', () => {
    const values = fc.array(fc.double({ min: 0.02, max: 0.98, noNaN: true }), { minLength: 1, maxLength: 60 });
    const text = fc.constantFrom(undefined, '1.22 a year', '2 d 13 h', '75% [low base]', '+4');
    fc.assert(
      fc.property(values, fc.nat(4), text, (all, running, words) => {
        expect(meetings(series(all, running, words))).toEqual([]);
      }),
    );
  });
});
