import { describe, expect, test } from 'vitest';
import { mosaicFigure } from './analysis-groups.fixture.ts';
import { mosaicLayout } from './mosaic-chart.ts';

const GROUPS = ['Detractors', 'Passives', 'Promoters'] as const;

describe('a mosaic', () => {
  const chart = mosaicLayout(
    mosaicFigure(GROUPS, [
      ['Dissatisfied', 0.22, [0.61, 0.27, 0.12]],
      ['Neither', 0.14, [0.34, 0.44, 0.22]],
      ['Satisfied', 0.64, [0.17, 0.27, 0.56]],
    ]),
  );

  test('has columns as wide as their share, side by side', () => {
    expect(chart.columns.map(({ x, width }) => [x, width])).toEqual([
      [0, 22],
      [22, 14],
      [36, 64],
    ]);
  });

  test('has parts as high as theirs, from the bottom up, filling the column', () => {
    for (const { parts } of chart.columns) {
      expect((parts[0]?.y ?? 0) + (parts[0]?.height ?? 0)).toBeCloseTo(chart.bottom);
      expect(parts.at(-1)?.y).toBeCloseTo(chart.top);
      expect(parts.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(chart.bottom - chart.top);
    }
    expect(chart.columns[2]?.parts[2]?.height).toBeCloseTo(0.56 * (chart.bottom - chart.top), 0);
  });

  test('writes shares where they fit at the width', () => {
    expect(chart.columns.map(({ parts }) => parts[0]?.room)).toEqual([0, 480, 0]);
  });

  test('names parts beside the last column and columns above or by letter', () => {
    expect(chart.names.map(({ text }) => text)).toEqual(['Promoters', 'Passives', 'Detractors']);
    expect(chart.namesRoom).toBe(480);
    expect(chart.columns.map(({ letter, letterRoom }) => [letter, letterRoom])).toEqual([
      ['A', 0],
      ['B', 0],
      ['C', 0],
    ]);
  });

  test('says a column with all its parts', () => {
    expect(chart.columns[0]?.spoken).toEqual({
      words: 'Dissatisfied: 22%, n = 308 customers; Detractors 61%, Passives 27%, Promoters 12%',
    });
  });
});

describe('unusual mosaics', () => {
  test('flag a column of which a part may not be shown, and draw none of its parts', () => {
    const figure = mosaicFigure(GROUPS, [
      ['Dissatisfied', 0.5, null],
      ['Satisfied', 0.5, [0.2, 0.3, 0.5]],
    ]);
    const [first, second] = figure.columns;
    if (first === undefined || second === undefined) throw new Error('two columns');
    const half = { ...first, parts: first.parts.map((part, k) => (k === 0 ? part : (second.parts[k] ?? part))) };
    for (const columns of [figure.columns, [half, second]]) {
      const chart = mosaicLayout({ ...figure, columns });
      expect(chart.columns[0]).toMatchObject({ parts: [], flag: { text: 'c', room: 0 } });
      expect(chart.notes).toEqual(['[c] kept back for privacy.']);
    }
  });

  test('keep names of small parts apart and give them their value', () => {
    const { names, top, bottom } = mosaicLayout(mosaicFigure(GROUPS, [['All', 1, [0.01, 0.02, 0.97]]]));
    expect(names.map(({ text }) => text)).toEqual(['Promoters', 'Passives', '2%', 'Detractors', '1%']);
    for (const [k, { y }] of names.slice(1).entries()) expect(y - (names[k]?.y ?? 0)).toBeGreaterThanOrEqual(15);
    for (const { y } of names) {
      expect(y).toBeGreaterThan(top);
      expect(y).toBeLessThan(bottom);
    }
  });

  test('leave out letters and flags over columns too narrow for them', () => {
    const chart = mosaicLayout(
      mosaicFigure(GROUPS, [
        ['Most', 0.97, [0.2, 0.3, 0.5]],
        ['Few', 0.015, [0.2, 0.3, 0.5]],
        ['Fewest', 0.015, null],
      ]),
    );
    expect(chart.columns[2]?.letterRoom).not.toBe(0);
    expect(chart.columns[2]?.flag?.room).toBeNull();
  });

  test('without columns say so', () => {
    expect(mosaicLayout(mosaicFigure(GROUPS, []))).toMatchObject({
      columns: [],
      nothing: 'There are no groups to show.',
    });
  });
});
