/**
 * C9b in words, with a bar of hours a topic.
 */
import { formatDate } from '../../../calendar/dates.ts';
import {
  FEWEST_OF_TOPIC,
  type TimeParts,
  type WhereTimeGoes,
  whereTimeGoes,
} from '../../../contrasts/teams/where-time-goes.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { shownRows } from '../../disclosure/parts.ts';
import { ESTIMATE_COLUMNS, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { StackFigure } from '../../types/contrast-figure.ts';
import { count, formatOf, percent } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = whereTimeGoes.analysis.id;
const HALF = 0.5;
const MOST_BARS = 12;

/** Departments outside support that are named in a sentence. */
const MOST_NAMED = 3;

export const whereTimeGoesView: TestView<WhereTimeGoes> = { test: whereTimeGoes, charts: 'stack', answer };

function answer(result: WhereTimeGoes, { context }: TestDesk): WrittenAnswer | null {
  const { config, analyses } = context;
  const { outside, all, clock } = result;
  const quantity = quantityOf(context, formatFor(context, ID), {
    value: outside.share,
    low: outside.low,
    high: outside.high,
    n: all.tickets,
    customers: all.customers,
    counts: 'tickets',
  });
  if (quantity.value === undefined) return null;
  const ends = `${percent(outside.low)} to ${percent(outside.high)}`;
  const where = outside.low > HALF ? 'most of it' : outside.high < HALF ? 'less than half of it' : 'about half of it';
  const named = shownRows(result.others, ({ customers }) => customers, config.minimum_base).slice(0, MOST_NAMED);
  return {
    reading: outside.low > HALF ? 'supports' : 'describes',
    verdict: 'untested',
    headline: `${ends} of the wait is outside support`,
    statement: `${ends} of the wait for a solution is outside support, ${where}, counted ${clockWords(context, clock)}.`,
    sentences: [
      ...(named.length === 0
        ? []
        : [
            `Outside support the most time lies with ${listed(
              named.map(({ label, share }) => `${label} (${percent(share)} of the wait)`),
              'and',
            )}.`,
          ]),
      `Nobody has a ticket for ${formatOf('duration', config.locale).value(all.unassigned)} on average, and for ${formatOf('duration', config.locale).value(all.waiting)} the customer’s answer is awaited, which is not part of the wait.`,
      clock === 'business'
        ? 'One clock runs for all departments.'
        : 'No business hours are configured, so nights and weekends count as well.',
    ],
    effect: { name: 'Share of the wait outside support', quantity, unit: 'share', method: 'bootstrap' },
    figures: [stack(context, result)],
    numbers: [
      { metric: ID, dimension: '', value: '', period: analyses.span.all, quantity, unit: 'share', method: 'bootstrap' },
      ...named.map(({ label, share, tickets, customers }) => ({
        metric: `${ID}_department`,
        dimension: 'department',
        value: label,
        period: analyses.span.all,
        quantity: quantityOf(context, formatFor(context, ID), {
          value: share,
          n: tickets,
          customers,
          counts: 'tickets',
        }),
        unit: 'share' as const,
        method: 'ratio',
      })),
    ],
  };
}

/** The clock as the sentence names it. */
function clockWords({ metricContext: { workingTime } }: ReportContext, clock: WhereTimeGoes['clock']): string {
  return clock === 'calendar' || workingTime === null ? 'around the clock' : 'in business hours';
}

const PARTS = [
  { label: 'Support', role: 'main' },
  { label: 'Other departments', role: 'second' },
  { label: 'With nobody', role: 'unassigned' },
  { label: 'Waiting for the customer', role: 'waiting' },
] as const;

function quantitiesOf(context: ReportContext, parts: TimeParts): Quantity[] {
  const { support, others, unassigned, waiting, tickets, customers } = parts;
  const format = formatOf('duration', context.config.locale);
  return [support, others, unassigned, waiting].map((value) =>
    quantityOf(context, format, { value, n: tickets, customers, counts: 'tickets' }),
  );
}

function stack(context: ReportContext, { all, topics, clock, outside, from, to }: WhereTimeGoes): StackFigure {
  const { config } = context;
  const shown = shownRows(topics, ({ customers }) => customers, config.minimum_base).filter(
    ({ tickets }) => tickets >= FEWEST_OF_TOPIC,
  );
  const largest = new Set(shown.toSorted((a, b) => b.tickets - a.tickets).slice(0, MOST_BARS));
  const bars = [{ label: 'All topics', ...all }, ...shown.filter((topic) => largest.has(topic))].map((parts) => ({
    ...parts,
    quantities: quantitiesOf(context, parts),
  }));
  const base = `n = ${count(all.tickets, config.locale)} tickets`;
  const created = `tickets created from ${formatDate(config.time_zone, from)} to ${formatDate(config.time_zone, to)}`;
  const clockName = clock === 'business' ? 'business hours' : 'calendar time';
  const [, first] = bars;
  const outsideOf = ({ support, others, unassigned }: TimeParts) => others / (support + others + unassigned);
  return {
    kind: 'stack',
    ...figureBase(
      context,
      ID,
      {},
      'time-in-hands',
      {
        columns: ['category', 'with', ...ESTIMATE_COLUMNS],
        rows: bars.flatMap(({ label, quantities }) =>
          quantities.map((quantity, part) => [
            label,
            PARTS[part]?.label ?? '',
            quantity.n ?? '',
            quantity.value ?? '',
            '',
            '',
            'seconds',
            quantity.status,
            'mean',
          ]),
        ),
      },
      {
        base,
        basis: [clock === 'business' ? (context.metricContext.workingTime?.words ?? clockName) : 'calendar time'],
        compared: false,
        uncompared: 'Topics are shown beside each other, not compared.',
      },
    ),
    unit: 'duration',
    headline:
      first === undefined
        ? `${percent(outside.share)} of the wait is outside support`
        : `${first.label}: ${percent(outsideOf(first))} of the wait is outside support, the largest share`,
    subtitle: `Mean ${clockName} a ticket by who had it, from creation to solution; ${created}; ${base} with events; topics by share outside support`,
    summary: `A ticket spends ${bars[0]?.quantities[0]?.text} with support on average, ${bars[0]?.quantities[1]?.text} with other departments, ${bars[0]?.quantities[2]?.text} with nobody; for ${bars[0]?.quantities[3]?.text} the customer’s answer is awaited.`,
    parts: PARTS,
    bars: bars.map(({ label, quantities, tickets }) => ({
      label,
      quantities,
      end: `n = ${count(tickets, config.locale)}`,
    })),
    length: 'axis',
    table: {
      caption: `Mean ${clockName} a ticket by who had it, ${created}.`,
      columns: [
        { name: 'Topic', numeric: false },
        ...PARTS.map(({ label }) => ({ name: label, numeric: true })),
        { name: 'Outside support', numeric: true },
        { name: 'n (tickets)', numeric: true },
      ],
      rows: bars.map((bar) => [
        bar.label,
        ...bar.quantities.map(({ text }) => text),
        percent(outsideOf(bar)),
        count(bar.tickets, config.locale),
      ]),
    },
  };
}
