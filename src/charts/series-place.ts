/**
 * What every part of a chart over time needs to know: the figure and where its values go.
 */
import { scaleLinear } from 'd3';
import type { Period } from '../calendar/period.ts';
import type { SeriesFigure } from '../report/types/figure.ts';
import type { Axis } from './axis.ts';
import { type Drawn, isDrawn, isPartial } from './flags.ts';
import { round } from './round.ts';

/** The time shown, in epoch milliseconds, and the place of a moment in per cent of the width. */
export interface Across {
  readonly from: number;
  readonly to: number;
  at(moment: number): number;
}

/** The time from the first period's start to the last one's end. */
export function acrossOf(periods: readonly Period[]): Across {
  const from = periods[0]?.start ?? 0;
  const to = periods.at(-1)?.end ?? 1;
  const scale = scaleLinear([from, to], [0, 100]);
  return { from, to, at: (moment) => round(scale(moment)) };
}

export interface SeriesPlace {
  readonly figure: SeriesFigure;
  readonly axis: Axis;
  readonly across: Across;
  /** Pixels of the figure that the plot does not have. */
  readonly beside: number;
  /** Per cent of the width. */
  x(estimate: Drawn): number;
  /** Pixels from the top. */
  y(value: number): number;
}

/** Whether the band cannot show a point's interval: it is partial or has no complete neighbour. */
export function isLonely(figure: SeriesFigure, k: number): boolean {
  const complete = completeOf(figure);
  const isLinked = (at: number) => Boolean(complete[at - 1]) && Boolean(complete[at]) && !isParted(figure, at);
  return complete[k] === null || (!isLinked(k) && !isLinked(k + 1));
}

/** Whether a break in the series lies between a point and the one before it, or within one of the two. */
export function isParted({ points, events }: SeriesFigure, k: number): boolean {
  const [before, point] = [points[k - 1], points[k]];
  if (before === undefined || point === undefined) return false;
  return events.some(({ at, isBreak }) => isBreak === true && at > before.period.start && at < point.period.end);
}

/** The line's stretches: a partial period belongs to none, a missing one ends them. */
export function completeOf({ points }: SeriesFigure): (Drawn | null)[] {
  return points.map((point) => (isDrawn(point) && !isPartial(point) ? point : null));
}
