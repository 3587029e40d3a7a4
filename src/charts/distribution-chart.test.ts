import { describe, expect, test } from 'vitest';
import { distributionLayout } from './distribution-chart.ts';
import { distributionFigure } from './figures.fixture.ts';

const FIVE = (['negative', 'negative', 'neutral', 'positive', 'positive'] as const).map((tone, k) => ({
  label: `Answer ${k + 1}`,
  tone,
}));
const group = (label: string, shares: readonly number[]) => ({
  label,
  status: 'ok' as const,
  n: 900,
  base: 'n = 900 answers',
  shares,
});

describe('a distribution', () => {
  const chart = distributionLayout(distributionFigure(FIVE, [group('All', [0.041, 0.07, 0.113, 0.376, 0.4])]));
  const segments = chart.groups[0]?.segments ?? [];

  test('fills the bar from worst to best without a gap', () => {
    let end = 0;
    for (const { x, width } of segments) {
      expect(x).toBeCloseTo(end, 1);
      end = x + width;
    }
    expect(end).toBeCloseTo(100, 1);
  });

  test('is labelled as in the table under it', () => {
    const figure = distributionFigure(FIVE, [group('All', [0.125, 0.126, 0.125, 0.249, 0.375])]);
    const [bar] = distributionLayout(figure).groups;
    expect(bar?.segments.map(({ label }) => label)).toEqual(figure.table.rows[0]?.slice(1, -1));
  });

  test('labels a segment only in figures where the label fits', () => {
    const rooms = segments.map(({ room }) => room ?? Infinity);
    expect(rooms[4]).toBe(0);
    expect(rooms[0]).toBeGreaterThan(480);
  });

  test('has two strong ends and a pale middle', () => {
    expect(chart.answers.map(({ tone }) => [tone.share, tone.towards])).toEqual([
      [35, 'ink'],
      [70, 'ink'],
      [12, 'paper'],
      [45, 'paper'],
      [100, 'paper'],
    ]);
  });

  test('has every bar read out its own row of the table', () => {
    expect(chart.groups.map(({ spoken }) => spoken)).toEqual([{ row: 0 }]);
  });

  test('speaks every answer itself where the table does not', () => {
    const figure = distributionFigure(FIVE, [group('All', [0.04, 0.07, 0.11, 0.38, 0.4])]);
    const bare = distributionLayout({ ...figure, table: { ...figure.table, rows: [] } });
    expect(bare.groups[0]?.spoken).toEqual({
      words: 'All: Answer 1 4%, Answer 2 7%, Answer 3 11%, Answer 4 38%, Answer 5 40%, n = 900 answers',
    });
  });
});

describe('names of answers', () => {
  const three = (['negative', 'neutral', 'positive'] as const).map((tone, k) => ({
    label: ['Detractors', 'Passives', 'Promoters'][k] ?? '',
    tone,
  }));

  test('stand above the first bar when each fits over its segment', () => {
    const chart = distributionLayout(distributionFigure(three, [group('2026', [0.34, 0.32, 0.34])]));
    expect(chart.names.map(({ anchor }) => anchor)).toEqual(['start', 'start', 'end']);
    expect(chart.namesRoom).toBe(0);
  });

  test('go to the key when one does not fit, is missing, or the first bar is not shown', () => {
    const fits = [0.34, 0.32, 0.34];
    const narrow = distributionLayout(distributionFigure(three, [group('2026', [0.02, 0.49, 0.49])]));
    const missing = distributionLayout(distributionFigure(three, [group('2026', [0, 0.5, 0.5])]));
    const hidden = distributionLayout(
      distributionFigure(three, [
        { label: '2025', status: 'suppressed', base: 'would reveal a group of fewer than 10 customers' },
        group('2026', fits),
      ]),
    );
    for (const chart of [narrow, missing, hidden]) expect(chart).toMatchObject({ names: [], namesRoom: null });
  });
});

describe('unusual distributions', () => {
  test('a suppressed group says so', () => {
    const groups = [
      { label: 'Letter', status: 'suppressed' as const, base: 'would reveal a group of fewer than 10 customers' },
    ];
    const [hidden] = distributionLayout(distributionFigure(FIVE, groups)).groups;
    expect(hidden).toMatchObject({ segments: [], words: '[c] kept back for privacy', base: '' });
    expect(hidden?.spoken).toEqual({ row: 0 });
  });

  test('shares of zero take no room and no label', () => {
    const [bar] = distributionLayout(distributionFigure(FIVE, [group('All', [0, 0, 0, 0, 1])])).groups;
    expect(bar?.segments).toMatchObject([{ x: 0, width: 100, label: '100%' }]);
  });

  test('no groups at all', () => {
    expect(distributionLayout(distributionFigure([], [])).nothing).toBe('There are no answers to show.');
  });
});
