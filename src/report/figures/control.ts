/**
 * A metric's months between the limits of what chance alone does.
 */
import { during } from '../../calendar/period.ts';
import { breaksOf } from '../breaks.ts';
import { cardOf, formatFor, type ReportContext } from '../context.ts';
import type { ControlFigure } from '../types/analysis-figure.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { listed } from '../wording/list.ts';
import { baseText, cellText, ESTIMATE_COLUMNS, estimateCells, figureBase, flagNote } from './base.ts';
import { type ControlCourse, FEWEST_MONTHS } from './control-course.ts';
import { eventsWithin } from './events.ts';

/** What is said of a metric whose months hold no signal, in place of the chart. */
export function steadySentence({ months }: ControlCourse): string {
  const drawn = months.filter(({ limits }) => limits !== null).length;
  return `Its ${drawn} months move no more than chance moves them.`;
}

/** The chart, for a course with a signal or without. */
export function controlFigure(context: ReportContext, metricId: string, course: ControlCourse): ControlFigure {
  const card = cardOf(context, metricId);
  const { minimum_base } = context.config;
  const format = formatFor(context, metricId);
  const shown = trimmed(course);
  const estimates = shown.map(({ estimate }) => estimate);
  const note = flagNote(estimates, minimum_base);
  const { change } = course;
  const since = breaksOf(context, metricId).at(-1);
  return {
    kind: 'control',
    ...figureBase(
      context,
      metricId,
      {},
      'control',
      {
        columns: ['period', ...ESTIMATE_COLUMNS, 'limit_low', 'limit_high', 'signal'],
        rows: shown.map(({ period, estimate, limits, signal }) => [
          period.code,
          ...estimateCells(estimate, card.unit, minimum_base),
          limits?.low ?? '',
          limits?.high ?? '',
          signal ?? '',
        ]),
      },
      { estimates, compared: false, uncompared: 'Months are judged by the limits of the chart, not by a margin.' },
    ),
    unit: card.unit,
    headline: headlineOf(card, course),
    subtitle: [
      `${card.name} by month`,
      ...(card.basis === '' ? [] : [card.basis]),
      ...(since === undefined ? [] : [`since ${since.dateWords}, when its definition changed`]),
      `${course.chart}: centre and limits from the first ${course.baseline} months${course.firm ? '' : ', not yet firm'}`,
      'between the limits lies what chance alone does',
    ].join('; '),
    summary: summaryOf(course, format.value),
    points: shown.map(({ period, estimate, limits, signal }) => ({
      period,
      estimate,
      ...(limits === null ? {} : { limits }),
      signal,
    })),
    baseline: course.baseline,
    centre: course.centre,
    centreText: format.value(course.centre),
    firm: course.firm,
    change: change === null ? null : { from: change.from, to: change.to, text: 'Changed here' },
    events: eventsWithin(context, metricId, estimates),
    table: {
      caption: `${card.name} by month, with limits.${note === '' ? '' : ` ${note}`}`,
      columns: [
        { name: 'Month', numeric: false },
        { name: card.label, numeric: true },
        { name: 'Limits', numeric: true },
        { name: `n (${card.counts})`, numeric: true },
        { name: 'Signal', numeric: false },
      ],
      rows: shown.map(({ period, estimate, limits, signal }) => [
        period.label,
        cellText(estimate),
        limits === null ? '' : format.range(limits.low, limits.high),
        baseText(estimate, context.config),
        signal === 'outside' ? 'outside the limits' : signal === 'run' ? 'part of a run' : 'none',
      ]),
    },
  };
}

/** Without the months before the first figure and after the last. */
function trimmed({ months }: ControlCourse): ControlCourse['months'] {
  const holds = ({ estimate }: ControlCourse['months'][number]) => estimate.status !== 'no_data';
  return months.slice(months.findIndex(holds), months.findLastIndex(holds) + 1);
}

function headlineOf({ label }: MetricCard, course: ControlCourse): string {
  const { change, signalled, months } = course;
  if (!signalled) return `${label} moves no more from month to month than chance moves it`;
  if (change !== null) return `${label} changed ${whenOf(change.from.label, change.to.label)}`;
  const outside = months.filter(({ signal }) => signal === 'outside');
  if (outside.length === 0) return `${label} drifts: its months keep to one side for longer than chance allows`;
  const [only] = outside;
  return outside.length === 1
    ? `${label} left its usual range ${during(only?.period as (typeof months)[number]['period'])}`
    : `${label} left its usual range in ${outside.length} months`;
}

function whenOf(from: string, to: string): string {
  return from === to ? `in ${from}` : `between ${from} and ${to}`;
}

function summaryOf(course: ControlCourse, text: (value: number) => string): string {
  const { months, change, firm, fewCrossings } = course;
  const outside = months.filter(({ signal }) => signal === 'outside');
  const run = months.filter(({ signal }) => signal === 'run');
  const parts = [
    outside.length === 0
      ? 'No month lies outside the limits.'
      : `Outside the limits: ${listed(
          outside.map(({ period, estimate }) => `${period.label} (${estimate.text})`),
          'and',
        )}.`,
    run.length > 0 || fewCrossings ? 'The months keep to one side of their median for longer than chance allows.' : '',
    change === null
      ? ''
      : `Before the change it stood at about ${text(change.before)}, since then at about ${text(change.after)}.`,
    firm ? '' : `With fewer than ${FEWEST_MONTHS.firm} months the limits are not firm.`,
    course.seasonal
      ? 'What each month of the year does by itself is in the limits.'
      : 'With less than three years a season cannot be told from a change.',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
