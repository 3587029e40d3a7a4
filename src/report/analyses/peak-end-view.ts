/**
 * Mean, worst and last contact in words and bars.
 */
import { FEWEST_COURSES, type FeatureShare, type PeakEndResult, peakEnd } from '../../metrics/experience/peak-end.ts';
import { cardOf, formatFor, type ReportContext } from '../context.ts';
import { baseText, ESTIMATE_COLUMNS, figureBase } from '../figures/base.ts';
import type { DriversFigure, Quantity } from '../types/analysis-figure.ts';
import { count } from '../wording/format.ts';
import { quantityOf } from './quantity.ts';
import type { AnalysisView, Desk, Shown } from './view.ts';

export const peakEndView: AnalysisView<PeakEndResult> = { analysis: peakEnd, charts: 'bars', show };

/** What each of three features would have if all weighed alike. */
const EVEN_SHARE = 1 / 3;

interface Bar {
  readonly id: string;
  readonly label: string;
  readonly feature: FeatureShare;
  readonly quantity: Quantity;
}

function show(result: PeakEndResult, { context }: Desk): Shown | null {
  const card = cardOf(context, 'peak_end');
  const format = formatFor(context, 'peak_end');
  const { customers } = result;
  const bars = (
    [
      ['mean', 'Mean of all contacts', result.mean],
      ['worst', 'Worst contact', result.worst],
      ['end', 'Last contact', result.end],
    ] as const
  ).map(([id, label, feature]): Bar => {
    const quantity = quantityOf(context, format, {
      ...feature,
      value: feature.share,
      n: customers,
      customers,
      counts: card.counts,
      isLowBase: customers < FEWEST_COURSES.compare,
    });
    return { id, label, feature, quantity };
  });
  if (bars.some(({ quantity }) => quantity.value === undefined)) return null;
  const headline = headlineOf(result);
  return {
    headline,
    sentences: sentencesOf(result, bars, context),
    figures: [figureOf(context, result, bars)],
    numbers: bars.map(({ id, quantity }) => ({
      metric: 'peak_end_share',
      dimension: 'feature',
      value: id,
      period: context.analyses.span.all,
      quantity,
      unit: card.unit,
      method: 'lmg',
    })),
  };
}

function headlineOf({ customers, end, worst }: PeakEndResult): string {
  if (customers < FEWEST_COURSES.compare) return 'Too few customers to say which contact goes most with recommending';
  if (end.low > EVEN_SHARE) return 'The last contact goes most with whether customers recommend';
  if (worst.low > EVEN_SHARE) return 'The worst contact goes most with whether customers recommend';
  return 'No single contact is shown to matter more than the mean of all';
}

function sentencesOf(result: PeakEndResult, bars: readonly Bar[], { config }: ReportContext): string[] {
  const part = ({ label, quantity }: Bar) => `${label.toLowerCase()} ${quantity.text} (${quantity.range})`;
  return [
    `Of ${count(result.customers, config.locale)} customers with three ratings or more, mean, worst and last contact explain R² ${result.r2.toFixed(2)} of the differences in recommending.`,
    `The explained part divides into ${bars.map(part).join(', ')}.`,
    `The mean alone has R² ${result.r2OfMean.toFixed(2)}, peak and end ${result.r2OfPeakEnd.toFixed(2)}.`,
    ...(result.end.low > EVEN_SHARE ? [] : ['That the last contact counts for more than its third is not shown.']),
  ];
}

function figureOf(context: ReportContext, result: PeakEndResult, bars: readonly Bar[]): DriversFigure {
  const { all } = context.analyses.span;
  const card = cardOf(context, 'peak_end');
  const sorted = bars.toSorted((a, b) => b.feature.share - a.feature.share);
  return {
    kind: 'drivers',
    ...figureBase(
      context,
      'peak_end',
      {},
      'shares',
      {
        columns: ['feature', ...ESTIMATE_COLUMNS],
        rows: sorted.map(({ id, quantity }) => [
          id,
          quantity.n ?? '',
          quantity.value ?? '',
          quantity.low ?? '',
          quantity.high ?? '',
          card.unit,
          quantity.status,
          'lmg',
        ]),
      },
      { base: `n = ${count(result.customers, context.config.locale)} customers` },
    ),
    unit: card.unit,
    headline: `The explained part is ${sorted.map(({ label, quantity }) => `${quantity.text} ${label.toLowerCase()}`).join(', ')}`,
    subtitle: `Association shares: part of R² that each accounts for; ${all.label}; n = ${count(result.customers, context.config.locale)} customers; bar: 95% interval`,
    summary: `${sorted.map(({ label, quantity }) => `${label} ${quantity.text} (${quantity.range})`).join('; ')}.`,
    bars: sorted.map(({ label, quantity, feature }) => ({ label, quantity, clear: feature.low > EVEN_SHARE })),
    totalText: `R² ${result.r2.toFixed(2)}`,
    table: {
      caption: `Shares of R², ${all.label}. R² of the three together is ${result.r2.toFixed(2)}.`,
      columns: [
        { name: 'Contact', numeric: false },
        { name: 'Share of R²', numeric: true },
        { name: '95% interval', numeric: true },
        { name: `n (${card.counts})`, numeric: true },
      ],
      rows: sorted.map(({ label, quantity }) => [
        label,
        quantity.text,
        quantity.range,
        baseText(quantity, context.config),
      ]),
    },
  };
}
