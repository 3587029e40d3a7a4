/**
 * Medians and 90th percentiles of waiting times, in seconds.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import type { Clock } from '../../dataset/part.ts';
import { normalCritical } from '../../statistics/distribution.ts';
import { quantile, quantileInterval } from '../../statistics/quantile.ts';
import { type SurvivalQuantile, survivalQuantiles } from '../../statistics/survival.ts';
import type { Cell, Cells, Slice } from '../definition.ts';
import { once } from '../once.ts';
import { sliceKey } from './slice-key.ts';
import { type Runs, runsByGroup, type WaitingTimes } from './waiting-times.ts';

/** When waits that are still running make a figure a Kaplan–Meier estimate. */
export type Censoring = 'always' | 'when some are running';

export const QUANTILES = { median: 0.5, p90: 0.9 } as const;
export type QuantileName = keyof typeof QUANTILES;

const SECOND = 1000;

const known = once((_waiting: WaitingTimes) => new Map<string, Readonly<Record<QuantileName, Cells>>>());

/**
 * A quantile of the waiting times of each group.
 *
 * Where no wait of a group is still running: type 7 and order statistics. Where some are: Kaplan–Meier, with the
 * interval from log(−log) bands. A quantile that the curve never reaches has no value; its low end may still be known.
 * Both quantiles of a slice are computed at once and kept.
 */
export function estimateQuantile(
  dataset: Dataset,
  waiting: WaitingTimes,
  name: QuantileName,
  censoring: Censoring,
  slice: Slice,
): Cells {
  const results = known(waiting);
  const key = `${censoring} ${sliceKey(slice)}`;
  let both = results.get(key);
  if (both === undefined) {
    both = quantiles(runsByGroup(dataset, waiting, slice), waiting.clock, censoring);
    results.set(key, both);
  }
  return both[name];
}

function quantiles(runs: Runs, clock: Clock, censoring: Censoring): Readonly<Record<QuantileName, Cells>> {
  const median: Cell[] = [];
  const p90: Cell[] = [];
  for (let group = 0; group < runs.customers.length; group++) {
    const cells = quantileCells(runs, group, clock, censoring);
    median.push(cells[0]);
    p90.push(cells[1]);
  }
  return { median: { values: runs.values, cells: median }, p90: { values: runs.values, cells: p90 } };
}

/** The median and the 90th percentile of one group. */
function quantileCells(
  runs: Runs,
  group: number,
  clock: Clock,
  censoring: Censoring,
): readonly [median: Cell, p90: Cell] {
  const [from, to] = [runs.start[group] as number, runs.start[group + 1] as number];
  const times = runs.milliseconds.subarray(from, to);
  const ended = runs.ended.subarray(from, to);
  const n = to - from;
  const customers = runs.customers[group] as number;
  if (n === 0) {
    const empty = { n, customers, events: 0, clock, method: censoring === 'always' ? KM : ORDER_STATISTIC };
    return [empty, empty];
  }
  if (censoring === 'always' || ended.includes(0)) {
    const { eventCount, quantiles } = survivalQuantiles(times, ended, [QUANTILES.median, QUANTILES.p90]);
    const cellOf = ({ value, low, high }: SurvivalQuantile) =>
      durationCell({ n, customers, events: eventCount, clock, method: KM }, value, low, high);
    return [cellOf(quantiles[0] as SurvivalQuantile), cellOf(quantiles[1] as SurvivalQuantile)];
  }
  const cellOf = (p: number) => {
    const interval = quantileInterval(times, p);
    const base = { n, customers, events: n, clock, method: ORDER_STATISTIC };
    return durationCell(base, quantile(times, p), interval?.low ?? null, interval?.high ?? null);
  };
  return [cellOf(QUANTILES.median), cellOf(QUANTILES.p90)];
}

const KM = 'kaplan-meier';
/** Method of a quantile that is interpolated between the waits themselves. */
export const ORDER_STATISTIC = 'order-statistic';

function durationCell(
  base: Pick<Cell, 'n' | 'customers' | 'method' | 'clock'> & { readonly events: number },
  value: number | null,
  low: number | null,
  high: number | null,
): Cell {
  const standardError = logStandardError(low, high);
  return {
    ...base,
    ...(value === null ? {} : { value: value / SECOND }),
    ...(low === null ? {} : { low: low / SECOND }),
    ...(high === null ? {} : { high: high / SECOND }),
    ...(standardError === null ? {} : { standardError }),
  };
}

/**
 * The standard error of the logarithm that a 95% interval implies: its width on the log scale over 2 × 1.96.
 *
 * An approximation: the interval of a quantile is not normal on any scale. Null where an end is missing or zero.
 */
function logStandardError(low: number | null, high: number | null): number | null {
  if (low === null || high === null || low <= 0) return null;
  return (Math.log(high) - Math.log(low)) / (2 * normalCritical(0.95));
}
