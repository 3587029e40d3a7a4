/**
 * Customers by how their contacts went and whether they would recommend: a mosaic.
 */
import { type WatermelonCounts, watermelonCounts } from '../../metrics/experience/watermelon-counts.ts';
import { formatFor, type ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { MosaicFigure } from '../types/analysis-figure.ts';
import type { Estimate } from '../types/estimate.ts';
import { count, percent } from '../wording/format.ts';
import { figureBase } from './base.ts';

const METRIC = 'watermelon';

/** From the lower end of its interval on, contacts are said to be green outside and red inside. */
const TOLD_FROM = 0.1;

/** Everything the data cover, because few customers a period have two ratings; null for other metrics and small data. */
export function watermelonFigure(context: ReportContext, store: EstimateStore, metricId: string): MosaicFigure | null {
  if (metricId !== METRIC) return null;
  const { all } = context.analyses.span;
  const [whole, good, mixed] = [METRIC, 'watermelon_good', 'watermelon_mixed'].map((id) => store.estimate(id, {}, all));
  const { counts } = watermelonCounts(context.metricContext.dataset, { periods: [all], dimension: null, where: {} });
  const [parts] = counts;
  if (whole?.value === undefined || good?.value === undefined || mixed?.value === undefined || parts === undefined) {
    return null;
  }
  const columns = columnsOf(context, parts, good, mixed);
  return {
    kind: 'mosaic',
    ...figureBase(
      context,
      METRIC,
      {},
      'mosaic',
      {
        columns: ['contacts', 'answer', 'customers', 'share'],
        rows: columns.flatMap(({ label, parts: answers }) =>
          answers.map((answer) => [label, answer.label, answer.quantity.n ?? '', answer.quantity.value ?? '']),
        ),
      },
      { estimates: [good, mixed], base: whole.base, compared: false, uncompared: 'The parts are shown, not compared.' },
    ),
    headline: headlineOf(good),
    subtitle:
      `Customers with two ratings or more in the 180 days before their latest recommendation; ${all.label}; ${whole.base}; ` +
      'width: share of customers; height: share within the column',
    summary:
      `Of customers whose every contact went well, ${good.text} are detractors (${good.range}); of the others, ${mixed.text} (${mixed.range}). ` +
      `${independence(context, parts, whole)}`,
    columns,
    table: {
      caption: `Customers by contacts and by answer, ${all.label}.`,
      columns: [
        { name: 'Contacts', numeric: false },
        { name: 'Customers', numeric: true },
        { name: 'Share of customers', numeric: true },
        { name: 'Detractors', numeric: true },
        { name: '95% interval', numeric: true },
      ],
      rows: columns.map(({ label, share, parts: [detractors] }, index) => [
        label,
        count(index === 0 ? (good.n ?? 0) : (mixed.n ?? 0), context.config.locale),
        percent(share),
        detractors?.quantity.text ?? '',
        (index === 0 ? good : mixed).range,
      ]),
    },
  };
}

function columnsOf(
  context: ReportContext,
  { goodDetractors, goodOthers, mixedDetractors, mixedOthers }: WatermelonCounts,
  good: Estimate,
  mixed: Estimate,
): MosaicFigure['columns'] {
  const format = formatFor(context, METRIC);
  const everybody = goodDetractors + goodOthers + mixedDetractors + mixedOthers;
  const column = (label: string, estimate: Estimate, detractors: number, others: number) => {
    const n = detractors + others;
    return {
      label,
      share: n / everybody,
      text: percent(n / everybody),
      base: estimate.base,
      parts: [
        {
          label: 'Detractors',
          tone: 'negative' as const,
          quantity: { ...estimate, n: detractors },
        },
        {
          label: 'Passives and promoters',
          tone: 'positive' as const,
          quantity: {
            status: estimate.status,
            value: others / n,
            n: others,
            text: format.value(others / n),
            range: '',
            base: estimate.base,
          },
        },
      ],
    };
  };
  return [
    column('Every contact went well', good, goodDetractors, goodOthers),
    column('A contact went badly', mixed, mixedDetractors, mixedOthers),
  ];
}

function headlineOf(good: Estimate): string {
  return (good.low ?? 0) > TOLD_FROM
    ? `Green outside, red inside: ${good.text} are detractors though every contact went well`
    : `Of customers whose every contact went well, ${good.text} are detractors`;
}

/** Some are to be expected even if contacts said nothing of the answer. */
function independence(
  context: ReportContext,
  { goodDetractors, goodOthers, mixedDetractors, mixedOthers }: WatermelonCounts,
  whole: Estimate,
): string {
  const everybody = goodDetractors + goodOthers + mixedDetractors + mixedOthers;
  const expected = ((goodDetractors + goodOthers) / everybody) * ((goodDetractors + mixedDetractors) / everybody);
  return `Both together are ${whole.text} of customers; if contacts said nothing of the answer it would be ${formatFor(context, METRIC).value(expected)}.`;
}
