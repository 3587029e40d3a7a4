/**
 * Sets up what every part of the report works from.
 */
import { formatDate } from '../calendar/dates.ts';
import type { Grain, Period } from '../calendar/period.ts';
import { periodsBetween } from '../calendar/periods.ts';
import type { ReportConfig } from '../config/report.schema.ts';
import { sameName } from '../config/values.ts';
import { CONTRAST_TESTS } from '../contrasts/contrasts.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { ANALYSES } from '../metrics/analyses.ts';
import type { Analysis } from '../metrics/analysis.ts';
import type { Company, Described, Metric, Context as MetricContext } from '../metrics/definition.ts';
import { METRICS } from '../metrics/registry.ts';
import { analysisCard } from './analyses/analysis-card.ts';
import { AnalysisResults, spanOf } from './analyses/results.ts';
import { VIEWS } from './analyses/views.ts';
import { acrossWords, breakBetween, breaksOf } from './breaks.ts';
import { metricCard } from './card.ts';
import { themesOf, wordsOfName } from './comment-words.ts';
import type { ReportContext } from './context.ts';
import { placeOfTest } from './contrasts/paths.ts';
import type { TestView } from './contrasts/view.ts';
import { TEST_VIEWS } from './contrasts/views.ts';
import { Differences } from './differences.ts';
import type { MetricCard } from './types/metric-card.ts';
import { formatOf } from './wording/format.ts';
import { workingTimeOf } from './working-time.ts';

/** With another window than seven days, first-contact resolution over that window leads its section. */
function withChosenWindow(metric: Metric, days: number): Metric {
  const lead = `fcr_${days}d_any`;
  if (metric.id !== 'fcr_7d_any' && metric.variantOf !== 'fcr_7d_any') return metric;
  if (metric.id !== lead) return { ...metric, variantOf: lead };
  const { variantOf: _, ...leading } = metric;
  return leading;
}

function companyOf(config: ReportConfig): Company {
  const { no_repeat: noRepeat, ...roles } = config.aspects;
  return {
    stages: config.stages,
    supportDepartments: config.support_departments,
    supportStage: config.support_stage ?? null,
    aspects: { ...roles, noRepeat },
    complaintCategories: config.complaint_categories.map(sameName),
    operationsFirst: config.operations_first,
    brandWords: config.brand_words.flatMap(wordsOfName),
    themes: themesOf(config),
    activeDays: config.active_days,
  };
}

/** Everything that the report's parts share, from the linked data and the configuration. */
export function reportContext(dataset: Dataset, config: ReportConfig): ReportContext {
  const zone = config.time_zone;
  const periodsOf = (grain: Grain): Period[] => periodsBetween({ grain, ...dataset.coverage, zone });
  const metricContext: MetricContext = {
    dataset,
    timeZone: zone,
    company: companyOf(config),
    workingTime: workingTimeOf(config, dataset),
  };
  const periods = {
    all: periodsOf('all'),
    year: periodsOf('year'),
    quarter: periodsOf('quarter'),
    month: periodsOf('month'),
  };
  const span = {
    ...spanOf(periods, config.grain),
    partedBy: (metric: string) => partedSpan(context, metric),
    since: (metric: string) => breaksOf(context, metric).at(-1)?.at ?? Number.NEGATIVE_INFINITY,
  };
  const analyses = new AnalysisResults(metricContext, span, config.minimum_base);
  const marginOf = (measure: Described): number | null => config.margins[measure.id] ?? measure.margin;
  const tests = CONTRAST_TESTS.map(({ analysis }) => analysis);
  const formats = new Map(
    [...METRICS, ...ANALYSES, ...tests].map(
      (metric) => [metric.id, formatOf(metric.unit, config.locale, marginOf(metric))] as const,
    ),
  );
  const describe = (metric: Metric): MetricCard => {
    const missing = metric.unavailable(metricContext);
    return metricCard(metric, {
      missing,
      basis: missing === null ? (metric.basis?.(metricContext, 'overall') ?? []).join('; ') : '',
      notes: missing === null ? (metric.notes?.(metricContext) ?? []) : [],
      margin: marginOf(metric),
      minimumBase: config.minimum_base,
      format: formatOf(metric.unit, config.locale, marginOf(metric)),
    });
  };
  const metrics = new Map(METRICS.map((metric) => [metric.id, withChosenWindow(metric, config.fcr_window_days)]));
  let cards: ReadonlyMap<string, MetricCard> | undefined;
  let analysisCards: ReadonlyMap<string, MetricCard> | undefined;
  let testCards: ReadonlyMap<string, MetricCard> | undefined;
  const cardsOf = (
    shown: readonly { readonly analysis: Analysis<object>; readonly charts: string }[],
    placeOf: (id: string) => string,
  ) =>
    new Map(
      shown.map(({ analysis, charts }) => {
        const margin = marginOf(analysis);
        const format = formatOf(analysis.unit, config.locale, margin);
        const result = analyses.result(analysis);
        return [
          analysis.id,
          analysisCard(analysis, result, charts, margin, config.minimum_base, format, placeOf(analysis.id)),
        ];
      }),
    );
  const context: ReportContext = {
    config,
    metricContext,
    metrics,
    get cards() {
      // Notes count what metrics leave out: on large data the threads that compute figures can do without.
      cards ??= new Map(Array.from(metrics, ([id, metric]) => [id, describe(metric)]));
      return cards;
    },
    formats,
    analyses,
    differences: new Differences(),
    get analysisCards() {
      analysisCards ??= cardsOf(VIEWS, (id) => `/methods/#${id}`);
      return analysisCards;
    },
    get testCards() {
      const isNew = ({ test: { analysis } }: TestView<object>) => !ANALYSES.includes(analysis);
      testCards ??= cardsOf(
        TEST_VIEWS.filter(isNew).map(({ test: { analysis }, charts }) => ({ analysis, charts })),
        placeOfTest,
      );
      return testCards;
    },
    periods,
    cutoff: formatDate(zone, dataset.coverage.end - 1),
  };
  return context;
}

/** Why the two periods that analyses compare may not be, of a metric. */
function partedSpan(context: ReportContext, metric: string): string | null {
  const { earlier, latest } = context.analyses.span;
  if (earlier === null || latest === null) return null;
  const parting = breakBetween(context, metric, earlier, latest);
  return parting === null ? null : acrossWords(parting);
}
