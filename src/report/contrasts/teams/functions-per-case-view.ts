/**
 * C9a in words, with a bar a topic.
 */
import {
  FEWEST_TICKETS,
  type Functions,
  type FunctionsPerCase,
  functionsPerCase,
} from '../../../contrasts/teams/functions-per-case.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { blurParts } from '../../disclosure/blur.ts';
import { shownRows } from '../../disclosure/parts.ts';
import { ESTIMATE_COLUMNS, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { StackFigure } from '../../types/contrast-figure.ts';
import { count, percent } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import { betweenEnds } from '../../wording/phrases.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = functionsPerCase.analysis.id;

/** More than this share of its tickets, and a topic needs more than one department. */
const HALF = 0.5;

const MOST_BARS = 12;

export const functionsPerCaseView: TestView<FunctionsPerCase> = { test: functionsPerCase, charts: 'stack', answer };

type Topic = FunctionsPerCase['topics'][number];

function answer(result: FunctionsPerCase, { context }: TestDesk): WrittenAnswer | null {
  const { config, analyses } = context;
  const { all } = result;
  const sizeOf = ({ severalFunctions }: Topic) => severalFunctions.customers;
  const topics = shownRows(result.topics, sizeOf, config.minimum_base).filter(
    ({ severalFunctions }) => severalFunctions.n >= FEWEST_TICKETS,
  );
  if (all.severalFunctions.customers < config.minimum_base || topics.length === 0) return null;
  const several = topics.filter(({ severalFunctions }) => (severalFunctions.low ?? 0) > HALF);
  const isClear = topics.every(({ severalFunctions }) => (severalFunctions.high ?? 1) < HALF);
  const quantity = severalQuantity(context, all);
  const [most] = topics;
  const names = listed(
    several.map(({ label }) => label),
    'and',
  );
  const overall = `${quantity.text} of tickets go through two or more departments (between ${betweenEnds(quantity.range)})`;
  const top = most === undefined ? null : severalQuantity(context, most);
  return {
    reading: several.length > 0 ? 'supports' : isClear ? 'contradicts' : 'open',
    verdict: 'untested',
    headline:
      several.length > 0
        ? several.length <= 2
          ? `${names}: most cases need more than one department`
          : `${several.length} of ${topics.length} topics mostly need more than one department`
        : isClear
          ? `No topic needs more than one department in most cases`
          : 'Whether any topic mostly needs several departments is not settled',
    statement:
      several.length > 0
        ? `Most cases of ${names} need more than one department; of all tickets ${overall}.`
        : isClear
          ? `Most cases of every topic stay with one department: ${overall}.`
          : `These data cannot tell whether most cases of some topic need several departments; ${overall}.`,
    sentences: [
      `A ticket goes through ${all.mean.toFixed(2)} departments on average.`,
      ...(most === undefined || top === null
        ? []
        : [
            `The largest share is that of ${most.label}, ${top.text} (${top.range}), with ${most.mean.toFixed(2)} departments a ticket.`,
          ]),
      result.source === 'transfers'
        ? 'Departments are counted from how often tickets were passed on.'
        : 'Departments are counted from those that the events of tickets name.',
    ],
    effect: {
      name: 'Tickets with two or more departments',
      quantity,
      unit: 'share',
      method: 'Wilson',
    },
    figures: [stack(context, all, topics, result.topics.length - topics.length)],
    numbers: [
      { metric: ID, dimension: '', value: '', period: analyses.span.all, quantity, unit: 'share', method: 'wilson' },
      ...topics.map((topic) => ({
        metric: ID,
        dimension: 'category',
        value: topic.label,
        period: analyses.span.all,
        quantity: severalQuantity(context, topic),
        unit: 'share' as const,
        method: 'wilson',
      })),
    ],
  };
}

function severalQuantity(
  context: ReportContext,
  { severalFunctions: { value = 0, low = 0, high = 1, n, customers } }: Functions,
): Quantity {
  const [blurred] = blurParts([value, 1 - value], customers)?.blurred ?? [null];
  const quantity = quantityOf(context, formatFor(context, ID), {
    value: blurred?.value ?? value,
    ...(blurred == null ? { low, high } : {}),
    n,
    customers,
    counts: 'tickets',
  });
  return blurred == null ? quantity : { ...quantity, text: blurred.text };
}

const PARTS = [
  { label: 'One department', role: 'rest' },
  { label: 'Two', role: 'second' },
  { label: 'Three or more', role: 'main' },
] as const;

function stack(context: ReportContext, all: Functions, topics: readonly Topic[], left: number): StackFigure {
  const { config, analyses } = context;
  const bySize = topics.toSorted((a, b) => b.severalFunctions.n - a.severalFunctions.n).slice(0, MOST_BARS);
  const drawn = topics.filter((topic) => bySize.includes(topic));
  const bars = [{ label: 'All topics', ...all }, ...drawn].flatMap((topic) => {
    const quantities = partsOf(context, topic);
    return quantities === null
      ? []
      : [{ label: topic.label, mean: topic.mean, quantities, n: topic.severalFunctions.n }];
  });
  const [first] = drawn;
  const base = `n = ${count(all.severalFunctions.n, config.locale)} tickets`;
  return {
    kind: 'stack',
    ...figureBase(
      context,
      ID,
      {},
      'by-topic',
      {
        columns: ['category', 'departments', ...ESTIMATE_COLUMNS],
        rows: bars.flatMap(({ label, quantities }) =>
          quantities.map((quantity, part) => [
            label,
            PARTS[part]?.label ?? '',
            quantity.n ?? '',
            quantity.value ?? '',
            '',
            '',
            'share',
            quantity.status,
            'count',
          ]),
        ),
      },
      { base, compared: false, uncompared: 'Topics are shown beside each other, not compared.' },
    ),
    unit: 'share',
    headline:
      first === undefined
        ? 'Departments that tickets go through'
        : `${first.label}: ${severalQuantity(context, first).text} of tickets go through several departments, the largest share`,
    subtitle: `Share of tickets by how many departments they went through, by topic; ${analyses.span.all.label}; ${base}; topics by share with several${left > 0 ? '; small topics are not shown' : ''}`,
    summary: `${percent(1 - all.one / all.severalFunctions.n)} of all tickets go through two or more departments${first === undefined ? '' : `, of ${first.label} ${severalQuantity(context, first).text}`}.`,
    parts: PARTS,
    bars: bars.map(({ label, quantities, n }) => ({ label, quantities, end: `n = ${count(n, config.locale)}` })),
    length: 'whole',
    table: {
      caption: `Tickets by how many departments they went through, ${analyses.span.all.label}.`,
      columns: [
        { name: 'Topic', numeric: false },
        ...PARTS.map(({ label }) => ({ name: label, numeric: true })),
        { name: 'Departments a ticket', numeric: true },
        { name: 'n (tickets)', numeric: true },
      ],
      rows: bars.map(({ label, quantities, mean, n }) => [
        label,
        ...quantities.map(({ text }) => text),
        mean.toFixed(2),
        count(n, config.locale),
      ]),
    },
  };
}

/** Shares of a bar; null where its customers are so few that a part would tell of all of them. */
function partsOf(
  context: ReportContext,
  { one, two, more, severalFunctions: { n, customers } }: Functions,
): Quantity[] | null {
  const shares = [one, two, more].map((tickets) => tickets / n);
  const parts = blurParts(shares, customers);
  if (parts === null) return null;
  return shares.map((share, part) => {
    const blurred = parts.blurred[part] ?? null;
    const quantity = quantityOf(context, formatFor(context, ID), {
      value: blurred?.value ?? share,
      n,
      customers,
      counts: 'tickets',
    });
    return blurred === null ? quantity : { ...quantity, text: blurred.text };
  });
}
