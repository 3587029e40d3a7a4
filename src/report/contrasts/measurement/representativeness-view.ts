/**
 * C5c in words, with the R-indicator of every instrument.
 */
import type { FrameFactor } from '../../../contrasts/measurement/invited-by-instrument.ts';
import {
  type Representativeness,
  type RepresentativenessResult,
  representativeness,
} from '../../../contrasts/measurement/representativeness.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { cardOf, formatFor, type ReportContext } from '../../context.ts';
import { ESTIMATE_COLUMNS, estimateCells, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { IntervalsFigure } from '../../types/contrast-figure.ts';
import type { Verdict } from '../../types/estimate.ts';
import { capitalised } from '../../wording/capitalised.ts';
import { count, percent } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import { numberOf } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = representativeness.analysis.id;

const FACTOR_WORDS: Readonly<Record<FrameFactor, string>> = {
  wait: 'the wait for a first answer',
  channel: 'channel',
  reopened: 'reopening',
  segment: 'segment',
  tenure: 'years as a customer',
};

/** At most so many are named in the sentence. */
const NAMED = 3;

export const representativenessView: TestView<RepresentativenessResult> = {
  test: representativeness,
  charts: 'intervals',
  weighed: (result, context) =>
    Object.fromEntries(
      publishable(result, context).map((row) => [
        keyOf(row),
        {
          difference: row.v,
          margin: comparedFrom(context, representativeness.analysis),
          unit: 'coefficient' as const,
        },
      ]),
    ),
  answer,
};

/** Instruments of too few customers are not named. */
function publishable({ rows }: RepresentativenessResult, { config }: ReportContext): Representativeness[] {
  return rows.filter(({ customers }) => customers >= config.minimum_base);
}

function keyOf({ survey, factor }: Representativeness): string {
  return JSON.stringify([factor, survey]);
}

function nameOf({ survey }: Representativeness): string {
  return survey === null ? 'Comments' : survey === '' ? 'The survey' : capitalised(survey);
}

function answer(result: RepresentativenessResult, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const rows = publishable(result, context).map((row) => ({ ...row, verdict: desk.verdict(keyOf(row)) }));
  const [clearest] = rows.toSorted((a, b) => b.v.difference - a.v.difference);
  if (clearest === undefined) return null;
  const clear = comparedFrom(context, representativeness.analysis);
  const isUnlike = ({ verdict, v }: (typeof rows)[number]) => verdict === 'different' && v.difference >= clear;
  const unlike = rows.filter(isUnlike).toSorted((a, b) => b.v.difference - a.v.difference);
  const isLike = ({ verdict }: { readonly verdict: Verdict }) => verdict === 'equivalent' || verdict === 'negligible';
  const deciding = unlike[0] ?? clearest;
  const v = quantityV(context, deciding);
  const words = wordsOf(unlike, rows.every(isLike), deciding, factorsOf(rows));
  const lowest = rows.toSorted((a, b) => a.r.value - b.r.value)[0] as Representativeness;
  return {
    reading: unlike.length > 0 ? 'supports' : rows.every(isLike) ? 'contradicts' : 'open',
    verdict: deciding.verdict,
    ...words,
    sentences: [
      `The largest Cramér’s V is ${v.text} (${v.range}; ${inSentence(deciding)}), where 0.10 counts as clear; the lowest R-indicator is ` +
        `${quantityR(context, lowest).text} (${inSentence(lowest)}), where 1 means that all kinds answer alike.`,
      `At worst a mean of ${deciding.survey === null ? 'those who write comments' : `those who answer ${surveyName(deciding)}`} is off by ${deciding.maximalBias.toFixed(2)} standard deviations of what is asked.`,
      responseRates(rows),
    ],
    effect: {
      name: `Cramér’s V: ${nameOf(deciding)} by ${FACTOR_WORDS[deciding.factor]}`,
      quantity: v,
      unit: 'coefficient',
      method: 'bootstrap, chi-square with design effect',
      weighed: keyOf(deciding),
    },
    figures: [figureOf(context, rows)],
    numbers: rows.flatMap((row) => {
      const place = [`instrument_by_${row.factor}`, nameOf(row)] as const;
      return [
        numberOf(context, ID, quantityR(context, row), 'coefficient', 'bootstrap', place),
        numberOf(context, `${ID}_v`, quantityV(context, row), 'coefficient', 'bootstrap', place),
      ];
    }),
  };
}

function wordsOf(
  unlike: readonly Representativeness[],
  allLike: boolean,
  deciding: Representativeness,
  factors: string,
) {
  if (unlike.length > 0) {
    const named = listed(
      [...new Set(unlike.slice(0, NAMED).map((row) => (row.survey === null ? 'comments' : surveyName(row))))],
      'and',
    );
    const reasons = unlike
      .slice(0, NAMED)
      .map((row) => `${inSentence(row)} (Cramér’s V ${row.v.difference.toFixed(2)})`);
    return {
      headline: `${capitalised(named)}: those heard differ clearly from those asked`,
      statement: `Instruments describe different customers than were asked: who is heard and who is not differ clearly ${listed(reasons, 'and')}.`,
    };
  }
  if (allLike) {
    return {
      headline: 'Every instrument describes customers like those it asked',
      statement: `Surveys and comments describe customers like those who were asked, by ${factors}: all kinds of them were heard about equally often.`,
    };
  }
  return {
    headline: 'Whether instruments describe different customers is not settled',
    statement: `Whether surveys and comments describe different customers than were asked, these data cannot tell: the clearest sign is ${inSentence(deciding)} (Cramér’s V ${deciding.v.difference.toFixed(2)}).`,
  };
}

function surveyName({ survey }: Representativeness): string {
  return survey === '' ? 'the survey' : `“${survey}”`;
}

/** `in answers to “relationship” by segment`. */
function inSentence(row: Representativeness): string {
  return `${row.survey === null ? 'in comments' : `in answers to ${surveyName(row)}`} by ${FACTOR_WORDS[row.factor]}`;
}

/** A rate says nothing of R: both stand beside each other. */
function responseRates(rows: readonly Representativeness[]): string {
  const instruments = [...new Map(rows.map((row) => [row.survey, row])).values()];
  const rate = (row: Representativeness) => percent(row.heard / row.invited);
  const answered = instruments
    .filter(({ survey }) => survey !== null)
    .map((row) => `${rate(row)} to ${surveyName(row)}`);
  const comments = instruments.find(({ survey }) => survey === null);
  const wrote = comments === undefined ? '' : `; ${rate(comments)} of all brought a comment`;
  return `Of the invitations, ${listed(answered, 'and')} were answered${wrote}.`;
}

/** What all instruments are compared by, in words. */
function factorsOf(rows: readonly Representativeness[]): string {
  return listed([...new Set(rows.map(({ factor }) => FACTOR_WORDS[factor]))], 'and');
}

function quantityR(context: ReportContext, { r, invited, customers }: Representativeness): Quantity {
  return quantityOf(context, formatFor(context, ID), { ...r, n: invited, customers, counts: 'invitations' });
}

function quantityV(context: ReportContext, { v, invited, customers }: Representativeness): Quantity {
  const { difference: value, low, high } = v;
  return quantityOf(context, formatFor(context, ID), {
    value,
    low,
    high,
    n: invited,
    customers,
    counts: 'invitations',
  });
}

function figureOf(
  context: ReportContext,
  rows: readonly (Representativeness & { readonly verdict: Verdict })[],
): IntervalsFigure {
  const { config, analyses } = context;
  const lowest = rows.toSorted((a, b) => a.r.value - b.r.value)[0] as Representativeness;
  return {
    kind: 'intervals',
    ...figureBase(
      context,
      ID,
      {},
      'r-indicators',
      {
        columns: ['instrument', 'by', 'figure', ...ESTIMATE_COLUMNS],
        rows: rows.flatMap((row) =>
          (
            [
              ['R-indicator', quantityR(context, row)],
              ['Cramér’s V', quantityV(context, row)],
            ] as const
          ).map(([figure, quantity]) => [
            nameOf(row),
            FACTOR_WORDS[row.factor],
            figure,
            ...estimateCells({ ...quantity, method: 'bootstrap' }, 'coefficient', config.minimum_base),
          ]),
        ),
      },
      { compared: false, uncompared: 'Each instrument is judged by Cramér’s V, not against the others.' },
    ),
    headline: `R-indicators are lowest ${inSentence(lowest)}: ${quantityR(context, lowest).text}`,
    subtitle: `R-indicator of each instrument against all whom it invited, by ${factorsOf(rows)}; ${analyses.span.all.label}; bar: 95% interval`,
    summary: `R is lowest ${inSentence(lowest)}, ${quantityR(context, lowest).text} (${quantityR(context, lowest).range}); 1 means that all kinds answer alike.`,
    unit: 'coefficient',
    signed: false,
    panels: [
      {
        label: '',
        rows: rows.map((row) => ({
          label: nameOf(row),
          part: `By ${FACTOR_WORDS[row.factor]}`,
          quantity: quantityR(context, row),
        })),
      },
    ],
    reference: { value: 1, text: 'all kinds answer alike' },
    band: null,
    table: {
      caption: `${cardOf(context, ID).name}, ${analyses.span.all.label}.`,
      columns: [
        { name: 'Instrument', numeric: false },
        { name: 'By', numeric: false },
        { name: 'R-indicator', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'Cramér’s V', numeric: true },
        { name: 'Largest bias', numeric: true },
        { name: 'n (invitations)', numeric: true },
      ],
      rows: rows.map((row) => [
        nameOf(row),
        FACTOR_WORDS[row.factor],
        quantityR(context, row).text,
        quantityR(context, row).range,
        quantityV(context, row).text,
        row.maximalBias.toFixed(2),
        count(row.invited, config.locale),
      ]),
    },
  };
}
