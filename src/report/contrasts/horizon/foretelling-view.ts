/**
 * C3c in words, with the areas under the curve over the days ahead.
 */
import {
  type Area,
  FAR,
  type Foretelling,
  type Foretold,
  foretelling,
  HORIZONS,
} from '../../../contrasts/horizon/foretelling.ts';
import { FEWEST_EVENTS } from '../../../metrics/experience/leaving.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { ESTIMATE_COLUMNS, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { LevelsFigure } from '../../types/contrast-figure.ts';
import { count } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import { differenceQuantity, numberOf } from '../quantities.ts';
import type { TestDesk, TestView, Weighed, WrittenAnswer, WrittenEffect } from '../view.ts';

const ID = foretelling.analysis.id;
/** Area of a score that tells nothing. */
const NOTHING = 0.5;

export const foretellingView: TestView<Foretelling> = {
  test: foretelling,
  charts: 'lines over the days ahead',
  weighed: ({ horizons }, context): Readonly<Record<string, Weighed>> => {
    const margin = comparedFrom(context, foretelling.analysis);
    return Object.fromEntries(
      horizons.flatMap((horizon) =>
        horizon.lead === null
          ? []
          : [[nameOf(horizon), { difference: horizon.lead, margin, unit: 'coefficient' as const }]],
      ),
    );
  },
  answer,
};

function nameOf({ days }: Foretold): string {
  return `${days} days`;
}

type Told = 'recommendation' | 'satisfaction' | 'same' | 'both' | 'open';

function answer({ horizons }: Foretelling, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const shown = horizons.filter(({ customers }) => customers >= context.config.minimum_base);
  if (shown.length === 0) return null;
  const verdictOf = (horizon: Foretold) => (horizon.lead === null ? 'insufficient' : desk.verdict(nameOf(horizon)));
  const far = shown.filter(({ days }) => days >= FAR);
  const leads = far.filter((horizon) => verdictOf(horizon) === 'different');
  const ahead = (sign: number) => leads.filter(({ lead }) => Math.sign(lead?.difference ?? 0) === sign);
  const told = toldBy(ahead(1).length, ahead(-1).length, far, verdictOf);
  const deciding =
    leads.at(-1) ?? far.findLast(({ lead }) => lead !== null) ?? shown.findLast(({ lead }) => lead !== null);
  const unsettled = shown.filter((horizon) => verdictOf(horizon) === 'undecided');
  return {
    reading:
      told === 'recommendation' ? 'supports' : told === 'satisfaction' || told === 'same' ? 'contradicts' : 'open',
    verdict: deciding === undefined ? 'insufficient' : verdictOf(deciding),
    headline: HEADLINES[told],
    statement: statementOf(told, context, deciding, leads),
    sentences: [
      areasSentence(context, shown),
      ...(unsettled.length === 0
        ? []
        : [`Within ${listed(unsettled.map(nameOf), 'or')} these data cannot tell the two apart.`]),
    ],
    effect: deciding === undefined ? null : effectOf(context, deciding),
    figures: shown.length < 2 ? [] : [figureOf(context, shown)],
    numbers: shown.flatMap((horizon) =>
      (['recommendation', 'satisfaction'] as const).map((score) =>
        numberOf(context, 'foretelling_auc', areaQuantity(context, horizon, horizon[score]), 'coefficient', 'delong', [
          'score and days ahead',
          `${score === 'recommendation' ? 'nps' : 'csat'}, ${horizon.days}`,
        ]),
      ),
    ),
  };
}

function toldBy(
  ahead: number,
  behind: number,
  far: readonly Foretold[],
  verdictOf: (horizon: Foretold) => string,
): Told {
  if (ahead > 0) return behind > 0 ? 'both' : 'recommendation';
  if (behind > 0) return 'satisfaction';
  const settled = far.length > 0 && far.every((horizon) => ['equivalent', 'negligible'].includes(verdictOf(horizon)));
  return settled ? 'same' : 'open';
}

const HEADLINES: Readonly<Record<Told, string>> = {
  recommendation: 'The willingness to recommend predicts further ahead who will leave',
  satisfaction: 'The rating of the last contact predicts further ahead who will leave',
  same: 'Both scores tell about as far ahead who will leave',
  both: 'Which score predicts further ahead depends on how far one looks',
  open: 'Which score predicts further ahead is not settled',
};

function statementOf(
  told: Told,
  context: ReportContext,
  deciding: Foretold | undefined,
  leads: readonly Foretold[],
): string {
  if (deciding === undefined) {
    return `Too few customers left to say which score predicts further ahead: it takes ${FEWEST_EVENTS.compare} who left and as many who stayed.`;
  }
  const areas = (horizon: Foretold) =>
    `within ${horizon.days} days its area under the curve is ${area(context, horizon, told === 'satisfaction' ? horizon.satisfaction : horizon.recommendation)}, that of the ${told === 'satisfaction' ? 'recommendation' : 'rating'} ${area(context, horizon, told === 'satisfaction' ? horizon.recommendation : horizon.satisfaction)}`;
  switch (told) {
    case 'recommendation':
      return `The willingness to recommend predicts further ahead who will leave than the rating of the last contact does: ${areas(deciding)}.`;
    case 'satisfaction':
      return `The rating of the last contact predicts further ahead who will leave than the willingness to recommend does: ${areas(deciding)}.`;
    case 'same':
      return `Within ${FAR} days and more both scores tell about the same of who will leave.`;
    case 'both':
      return `Which score predicts further ahead who will leave depends on the days ahead: ${listed(
        leads.map(
          (horizon) =>
            `${(horizon.lead?.difference ?? 0) > 0 ? 'recommendation' : 'the rating'} within ${horizon.days}`,
        ),
        'and',
      )}.`;
    case 'open':
      return `Which score predicts further ahead who will leave, the rating of the last contact or the willingness to recommend, these data cannot tell.`;
  }
}

function area(context: ReportContext, horizon: Foretold, found: Area): string {
  return areaQuantity(context, horizon, found).text;
}

/** `Within 30, 90 and 180 days the area is …` */
function areasSentence(context: ReportContext, horizons: readonly Foretold[]): string {
  const all = (score: 'recommendation' | 'satisfaction') =>
    listed(
      horizons.map((horizon) => area(context, horizon, horizon[score])),
      'and',
    );
  const days = listed(
    horizons.map((horizon) => `${horizon.days}`),
    'and',
  );
  return `Within ${days} days the area is ${all('recommendation')} for the recommendation and ${all('satisfaction')} for the rating; 0.50 tells nothing.`;
}

/** Quantities of a horizon rest on all its customers; it is a low base with few who left. */
function areaQuantity(context: ReportContext, { customers, left }: Foretold, { auc, interval }: Area): Quantity {
  return quantityOf(context, formatFor(context, ID), {
    value: auc,
    ...(interval ?? {}),
    n: customers,
    customers,
    counts: 'customers',
    isLowBase: Math.min(left, customers - left) < FEWEST_EVENTS.compare,
  });
}

function effectOf(context: ReportContext, horizon: Foretold): WrittenEffect | null {
  if (horizon.lead === null) return null;
  return {
    name: `Area of recommendation less that of the rating, within ${horizon.days} days`,
    quantity: differenceQuantity(context, 'coefficient', comparedFrom(context, foretelling.analysis), horizon.lead, {
      n: horizon.customers,
      counts: 'customers',
    }),
    unit: 'coefficient',
    method: 'paired DeLong',
    weighed: nameOf(horizon),
  };
}

function figureOf(context: ReportContext, horizons: readonly Foretold[]): LevelsFigure {
  const { all } = context.analyses.span;
  const { locale } = context.config;
  const series = [
    {
      id: 'nps',
      label: 'Recommendation',
      quantities: horizons.map((horizon) => areaQuantity(context, horizon, horizon.recommendation)),
    },
    {
      id: 'csat',
      label: 'Rating of the last contact',
      quantities: horizons.map((horizon) => areaQuantity(context, horizon, horizon.satisfaction)),
    },
  ];
  const sizes = horizons.map(({ customers }) => customers);
  const base = `n = ${count(Math.min(...sizes), locale)} to ${count(Math.max(...sizes), locale)} customers`;
  const [recommendation, rating] = series.map(({ quantities }) => quantities) as [Quantity[], Quantity[]];
  const farthest = horizons.length - 1;
  const days = `within ${(horizons[farthest] as Foretold).days} days`;
  const gone = HORIZONS.filter((each) => horizons.every((horizon) => horizon.days !== each));
  return {
    kind: 'levels',
    ...figureBase(
      context,
      ID,
      {},
      'horizons',
      {
        columns: ['score', 'days', ...ESTIMATE_COLUMNS],
        rows: series.flatMap(({ id, quantities }) =>
          quantities.map(({ n = '', value = '', low = '', high = '', status }, place) => [
            id,
            (horizons[place] as Foretold).days,
            n,
            value,
            low,
            high,
            'coefficient',
            status,
            'delong',
          ]),
        ),
      },
      {
        base,
        aside:
          gone.length === 0
            ? []
            : [`horizons of ${listed(gone.map(String), 'and')} days, within which too few left or stayed`],
      },
    ),
    unit: 'coefficient',
    headline: `Area ${days}: recommendation ${recommendation[farthest]?.text}, rating of the last contact ${rating[farthest]?.text}`,
    subtitle: `Area under the curve for leaving, by days ahead; same customers for both scores; ${all.label}; ${base}; 0.50 tells nothing; bar: 95% interval`,
    summary: series
      .map(
        ({ label, quantities }) =>
          `${label}: ${quantities[0]?.text} within ${horizons[0]?.days} days, ${quantities[farthest]?.text} ${days}.`,
      )
      .join(' '),
    axis: 'Days ahead',
    levels: horizons.map(({ days: ahead }) => `${ahead}`),
    series: series.map(({ label, quantities }) => ({ label, quantities })),
    intervals: 'whiskers',
    reference: { label: 'Tells nothing', values: horizons.map(() => NOTHING) },
    table: {
      caption: `Area under the curve for leaving by days ahead, ${all.label}.`,
      columns: [
        { name: 'Score and days ahead', numeric: false },
        { name: 'Area', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'n (customers)', numeric: true },
      ],
      rows: series.flatMap(({ label, quantities }) =>
        quantities.map(({ status, text, range, n }, place) => [
          `${label}, ${(horizons[place] as Foretold).days}`,
          status === 'low_base' ? `${text} [u]` : text,
          range,
          count(n ?? 0, locale),
        ]),
      ),
    },
  };
}
