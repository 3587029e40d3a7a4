/**
 * How long something takes: the share done within each span of time.
 */
import { during, type Period } from '../../calendar/period.ts';
import type { Clock } from '../../dataset/part.ts';
import { type CurveOf, durationCurves } from '../../metrics/durations.ts';
import { cardOf, type ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { DurationFigure } from '../types/figure.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { duration, percent } from '../wording/format.ts';
import { listed } from '../wording/list.ts';
import { figureBase } from './base.ts';
import { rowsElsewhere } from './note.ts';

/** Metrics whose section shows a curve, and what is done when the wait ends. */
const WAITS: Readonly<Record<string, { wait: CurveOf; clock: Clock; done: string }>> = {
  first_response_median: { wait: 'first_response', clock: 'calendar', done: 'answered' },
  resolution_median: { wait: 'resolution', clock: 'calendar', done: 'solved' },
};

/** Whether a figure shows how long all of the waits behind a metric took. */
export function hasCurve(metricId: string): boolean {
  return WAITS[metricId] !== undefined;
}

/** The curve of one period; null for metrics without one and where too few customers are behind it. */
export function durationFigure(
  context: ReportContext,
  store: EstimateStore,
  metricId: string,
  period: Period,
): DurationFigure | null {
  const about = WAITS[metricId];
  if (about === undefined) return null;
  const median = store.estimate(metricId, {}, period);
  const p90 = store.estimate(metricId.replace(/_median$/, '_p90'), {}, period);
  const [curve] = durationCurves(context.metricContext, about.wait, about.clock, {
    periods: [period],
    dimension: null,
    where: {},
  }).curves;
  if (curve === undefined || median.value === undefined || curve.curve.length < 2) return null;
  const card = cardOf(context, metricId);
  const points = curve.curve;
  return {
    kind: 'durations',
    ...figureBase(
      context,
      metricId,
      {},
      'curve',
      {
        columns: ['period', 'seconds', 'share'],
        rows: points.map(({ seconds, share }) => [period.code, seconds, share]),
      },
      {
        estimates: [median, p90],
        base: median.base,
        elsewhere: rowsElsewhere(context, store, median),
        compared: false,
        uncompared: 'None: the curve is shown, not compared.',
      },
    ),
    curve: points,
    median,
    p90,
    headline: headline(median.text, p90.value === undefined ? null : p90.text, about.done),
    subtitle: `Share of tickets ${about.done} within a given time, ${period.label}; ${median.base}; ${card.basis}; log scale`,
    summary: summary(card, points, about.done, during(period)),
    table: {
      caption: `Share of tickets ${about.done} within a given time, ${period.label}.`,
      columns: [
        { name: 'Within', numeric: false },
        { name: `Share ${about.done}`, numeric: true },
      ],
      rows: points.map(({ seconds, share }) => [duration(seconds), percent(share)]),
    },
  };
}

function headline(median: string, p90: string | null, done: string): string {
  const rest = p90 === null ? '' : `, nine in ten within ${p90}`;
  return `Half of tickets are ${done} within ${median}${rest}`;
}

/** Spans that people think in: an hour, a working day's morning, a day, a week. */
const NAMED_SPANS = [3600, 4 * 3600, 86_400, 7 * 86_400];

function summary(card: MetricCard, points: DurationFigure['curve'], done: string, when: string): string {
  const named = points.filter(({ seconds, share }) => NAMED_SPANS.includes(seconds) && share > 0 && share < 1);
  if (named.length === 0)
    return `${card.name}, tickets created ${when}; the table holds the share ${done} within each span.`;
  const parts = named.map(
    ({ seconds, share }, index) => `${percent(share)}${index === 0 ? ` were ${done}` : ''} within ${duration(seconds)}`,
  );
  return `Of the tickets created ${when}, ${listed(parts, 'and')}.`;
}
