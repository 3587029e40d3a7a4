import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { type ChartPoint, movingRanges, shareChart, type XmrChart, xmrChart } from './control-chart.ts';
import { quantile } from './quantile.ts';
import { anhojRuns, type Runs } from './runs.ts';
import { signals } from './signals.ts';

const series = fc.array(fc.option(fc.double({ min: -100, max: 100, noNaN: true })), { maxLength: 40 });

describe('an XmR chart', () => {
  test.each(referenceCases('xmr'))('$name agrees with R and Python', (reference) => {
    const { differences, compared } = compareWithReference(reference, individuals(reference), [
      // The product draws Wheeler's limits; those from the unrounded d₂ differ in the fourth digit.
      '/exact_d2',
    ]);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(15);
  });

  test('needs two values', () => {
    expect(xmrChart([])).toBeNull();
    expect(xmrChart([null, 3, null])).toBeNull();
    expect(xmrChart([1, 2, 3], 1)).toBeNull();
  });

  test('refuses what is not a number', () => {
    expect(() => xmrChart([1, Number.NaN])).toThrow(RangeError);
    expect(() => xmrChart([1, Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });

  test('skips missing months: the moving range spans the gap', () => {
    expect(movingRanges([1, null, 4, 2])).toEqual([3, 2]);
    const chart = xmrChart([1, null, 4, 2]) as XmrChart;
    expect(chart.meanMovingRange).toBe(2.5);
    expect(chart.points[1]).toBeNull();
    expect(chart.points[2]).toEqual(xmrChart([1, 4, 2])?.points[1]);
  });

  test('keeps the limits of its baseline whatever comes later', () => {
    fc.assert(
      fc.property(series, series, (base, later) => {
        const length = base.filter((value) => value !== null).length;
        const alone = xmrChart(base);
        const followed = xmrChart([...base, ...later], length);
        expect(followed?.centre).toBe(alone?.centre);
        expect(followed?.points.slice(0, base.length)).toEqual(alone?.points);
      }),
    );
  });

  test('moves and scales with its values', () => {
    const values = [3, 5, 4, 8, 2, 6];
    const chart = xmrChart(values) as XmrChart;
    const moved = xmrChart(values.map((value) => 10 - 2 * value)) as XmrChart;
    expect(moved.centre).toBeCloseTo(10 - 2 * chart.centre, 12);
    expect(moved.points[0]?.high).toBeCloseTo(10 - 2 * (chart.points[0] as ChartPoint).low, 12);
  });
});

describe('a chart of shares', () => {
  test.each(referenceCases('pchart'))('$name agrees with R and Python', (reference) => {
    const { differences, compared } = compareWithReference(reference, shares(reference));
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(200);
  });

  test('needs two months with answers, and both kinds of answers', () => {
    expect(shareChart([])).toBeNull();
    expect(shareChart([{ share: 0.5, n: 10 }, null, { share: Number.NaN, n: 0 }])).toBeNull();
    const all = { share: 1, n: 10 };
    expect(shareChart([all, all, all])).toBeNull();
  });

  test('refuses a share that is none', () => {
    expect(() => shareChart([{ share: 1.5, n: 4 }])).toThrow(RangeError);
    expect(() => shareChart([{ share: Number.NaN, n: 4 }])).toThrow(RangeError);
  });

  test('draws limits within 0 to 1, wider where a month has fewer answers', () => {
    const month = fc
      .tuple(fc.nat(500), fc.nat(500))
      .map(([x, rest]) => ({ share: x / (x + rest + 1), n: x + rest + 1 }));
    fc.assert(
      fc.property(fc.array(month), (months) => {
        const points = shareChart(months)?.binomialPoints as readonly ChartPoint[] | undefined;
        points?.forEach(({ low, high }, index) => {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          const fewer = points.findIndex((_, other) => (months[other]?.n ?? 0) < (months[index]?.n ?? 0));
          if (fewer >= 0) expect((points[fewer] as ChartPoint).low).toBeLessThanOrEqual(low);
        });
      }),
    );
  });

  test('uses the limits of Laney when shares scatter more than they should, and never narrower ones than chance has', () => {
    const alternating = (low: number, high: number, n: number) =>
      shareChart(Array.from({ length: 12 }, (_, i) => ({ share: i % 2 === 0 ? low : high, n })));
    expect(alternating(0.48, 0.52, 100)).toMatchObject({ laney: false });
    expect(alternating(0.3, 0.7, 100)).toMatchObject({ laney: true });
    expect(alternating(0.49, 0.514, 501)).toMatchObject({ laney: false });
    expect(alternating(0.487, 0.5135, 501)).toMatchObject({ laney: true });
    expect(alternating(0.499, 0.501, 501)).toMatchObject({ laney: false });
    const chart = alternating(0.3, 0.7, 100);
    expect(chart?.points).toBe(chart?.laneyPoints);
  });
});

describe('signals', () => {
  const noise = [4, 6, 5, 3, 6, 4, 5, 7, 4, 6, 3, 5];

  test('are none while a series scatters about its centre', () => {
    expect(signals(xmrChart(noise) as XmrChart)).toMatchObject({ outside: [], any: false });
  });

  test('name the place of a value outside, counting missing months', () => {
    expect(signals(xmrChart([...noise, null, 40], 12) as XmrChart)).toMatchObject({ outside: [13], any: true });
  });

  test('see a shift that stays within the limits as a run', () => {
    const chart = xmrChart([...noise, ...noise.map((value) => value + 4)], 12) as XmrChart;
    const found = signals(chart);
    expect(found.runs).toMatchObject({ longestRunSignals: true, crossingsSignal: true });
    expect(found.any).toBe(true);
  });

  test('are none in a series that never changes, however its mean is rounded', () => {
    const found = signals(xmrChart(new Array<number>(13).fill(0.1)) as XmrChart);
    expect(found).toEqual({ outside: [], runs: null, any: false });
  });
});

function individuals(reference: ReferenceCase) {
  const values = reference.rows.map((row) => (row.nps === '' ? null : Number(row.nps)));
  const chart = xmrChart(values) as XmrChart;
  const { low, high } = chart.points.find((point) => point !== null) as ChartPoint;
  const found = signals(chart);
  expect(found.runs).toEqual(anhojRuns(values, median(values)));
  return {
    n: values.filter((value) => value !== null).length,
    mean: chart.centre,
    mean_moving_range: chart.meanMovingRange,
    median_moving_range: median(movingRanges(values)),
    'wheeler_2.66': {
      lnpl: low,
      unpl: high,
      mr_ucl: chart.movingRangeHigh,
      outside: found.outside.map((place) => reference.rows[place]?.month),
    },
    runs_about_median: storedRuns(found.runs),
    runs_about_mean: storedRuns(anhojRuns(values, chart.centre)),
  };
}

function shares(reference: ReferenceCase) {
  const months = reference.rows.map((row) => ({ share: Number(row.x) / Number(row.n), n: Number(row.n) }));
  const chart = shareChart(months);
  if (chart === null) return null;
  const rows = (points: readonly (ChartPoint | null)[]) => {
    const { outside } = signals({ centre: chart.centre, points });
    return reference.rows.map(({ month }, index) => {
      const { value, low, high } = points[index] as ChartPoint;
      return { month, p: value, lcl: low, ucl: high, out: outside.includes(index) };
    });
  };
  return {
    centre: chart.centre,
    sigma_z: chart.sigmaZ,
    p_chart: rows(chart.binomialPoints),
    laney_p_prime: rows(chart.laneyPoints),
    runs_about_centre: storedRuns(
      anhojRuns(
        months.map(({ share }) => share),
        chart.centre,
      ),
    ),
  };
}

function storedRuns(runs: Runs | null) {
  return {
    n_useful: runs?.n,
    longest_run: runs?.longestRun,
    longest_run_max: runs?.longestRunLimit,
    n_crossings: runs?.crossings,
    n_crossings_min: runs?.crossingsLimit,
    signal: runs?.longestRunSignals || runs?.crossingsSignal,
  };
}

function median(values: readonly (number | null)[]): number {
  return quantile(
    values.filter((value) => value !== null).toSorted((a, b) => a - b),
    0.5,
  );
}
