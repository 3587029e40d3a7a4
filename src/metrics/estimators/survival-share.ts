/**
 * The share for whom something happened within a span of time, when not all were followed for so long.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { wilson } from '../../statistics/proportion.ts';
import { atRisk, kaplanMeier, survivalAt } from '../../statistics/survival.ts';
import type { Cell, Cells, Slice } from '../definition.ts';
import type { IntervalId } from '../intervals.ts';
import { runsByGroup, type WaitingTimes } from './waiting-times.ts';

/** How the interval of such a share is made, in words. */
export const SURVIVAL_SHARE_INTERVAL =
  'Kaplan–Meier with Greenwood’s variance and log(−log) bands at 95%; Wilson where nobody or everybody had the event. ' +
  'Tickets are taken as independent.';

export const SURVIVAL_SHARE_INTERVALS: readonly IntervalId[] = ['kaplan-meier', 'wilson'];

/**
 * One minus the Kaplan–Meier survival at a time.
 *
 * @param milliseconds the span, such as seven days. A group in which nobody was followed for so long, and in which the
 *   event did not happen to everybody before, has no value.
 */
export function estimateSurvivalShare(
  dataset: Dataset,
  waiting: WaitingTimes,
  milliseconds: number,
  slice: Slice,
): Cells {
  const runs = runsByGroup(dataset, waiting, slice);
  const cells = Array.from(runs.customers, (customers, group) => {
    const [from, to] = [runs.start[group] as number, runs.start[group + 1] as number];
    return survivalShareCell(
      runs.milliseconds.subarray(from, to),
      runs.ended.subarray(from, to),
      milliseconds,
      customers,
    );
  });
  return { values: runs.values, cells };
}

function survivalShareCell(times: Float64Array, ended: Uint8Array, span: number, customers: number): Cell {
  const base = { n: times.length, customers, method: 'kaplan-meier' };
  const curve = kaplanMeier(times, ended, times.length, span);
  const followed = atRisk(times, span);
  const { survival, standardError, low, high } = survivalAt(curve, span);
  if (followed === 0 && (survival > 0 || curve.n === 0)) return base;
  const value = 1 - survival;
  if (standardError === null || standardError === 0 || low === null || high === null) {
    // Greenwood's variance says nothing at 0 and 1; those whose fate is known by then do.
    const fateKnown = times.reduce((sum, time, row) => sum + (time >= span || ended[row] === 1 ? 1 : 0), 0);
    return { ...base, value, ...wilson(value, fateKnown), effectiveN: fateKnown, positive: value };
  }
  const effectiveN = Math.min(times.length, (value * survival) / standardError ** 2);
  return { ...base, value, low: 1 - high, high: 1 - low, standardError, effectiveN, positive: value };
}
