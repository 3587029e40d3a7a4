/**
 * A measure of operations over one of opinion, month by month on one time axis.
 */
import { type OperationsLead, operationsAhead } from '../../../contrasts/foresight/operations-ahead.ts';
import { cardOf, type ReportContext } from '../../context.ts';
import type { EstimateStore } from '../../estimates.ts';
import { baseText, cellText, ESTIMATE_COLUMNS, estimateCells, figureBase, sourceLine } from '../../figures/base.ts';
import { seriesFigure } from '../../figures/series.ts';
import type { AlignedFigure } from '../../types/figure.ts';

const ID = operationsAhead.analysis.id;

/** Null where one of the two may not be shown by month. */
export function operationsLines(
  context: ReportContext,
  store: EstimateStore,
  { ahead, behind, months }: OperationsLead,
): AlignedFigure | null {
  const metrics = [ahead, behind];
  if (metrics.some((metric) => store.isByQuarter(metric))) return null;
  const codes = new Set(months.map(({ code }) => code));
  const rows = metrics.map((metric) => {
    const figure = seriesFigure(context, store, { metric, where: {}, grain: 'month' });
    return { ...figure, points: figure.points.filter(({ period }) => codes.has(period.code)) };
  });
  const cards = metrics.map((metric) => cardOf(context, metric));
  const labels = cards.map(({ label }) => label);
  const span = `${months[0]?.label} to ${months.at(-1)?.label}`;
  return {
    kind: 'aligned',
    ...figureBase(
      context,
      ID,
      {},
      'by-month',
      {
        columns: ['period', 'metric', ...ESTIMATE_COLUMNS],
        rows: rows.flatMap(({ points, metric }) =>
          points.map((point) => [
            point.period.code,
            metric.id,
            ...estimateCells(point, metric.unit, context.config.minimum_base),
          ]),
        ),
      },
      { base: `n = ${months.length} months`, compared: false },
    ),
    source: sourceLine(context, cards),
    headline: `${labels[0]} and ${labels[1]}, month by month`,
    subtitle: `${labels[0]} over ${labels[1]}, ${span}; n = ${months.length} months; band: 95% interval`,
    summary: 'What the two have in common is told by the correlations of their changes, not by the look of the lines.',
    rows,
    bands: [],
    table: {
      caption: `${labels[0]} and ${labels[1]} by month, ${span}.`,
      columns: [
        { name: 'Month', numeric: false },
        ...labels.flatMap((label) => [
          { name: label, numeric: true },
          { name: `n (${label})`, numeric: true },
        ]),
      ],
      rows: months.map(({ code, label }) => [
        label,
        ...rows.flatMap(({ points }) => {
          const point = points.find(({ period }) => period.code === code);
          return point === undefined ? ['[x]', '[x]'] : [cellText(point), baseText(point, context.config)];
        }),
      ]),
    },
  };
}
