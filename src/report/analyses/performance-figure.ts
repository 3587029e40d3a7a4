/**
 * How much each driver goes with the recommendation, against for how many customers it went well.
 */
import type { DriverShare } from '../../metrics/experience/drivers.ts';
import { cardOf, type ReportContext } from '../context.ts';
import { figureBase } from '../figures/base.ts';
import type { Quantity, ScatterFigure } from '../types/analysis-figure.ts';
import { count, formatOf } from '../wording/format.ts';
import { midSentence } from '../wording/headline.ts';
import { listed } from '../wording/list.ts';
import { quantityOf } from './quantity.ts';

/** Drivers in the order of their shares. */
export function performanceFigure(
  context: ReportContext,
  bars: readonly { readonly driver: DriverShare; readonly quantity: Quantity }[],
): ScatterFigure {
  const { all } = context.analyses.span;
  const card = cardOf(context, 'drivers');
  const format = formatOf('share', context.config.locale);
  const customers = bars[0]?.quantity.n ?? 0;
  const points = bars.map(({ driver, quantity }, index) => ({
    label: driver.name,
    well: driver.performance.well,
    up: quantity,
    strong: index === 0,
    across: quantityOf(context, format, {
      ...driver.performance,
      value: driver.performance.share,
      n: customers,
      customers,
      counts: card.counts,
    }),
  }));
  const base = `n = ${count(customers, context.config.locale)} customers`;
  return {
    kind: 'scatter',
    ...figureBase(
      context,
      'drivers',
      {},
      'performance',
      {
        columns: ['driver', 'n', 'share_of_r2', 'share_low', 'share_high', 'went_well', 'well_low', 'well_high'],
        rows: points.map(({ up, across }, index) => [
          bars[index]?.driver.id ?? '',
          up.n ?? '',
          ...[up, across].flatMap(({ value, low, high }) => [value ?? '', low ?? '', high ?? '']),
        ]),
      },
      { base, compared: false, uncompared: 'Places are shown with both intervals, not compared.' },
    ),
    headline: headlineOf(points),
    subtitle: `Share of R² against the share of customers for whom it went well; ${all.label}; ${base}; lines: 95% intervals`,
    summary: `Well is ${listed(
      points.map(({ label, well }) => `${well} (${midSentence(label)})`),
      'and',
    )}.`,
    units: ['share', 'share'],
    names: ['Went well, share of customers', 'Share of R²'],
    points: points.map(({ label, across, up, strong }) => ({ label, across, up, strong })),
    table: {
      caption: `What goes with the recommendation, and how often it went well, ${all.label}.`,
      columns: [
        { name: 'Driver', numeric: false },
        { name: 'Share of R²', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'Went well', numeric: true },
        { name: '95% interval of that', numeric: true },
        { name: 'Well is', numeric: false },
      ],
      rows: points.map(({ label, up, across, well }) => [label, up.text, up.range, across.text, across.range, well]),
    },
  };
}

/** What goes most with the recommendation, and whether it went well more often or more seldom than the others. */
function headlineOf(points: readonly { readonly label: string; readonly across: Quantity }[]): string {
  const [first, ...others] = points;
  const low = first?.across.low;
  const high = first?.across.high;
  if (first === undefined || low === undefined || high === undefined) return 'Nothing can be placed';
  const ends = others.map(({ across }) => [across.low ?? 0, across.high ?? 1] as const);
  if (ends.every(([from]) => high < from)) return `${first.label} counts most and went well for the fewest`;
  if (ends.every(([, to]) => low > to)) return `${first.label} counts most and went well for the most`;
  return `${first.label} counts most; it went well for ${first.across.text} of customers`;
}
