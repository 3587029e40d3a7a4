/**
 * What pages gather from elsewhere in the report: analyses by id, tests by id.
 */
import type { TestReport } from '../report/types/contrast.ts';
import { LENSES } from '../report/types/estimate.ts';
import type { MetricCard } from '../report/types/metric-card.ts';
import type { AnalysisSection } from '../report/types/page.ts';
import type { Report } from '../report/types/report.ts';

/** Tests of contrasts in the order of the ids; ids that no contrast has are left out. */
export function testsOf({ contrasts }: Pick<Report, 'contrasts'>, ids: readonly string[]): TestReport[] {
  const tests = new Map(contrasts.flatMap((contrast) => contrast.tests.map((test) => [test.id, test])));
  return ids.flatMap((id) => tests.get(id) ?? []);
}

/** Analyses of the panels and of their own pages in the order of the ids, those that found something. */
export function analysesOf(report: Pick<Report, 'page' | 'analyses'>, ids: readonly string[]): AnalysisSection[] {
  const all = [
    ...LENSES.flatMap((lens) => report.page(lens).analyses),
    ...report.analyses('journey'),
    ...report.analyses('voice'),
  ];
  return ids.flatMap((id) => all.find(({ metric }) => metric.id === id) ?? []);
}

/** Those that the data cannot give. */
export function missingOf({ metrics }: Pick<Report, 'metrics'>, ids: readonly string[]): MetricCard[] {
  return ids.flatMap((id) => metrics.find((metric) => metric.id === id && !metric.available) ?? []);
}
