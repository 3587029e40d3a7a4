/**
 * Several metrics on one time axis: rows of series whose plots lie under each other.
 */
import type { AlignedFigure, SeriesFigure } from '../report/types/figure.ts';
import { type SeriesLayout, seriesLayout } from './series-chart.ts';
import { acrossOf } from './series-place.ts';

export interface AlignedLayout {
  readonly rows: readonly { readonly figure: SeriesFigure; readonly chart: SeriesLayout }[];
  /** Periods in which the rows part, in per cent of the plot's width. */
  readonly bands: readonly { readonly x: number; readonly width: number; readonly mark: string }[];
}

const ROW_HEIGHT = 112;

/** Places every row between the same edges. Pure: equal figures give equal layouts. */
export function alignedLayout({ rows, bands }: AlignedFigure): AlignedLayout {
  const alone = rows.map((figure) => seriesLayout(figure));
  const frame = {
    height: ROW_HEIGHT,
    left: Math.max(...alone.map(({ left }) => left)),
    right: Math.max(...alone.map(({ right }) => right)),
  };
  const across = acrossOf(rows[0]?.points.map(({ period }) => period) ?? []);
  return {
    // What happened when stands over the first row alone, and is listed once.
    rows: rows.map((figure, index) => ({
      figure,
      chart: seriesLayout(
        index === 0 ? figure : { ...figure, events: figure.events.filter(({ isBreak }) => isBreak) },
        frame,
      ),
    })),
    bands: bands.flatMap(({ mark, period }) => {
      const [from, to] = [Math.max(0, across.at(period.start)), Math.min(100, across.at(period.end))];
      return to > from ? [{ mark, x: from, width: to - from }] : [];
    }),
  };
}
