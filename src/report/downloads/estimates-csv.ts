/**
 * `data/estimates.csv`: every published estimate, one row each.
 */
import type { AnalysisNumber } from '../analyses/view.ts';
import { cardOf, type ReportContext } from '../context.ts';
import { toCsv } from '../csv.ts';
import type { EstimateStore } from '../estimates.ts';
import { ESTIMATE_COLUMNS, estimateCells } from '../figures/base.ts';
import { publishedGrains } from '../grains.ts';
import type { EstimateNumbers } from '../types/estimate.ts';

/** The columns are a contract with readers of the file. */
export const ESTIMATES_COLUMNS = ['metric', 'lens', 'dimension', 'value', 'grain', 'period', ...ESTIMATE_COLUMNS];

/**
 * The rows of the file, cells in the order of its columns: overall figures at every grain, then every value of every
 * dimension for all periods together and at the report's grain; after the metrics the numbers of the analyses.
 */
export function estimateRows(
  context: ReportContext,
  store: EstimateStore,
  numbers: readonly AnalysisNumber[],
): (string | number)[][] {
  return [...rows(context, store), ...numbers.map((number) => numberRow(context, number)), ...absentAnalyses(context)];
}

export function estimatesCsv(rows: ReturnType<typeof estimateRows>): string {
  return toCsv(ESTIMATES_COLUMNS, rows);
}

/** Analyses that the data cannot give: one row each, so that their absence shows. */
function absentAnalyses({ analysisCards, periods }: ReportContext): string[][] {
  const all = periods.all[0]?.code ?? '';
  return [...analysisCards.values()]
    .filter(({ available }) => !available)
    .map(({ id, lens, unit }) => [id, lens, '', '', 'all', all, '', '', '', '', UNITS[unit], 'not_applicable', '']);
}

function numberRow(
  { config }: ReportContext,
  { lens, metric, dimension, value, period, quantity, unit, method }: AnalysisNumber,
) {
  const cells = estimateCells({ ...quantity, method }, UNITS[unit], config.minimum_base);
  return [metric, lens, dimension, value, period.grain, period.code, ...cells];
}

function* rows(context: ReportContext, store: EstimateStore): Generator<(string | number)[]> {
  for (const metric of context.metrics.values()) {
    const available = store.unavailable(metric.id) === null;
    for (const grain of available ? publishedGrains(context.config, 'overall') : (['all'] as const)) {
      for (const period of context.periods[grain]) {
        yield row(context, store.numbers(metric.id, {}, period), '', '');
      }
    }
    if (!available) continue;
    for (const dimension of metric.dimensions) {
      for (const value of store.values(metric.id, dimension)) {
        for (const grain of publishedGrains(context.config, 'by dimension', store.isByQuarter(metric.id))) {
          for (const period of context.periods[grain]) {
            yield row(context, store.numbers(metric.id, { [dimension]: value }, period), dimension, value);
          }
        }
      }
    }
  }
}

function row(context: ReportContext, estimate: EstimateNumbers, dimension: string, value: string): (string | number)[] {
  const { lens, unit } = cardOf(context, estimate.metric);
  const { grain, code } = estimate.period;
  return [
    estimate.metric,
    lens,
    dimension,
    value,
    grain,
    code,
    ...estimateCells(estimate, UNITS[unit], context.config.minimum_base),
  ];
}

/** Units as the file names them. */
export const UNITS = {
  share: 'share',
  net: 'net',
  score: 'score',
  duration: 'seconds',
  count: 'count',
  rate: 'per customer and year',
  coefficient: 'coefficient',
  'share difference': 'share difference',
  average: 'per ticket',
} as const;
