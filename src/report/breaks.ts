/**
 * Breaks in series: days on which a figure began to be made otherwise, so that what lies before is never compared with what
 * lies after.
 */
import { formatDate, isoDate } from '../calendar/dates.ts';
import type { Period } from '../calendar/period.ts';
import { startOfDate } from '../calendar/zone.ts';
import { Mistake } from '../config/mistake.ts';
import { sameName } from '../config/values.ts';
import { once } from '../metrics/once.ts';
import type { ReportContext } from './context.ts';
import { concerns, resolveMetric } from './names.ts';
import { scaleChangesOf } from './scales.ts';
import { LENSES } from './types/estimate.ts';
import type { BreakReport } from './types/report.ts';
import { UNCOMPARED } from './wording/phrases.ts';

export interface Break {
  /** The first moment of the new definition. */
  readonly at: number;
  /** The day as `2026-04-01`, and in words. */
  readonly date: string;
  readonly dateWords: string;
  /** What changed. */
  readonly what: string;
}

/**
 * The breaks in the series of a metric, in order of time: those that are declared for it, for the metric it stands beside
 * and for its panel, and those where the data change to another scale.
 */
export function breaksOf(context: ReportContext, metric: string): readonly Break[] {
  const known = breaksByMetric(context);
  const breaks = known.get(metric) ?? findBreaks(context, metric);
  known.set(metric, breaks);
  return breaks;
}

/** Every comparison asks for them. */
const breaksByMetric = once((_: ReportContext) => new Map<string, readonly Break[]>());

function findBreaks(context: ReportContext, metric: string): readonly Break[] {
  const { breaks, time_zone: zone } = context.config;
  const declared = breaks
    .filter(({ metrics }) => metrics.some((name) => concerns(context, name, metric)))
    .map(({ date, what }) => {
      const at = startOfDate(zone, date);
      return { at, date, dateWords: formatDate(zone, at), what };
    });
  const found = scaleChangesOf(context, metric).map(({ last, first, what }) => {
    // A month in which nobody answered on the old scale any more belongs to the new one as a whole.
    const month = context.periods.month.find(({ start, end }) => first >= start && first < end);
    const at = month !== undefined && month.start > last ? month.start : first;
    return { at, date: isoDate(zone, at), dateWords: formatDate(zone, at), what };
  });
  return [...declared, ...found].sort((a, b) => a.at - b.at);
}

/**
 * The first break that parts two periods of a metric, or that lies within one of them: its figure then mixes both
 * definitions. Null where they may be compared.
 */
export function breakBetween(context: ReportContext, metric: string, a: Period, b: Period): Break | null {
  const [start, end] = [Math.min(a.start, b.start), Math.max(a.end, b.end)];
  return breaksOf(context, metric).find(({ at }) => at > start && at < end) ?? null;
}

/** Why nothing is said of a change across a break, to stand after the metric’s name. */
export function acrossWords({ dateWords, what }: Break): string {
  return UNCOMPARED.across(dateWords, what);
}

/** Every break with the metrics that it concerns, in order of time. */
export function allBreaks(context: ReportContext): readonly BreakReport[] {
  const found = [...context.cards.values()]
    .filter(({ available }) => available)
    .flatMap((card) => breaksOf(context, card.id).map((each) => ({ card, ...each })));
  const same = Map.groupBy(found, ({ at, what }) => `${at} ${what}`);
  return [...same.values()]
    .map((group) => {
      const { at, date, dateWords, what } = group[0] as (typeof group)[number];
      return { at, report: { date, dateWords, what, metrics: group.map(({ card }) => card) } };
    })
    .sort((a, b) => a.at - b.at)
    .map(({ report }) => report);
}

/** Names of metrics in breaks that do not exist, and days that the data do not reach, as mistakes. */
export function unfitBreaks(context: ReportContext): Mistake[] {
  const { breaks, time_zone: zone } = context.config;
  const { start, end } = context.metricContext.dataset.coverage;
  return breaks.flatMap(({ date, metrics, what }, index) => {
    const place = { file: 'content/report.yaml', field: `breaks[${index}]` };
    const at = startOfDate(zone, date);
    const outside =
      at > start && at < end
        ? []
        : [
            new Mistake({
              what: 'A break lies outside the days that the data cover',
              ...place,
              field: `${place.field}.date`,
              found: `${date}, ${what}`,
              expected: `a day after ${formatDate(zone, start)} and up to ${formatDate(zone, end - 1)}`,
              remedy: 'Correct the day, or take the break out: nothing lies on its other side.',
            }),
          ];
    const unknown = metrics
      .filter((name) => !(LENSES as readonly string[]).includes(sameName(name)))
      .flatMap((name) => {
        try {
          resolveMetric(context, name, { ...place, field: `${place.field}.metrics` });
          return [];
        } catch (error) {
          if (error instanceof Mistake) return [error];
          throw error;
        }
      });
    return [...outside, ...unknown];
  });
}
