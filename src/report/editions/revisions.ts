/**
 * Figures of one and the same period that read otherwise than the last edition published them.
 */
import type { ReportConfig } from '../../config/report.schema.ts';
import type { Dimension } from '../../dataset/dataset.ts';
import { cardOf, formatFor, type ReportContext } from '../context.ts';
import { toCsv } from '../csv.ts';
import { UNITS } from '../downloads/estimates-csv.ts';
import type { EstimateStore } from '../estimates.ts';
import { FLAGS } from '../estimates.ts';
import { marginOf } from '../family.ts';
import { filterWords } from '../figures/base.ts';
import { periodOfCode } from '../period-of-code.ts';
import type { Revision, RevisionReason, Revisions } from '../types/edition.ts';
import type { Estimate } from '../types/estimate.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { sizeInMargins } from '../verdict.ts';
import { REASONS, reasonWords, revisionsSummary } from '../wording/changes.ts';
import { count, type Format } from '../wording/format.ts';
import { changeOfDefinition } from './definition-changes.ts';
import type { Edition } from './edition.schema.ts';
import { asPrinted, roundedBase } from './record-edition.ts';
import { type RecordedFigure, recordedDefinition } from './recorded.ts';

/** Most revisions that the page shows; the download has them all. */
const MOST_SHOWN = 20;

interface Found extends Omit<Revision, 'metric' | 'who' | 'period'> {
  readonly metric: string;
  readonly dimension: string;
  readonly value: string;
  readonly period: string;
  readonly then: RecordedFigure;
  readonly today: Estimate;
  /** In margins. */
  readonly size: number;
}

/** Every figure of a period that was complete then, as published and as it reads now. */
export function revisions(context: ReportContext, store: EstimateStore, edition: Edition): Revisions {
  const { config } = context;
  let compared = 0;
  const found: Found[] = [];
  for (const [metric, dimension, value, , figures] of edition.estimates) {
    if (!context.metrics.has(metric) || store.unavailable(metric) !== null) continue;
    const card = cardOf(context, metric);
    if (recordedDefinition(edition, metric) === undefined || changeOfDefinition(edition, card) !== null) continue;
    const where = dimension === '' ? {} : { [dimension]: value };
    const isNamed = dimension === '' || store.values(metric, dimension as Dimension).includes(value);
    for (const [period, status, n, estimate, , , method] of figures) {
      // The whole time grows with every edition, and what was not complete then was said to be so.
      if (period === 'all' || (status !== 'ok' && status !== 'low_base')) continue;
      const now = periodOfCode(context, period);
      if (now === undefined || now.partial) continue;
      compared += 1;
      const then = { period, status, n, value: estimate, method };
      const today = store.estimate(metric, where, now);
      const revision = revisionOf(then, isNamed ? today : null, card, formatFor(context, metric), config);
      if (revision === null) continue;
      found.push({ ...revision, metric, dimension, value, then, today, size: sizeOf(context, metric, then, today) });
    }
  }
  const isPrinted = ({ reason }: Found) => reason !== 'kept back' && reason !== 'no longer there';
  const printed = found.filter(isPrinted);
  const reasons = [...Map.groupBy(printed, ({ reason }) => reason)]
    .map(([reason, { length }]) => ({ words: REASONS[reason], count: length }))
    .sort((a, b) => b.count - a.count);
  const text = found.length === 0 ? '' : tableOf(context, found);
  return {
    compared,
    reasons,
    total: printed.length,
    summary: revisionsSummary(compared, printed.length, found.length - printed.length),
    shown: printed
      .toSorted((a, b) => b.size - a.size)
      .slice(0, MOST_SHOWN)
      .map(({ metric, dimension, value, period, then: _, today: __, size: ___, ...said }) => ({
        ...said,
        metric: cardOf(context, metric).label,
        who: dimension === '' ? '' : filterWords({ [dimension]: value }),
        period: periodOfCode(context, period)?.label ?? period,
      })),
    csv: text === '' ? null : { path: '/data/changes.csv', text, bytes: Buffer.byteLength(text) },
  };
}

/** What became of one figure; null where it reads as it was published. @param now null where its group is no longer named. */
export function revisionOf(
  then: RecordedFigure,
  now: Estimate | null,
  { counts, unit }: Pick<MetricCard, 'counts' | 'unit'>,
  format: Format,
  { locale }: Pick<ReportConfig, 'locale'>,
): Omit<Revision, 'metric' | 'who'> | null {
  const reason = reasonOf(then, now, UNITS[unit]);
  if (reason === null) return null;
  return {
    period: then.period,
    before: then.value === null ? '' : format.value(then.value),
    beforeN: count(then.n ?? 0, locale),
    now: now === null ? FLAGS.no_data : now.value === undefined ? FLAGS[now.status] : now.text,
    nowN:
      now === null ? FLAGS.no_data : now.n === undefined ? FLAGS[now.status] : count(roundedBase(now.n) ?? 0, locale),
    reason,
    reasonWords: reasonWords(reason, counts),
  };
}

/** Nothing where both print alike: a row more or less that moves no figure is no revision. */
function reasonOf(then: RecordedFigure, now: Estimate | null, unit: string): RevisionReason | null {
  if (now === null || now.status === 'no_data' || now.status === 'not_applicable') return 'no longer there';
  if (now.status === 'suppressed') return 'kept back';
  if (now.value === undefined || then.value === null || asPrinted(now.value, unit) === then.value) return null;
  const n = roundedBase(now.n ?? null);
  return n === then.n || n === null || then.n === null ? 'rows changed' : n > then.n ? 'more rows' : 'fewer rows';
}

/** How far the two lie apart, in margins; what is kept back or gone comes last. */
function sizeOf(context: ReportContext, metric: string, then: RecordedFigure, { value }: Estimate): number {
  if (value === undefined || then.value === null) return 0;
  const margin = marginOf(context, metric) ?? Math.max(1, Math.abs(then.value));
  const { unit } = cardOf(context, metric);
  if (unit !== 'duration') return sizeInMargins(value - then.value, margin, unit);
  return value > 0 && then.value > 0 ? sizeInMargins(value / then.value, margin, unit) : 0;
}

const COLUMNS = ['metric', 'dimension', 'value', 'period', 'n_published', 'published', 'n_now', 'now', 'reason'];

function tableOf(context: ReportContext, found: readonly Found[]): string {
  const { config } = context;
  return toCsv(
    COLUMNS,
    found.map(({ metric, dimension, value, period, then, today, reason }) => [
      metric,
      dimension,
      value,
      period,
      then.n ?? '',
      then.value ?? '',
      reason === 'no longer there'
        ? ''
        : today.status === 'suppressed'
          ? `<${config.minimum_base}`
          : (roundedBase(today.n ?? null) ?? ''),
      reason === 'no longer there' ? '' : (asPrinted(today.value ?? null, UNITS[cardOf(context, metric).unit]) ?? ''),
      reason,
    ]),
  );
}
