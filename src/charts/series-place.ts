/**
 * What every part of a chart over time needs to know: the figure and where its values go.
 */
import type { SeriesFigure } from '../report/types/figure.ts';
import type { Axis } from './axis.ts';
import { type Drawn, isDrawn, isPartial } from './flags.ts';

/** The time shown, in epoch milliseconds, and the place of a moment in per cent of the width. */
export interface Across {
  readonly from: number;
  readonly to: number;
  at(moment: number): number;
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
  return complete[k] === null || (!complete[k - 1] && !complete[k + 1]);
}

/** The line's stretches: a partial period belongs to none, a missing one ends them. */
export function completeOf({ points }: SeriesFigure): (Drawn | null)[] {
  return points.map((point) => (isDrawn(point) && !isPartial(point) ? point : null));
}
