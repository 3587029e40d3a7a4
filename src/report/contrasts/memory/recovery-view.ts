/**
 * C11c in words: three outcomes of recovered customers against those without a failure.
 */
import {
  DAYS_KEPT,
  type Recovery,
  type RecoveryOutcome,
  type RecoveryOutcomeId,
  recovery,
} from '../../../contrasts/memory/recovery.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import type { ReportContext } from '../../context.ts';
import { baseText, ESTIMATE_COLUMNS, estimateCells, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { Reading } from '../../types/contrast.ts';
import type { IntervalsFigure } from '../../types/contrast-figure.ts';
import type { Unit, Verdict } from '../../types/estimate.ts';
import { count, type Format, formatOf } from '../../wording/format.ts';
import { ABOUT_THE_SAME, betweenEnds } from '../../wording/phrases.ts';
import { differenceQuantity, numberOf } from '../quantities.ts';
import type { TestDesk, TestView, Weighed, WrittenAnswer } from '../view.ts';

const { analysis } = recovery;
const ID = analysis.id;

interface Words {
  readonly unit: Unit;
  readonly label: string;
  /** What is said of the customers: `are satisfied less often`. */
  readonly less: string;
  readonly more: string;
  readonly same: string;
  readonly whether: string;
  readonly method: string;
}

const WORDS: Readonly<Record<RecoveryOutcomeId, Words>> = {
  satisfied: {
    unit: 'share',
    label: 'Satisfied with the case',
    less: 'are satisfied less often',
    more: 'are satisfied more often',
    same: 'are as satisfied as others',
    whether: 'are satisfied more or less often',
    method: 'newcombe',
  },
  recommending: {
    unit: 'net',
    label: 'NPS',
    less: 'recommend less',
    more: 'recommend more',
    same: 'recommend as others do',
    whether: 'recommend more or less',
    method: 'adjusted-wald',
  },
  kept: {
    unit: 'share',
    label: `Kept for ${DAYS_KEPT} days`,
    less: 'are kept less often',
    more: 'are kept more often',
    same: 'are kept as often as others',
    whether: 'are kept more or less often',
    method: 'mantel-haenszel',
  },
};

const METHOD_NAMES: Readonly<Record<RecoveryOutcomeId, string>> = {
  satisfied: 'Newcombe',
  recommending: 'adjusted Wald',
  kept: 'Mantel–Haenszel',
};

export const recoveryView: TestView<Recovery> = {
  test: recovery,
  charts: 'dots with margin',
  weighed: ({ outcomes }, context) =>
    Object.fromEntries(
      outcomes.map(({ id, difference }): [string, Weighed] => [
        id,
        { difference, margin: marginOf(context, id), unit: WORDS[id].unit },
      ]),
    ),
  answer,
};

/** The margins of the metrics that the outcomes are. */
function marginOf(context: ReportContext, id: RecoveryOutcomeId): number {
  const { margins } = context.config;
  if (id === 'satisfied') return comparedFrom(context, analysis);
  return id === 'recommending' ? (margins.nps ?? 10) : (margins.retention ?? 0.02);
}

function formatOfOutcome(context: ReportContext, id: RecoveryOutcomeId): Format {
  return formatOf(WORDS[id].unit, context.config.locale, marginOf(context, id));
}

function answer(result: Recovery, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { outcomes, untold } = result;
  const fewest = Math.min(...outcomes.flatMap(({ recovered, unfailed }) => [recovered.n, unfailed.n]));
  if (fewest < context.config.minimum_base) return null;
  const told = outcomes.map((outcome) => ({ outcome, verdict: desk.verdict(outcome.id) }));
  // What is shown to differ comes first, what cannot be told last.
  const rank: Readonly<Partial<Record<Verdict, number>>> = { different: 0, equivalent: 1, negligible: 1 };
  const [first, ...others] = told.toSorted((a, b) => (rank[a.verdict] ?? 2) - (rank[b.verdict] ?? 2));
  if (first === undefined) return null;
  const quantityOfOutcome = ({ id, difference, recovered, unfailed }: RecoveryOutcome) =>
    differenceQuantity(context, WORDS[id].unit, marginOf(context, id), difference, {
      n: recovered.n + unfailed.n,
      counts: 'customers',
    });
  return {
    reading: readingOf(told),
    verdict: first.verdict,
    headline: headlineOf(first.outcome, first.verdict),
    statement: sentenceOf(context, first.outcome, first.verdict),
    sentences: [
      ...others.map(({ outcome, verdict }) => sentenceOf(context, outcome, verdict)),
      ...untold.map(
        ({ id, lacks }) =>
          `Whether recovered customers ${WORDS[id].whether} than others these data cannot tell: ${lacks}.`,
      ),
    ],
    effect: {
      name: `${WORDS[first.outcome.id].label}: recovered less without failure`,
      quantity: quantityOfOutcome(first.outcome),
      unit: WORDS[first.outcome.id].unit,
      method: METHOD_NAMES[first.outcome.id],
      weighed: first.outcome.id,
    },
    figures: [figureOf(context, outcomes, quantityOfOutcome, headlineOf(first.outcome, first.verdict))],
    numbers: outcomes.map((outcome) =>
      numberOf(
        context,
        `${ID}_${outcome.id}_difference`,
        quantityOfOutcome(outcome),
        WORDS[outcome.id].unit === 'share' ? 'share difference' : 'net',
        WORDS[outcome.id].method,
      ),
    ),
  };
}

/** For the idea where a recovery does not make good what failed, against it where it does. */
function readingOf(told: readonly { readonly outcome: RecoveryOutcome; readonly verdict: Verdict }[]): Reading {
  const isLower = told.some(({ outcome, verdict }) => verdict === 'different' && outcome.difference.difference < 0);
  if (isLower) return 'supports';
  const isAsGood = told.some(({ verdict }) => ['different', 'equivalent', 'negligible'].includes(verdict));
  return isAsGood ? 'contradicts' : 'open';
}

function headlineOf({ id, difference }: RecoveryOutcome, verdict: Verdict): string {
  const { less, more, same, whether } = WORDS[id];
  switch (verdict) {
    case 'different':
      return `Recovered customers ${difference.difference < 0 ? less : more} than those without a failure`;
    case 'equivalent':
      return `Recovered customers ${same}`;
    case 'negligible':
      return `Recovered customers ${difference.difference < 0 ? less : more}, by less than matters`;
    default:
      return `Whether recovered customers ${whether} is not settled`;
  }
}

function sentenceOf(context: ReportContext, outcome: RecoveryOutcome, verdict: Verdict): string {
  const { id, difference, recovered, unfailed } = outcome;
  const { less, more, same, whether } = WORDS[id];
  const format = formatOfOutcome(context, id);
  const { locale } = context.config;
  const between = `between ${betweenEnds(format.differenceRange(difference.low, difference.high))}`;
  const values = `${format.value(recovered.value)} of ${count(recovered.n, locale)} against ${format.value(unfailed.value)} of ${count(unfailed.n, locale)}`;
  const size = `${format.difference(difference.difference)}, ${between}`;
  const subject = 'Customers whose case failed and was recovered';
  switch (verdict) {
    case 'different':
      return `${subject} ${difference.difference < 0 ? less : more} than customers without a failure: ${values} (a difference of ${size}).`;
    case 'negligible':
      return `${subject} ${difference.difference < 0 ? less : more} than customers without a failure, by less than matters: ${values}.`;
    case 'equivalent':
      return `${subject} ${same} (${values}): ${ABOUT_THE_SAME}.`;
    default:
      return `Whether customers whose case failed and was recovered ${whether} than others, these data cannot tell: ${values}.`;
  }
}

function figureOf(
  context: ReportContext,
  outcomes: readonly RecoveryOutcome[],
  quantityOfOutcome: (outcome: RecoveryOutcome) => Quantity,
  headline: string,
): IntervalsFigure {
  const { config, analyses } = context;
  const { all } = analyses.span;
  const rows = outcomes.map((outcome) => {
    const margin = marginOf(context, outcome.id);
    const format = formatOfOutcome(context, outcome.id);
    const quantity = quantityOfOutcome(outcome);
    const inMargins = (value: number | undefined) => (value === undefined ? Number.NaN : value / margin);
    return {
      outcome,
      label: `${WORDS[outcome.id].label} (matters from ${format.difference(margin)})`,
      quantity,
      drawn:
        quantity.value === undefined
          ? quantity
          : {
              ...quantity,
              value: inMargins(quantity.value),
              low: inMargins(quantity.low),
              high: inMargins(quantity.high),
            },
    };
  });
  return {
    kind: 'intervals',
    ...figureBase(
      context,
      ID,
      {},
      'differences',
      {
        columns: ['outcome', ...ESTIMATE_COLUMNS],
        rows: rows.map(({ outcome, quantity }) => [
          outcome.id,
          ...estimateCells(
            { ...quantity, method: WORDS[outcome.id].method },
            WORDS[outcome.id].unit,
            config.minimum_base,
          ),
        ]),
      },
      { base: '' },
    ),
    margin: '',
    unit: 'coefficient',
    signed: true,
    headline,
    subtitle: `Recovered customers less those without a failure, each outcome in multiples of the difference that matters, ${all.label}; grey: less than matters; bar: 95% interval`,
    summary: `${rows.map(({ outcome, quantity }) => `${WORDS[outcome.id].label}: ${quantity.text} (${quantity.range})`).join('; ')}.`,
    panels: [{ label: '', rows: rows.map(({ label, drawn }) => ({ label, quantity: drawn })) }],
    reference: { value: 0, text: 'as without a failure' },
    band: 1,
    table: {
      caption: `Recovered customers less those without a failure, ${all.label}.`,
      columns: [
        { name: 'Outcome', numeric: false },
        { name: 'Recovered', numeric: true },
        { name: 'Without failure', numeric: true },
        { name: 'Difference', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'n (customers)', numeric: true },
      ],
      rows: rows.map(({ outcome, label, quantity }) => {
        const format = formatOfOutcome(context, outcome.id);
        return [
          label,
          format.value(outcome.recovered.value),
          format.value(outcome.unfailed.value),
          quantity.text,
          quantity.range,
          baseText(quantity, config),
        ];
      }),
    },
  };
}
