import { describe, expect, test } from 'vitest';
import { bumpLayout } from './bump-chart.ts';
import { bumpFigure, levelsFigure, slopeFigure } from './contrast-lines.fixture.ts';
import { type Label, SCREENS, wrongLabels } from './labels.fixture.ts';
import { levelsLayout, SAMPLE } from './levels-chart.ts';
import { LEAD, slopeLayout } from './slope-chart.ts';

const names = ['Share of contacts rated 4 or 5', 'Likelihood to recommend', 'Effort', 'Emotion and trust'];
const ties = [0.62, 0.62, 0.61, 0.62];

describe.each(SCREENS)('on a screen of %i pixels no two labels meet and none leaves the figure', (screen) => {
  test.each([2, 3, 4, 8])('at the ends of four lines of equal height over %i levels', (count) => {
    const levels = Array.from({ length: count }, (_, k) => `${30 * k + 1} to ${30 * k + 30}`);
    const series = names.map((name, k) => [name, levels.map(() => ties[k] ?? null), 0.05] as const);
    const reference = { label: 'If independent', values: levels.map(() => 0.62) };
    const chart = levelsLayout(levelsFigure('Days between two answers', levels, series, { reference }));
    const ends = chart.lines.flatMap(({ label }): Label[] => {
      if (label === null) return [];
      const at = { x: 100, dx: SAMPLE + 6, anchor: 'start' as const };
      return [
        { text: { ...at, y: label.y, lines: [label.value] }, size: 14 },
        { text: { ...at, y: label.y + 16, lines: label.lines }, size: 12 },
      ];
    });
    const ticks = chart.levels.map(
      ({ x, y, text, room }): Label => ({
        text: { x, y: chart.bottom + y, dx: 0, anchor: 'middle', lines: [text] },
        size: 12,
        room,
      }),
    );
    expect(wrongLabels([...ends, ...ticks], screen, chart.left, chart.right)).toEqual([]);
    for (const { text, size } of ends)
      expect(text.y + (text.lines.length - 1) * 15 + size / 2).toBeLessThan(chart.height);
  });

  test('at both ends of slopes that tie', () => {
    const lines = ['Promoters', 'Passives', 'Detractors', 'Never asked', 'Without an opinion of us'];
    const chart = slopeLayout(slopeFigure(lines.map((name) => [name, 'neutral', 0.2, 0.2] as const)));
    const ends = chart.lines.flatMap(({ left, right }) =>
      [left, right].flatMap(({ name, value, labelY }, k): Label[] => {
        const at = { x: k * 100, dx: k === 0 ? -LEAD : LEAD, anchor: k === 0 ? ('end' as const) : ('start' as const) };
        return [
          { text: { ...at, y: labelY, lines: [value] }, size: 14 },
          { text: { ...at, y: labelY + 15, lines: [name] }, size: 12 },
        ];
      }),
    );
    const places = chart.places.map((text): Label => ({ text, size: 13 }));
    expect(wrongLabels([...ends, ...places], screen, chart.side, chart.side)).toEqual([]);
  });

  test('at twelve departments of which many tie', () => {
    const measures = ['CSAT', 'Effort', 'Solved at once', 'Likelihood to recommend', 'Emotion'];
    const lines = Array.from({ length: 12 }, (_, k) => {
      const rank = k < 6 ? 3.5 : k + 1;
      const ranks = measures.map(() => [rank, Math.max(1, rank - 3), Math.min(12, rank + 3)] as const);
      return [`Department of customer care ${k}`, k === 0, ...ranks] as const;
    });
    const chart = bumpLayout(bumpFigure(measures, lines));
    const ends = chart.lines.map(
      ({ label, labelY }): Label => ({
        text: { x: 100, y: labelY, dx: 8, anchor: 'start', lines: label },
        size: 12,
      }),
    );
    const heads = chart.measures.map(
      ({ x, lines: own }): Label => ({
        text: { x, y: -100, dx: 0, anchor: 'middle', lines: own },
        size: 12,
        room: chart.measuresRoom,
      }),
    );
    expect(wrongLabels([...ends, ...heads], screen, chart.left, chart.right)).toEqual([]);
    expect(Math.max(...ends.map(({ text }) => text.y + 15 * (text.lines.length - 1)))).toBeLessThan(chart.height);
  });
});
