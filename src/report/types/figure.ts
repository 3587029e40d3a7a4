/**
 * Figures: what a chart draws and the words and the table that stand with it.
 */
import type { Estimate, Lens, Status } from './estimate.ts';
import type { MetricCard } from './metric-card.ts';

export interface ChartEvent {
  /** Epoch milliseconds of the start of the day. */
  readonly at: number;
  readonly date: string;
  readonly label: string;
  readonly link?: string;
}

/** A table as it stands under a chart and in its CSV. */
export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly { readonly name: string; readonly numeric: boolean }[];
  /** Cells as shown, one row each; the first cell is the row's header. */
  readonly rows: readonly (readonly string[])[];
}

/** What every figure has. */
export interface FigureBase {
  /** Unique on the site and usable as an anchor and a file name: `satisfaction-csat-by-month`. */
  readonly id: string;
  readonly lens: Lens;
  readonly metric: MetricCard;
  /** The finding, at most 15 words. */
  readonly headline: string;
  /** Measure, who, period, n, what the band or bar is. */
  readonly subtitle: string;
  /** One or two sentences: trend, extremes, exception. */
  readonly summary: string;
  /** Source and cut-off in one line. */
  readonly source: string;
  readonly table: FigureTable;
  /** Download with full precision: site path without base (`/data/figures/….csv`), text, size in bytes. */
  readonly csv: { readonly path: string; readonly text: string; readonly bytes: number };
}

/** A metric over time, one point a period, with interval band. */
export interface SeriesFigure extends FigureBase {
  readonly kind: 'series';
  readonly points: readonly Estimate[];
  readonly events: readonly ChartEvent[];
  readonly target?: number;
}

export interface BreakdownRow {
  readonly label: string;
  readonly estimate: Estimate;
  /** The part of the figure that it stands in, such as `Support departments`; rows of a part follow each other. */
  readonly part?: string;
}

/** A metric by the values of a dimension: dots with intervals, n shown. */
export interface BreakdownFigure extends FigureBase {
  readonly kind: 'breakdown';
  readonly dimension: string;
  /** In the order in which they are shown. */
  readonly rows: readonly BreakdownRow[];
  /** Null where it counts other answers than the rows. */
  readonly overall: Estimate | null;
}

/** How answers spread over a scale: one stacked bar a group. Shares of a group sum to 1 unless suppressed. */
export interface DistributionFigure extends FigureBase {
  readonly kind: 'distribution';
  /** Answers from worst to best. */
  readonly answers: readonly { readonly label: string; readonly tone: 'negative' | 'neutral' | 'positive' }[];
  readonly groups: readonly {
    readonly label: string;
    readonly status: Status;
    readonly n?: number;
    readonly base: string;
    /** One share per answer; absent when suppressed. */
    readonly shares?: readonly number[];
  }[];
}

/** How long something takes: share done within t, on a log axis, with median and 90th percentile. */
export interface DurationFigure extends FigureBase {
  readonly kind: 'durations';
  /** Seconds and the share done by then, rising. */
  readonly curve: readonly { readonly seconds: number; readonly share: number }[];
  readonly median: Estimate;
  readonly p90: Estimate;
}

export type Figure = SeriesFigure | BreakdownFigure | DistributionFigure | DurationFigure;
