/**
 * What one page says.
 */
import type { Comparison, Estimate, Filter, Lens } from './estimate.ts';
import type { Figure } from './figure.ts';
import type { MetricCard } from './metric-card.ts';

/** A metric on a lens page: the finding, the numbers, the figures. */
export interface MetricSection {
  readonly metric: MetricCard;
  /** The finding as a heading. */
  readonly headline: string;
  /** Last complete period. */
  readonly latest: Estimate;
  /** Against the period before; null when there is none. */
  readonly previous: Comparison | null;
  /** Against the same period a year earlier; null when there is none. */
  readonly yearEarlier: Comparison | null;
  /** Two to four sentences. */
  readonly sentences: readonly string[];
  readonly figures: readonly Figure[];
  /** Variants of the metric, such as the mean beside the share, for the last complete period. */
  readonly related: readonly RelatedFigure[];
  /** A wait on both clocks, where business hours are configured; else null. */
  readonly clocks: BothClocks | null;
}

export interface RelatedFigure {
  readonly metric: MetricCard;
  readonly latest: Estimate;
}

/** The same quantiles of a wait on the calendar and on the business clock: side by side, never subtracted. */
export interface BothClocks {
  /** The period, and how each clock runs. */
  readonly caption: string;
  readonly rows: readonly {
    readonly name: string;
    readonly calendar: RelatedFigure;
    readonly business: RelatedFigure;
  }[];
}

/** An analysis on a panel's page: what it found, in words and figures. */
export interface AnalysisSection {
  readonly metric: MetricCard;
  /** The finding as a heading. */
  readonly headline: string;
  /** Two to four sentences. */
  readonly sentences: readonly string[];
  readonly figures: readonly Figure[];
  /** The page that shows it in place of its panel’s; empty for the panel’s. */
  readonly on: 'journey' | 'voice' | '';
  /** What a page of its own shows besides. */
  readonly more?: readonly Figure[];
}

export interface Finding {
  readonly lens: Lens;
  readonly sentence: string;
  /** Site path of the evidence, without base. */
  readonly href: string;
  readonly tone: 'better' | 'worse' | 'neutral';
  /** How clear it is: margins between nothing and the nearer end of its interval; 0 for sameness. */
  readonly clarity: number;
}

/** A change over time as a writer asks for it; without a period it is the last complete one. */
export interface ChangeQuery {
  readonly metric: string;
  readonly where?: Filter;
  readonly period?: string;
  readonly against?: 'previous' | 'year-earlier';
}

/** What may be said of two sides, as clauses of a sentence: one for two groups, one each for two metrics. */
export type SideBySide = readonly { readonly metric: string; readonly clause: string }[];

/** Everything one page may say. */
export interface PageReport {
  readonly id: string;
  /** The page's question answered in one sentence. */
  readonly answer: string;
  readonly findings: readonly Finding[];
  readonly sections: readonly MetricSection[];
  readonly analyses: readonly AnalysisSection[];
  /** Metrics of this page that the data cannot give, with what they need. */
  readonly unavailable: readonly MetricCard[];
}
