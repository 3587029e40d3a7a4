/**
 * C10a in words: areas under the curve in two panels, leaving and renewing.
 */
import {
  HORIZON_DAYS,
  type Telling,
  type TellingPair,
  type ToldOutcome,
  type WhatScoresTell,
  whatScoresTell,
} from '../../../contrasts/loyalty/what-scores-tell.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { baseText, ESTIMATE_COLUMNS, estimateCells, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { Reading } from '../../types/contrast.ts';
import type { IntervalsFigure } from '../../types/contrast-figure.ts';
import { capitalised } from '../../wording/capitalised.ts';
import { count, percent } from '../../wording/format.ts';
import { midSentence } from '../../wording/headline.ts';
import { listed } from '../../wording/list.ts';
import { betweenEnds } from '../../wording/phrases.ts';
import { differenceQuantity, numberOf } from '../quantities.ts';
import type { TestDesk, TestView, Weighed, WrittenAnswer } from '../view.ts';

const { analysis } = whatScoresTell;
const ID = analysis.id;
const COMPARED_FROM = 50;
/** Area of a measure that tells nothing. */
const NOTHING = 0.5;
/** More sentences about pairs than this nobody reads. */
const PAIRS_TOLD = 2;

const WORDS = {
  leaving: { about: 'leaving', who: 'who leaves', did: 'left', didNot: 'stayed' },
  renewing: { about: 'renewing', who: 'who renews', did: 'renewed', didNot: 'did not' },
} as const;

export const whatScoresTellView: TestView<WhatScoresTell> = {
  test: whatScoresTell,
  charts: 'dots in two panels',
  weighed: (result, context) =>
    Object.fromEntries(
      pairsOf(result).map(({ outcome, pair }): [string, Weighed] => [
        nameOf(outcome, pair),
        { difference: pair.difference, margin: comparedFrom(context, analysis), unit: 'coefficient' },
      ]),
    ),
  answer,
};

interface PairOfOutcome {
  readonly outcome: ToldOutcome;
  readonly pair: TellingPair;
}

function pairsOf({ outcomes }: WhatScoresTell): PairOfOutcome[] {
  return outcomes.flatMap((outcome) => outcome.pairs.map((pair) => ({ outcome, pair })));
}

function nameOf({ id }: ToldOutcome, { more, less }: TellingPair): string {
  return `${id}: ${more} and ${less}`;
}

/** A pair that differs: which of the two tells more. */
interface Lead extends PairOfOutcome {
  readonly more: Telling;
  readonly less: Telling;
}

function answer(result: WhatScoresTell, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const leads = pairsOf(result)
    .filter(({ outcome, pair }) => desk.verdict(nameOf(outcome, pair)) === 'different')
    .map(leadOf)
    // What decides for or against the idea comes first, then what is surest.
    .sort((a, b) => Number(isAcross(b)) - Number(isAcross(a)) || a.pair.difference.p - b.pair.difference.p);
  const [told] = leads;
  const figure = figureOf(context, result);
  const deciding = told ?? clearestPair(result);
  return {
    reading: readingOf(leads),
    verdict: told === undefined ? 'undecided' : 'different',
    headline:
      told === undefined
        ? 'Which score tells most about who leaves or renews is not settled'
        : `${told.more.name} tells more about ${WORDS[told.outcome.id].about} than ${midSentence(told.less.name)}`,
    statement:
      told === undefined
        ? 'Which score tells most about who leaves, and which about who renews, these data cannot tell.'
        : leadSentence(context, told, 'whole'),
    sentences: [
      ...leads.slice(1, PAIRS_TOLD).map((lead) => leadSentence(context, lead, 'short')),
      ...(leads.length > PAIRS_TOLD
        ? [`Of ${pairsOf(result).length} pairs of measures ${leads.length} differ by more than chance and margin.`]
        : []),
      ...result.outcomes.flatMap((outcome) => outcomeSentence(context, outcome)),
    ],
    effect:
      deciding === null
        ? null
        : {
            name: `${capitalised(WORDS[deciding.outcome.id].about)}: area of ${midSentence(nameIn(deciding.outcome, deciding.pair.more))} less that of ${midSentence(nameIn(deciding.outcome, deciding.pair.less))}`,
            quantity: differenceQuantity(
              context,
              'coefficient',
              comparedFrom(context, analysis),
              deciding.pair.difference,
              { n: deciding.pair.customers, counts: 'customers' },
            ),
            unit: 'coefficient',
            method: 'paired DeLong',
            weighed: nameOf(deciding.outcome, deciding.pair),
          },
    figures: [figure],
    numbers: result.outcomes.flatMap((outcome) =>
      outcome.measures.map((telling) =>
        numberOf(context, `${ID}_${outcome.id}`, areaOf(context, telling), 'coefficient', 'delong', [
          'score',
          telling.id,
        ]),
      ),
    ),
  };
}

/** For the idea when the whole tells of renewing, or contacts of leaving; against it the other way round. */
function readingOf(leads: readonly Lead[]): Reading {
  if (leads.length === 0) return 'open';
  const expected = { leaving: 'contact', renewing: 'whole' } as const;
  const across = leads.filter(isAcross);
  const asSaid = across.filter(({ outcome, more }) => more.side === expected[outcome.id]).length;
  if (across.length === 0 || (asSaid > 0 && asSaid < across.length)) return 'describes';
  return asSaid > 0 ? 'supports' : 'contradicts';
}

function isAcross({ more, less }: Lead): boolean {
  return more.side !== less.side;
}

function leadOf({ outcome, pair }: PairOfOutcome): Lead {
  const find = (wanted: string) => outcome.measures.find(({ id }) => id === wanted) as Telling;
  return { outcome, pair, more: find(pair.more), less: find(pair.less) };
}

function clearestPair(result: WhatScoresTell): PairOfOutcome | null {
  return pairsOf(result).toSorted((a, b) => a.pair.difference.p - b.pair.difference.p)[0] ?? null;
}

function nameIn({ measures }: ToldOutcome, wanted: string): string {
  return measures.find(({ id }) => id === wanted)?.name ?? wanted;
}

function leadSentence(context: ReportContext, { outcome, pair, more, less }: Lead, length: 'whole' | 'short') {
  const { about, did, didNot } = WORDS[outcome.id];
  const format = formatFor(context, ID);
  const { difference, low, high } = pair.difference;
  const size = `by ${format.difference(difference)}, between ${betweenEnds(format.differenceRange(low, high))}`;
  if (length === 'short') {
    return `${more.name} also tells more about ${about} than ${midSentence(less.name)}: the areas differ ${size}.`;
  }
  const [good, poor] = pair.aucs.map((auc) => Math.round(100 * auc));
  return (
    `${more.name} tells more about ${about} than ${midSentence(less.name)}: of a customer who ${did} and one who ${didNot} ` +
    `it points to the right one in ${good} of 100 pairs, ${midSentence(less.name)} in ${poor}; the areas differ ${size}.`
  );
}

/** What the best measure of an outcome says at its ends, or why there is none. */
function outcomeSentence(context: ReportContext, outcome: ToldOutcome): string[] {
  const { about, did } = WORDS[outcome.id];
  if (outcome.lacks !== null) return [`Of ${about} these data cannot tell: ${outcome.lacks}.`];
  const [best] = outcome.measures;
  if (best === undefined) return [];
  const area = areaOf(context, best);
  if ((best.interval?.low ?? 0) <= NOTHING) {
    return [
      `Of ${about} no measure tells anything that these data could show: the largest area is ${area.text} (${area.range}).`,
    ];
  }
  const ends = [best.lowest, best.highest].filter((fifth) => fifth !== null && fifth.n >= context.config.minimum_base);
  const [lowest, highest] = ends;
  const shares =
    lowest == null || highest == null
      ? ''
      : ` Of those with the worst values ${percent(lowest.share, 1)} ${did} within ${HORIZON_DAYS} days, of those with the best ${percent(highest.share, 1)}.`;
  const { locale } = context.config;
  return [
    `About ${about} ${midSentence(best.name)} tells most here, from ${count(best.events, locale)} customers who ${did} and ${count(best.others, locale)} others.${shares}`,
  ];
}

function areaOf(context: ReportContext, { auc, interval, events, others }: Telling): Quantity {
  const n = events + others;
  return quantityOf(context, formatFor(context, ID), {
    value: auc,
    ...(interval ?? {}),
    n,
    customers: n,
    counts: 'customers',
    isLowBase: Math.min(events, others) < COMPARED_FROM,
  });
}

function figureOf(context: ReportContext, { outcomes }: WhatScoresTell): IntervalsFigure {
  const { config, analyses } = context;
  const panels = outcomes
    .filter(({ measures }) => measures.length > 0)
    .map((outcome) => ({
      outcome,
      label: `${capitalised(WORDS[outcome.id].about)} within ${HORIZON_DAYS} days`,
      rows: outcome.measures.map((telling) => ({ telling, label: telling.name, quantity: areaOf(context, telling) })),
    }));
  const { all } = analyses.span;
  const best = panels.map(
    ({ outcome, rows }) =>
      `${midSentence(rows[0]?.label ?? '')} about ${WORDS[outcome.id].about} (${rows[0]?.quantity.text})`,
  );
  return {
    kind: 'intervals',
    ...figureBase(
      context,
      ID,
      {},
      'areas',
      {
        columns: ['outcome', 'score', ...ESTIMATE_COLUMNS],
        rows: panels.flatMap(({ outcome, rows }) =>
          rows.map(({ telling, quantity }) => [
            outcome.id,
            telling.id,
            ...estimateCells({ ...quantity, method: 'delong' }, 'coefficient', config.minimum_base),
          ]),
        ),
      },
      { base: '' },
    ),
    unit: 'coefficient',
    signed: false,
    headline: `Largest areas: ${listed(best, 'and')}`,
    subtitle: `Area under the curve of each measure, latest value of each customer with ${HORIZON_DAYS} days to follow, ${all.label}; 0.50 tells nothing; bar: 95% interval`,
    summary: panels
      .map(
        ({ label, rows }) =>
          `${label}: ${rows.map((row) => `${midSentence(row.label)} ${row.quantity.text}`).join(', ')}.`,
      )
      .join(' '),
    panels: panels.map(({ label, rows }) => ({
      label,
      rows: rows.map(({ label: name, quantity }) => ({ label: name, quantity })),
    })),
    reference: { value: NOTHING, text: 'tells nothing 0.50' },
    band: null,
    table: {
      caption: `Area under the curve by measure and outcome, ${all.label}.`,
      columns: [
        { name: 'Outcome and measure', numeric: false },
        { name: 'Area', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'n (customers)', numeric: true },
      ],
      rows: panels.flatMap(({ label, rows }) =>
        rows.map((row) => [
          `${label}: ${midSentence(row.label)}`,
          row.quantity.text,
          row.quantity.range,
          baseText(row.quantity, config),
        ]),
      ),
    },
  };
}
