import { describe, expect, test } from 'vitest';
import { lagFigure } from './analysis-time.fixture.ts';
import { lagLayout } from './lag-chart.ts';

describe('a chart of lags', () => {
  const chart = lagLayout(
    lagFigure([-0.1, 0.05, 0.12, -0.08, 0.02, 0.15, 0.21, 0.3, 0.58, 0.28, 0.1, -0.05, 0.04], 0.34),
  );

  test('has a stem for each lag, zero in the middle, everything inside the plot', () => {
    expect(chart.stems).toHaveLength(13);
    expect(chart.stems[6]).toMatchObject({ x: 50, text: '0' });
    expect(chart.zero).toBe((chart.top + chart.bottom) / 2);
    for (const { y } of [...chart.stems, { y: chart.band.top }, { y: chart.band.bottom }]) {
      expect(y).toBeGreaterThanOrEqual(chart.top);
      expect(y).toBeLessThanOrEqual(chart.bottom);
    }
  });

  test('tells stems beyond the band of chance from those within it', () => {
    expect(chart.stems.flatMap(({ beyond, text }) => (beyond ? [text] : []))).toEqual(['+2']);
    expect(chart.stems[8]?.y).toBeLessThan(chart.band.top);
    expect(chart.notes).toContain('Hollow: within the band.');
  });

  test('names the longest stem with its correlation', () => {
    expect(chart.label?.text.lines).toEqual(['r 0.58']);
    expect(chart.label?.room).toBe(0);
    expect(lagLayout(lagFigure([0.1, 0.2, 0.1], 0.34)).label).toBeNull();
  });

  test('names on each side who moves first', () => {
    expect(chart.sides?.map(({ lines }) => lines)).toEqual([['← NPS moves first'], ['CSAT moves first →']]);
    const long = {
      ...lagFigure([0.1, 0.2, 0.1], 0.3),
      names: ['Time to first response', 'Share solved at once'] as const,
    };
    expect(lagLayout(long).sides?.map(({ lines }) => lines)).toEqual([
      ['← Share solved', 'at once', 'moves first'],
      ['Time to first', 'response', 'moves first →'],
    ]);
    expect(chart.stems[8]?.spoken).toEqual({ words: 'CSAT first by 2 months: r 0.58, beyond what chance alone does' });
    expect(chart.stems[5]?.spoken).toMatchObject({ words: expect.stringContaining('NPS first by 1 month: ') });
    expect(chart.stems[6]?.spoken).toMatchObject({ words: expect.stringContaining('Both at once: ') });
  });

  test('without periods enough says so', () => {
    expect(lagLayout(lagFigure([], 0.3))).toMatchObject({
      stems: [],
      nothing: 'There are too few periods to compare.',
    });
  });
});
