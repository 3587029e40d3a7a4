/**
 * What every figure has: identity, words, table and download.
 */
import type { Lens } from './estimate.ts';
import type { MetricCard } from './metric-card.ts';

export interface ChartEvent {
  /** Epoch milliseconds of the start of the day. */
  readonly at: number;
  readonly date: string;
  readonly label: string;
  readonly link?: string;
  /** Set where the figure is made otherwise from that day on: no line is drawn across. */
  readonly isBreak?: true;
}

/** A table as it stands under a chart and in its CSV. */
export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly { readonly name: string; readonly numeric: boolean }[];
  /** Cells as shown, one row each; the first cell is the row's header. */
  readonly rows: readonly (readonly string[])[];
  /** Whether it stands open from the start, because the page is about the table as much as about the chart. */
  readonly open?: boolean;
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
  /** The smallest difference that matters, where the figure sets figures against each other: `5 points`; else empty. */
  readonly margin: string;
  /** How the figure was made, term by term. */
  readonly note: readonly { readonly term: string; readonly text: string }[];
  /** Source and cut-off in one line. */
  readonly source: string;
  readonly table: FigureTable;
  /** Download with full precision: site path without base (`/data/figures/….csv`), text, size in bytes. */
  readonly csv: { readonly path: string; readonly text: string; readonly bytes: number };
}
