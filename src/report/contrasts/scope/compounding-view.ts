/**
 * C1c in words, with the shares over the number of contacts and what independence gives.
 */
import { type Compounding, compounding, type RunLevel } from '../../../contrasts/scope/compounding.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { ESTIMATE_COLUMNS, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { LevelsFigure } from '../../types/contrast-figure.ts';
import { count, percent } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import { numberWord } from '../../wording/number-words.ts';
import { differenceQuantity, numberOf } from '../quantities.ts';
import type { TestDesk, TestView, Weighed, WrittenAnswer } from '../view.ts';
import { topicStrip } from './topic-strip.ts';

const ID = compounding.analysis.id;

export const compoundingView: TestView<Compounding> = {
  test: compounding,
  charts: 'lines over the number of contacts, heat strip',
  weighed: ({ levels }, context): Readonly<Record<string, Weighed>> => {
    const margin = comparedFrom(context, compounding.analysis);
    return Object.fromEntries(
      levels.flatMap((level) =>
        level.gap === null ? [] : [[nameOf(level), { difference: level.gap, margin, unit: 'share' as const }]],
      ),
    );
  },
  answer,
};

function nameOf({ contacts }: RunLevel): string {
  return `${contacts} contacts`;
}

function answer(result: Compounding, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { locale } = context.config;
  const levels = publishable(result, context.config.minimum_base);
  if (levels.length < 2) return null;
  const several = levels.filter(({ gap }) => gap !== null);
  const shownAs = (verdict: string, sign: number) =>
    several.filter(
      (level) => desk.verdict(nameOf(level)) === verdict && Math.sign(level.gap?.difference ?? 0) === sign,
    );
  const [above, below] = [shownAs('different', 1), shownAs('different', -1)];
  const told = largest([...above, ...below]) ?? (several[0] as RunLevel);
  const verdict = desk.verdict(nameOf(told));
  const open = several.filter((level) => desk.verdict(nameOf(level)) === 'undecided');
  const settled = several.every((level) => ['equivalent', 'negligible'].includes(desk.verdict(nameOf(level))));
  const most = several.at(-1) as RunLevel;
  const arithmetic = `Good steps make weaker journeys, as arithmetic has it: ${percent(result.positive)} of single contacts satisfied, but of customers with ${numberWord(most.contacts)} contacts only ${percent(most.every.share)} were satisfied every time.`;
  const gap = told.gap as NonNullable<RunLevel['gap']>;
  return {
    reading: above.length + below.length > 0 || settled ? 'describes' : 'open',
    verdict,
    headline: headlineOf(above, below, settled),
    statement: statementOf(above, below, settled, told, most, result),
    sentences: [
      ...(above.length + below.length > 0 ? [arithmetic] : [comparison(told)]),
      ...(open.length === 0 || open.length === several.length
        ? []
        : [
            `With ${listed(
              open.map(({ contacts }) => numberWord(contacts)),
              'or',
            )} contacts these data cannot tell.`,
          ]),
      `Independence is ${percent(result.positive)} to the power of the number of contacts: ${listed(
        several.map(({ contacts, expected }) => `${percent(expected)} for ${numberWord(contacts)}`),
        'and',
      )}.`,
      ...(most.positive + comparedFrom(context, compounding.analysis) < (levels[0] as RunLevel).positive
        ? [
            `Customers with ${numberWord(most.contacts)} contacts rated ${percent(most.positive)} of them well, those with one ${percent((levels[0] as RunLevel).positive)}: part of what sets them apart is what the contacts were about.`,
          ]
        : []),
    ],
    effect: {
      name: `Satisfied every time with ${numberWord(told.contacts)} contacts, less what independence gives`,
      quantity: differenceQuantity(context, 'share', comparedFrom(context, compounding.analysis), gap, {
        n: told.customers,
        counts: 'customers',
      }),
      unit: 'share',
      method: 'Wilson',
      weighed: nameOf(told),
    },
    figures: [levelsFigure(context, result, levels), ...topicStrip(context, result, levels.length)],
    numbers: levels.map((level) =>
      numberOf(context, 'satisfied_every_time', everyQuantity(context, level), 'share', 'wilson', [
        'contacts',
        `${level.contacts}`,
      ]),
    ),
  };

  function comparison(level: RunLevel): string {
    return `Of ${count(level.customers, locale)} customers with ${numberWord(level.contacts)} contacts ${percent(level.every.share)} were satisfied with every one, where independence gives ${percent(level.expected)}.`;
  }
}

/** Levels as long as those who are in none are nobody or enough: totals are published elsewhere. */
function publishable({ levels, outside }: Compounding, minimumBase: number): readonly RunLevel[] {
  const shown = [...levels];
  let left = outside;
  while (shown.length > 0 && left > 0 && left < minimumBase) left += (shown.pop() as RunLevel).customers;
  return shown;
}

function largest(levels: readonly RunLevel[]): RunLevel | undefined {
  return levels.toSorted((a, b) => b.customers - a.customers)[0];
}

function headlineOf(above: readonly RunLevel[], below: readonly RunLevel[], settled: boolean): string {
  if (above.length > 0 && below.length > 0) return 'Bad contacts pile up among some customers and spread among others';
  if (above.length > 0) return 'Problems pile up on the same customers';
  if (below.length > 0) return 'Problems spread over more customers than chance would reach';
  if (settled) return 'Good contacts and bad ones fall about as chance has it';
  return 'Good steps make weaker journeys; whether problems pile up is not settled';
}

function statementOf(
  above: readonly RunLevel[],
  below: readonly RunLevel[],
  settled: boolean,
  told: RunLevel,
  most: RunLevel,
  { positive }: Compounding,
): string {
  const of = (level: RunLevel) =>
    `of customers with ${numberWord(level.contacts)} contacts ${percent(level.every.share)} were satisfied every time, where chance would give ${percent(level.expected)}`;
  if (above.length > 0 && below.length > 0) {
    return `Problems pile up among customers with few contacts or many, and not among others: ${[largest(above), largest(below)].map((level) => of(level as RunLevel)).join('; ')}.`;
  }
  if (above.length > 0) return `Problems pile up on the same customers: ${of(told)}.`;
  if (below.length > 0) return `Problems spread more widely than chance would spread them: ${of(told)}.`;
  if (settled) return `Good steps make weaker journeys, about as chance has it: ${of(most)}.`;
  return `Good steps make weaker journeys: ${percent(positive)} of contacts satisfied, but of customers with ${numberWord(most.contacts)} contacts only ${percent(most.every.share)} were satisfied every time; whether problems pile up on the same customers, these data cannot tell.`;
}

function everyQuantity(context: ReportContext, { customers, every }: RunLevel): Quantity {
  return quantityOf(context, formatFor(context, ID), {
    ...every,
    value: every.share,
    n: customers,
    customers,
    counts: 'customers',
  });
}

function levelsFigure(
  context: ReportContext,
  { positive, ratings }: Compounding,
  levels: readonly RunLevel[],
): LevelsFigure {
  const { all } = context.analyses.span;
  const { locale } = context.config;
  const every = levels.map((level) => everyQuantity(context, level));
  const single = levels.map(({ positive: share, customers, contacts }) =>
    quantityOf(context, formatFor(context, ID), {
      value: share,
      n: customers * contacts,
      customers,
      counts: 'ratings',
    }),
  );
  const customers = levels.reduce((sum, level) => sum + level.customers, 0);
  const base = `n = ${count(customers, locale)} customers`;
  const last = levels.at(-1) as RunLevel;
  return {
    kind: 'levels',
    ...figureBase(
      context,
      ID,
      {},
      'contacts',
      {
        columns: ['contacts', 'measure', ...ESTIMATE_COLUMNS],
        rows: levels.flatMap(({ contacts, expected }, place) => [
          row(contacts, 'satisfied_every_time', every[place] as Quantity, 'wilson'),
          row(contacts, 'satisfied_contacts', single[place] as Quantity, 'count'),
          [contacts, 'independence', '', expected, '', '', 'share', 'ok', 'product'],
        ]),
      },
      { base },
    ),
    unit: 'share',
    headline: `With ${numberWord(last.contacts)} contacts ${percent(last.every.share)} were satisfied every time, with one ${percent((levels[0] as RunLevel).every.share)}`,
    subtitle: `Share of customers satisfied with every contact, and of their contacts, by number of rated contacts; ${all.label}; ${base}; bar: 95% interval`,
    summary: `${percent(positive)} of ${count(ratings, locale)} ratings are satisfied; with independent contacts ${percent(last.expected)} of customers with ${numberWord(last.contacts)} would be satisfied every time, and ${percent(last.every.share)} are (${(every.at(-1) as Quantity).range}).`,
    axis: 'Rated contacts per customer',
    levels: levels.map(({ contacts }) => `${contacts}`),
    series: [
      { label: 'Satisfied every time', quantities: every },
      { label: 'Contacts rated well', quantities: single },
    ],
    intervals: 'whiskers',
    reference: { label: 'Independent contacts', values: levels.map(({ expected }) => expected) },
    table: {
      caption: `Satisfied every time, by number of rated contacts, ${all.label}.`,
      columns: [
        { name: 'Contacts', numeric: false },
        { name: 'Satisfied every time', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'Independence gives', numeric: true },
        { name: 'Contacts rated well', numeric: true },
        { name: 'n (customers)', numeric: true },
      ],
      rows: levels.map((level, place) => [
        `${level.contacts}`,
        (every[place] as Quantity).text,
        (every[place] as Quantity).range,
        percent(level.expected),
        (single[place] as Quantity).text,
        count(level.customers, locale),
      ]),
    },
  };

  function row(contacts: number, measure: string, quantity: Quantity, method: string) {
    const { n = '', value = '', low = '', high = '', status } = quantity;
    return [contacts, measure, n, value, low, high, 'share', status, method];
  }
}
