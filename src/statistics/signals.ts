/**
 * Signals of a series: what on its control chart is more than chance.
 */
import type { ControlChart } from './control-chart.ts';
import { quantile } from './quantile.ts';
import { anhojRuns, type Runs } from './runs.ts';

export interface Signals {
  /** Places in the series, from 0, of the values beyond their limits. */
  readonly outside: readonly number[];
  /** Runs about the median of all values; null when all of them lie on it. */
  readonly runs: Runs | null;
  /** Whether there is any signal: a value outside, the longest run or the crossings. */
  readonly any: boolean;
}

/** Relative distance beyond a limit that is rounding: values that never change have limits of no width. */
const ROUNDING = 1e-12;

/**
 * Lists the signals of a series. The limits are those of the chart, thus of its frozen baseline; the runs are about the
 * median of the whole series, so that a shift after the baseline separates two halves.
 */
export function signals(chart: ControlChart): Signals {
  const outside = chart.points.flatMap((point, index) => {
    if (point === null) return [];
    const slack = ROUNDING * Math.max(Math.abs(point.value), Math.abs(chart.centre));
    return point.value < point.low - slack || point.value > point.high + slack ? [index] : [];
  });
  const values = chart.points.map((point) => point?.value ?? null);
  const held = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  const runs = held.length === 0 ? null : anhojRuns(values, quantile(held, 0.5));
  const any = outside.length > 0 || runs?.longestRunSignals === true || runs?.crossingsSignal === true;
  return { outside, runs, any };
}
