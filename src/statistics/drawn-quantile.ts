/**
 * The quantile of waiting times in one resample of their customers.
 */
import type { People, Window } from './drawn-people.ts';

/** The quantile of a group in a resample; NaN where nobody was drawn. */
export function quantileOf({ windows, weight, total, below }: People, side: 0 | 1, share: number): number {
  const window = windows[side];
  const drawn = { total: total[side] as number, below: below[side] as number, weight };
  if (drawn.total === 0) return Number.NaN;
  return window.interpolated ? interpolated(window, drawn, share) : onCurve(window, drawn, share);
}

interface Drawn {
  readonly total: number;
  readonly below: number;
  readonly weight: Int32Array;
}

/** Type 7 of the waits, each as often as its customer was drawn. */
function interpolated({ times, cluster }: Window, { total, below, weight }: Drawn, share: number): number {
  const last = times.length - 1;
  const position = (total - 1) * share;
  const place = Math.floor(position);
  let index = 0;
  let drawn = below + (weight[cluster[0] as number] as number);
  // The wait at a place, counted from 0, is the first by which more than that many are drawn.
  while (drawn <= place && index < last) drawn += weight[cluster[++index] as number] as number;
  const low = times[index] as number;
  if (position === place) return low;
  while (drawn <= place + 1 && index < last) drawn += weight[cluster[++index] as number] as number;
  return low + ((times[index] as number) - low) * (position - place);
}

/** Survival may miss a round number by the rounding of its products. */
const ON_THE_LINE = 1e-9;

/**
 * The first time at which survival is below 1 − share, the middle of the step where it lies exactly there; infinite
 * when it never is.
 */
function onCurve({ times, ended, cluster, whole }: Window, { total, below, weight }: Drawn, share: number): number {
  const line = share * total;
  const target = 1 - share;
  let drawn = below;
  let index = 0;
  for (; index < whole; index++) {
    drawn += weight[cluster[index] as number] as number;
    if (drawn < line) continue;
    if (drawn > line) return times[index] as number;
    break;
  }
  let survival = 1 - drawn / total;
  let reached = index < whole ? (times[index++] as number) : null;
  let risk = total - drawn;
  for (; index < times.length; index++) {
    const often = weight[cluster[index] as number] as number;
    if (often === 0) continue;
    if (ended[index] === 1) {
      if (reached !== null) return (reached + (times[index] as number)) / 2;
      survival *= (risk - often) / risk;
      if (survival < target - ON_THE_LINE) return times[index] as number;
      if (survival <= target + ON_THE_LINE) reached = times[index] as number;
    }
    risk -= often;
  }
  return Number.POSITIVE_INFINITY;
}
