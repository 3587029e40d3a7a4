/**
 * What every part of the report works from.
 */
import type { Grain, Period } from '../calendar/period.ts';
import type { ReportConfig } from '../config/report.schema.ts';
import type { Metric, Context as MetricContext } from '../metrics/definition.ts';
import type { AnalysisResults } from './analyses/results.ts';
import type { Differences } from './differences.ts';
import type { MetricCard } from './types/metric-card.ts';
import type { Format } from './wording/format.ts';

export interface ReportContext {
  readonly config: ReportConfig;
  readonly metricContext: MetricContext;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly cards: ReadonlyMap<string, MetricCard>;
  readonly formats: ReadonlyMap<string, Format>;
  readonly analyses: AnalysisResults;
  readonly differences: Differences;
  /** Cards of the analyses, which are asked for after those of the metrics: they need the results. */
  readonly analysisCards: ReadonlyMap<string, MetricCard>;
  /** Cards of what the tests of contrasts compute, where no panel shows it already. */
  readonly testCards: ReadonlyMap<string, MetricCard>;
  /** Periods of each grain over the coverage, in order of time. */
  readonly periods: Readonly<Record<Grain, readonly Period[]>>;
  /** The data cut-off in words. */
  readonly cutoff: string;
}

/** The metric, which must exist: names are checked before they get here. */
export function metricOf(context: ReportContext, id: string): Metric {
  return present(context.metrics.get(id), `metric ${id}`);
}

/** The card of a metric, an analysis or a test. */
export function cardOf(context: ReportContext, id: string): MetricCard {
  return present(context.cards.get(id) ?? context.analysisCards.get(id) ?? context.testCards.get(id), `card of ${id}`);
}

export function formatFor(context: ReportContext, id: string): Format {
  return present(context.formats.get(id), `format of ${id}`);
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`No ${what}`);
  return value;
}
