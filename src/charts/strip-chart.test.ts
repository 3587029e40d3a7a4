import { describe, expect, test } from 'vitest';
import { type Cell, scoreStripFigure, stripFigure } from './contrast-parts.fixture.ts';
import { SCREENS } from './labels.fixture.ts';
import { PADDING, stripLayout } from './strip-chart.ts';
import { textWidth } from './text-width.ts';

const columns = ['CSAT', 'Effort', 'Emotion', 'Recommendation'];
const cells = (...row: Cell[]) => stripLayout(stripFigure(columns, [['Support', ...row]])).rows[0]?.cells ?? [];

describe('a strip', () => {
  test('tells zero, no data, kept back, not asked and a low base apart by look and by text', () => {
    const all = cells(0, 'no_data', 'suppressed', 'not_applicable').concat(cells(12, 412));
    expect(all.map(({ look, text }) => [look, text])).toEqual([
      ['zero', '0'],
      ['missing', '[x]'],
      ['hidden', '[c]'],
      ['none', '[z]'],
      ['low-base', '12'],
      ['shaded', '412'],
    ]);
    expect(new Set(all.map(({ look }) => look)).size).toBe(6);
  });

  test('shades more for more, and never so that its number could not be read', () => {
    const tones = cells(40, 200, 900, 2400).map(({ tone }) => tone);
    const shares = tones.map((tone) => tone?.share ?? 0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(new Set(shares).size).toBe(4);
    for (const tone of tones) expect(tone?.share === 100 ? 'paper' : 'ink').toBe(tone?.text);
  });

  test('has the n of each cell beside a number that is none', () => {
    const chart = stripLayout(scoreStripFigure(['CSAT', 'Effort'], [['Support', [0, 2412], null]]));
    expect(chart.rows[0]?.cells.map(({ text, base }) => [text, base])).toEqual([
      ['0%', 'n 2412'],
      ['[c]', ''],
    ]);
    expect(chart.notes).toEqual(['Stronger colour: higher share satisfied.', '[c] kept back for privacy.']);
  });

  test('says a row with the name of every cell', () => {
    const [row] = stripLayout(stripFigure(['CSAT', 'Effort'], [['Support', 412, 'suppressed']])).rows;
    expect(row?.spoken).toEqual({
      words: 'Support. CSAT: 412, n = 412 customers; Effort: kept back for privacy',
    });
  });
});

describe('names of columns', () => {
  test('stand over the cells where they fit, else in each cell', () => {
    const roomFor = (names: readonly string[]) =>
      stripLayout(stripFigure(names, [['A', ...names.map(() => 40)]])).columnsRoom;
    expect(roomFor(['CSAT', 'Effort'])).toBe(0);
    expect(roomFor(columns)).toBe(480);
    expect(roomFor(Array.from({ length: 12 }, (_, k) => `Recommendation${k}`))).toBeNull();
  });

  test.each(SCREENS)('keep clear of the numbers on a screen of %i pixels', (screen) => {
    const half = (screen - 32) / 2 - 4 - 2 * PADDING;
    const chart = stripLayout(stripFigure([...columns, 'A survey with a very long name'], [['A', 2412, 1, 2, 3, 4]]));
    expect(chart.namesAbove).toBe(true);
    for (const { name } of chart.rows[0]?.cells ?? []) expect(textWidth(name, 12)).toBeLessThanOrEqual(half);
    const short = stripLayout(stripFigure(['CSAT', 'NPS'], [['A', 2412, 5]]));
    expect(short.namesAbove).toBe(false);
    for (const { name, text } of short.rows[0]?.cells ?? []) {
      expect(textWidth(name, 12) + textWidth(text, 14)).toBeLessThan(half);
    }
  });
});

test('a strip without rows says so', () => {
  expect(stripLayout(stripFigure(columns, [])).nothing).toBe('There is nothing to show.');
});
