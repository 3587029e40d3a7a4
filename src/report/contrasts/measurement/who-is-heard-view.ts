/**
 * C5a in words, with every combination of instruments.
 */
import { type Instrument, type WhoIsHeard, whoIsHeard } from '../../../contrasts/measurement/who-is-heard.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { cardOf, formatFor, type ReportContext } from '../../context.ts';
import { shownParts } from '../../disclosure/parts.ts';
import { ESTIMATE_COLUMNS, estimateCells, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { UpsetFigure } from '../../types/contrast-figure.ts';
import { capitalised } from '../../wording/capitalised.ts';
import { count } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import { baseOf, numberOf } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = whoIsHeard.analysis.id;

export const whoIsHeardView: TestView<WhoIsHeard> = { test: whoIsHeard, charts: 'combinations', answer };

interface Combination {
  readonly heardBy: readonly Instrument[];
  readonly share: Quantity;
}

function answer(result: WhoIsHeard, { context }: TestDesk): WrittenAnswer | null {
  const { active, days, combinations } = result;
  if (active < context.config.minimum_base) return null;
  const parts = combinationsOf(context, result);
  const silent = combinations.find(({ heardBy }) => heardBy.length === 0)?.customers ?? 0;
  const nobody = parts.find(({ heardBy }) => heardBy.length === 0)?.share ?? quantity(context, active, silent, active);
  const everybody = count(active, context.config.locale);
  const who = `customers who were active in the last ${count(days, context.config.locale)} days`;
  const [headline, statement] = unheard(nobody, silent, who);
  return {
    reading: 'describes',
    verdict: 'untested',
    headline,
    statement,
    sentences: [
      `Counted are all ${everybody} ${who}: everybody in the customer list who was a customer at some time in these days.`,
      ...reachOf(result, parts, context),
    ],
    effect:
      nobody.status === 'suppressed'
        ? null
        : { name: 'Represented by no instrument', quantity: nobody, unit: 'share', method: 'count' },
    figures: [figureOf(context, result, parts)],
    numbers: parts.map(({ heardBy, share }) =>
      numberOf(context, ID, share, 'share', 'count', [
        'heard_by',
        heardBy.length === 0 ? 'none' : heardBy.join(' and '),
      ]),
    ),
  };
}

function unheard(nobody: Quantity, silent: number, who: string): readonly [headline: string, statement: string] {
  if (nobody.status === 'suppressed') {
    return [
      'How many active customers no instrument represents is not shown',
      `How many ${who} no score, comment or ticket represents is not shown: they, or a group beside them, are too few.`,
    ];
  }
  if (silent === 0) {
    return [
      'Every active customer is represented by some instrument',
      `All ${who} are represented by a score, a comment or a ticket.`,
    ];
  }
  return [
    `${nobody.text} of active customers are represented by no instrument`,
    `Of ${who}, ${nobody.text} are represented by no instrument: they gave no score, wrote no comment and opened no ticket.`,
  ];
}

/** Largest first, those that may not be shown last. */
function combinationsOf(context: ReportContext, { active, combinations }: WhoIsHeard): Combination[] {
  const shown = shownParts(
    combinations.map(({ customers }) => customers),
    context.config.minimum_base,
  );
  const parts = combinations.map(({ heardBy, customers }, place) => ({
    heardBy,
    share: quantity(context, active, customers, shown[place] ? customers : 0),
  }));
  return [...parts.filter((_, place) => shown[place]), ...parts.filter((_, place) => !shown[place])];
}

/** @param behind customers behind the number; 0 where it may not be shown. */
function quantity(context: ReportContext, active: number, customers: number, behind: number): Quantity {
  return quantityOf(context, formatFor(context, ID), {
    value: customers / active,
    n: customers,
    customers: behind,
    counts: 'customers',
  });
}

/** How many each instrument reaches; only where every combination is shown, or one could be worked out. */
function reachOf(
  { active, instruments, combinations }: WhoIsHeard,
  parts: readonly Combination[],
  context: ReportContext,
): string[] {
  if (parts.some(({ share }) => share.status === 'suppressed')) return [];
  const format = formatFor(context, ID);
  const reached = instruments.map((instrument) => {
    const customers = combinations
      .filter(({ heardBy }) => heardBy.includes(instrument))
      .reduce((sum, each) => sum + each.customers, 0);
    return `${format.value(customers / active)} by a ${instrument}`;
  });
  return [`Each by itself, ${listed(reached, 'and')}.`];
}

function nameOf(heardBy: readonly Instrument[]): string {
  return heardBy.length === 0 ? 'None' : capitalised(listed(heardBy, 'and'));
}

function figureOf(
  context: ReportContext,
  { active, days, instruments }: WhoIsHeard,
  parts: readonly Combination[],
): UpsetFigure {
  const { config } = context;
  const base = baseOf(context, active, 'active customers');
  const [largest, second] = parts;
  const hidden = parts.filter(({ share }) => share.status === 'suppressed').length;
  return {
    kind: 'upset',
    ...figureBase(
      context,
      ID,
      {},
      'combinations',
      {
        columns: ['heard_by', ...ESTIMATE_COLUMNS],
        rows: parts.map(({ heardBy, share }) => [
          nameOf(heardBy).toLowerCase(),
          ...estimateCells({ ...share, method: 'count' }, 'share', config.minimum_base),
        ]),
      },
      { base, compared: false, uncompared: 'The parts are shown, not compared.' },
    ),
    headline:
      largest === undefined
        ? 'Who is heard by what'
        : `The largest group is heard by ${inWords(largest.heardBy)}: ${largest.share.text}`,
    subtitle: `Share of active customers by what they are heard by in the last ${count(days, config.locale)} days; ${base}; bar: share; no interval: everybody is counted`,
    summary:
      [largest, second]
        .flatMap((part) =>
          part === undefined || part.share.status === 'suppressed'
            ? []
            : [`Heard by ${inWords(part.heardBy)}: ${part.share.text}.`],
        )
        .join(' ') +
      (hidden === 0
        ? ''
        : ` ${hidden} combinations are not shown: they hold too few customers, or would tell of one that does.`),
    sets: instruments.map(capitalised),
    combinations: parts.map(({ heardBy, share }) => ({
      members: instruments.map((instrument) => heardBy.includes(instrument)),
      share,
    })),
    table: {
      caption: `${cardOf(context, ID).name}: ${base}, last ${count(days, config.locale)} days.`,
      columns: [
        { name: 'Heard by', numeric: false },
        { name: 'Share of active customers', numeric: true },
        { name: 'Customers', numeric: true },
      ],
      rows: parts.map(({ heardBy, share }) => [
        nameOf(heardBy),
        share.text,
        share.status === 'suppressed' ? share.text : count(share.n ?? 0, config.locale),
      ]),
    },
  };
}

function inWords(heardBy: readonly Instrument[]): string {
  return heardBy.length === 0
    ? 'nothing'
    : listed(
        heardBy.map((instrument) => `a ${instrument}`),
        'and',
      );
}
