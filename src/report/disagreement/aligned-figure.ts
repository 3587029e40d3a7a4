/**
 * The panels on one time axis, with the periods in which they part.
 */
import { yearEarlier } from '../../calendar/periods.ts';
import { cardOf, type ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Judge } from '../family.ts';
import { baseText, cellText, ESTIMATE_COLUMNS, estimateCells, figureBase, sourceLine } from '../figures/base.ts';
import { seriesFigure } from '../figures/series.ts';
import { chartGrain } from '../sections.ts';
import type { Comparison } from '../types/estimate.ts';
import type { AlignedFigure, SeriesFigure } from '../types/figure.ts';
import { capitalised } from '../wording/capitalised.ts';
import { midSentence, shortPhrase } from '../wording/headline.ts';
import { listed } from '../wording/list.ts';
import { type Moment, momentsOf, voicesOf } from './parted.ts';

/** Null where fewer than two panels have a course to set side by side. */
export function alignedFigure(context: ReportContext, store: EstimateStore, judge: Judge): AlignedFigure | null {
  const voices = voicesOf(store).map(({ metric }) => metric);
  const moments = momentsOf(context, store, judge);
  const grains = new Set(voices.map((metric) => chartGrain(context, store, metric)));
  // One axis has one grain: where one metric’s months are too thin, all stand by quarter.
  const grain = grains.size === 1 ? ([...grains][0] as 'month') : 'quarter';
  const rows = sameTime(voices.map((metric) => seriesFigure(context, store, { metric, where: {}, grain })));
  if (rows.length < 2 || moments.length === 0) return null;
  const parted = moments.filter(({ name }) => name !== null);
  const lead = rows.at(-1) as SeriesFigure;
  const cards = voices.map((metric) => cardOf(context, metric));
  const labels = cards.map(({ label }) => label);
  const minimumBase = context.config.minimum_base;
  return {
    kind: 'aligned',
    ...figureBase(
      context,
      lead.metric.id,
      {},
      'views',
      {
        columns: ['period', 'metric', ...ESTIMATE_COLUMNS, 'verdict', 'parted'],
        rows: moments.flatMap(({ period, changes, name }) =>
          changes.flatMap((change, index) => {
            if (change === null) return [];
            const metric = voices[index] as string;
            const cells = estimateCells(change.b, cardOf(context, metric).unit, minimumBase);
            return [[period.code, metric, ...cells, change.verdict, name ?? '']];
          }),
        ),
      },
      { compared: true },
    ),
    margin: cards.map(({ label, matters }) => `${label} ${matters}`).join(', '),
    source: sourceLine(context, cards),
    headline: headlineOf(parted, moments),
    subtitle: `${capitalised(listed(labels.map(midSentence), 'and'))} by ${grain}; band: 95% interval; shaded: a period in which one view clearly got better and another clearly worse`,
    summary: summaryOf(parted, moments),
    rows,
    bands: parted.map(({ period, changes, name }, index) => ({
      mark: String(index + 1),
      period,
      name: name ?? '',
      text: sentenceOf(changes, labels),
    })),
    table: {
      caption: `What became of each view, ${against(moments)}.`,
      columns: [
        { name: 'Period', numeric: false },
        ...labels.flatMap((label) => [
          { name: label, numeric: true },
          { name: `n (${label})`, numeric: true },
          { name: `Change of ${label}`, numeric: false },
        ]),
        { name: 'Views', numeric: false },
      ],
      rows: moments.map(({ period, changes, name }) => [
        period.label,
        ...changes.flatMap((change) =>
          change === null
            ? ['[x]', '[x]', 'nothing to compare']
            : [cellText(change.b), baseText(change.b, context.config), shortPhrase(change)],
        ),
        name ?? 'do not clearly part',
      ]),
    },
  };
}

/** Courses over the time that all of them cover. */
function sameTime(rows: readonly SeriesFigure[]): SeriesFigure[] {
  const filled = rows.filter(({ points }) => points.length > 1);
  const from = Math.max(...filled.map(({ points }) => points[0]?.period.start ?? 0));
  const to = Math.min(...filled.map(({ points }) => points.at(-1)?.period.end ?? 0));
  return filled
    .map((row) => ({
      ...row,
      points: row.points.filter(({ period }) => period.start >= from && period.end <= to),
      events: row.events.filter(({ at }) => at >= from && at < to),
    }))
    .filter(({ points }) => points.length > 1);
}

function headlineOf(parted: readonly Moment[], moments: readonly Moment[]): string {
  const last = moments.at(-1);
  const latest = parted.at(-1);
  if (latest === undefined) return 'The three views do not clearly part in any period';
  const when = latest.period.code === last?.period.code ? latest.period.label : `${latest.period.label}, but not since`;
  return `${latest.name}: ${when}`;
}

function summaryOf(parted: readonly Moment[], moments: readonly Moment[]): string {
  const total = moments.length;
  if (total === 1) {
    const found =
      parted.length === 0
        ? 'no view is shown to get better while another gets worse'
        : 'one view clearly got better while another clearly got worse';
    return `In the only period that can be set against another, ${found}.`;
  }
  if (parted.length === 0) {
    return `In none of ${total} periods, ${against(moments)}, is one view shown to get better while another gets worse.`;
  }
  return `In ${parted.length} of ${total} periods, ${against(moments)}, one view clearly got better while another clearly got worse.`;
}

function against(moments: readonly Moment[]): string {
  const change = moments.flatMap(({ changes }) => changes).find((each) => each !== null);
  const isYear = change !== undefined && change.a.period.code === yearEarlier(change.b.period);
  return isYear ? 'each against a year earlier' : 'each against the one before';
}

function sentenceOf(changes: readonly (Comparison | null)[], labels: readonly string[]): string {
  const clauses = changes.flatMap((change, index) =>
    change === null || change.tone === 'neutral' ? [] : [`${midSentence(labels[index] ?? '')} ${shortPhrase(change)}`],
  );
  return `${listed(clauses, 'and')}.`;
}
