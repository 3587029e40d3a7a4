/**
 * Whether satisfaction moves ahead of recommendation, in words and a lag plot.
 */
import { type LeadResult, lead } from '../../metrics/experience/lead.ts';
import { cardOf, type ReportContext } from '../context.ts';
import { figureBase } from '../figures/base.ts';
import type { LagFigure } from '../types/analysis-figure.ts';
import { signed } from '../wording/format.ts';
import type { AnalysisView, Desk, Shown } from './view.ts';

export const leadView: AnalysisView<LeadResult> = {
  analysis: lead,
  charts: 'lag plot',
  // Never equivalent: that series do not move together at any lag is more than months can show.
  differences: ({ strongest, p }) => ({
    strongest: { difference: strongest.correlation, low: -1, high: 1, low90: -1, high90: 1, p },
  }),
  show,
};

function show(result: LeadResult, { context, verdict }: Desk): Shown {
  const { strongest } = result;
  const isShown = verdict('strongest') === 'different';
  const headline =
    isShown && strongest.lag > 0 && strongest.correlation > 0
      ? `CSAT moves ${months(strongest.lag)} ahead of NPS`
      : 'These months do not show that CSAT moves ahead of NPS';
  return {
    headline,
    sentences: [
      `Over ${result.months.length} months in a row, changes of the two go together most closely at a lag of ${months(Math.abs(strongest.lag))}${strongest.lag === 0 ? '' : strongest.lag > 0 ? ', CSAT first' : ', NPS first'} (r = ${signed(strongest.correlation, 2)}).`,
      `Unrelated series that persist as long reach ${result.bound.toFixed(2)} at some lag in 5 of 100 pairs.`,
      isShown && !(strongest.lag > 0 && strongest.correlation > 0)
        ? 'The two move together, but not in the direction that was fixed beforehand.'
        : 'Moving together is no evidence that one brings about the other.',
    ],
    figures: [figureOf(context, result, headline)],
    numbers: [],
  };
}

function months(lag: number): string {
  return `${lag} ${lag === 1 ? 'month' : 'months'}`;
}

function figureOf(context: ReportContext, result: LeadResult, headline: string): LagFigure {
  const card = cardOf(context, 'lead');
  const [first, last] = [result.months[0], result.months.at(-1)];
  return {
    kind: 'lag',
    ...figureBase(
      context,
      'lead',
      {},
      'by-lag',
      {
        columns: ['lag_months', 'correlation'],
        rows: result.lags.map(({ lag, correlation }) => [lag, correlation]),
      },
      { base: `n = ${result.months.length} months` },
    ),
    headline,
    subtitle: `${card.label} of CSAT and NPS by lag in months; ${first?.label} to ${last?.label}; band: what 95 of 100 pairs of unrelated series keep to`,
    summary: `Largest at ${months(Math.abs(result.strongest.lag))} (r = ${signed(result.strongest.correlation, 2)}); the band ends at ±${result.bound.toFixed(2)}.`,
    lags: result.lags,
    bound: result.bound,
    names: ['CSAT', 'NPS'],
    table: {
      caption: `Correlation of monthly changes of CSAT and NPS by lag, ${first?.label} to ${last?.label}. Above 0 CSAT moves first.`,
      columns: [
        { name: 'Lag in months', numeric: false },
        { name: 'Correlation', numeric: true },
      ],
      rows: result.lags.map(({ lag, correlation }) => [signed(lag, 0), signed(correlation, 2)]),
    },
  };
}
