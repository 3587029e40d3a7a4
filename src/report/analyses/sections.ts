/**
 * What a panel's page shows of its analyses.
 */
import { isLack } from '../../metrics/analysis.ts';
import { cardOf, type ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Lens, Verdict } from '../types/estimate.ts';
import type { MetricCard } from '../types/metric-card.ts';
import type { AnalysisSection } from '../types/page.ts';
import { findingId } from './findings.ts';
import type { AnalysisNumber, Shown } from './view.ts';
import { VIEWS } from './views.ts';

/** Gives the verdict on what an analysis of a panel found. */
export interface FindingJudge {
  verdict(lens: Lens, finding: string): Verdict;
}

export interface AnalysisSections {
  readonly sections: readonly AnalysisSection[];
  readonly numbers: readonly AnalysisNumber[];
  /** Analyses that the data cannot give, with what they need. */
  readonly unavailable: readonly MetricCard[];
}

/** The analyses of one panel, in words and figures. */
export function analysisSections(
  context: ReportContext,
  store: EstimateStore,
  judge: FindingJudge,
  lens: Lens,
): AnalysisSections {
  const views = VIEWS.filter(({ analysis }) => analysis.lens === lens);
  const shown = views.flatMap((view): { metric: MetricCard; on: AnalysisSection['on']; shown: Shown }[] => {
    const { id } = view.analysis;
    const result = context.analyses.result(view.analysis);
    if (isLack(result)) return [];
    const desk = { context, store, verdict: (name: string) => judge.verdict(lens, findingId(id, name)) };
    const found = view.show(result, desk);
    return found === null ? [] : [{ metric: cardOf(context, id), on: view.on ?? '', shown: found }];
  });
  return {
    sections: shown.map(({ metric, on, shown: { numbers: _, ...found } }) => ({ metric, on, ...found })),
    numbers: shown.flatMap(({ shown: { numbers } }) => numbers.map((number) => ({ ...number, lens }))),
    unavailable: views.map(({ analysis }) => cardOf(context, analysis.id)).filter(({ available }) => !available),
  };
}
