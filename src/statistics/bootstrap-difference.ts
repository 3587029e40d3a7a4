import { percentileInterval } from './bootstrap.ts';
import type { Interval } from './interval.ts';

/** A difference as resamples know it, with everything that a verdict takes. */
export interface BootstrapDifference extends Interval {
  readonly difference: number;
  /** 90 % interval, for two one-sided tests. */
  readonly low90: number;
  readonly high90: number;
  /** Two-sided: twice the smaller share of resamples on one side of 0, at least one resample's share, at most 1. */
  readonly p: number;
}

/**
 * A difference with the percentile intervals of its values in the resamples.
 *
 * @param draws one value a resample; NaN where the difference does not exist there, which is left out.
 * @returns null when no resample has a value.
 */
export function bootstrapDifference(difference: number, draws: Float64Array): BootstrapDifference | null {
  const known = draws.filter((value) => !Number.isNaN(value));
  const at95 = percentileInterval(known);
  const at90 = percentileInterval(known, 0.9);
  if (at95 === null || at90 === null) return null;
  let [below, above] = [0, 0];
  for (const value of known) {
    if (value <= 0) below += 1;
    if (value >= 0) above += 1;
  }
  const p = Math.min(1, Math.max(1, 2 * Math.min(below, above)) / known.length);
  return { difference, ...at95, low90: at90.low, high90: at90.high, p };
}
