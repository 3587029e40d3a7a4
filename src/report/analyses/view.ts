/**
 * How what an analysis found becomes words, figures and rows of the downloads.
 */
import type { Period } from '../../calendar/period.ts';
import type { Analysis } from '../../metrics/analysis.ts';
import type { Difference } from '../../metrics/definition.ts';
import type { ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Quantity } from '../types/analysis-figure.ts';
import type { Lens, Unit, Verdict } from '../types/estimate.ts';
import type { AnalysisSection } from '../types/page.ts';

/** One analysis and how it is shown. */
export interface AnalysisView<Result extends object> {
  readonly analysis: Analysis<Result>;
  /** How it is drawn, for a table: `waterfall`. */
  readonly charts: string;
  /** The page that shows it in place of its panel’s. */
  readonly on?: 'journey' | 'voice';
  /** Differences that sentences may speak of, by name: judged together with the panel's comparisons. */
  differences?(result: Result): Readonly<Record<string, Difference>>;
  /** Null where what was found may not be published. */
  show(result: Result, desk: Desk): Shown | null;
}

/** What a view works with. */
export interface Desk {
  readonly context: ReportContext;
  readonly store: EstimateStore;
  /** The verdict on one of the view's `differences`. */
  verdict(difference: string): Verdict;
}

export type Shown = Omit<AnalysisSection, 'metric' | 'on'> & {
  /** Numbers for `estimates.csv`. */
  readonly numbers: readonly Omit<AnalysisNumber, 'lens'>[];
};

/** A number of an analysis as the download has it: like an estimate of a metric by a dimension of its own. */
export interface AnalysisNumber {
  /** Part of the contract: `driver_share`. */
  readonly metric: string;
  readonly lens: Lens;
  readonly dimension: string;
  readonly value: string;
  readonly period: Period;
  readonly quantity: Quantity;
  readonly unit: Unit | 'share difference';
  readonly method: string;
}
