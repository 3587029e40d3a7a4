import { describe, expect, test } from 'vitest';
import { funnelFigure, teams } from './analysis-groups.fixture.ts';
import { funnelLayout } from './funnel-chart.ts';
import { meet } from './placed-text.ts';
import { plotWidth, ROOMS } from './room.ts';

describe('a funnel', () => {
  const chart = funnelLayout(teams());
  const beside = chart.left + chart.right;

  test('has every dot inside its plot', () => {
    expect(chart.points).toHaveLength(11);
    for (const { x, y } of chart.points) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(100);
      expect(y).toBeGreaterThanOrEqual(chart.top);
      expect(y).toBeLessThanOrEqual(chart.bottom);
    }
  });

  test('has sizes on a log axis where they differ widely, and says so', () => {
    expect(chart.sizeTitle).toBe('n (answers), log scale');
    expect(chart.sizeTicks.map(({ text }) => text)).toEqual(['100', '200', '500', '1000']);
    const alike = funnelLayout(
      funnelFigure([
        ['North', 0.8, 300],
        ['South', 0.7, 400],
      ]),
    );
    expect(alike.sizeTitle).toBe('n (answers)');
  });

  test('narrows from left to right', () => {
    const [low = '', high = ''] = chart.inner.split('M').slice(1);
    const endsOf = (path: string) => path.split(/[ML]/).map((pair) => Number(pair.split(',')[1]));
    const open = (endsOf(low)[0] as number) - (endsOf(high)[0] as number);
    const closed = (endsOf(low).at(-1) as number) - (endsOf(high).at(-1) as number);
    expect(open).toBeGreaterThan(closed);
    expect(closed).toBeGreaterThan(0);
  });

  test('names the groups beyond the limits in every figure, others where there is room', () => {
    const beyond = chart.labels.filter((label) => label.beyond !== null);
    expect(beyond.map(({ text, room }) => [text.lines[0], room])).toEqual([
      ['Leeds', 0],
      ['Bristol', 0],
    ]);
    const crowd = Array.from({ length: 40 }, (_, k) => [`Store ${k}`, 0.78 + (k % 5) / 100, 90 + 7 * k] as const);
    expect(new Set(funnelLayout(funnelFigure(crowd)).labels.map(({ room }) => room)).size).toBeGreaterThan(1);
  });

  test('never lets two labels meet', () => {
    for (const room of ROOMS) {
      const shown = chart.labels.filter((label) => label.room <= room).map(({ text }) => text);
      for (const [k, a] of shown.entries()) {
        for (const b of shown.slice(k + 1)) expect(meet(a, b, 13, plotWidth(room, beside))).toBe(false);
      }
    }
  });

  test('names limits and centre from above, apart from each other however narrow it ends', () => {
    const narrow = funnelLayout(
      funnelFigure([
        ['A', 0.8, 100],
        ['B', 0.81, 900_000],
      ]),
    );
    for (const { endLabels } of [chart, narrow]) {
      expect(endLabels.map(({ text }) => text)).toEqual(['99.8%', '95%', 'overall', '80%']);
      for (const [k, { y }] of endLabels.slice(1).entries())
        expect(y - (endLabels[k]?.y ?? 0)).toBeGreaterThanOrEqual(15);
    }
  });

  test('says which groups are not shown, and draws no dot for them', () => {
    expect(chart.notes).toContain('[c] kept back for privacy: Truro.');
    expect(JSON.stringify(chart.points)).not.toContain('Truro');
  });

  test('says in words where a group lies', () => {
    const words = chart.points.map(({ spoken }) => ('words' in spoken ? spoken.words : ''));
    expect(words[0]).toBe('Leeds: 71%, 68% to 74%, n = 720 answers, beyond the 99.8% limits');
    expect(words[2]).toContain('within the limits');
  });
});

describe('unusual funnels', () => {
  test('of one group stand in the middle', () => {
    expect(funnelLayout(funnelFigure([['North', 0.8, 300]])).points).toMatchObject([{ x: 50 }]);
  });

  test('of which nothing may be shown say so', () => {
    expect(funnelLayout(funnelFigure([['North', null, 4]]))).toMatchObject({
      points: [],
      valueTicks: [],
      nothing: 'Too few cases in every group to publish a figure.',
    });
    expect(funnelLayout(funnelFigure([])).nothing).toBe('There are no groups to show.');
  });
});
