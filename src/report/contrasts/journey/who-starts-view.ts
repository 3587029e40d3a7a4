/**
 * C8c in words, with customers and company back to back at every stage.
 */
import type { Reading } from '../../../contrasts/contrast.ts';
import {
  type ContactRate,
  FEWEST_CONTACTS,
  type StageContacts,
  type WhoStarts,
  whoStarts,
} from '../../../contrasts/journey/who-starts.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { shownRows } from '../../disclosure/parts.ts';
import { ESTIMATE_COLUMNS, estimateCells, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { OpposedFigure } from '../../types/contrast-figure.ts';
import type { Verdict } from '../../types/estimate.ts';
import { count } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import type { TestDesk, TestView, Weighed, WrittenAnswer } from '../view.ts';

const ID = whoStarts.analysis.id;

/** A fifth more contacts of one kind matters. */
const RATIO_MARGIN = 1.2;

const ALL = 'all';

export const whoStartsView: TestView<WhoStarts> = {
  test: whoStarts,
  charts: 'opposed',
  weighed: ({ all, stages }) => {
    const judged = [
      { label: ALL, ratio: all.ratio },
      ...stages.map(({ label, ratio }) => ({ label: nameOf(label), ratio })),
    ];
    return Object.fromEntries(
      judged.flatMap(({ label, ratio }): [string, Weighed][] =>
        ratio === null ? [] : [[label, { difference: ratio, margin: RATIO_MARGIN, unit: 'duration' }]],
      ),
    );
  },
  answer,
};

/** The name of a stage's comparison. */
function nameOf(stage: string): string {
  return `stage ${stage}`;
}

type Word = 'mostly reactive' | 'mostly proactive' | 'both' | '';

function wordOf(verdict: Verdict, { ratio }: StageContacts): Word {
  if (ratio === null) return '';
  if (verdict === 'equivalent' || verdict === 'negligible') return 'both';
  if (verdict !== 'different') return '';
  return ratio.low > 1 ? 'mostly reactive' : ratio.high < 1 ? 'mostly proactive' : '';
}

function answer(result: WhoStarts, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { config, analyses } = context;
  const { all, months } = result;
  const quantities = sidesOf(context, all);
  if (quantities.some(({ status }) => status === 'suppressed') || all.ratio === null) return null;
  const fewer = ({ customer, company }: StageContacts) => Math.min(customer.customers, company.customers);
  const stages = shownRows(result.stages, fewer, config.minimum_base).map((stage) => ({
    ...stage,
    word: wordOf(desk.verdict(nameOf(stage.label)), stage),
  }));
  const verdict = desk.verdict(ALL);
  const word = wordOf(verdict, all);
  const reading: Reading = word === 'mostly reactive' ? 'supports' : word === '' ? 'open' : 'contradicts';
  const at = (wanted: Word) => stages.filter((stage) => stage.word === wanted).map(({ label }) => label);
  const [reactive, proactive] = [at('mostly reactive'), at('mostly proactive')];
  const rates = `${quantities[0].text} contacts per 100 months as a customer are begun by customers, ${quantities[1].text} by the company`;
  const quantity: Quantity = {
    ...quantityOf(context, formatFor(context, ID), {
      value: all.ratio.difference,
      low: all.ratio.low,
      high: all.ratio.high,
      n: all.customer.contacts + all.company.contacts,
      customers: fewer(all),
      counts: 'contacts',
    }),
    text: `${times(all.ratio.difference)} times as many`,
    range: `${times(all.ratio.low)} to ${times(all.ratio.high)}`,
  };
  return {
    reading,
    verdict,
    headline: {
      supports: 'Customers begin most contacts',
      contradicts:
        word === 'both' ? 'Customers and the company begin contacts alike' : 'The company begins most contacts',
      open: 'Whether customers or the company begin most contacts is not settled',
      describes: '',
    }[reading],
    statement:
      reading === 'supports'
        ? `Contacts are mostly reactive: ${rates}.`
        : reading === 'open'
          ? `These data cannot tell whether contacts are mostly reactive: ${rates}.`
          : `Contacts are ${word === 'both' ? 'begun by customers about as often as by the company' : 'mostly proactive'}: ${rates}.`,
    sentences: [
      ...(reactive.length === 0 ? [] : [`Mostly reactive at ${listed(reactive, 'and')}.`]),
      ...(proactive.length === 0 ? [] : [`Mostly proactive at ${listed(proactive, 'and')}.`]),
      `Everybody in the customer list together was a customer for ${count(months, config.locale)} months.`,
      elsewhereSentence(context, result.elsewhere),
    ],
    effect: {
      name: 'Contacts that customers begin by those that the company begins',
      quantity,
      unit: 'average',
      method: 'ratio of rates',
      weighed: ALL,
    },
    figures: [opposed(context, stages)],
    numbers: [{ label: '', ...all }, ...stages].flatMap(({ label, ...contacts }) =>
      sidesOf(context, contacts).map((side, index) => ({
        metric: `${ID}_${index === 0 ? 'customer' : 'company'}`,
        dimension: label === '' ? '' : 'stage',
        value: label,
        period: analyses.span.all,
        quantity: side,
        unit: 'average' as const,
        method: 'poisson',
      })),
    ),
  };
}

/** What the total holds besides the stages. */
function elsewhereSentence(context: ReportContext, elsewhere: StageContacts): string {
  const [customer, company] = sidesOf(context, elsewhere);
  const isKnown = customer.value !== undefined && company.value !== undefined;
  return isKnown
    ? `Tickets have no stage: ${customer.text} begun by customers and ${company.text} by the company are in the total only.`
    : 'Tickets have no stage: they are in the total only.';
}

function times(ratio: number): string {
  return ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(1);
}

function sidesOf(context: ReportContext, { customer, company }: StageContacts): [Quantity, Quantity] {
  const of = ({ value, low, high, contacts, customers }: ContactRate) =>
    quantityOf(context, formatFor(context, ID), {
      value,
      low,
      high,
      n: contacts,
      customers,
      counts: 'contacts',
      isLowBase: contacts < FEWEST_CONTACTS,
    });
  return [of(customer), of(company)];
}

function opposed(
  context: ReportContext,
  stages: readonly (WhoStarts['stages'][number] & { readonly word: Word })[],
): OpposedFigure {
  const { config, analyses } = context;
  const rows = stages.map(({ label, word, ...contacts }) => {
    const [left, right] = sidesOf(context, contacts);
    return { label, left, right, word: word as string };
  });
  const contacts = stages.reduce((sum, { customer, company }) => sum + customer.contacts + company.contacts, 0);
  const base = `n = ${count(contacts, config.locale)} contacts`;
  const most = rows.toSorted((a, b) => (b.left.value ?? 0) - (a.left.value ?? 0))[0];
  return {
    kind: 'opposed',
    ...figureBase(
      context,
      ID,
      {},
      'by-stage',
      {
        columns: ['stage', 'begun_by', ...ESTIMATE_COLUMNS],
        rows: rows.flatMap(({ label, left, right }) =>
          (
            [
              ['customer', left],
              ['company', right],
            ] as const
          ).map(([side, quantity]) => [
            label,
            side,
            ...estimateCells({ ...quantity, method: 'poisson' }, 'per 100 customer-months', config.minimum_base),
          ]),
        ),
      },
      {
        base,
        compared: false,
        uncompared: 'Kinds of contacts are compared by their ratio; a fifth more of one kind matters.',
      },
    ),
    unit: 'average',
    headline:
      most === undefined
        ? 'Who begins contacts'
        : `${most.label}: ${most.left.text} contacts begun by customers, ${most.right.text} by the company`,
    subtitle: `Contacts per 100 months as a customer by stage and by who began them; ${analyses.span.all.label}; ${base}; bar: 95% interval`,
    summary: rows
      .map(
        ({ label, left, right, word }) => `${label}: ${left.text} and ${right.text}${word === '' ? '' : `, ${word}`}`,
      )
      .join('; ')
      .concat('.'),
    sides: ['Begun by customers', 'Begun by the company'],
    rows,
    table: {
      caption: `Contacts per 100 months as a customer, ${analyses.span.all.label}.`,
      columns: [
        { name: 'Stage', numeric: false },
        { name: 'Begun by customers', numeric: true },
        { name: 'n', numeric: true },
        { name: 'Begun by the company', numeric: true },
        { name: 'n', numeric: true },
        { name: 'In short', numeric: false },
      ],
      rows: rows.map(({ label, left, right, word }) => [
        label,
        `${left.text} (${left.range})`,
        count(left.n ?? 0, config.locale),
        `${right.text} (${right.range})`,
        count(right.n ?? 0, config.locale),
        word,
      ]),
    },
  };
}
