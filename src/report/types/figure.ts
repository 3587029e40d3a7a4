/**
 * Figures: what a chart draws and the words and the table that stand with it.
 */
import type { Period } from '../../calendar/period.ts';
import type { AnalysisFigure } from './analysis-figure.ts';
import type { ContrastFigure } from './contrast-figure.ts';
import type { Estimate, Status } from './estimate.ts';
import type { ChartEvent, FigureBase } from './figure-base.ts';

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
    /** One share per answer, as long as its part of the bar; absent when suppressed. */
    readonly shares?: readonly number[];
    /** What is said in place of a share that would tell too much of a small group: `<10%`; null where the share is said. */
    readonly blurred?: readonly (string | null)[];
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

/** Several metrics on one time axis, a row each, with the periods in which they part. */
export interface AlignedFigure extends FigureBase {
  readonly kind: 'aligned';
  /** From top to bottom; all over the same time. */
  readonly rows: readonly SeriesFigure[];
  /** In order of time. */
  readonly bands: readonly {
    /** A number, by which the text beneath finds it. */
    readonly mark: string;
    readonly period: Period;
    /** `Faster answered but less willing to recommend`. */
    readonly name: string;
    /** By how much, in sentences of the ladder. */
    readonly text: string;
  }[];
}

/** Every figure that a page may show. */
export type Figure =
  | SeriesFigure
  | BreakdownFigure
  | DistributionFigure
  | DurationFigure
  | AlignedFigure
  | AnalysisFigure
  | ContrastFigure;
