/**
 * C10a: what each score tells about who leaves, and about who renews.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import { leavingMoments, renewalMoments } from '../../metrics/customer-span.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { missingField } from '../../metrics/missing-field.ts';
import type { Interval } from '../../statistics/interval.ts';
import {
  calibration,
  type Discrimination,
  discrimination,
  discriminationDifference,
} from '../../statistics/prediction.ts';
import { remembered } from '../../statistics/remembered.ts';
import type { ContrastTest } from '../contrast.ts';
import { normalDifference } from '../differences.ts';
import { casesOf, type FollowUp, pairedCases, thinned } from './followed.ts';
import { type Measure, type MeasureSide, measuresOf } from './measures.ts';

const NEEDS = [
  'responses.customer_id | tickets.customer_id',
  'responses.nps | responses.csat | responses.ces | responses.emotion | tickets.csat',
  'customers.churned_at | customers.renewed_at',
];

/** Leaving or renewing counts within so many days. */
export const HORIZON_DAYS = 90;

/** Customers with the outcome, and customers without it. */
const FEWEST = { show: 20, compare: 50 } as const;

/** How well one measure tells those with an outcome from those without. */
export interface Telling {
  readonly id: string;
  readonly name: string;
  readonly side: MeasureSide;
  readonly events: number;
  readonly others: number;
  readonly auc: number;
  /** Null where the measure does not vary. */
  readonly interval: Interval | null;
  /** Share with the outcome among the lowest and among the highest fifth; null where all values are alike. */
  readonly lowest: Fifth | null;
  readonly highest: Fifth | null;
}

export interface Fifth {
  readonly share: number;
  readonly n: number;
}

/** Two measures of the same customers. */
export interface TellingPair {
  /** The one with the larger area, and the other. */
  readonly more: string;
  readonly less: string;
  readonly customers: number;
  readonly aucs: readonly [more: number, less: number];
  /** Of the areas, never below 0. */
  readonly difference: Difference;
}

export interface ToldOutcome {
  readonly id: 'leaving' | 'renewing';
  /** Why nothing can be said of it; null where it can. */
  readonly lacks: string | null;
  /** In the order of their areas, largest first. */
  readonly measures: readonly Telling[];
  readonly pairs: readonly TellingPair[];
}

export interface WhatScoresTell {
  readonly outcomes: readonly ToldOutcome[];
}

const analysis: Analysis<WhatScoresTell> = {
  id: 'what_scores_tell',
  name: 'What each score tells',
  label: 'Area under the curve',
  lens: 'experience',
  question: 'Which score tells more about who leaves, and which about who renews?',
  definition:
    `For every measure the latest value of each customer whose following ${HORIZON_DAYS} days lie within the data and who ` +
    'had not left: the answer to the recommendation question, the feeling, satisfaction, ease, whether the last ticket was ' +
    'resolved at first contact within 7 days, and how long it waited for its first reply. The area under the curve is the ' +
    'chance that of a customer who left and one who stayed the one who left had the worse value, or that of a customer who ' +
    'renewed and one who did not the one who renewed had the better; equal values count half. 0.50 tells nothing. Two ' +
    'measures are compared on the same customers, from the latest moment at which one of them was taken and the other at ' +
    'most 180 days before. Of more than 10,000 customers with an outcome, or without it, as many are taken evenly.',
  formula:
    'P(value of a customer with the outcome beats that of one without) + ½ P(equal); differences on the same customers',
  who: `customers of the customer list whose ${HORIZON_DAYS} days after the value lie within the data`,
  date: 'the moment of the value',
  tex: String.raw`\frac{1}{m n}\sum_i \sum_j \psi(x_i, y_j)`,
  symbols: [
    ['x_i', 'value of customer i, who has the outcome'],
    ['y_j', 'value of customer j, who has not'],
    [String.raw`\psi`, '1 where the two stand as expected, ½ where they are equal, else 0'],
    ['m, n', 'customers with and without the outcome'],
  ],
  needs: NEEDS,
  unit: 'coefficient',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST.show} customers with the outcome and ${FEWEST.show} without; ${FEWEST.compare} of each to compare two measures.`,
  margin: 0.05,
  interval: 'DeLong’s interval at 95%, paired for two measures of the same customers.',
  source: 'DeLong, DeLong & Clarke-Pearson (1988). No score wins everywhere: published comparisons of scores disagree.',
  elsewhere: [],
  analyse,
};

export const whatScoresTell: ContrastTest<WhatScoresTell> = {
  id: 'c10a',
  analysis,
  saidWhen:
    '“Tells more about leaving”, or about renewing, is said of two measures of the same customers when the difference of ' +
    `their areas is shown, from at least ${FEWEST.compare} customers with the outcome and ${FEWEST.compare} without. All pairs of measures, for both ` +
    'outcomes, are judged together with the other tests of this page. It speaks for the idea when a measure of the whole ' +
    '(recommendation, feeling) tells more about renewing than one of contacts, or one of contacts more about leaving; the ' +
    'other way round it speaks against it.',
  pitfalls: [
    'How many leave and how many renew differs, so the areas of the two outcomes are not set against each other.',
    'When somebody can renew at all is decided by the contract; no score tells that.',
    'Only the last renewal of a customer is known, so earlier ones are not seen.',
    'An area says how well values put customers in order, not how many will leave.',
  ],
};

function analyse(context: Context, _: Span): WhatScoresTell | Lack {
  const { dataset } = context;
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const measures = measuresOf(context);
  const left = leavingMoments(dataset);
  const outcomes = (['leaving', 'renewing'] as const).map((id): ToldOutcome => {
    const field = id === 'leaving' ? 'customers.churned_at' : 'customers.renewed_at';
    const lacks = missingField(dataset, [field]);
    if (lacks !== null) return { id, lacks, measures: [], pairs: [] };
    const outcome = id === 'leaving' ? left : renewalMoments(dataset);
    const latest = dataset.extractEnd - HORIZON_DAYS * DAY_MS;
    return toldOutcome(id, measures, { outcome, left, days: HORIZON_DAYS, latest });
  });
  const told = outcomes.filter(({ lacks }) => lacks === null);
  return told.length === 0 ? { lacks: outcomes.find(({ lacks }) => lacks !== null)?.lacks ?? '' } : { outcomes };
}

const toldOutcome = remembered(
  'what scores tell',
  (id: ToldOutcome['id'], measures: readonly Measure[], follow: FollowUp): ToldOutcome => {
    const sign = id === 'leaving' ? -1 : 1;
    let most = 0;
    const shown = measures.flatMap((measure): { measure: Measure; telling: Telling }[] => {
      const { values, events } = thinned(casesOf(measure, follow));
      const [value] = values as [Float64Array];
      const found = areaOf(value, events, sign, FEWEST.show);
      most = Math.max(
        most,
        events.reduce((sum, event) => sum + event, 0),
      );
      if (found === null) return [];
      const fifths = calibration(value, events);
      const ends = fifths.length < 2 ? [] : [fifths[0], fifths.at(-1)];
      const [lowest = null, highest = null] = ends.map((fifth) => (fifth === undefined ? null : fifthOf(fifth)));
      return [
        {
          measure,
          telling: {
            id: measure.id,
            name: measure.name,
            side: measure.side,
            events: found.events,
            others: found.nonEvents,
            auc: found.auc,
            interval: found.interval,
            lowest,
            highest,
          },
        },
      ];
    });
    const did = id === 'leaving' ? 'left' : 'renewed';
    return {
      id,
      lacks:
        shown.length > 0
          ? null
          : tooFew(FEWEST.show, `customers who ${did} within ${HORIZON_DAYS} days of a score`, most).lacks,
      measures: shown.map(({ telling }) => telling).sort((a, b) => b.auc - a.auc),
      pairs: shown.flatMap(({ measure }, place) =>
        shown.slice(place + 1).flatMap((other) => pairOf(measure, other.measure, follow, sign) ?? []),
      ),
    };
  },
);

function fifthOf({ share, n }: Fifth): Fifth {
  return { share, n };
}

function pairOf(first: Measure, second: Measure, follow: FollowUp, sign: number): TellingPair | null {
  const { values, events } = thinned(pairedCases(first, second, follow));
  const [one, other] = values.map((value) => areaOf(value, events, sign, FEWEST.compare));
  if (one == null || other == null) return null;
  const found = discriminationDifference(one, other);
  if (found === null || found.standardError === 0) return null;
  const size = {
    customers: events.length,
    difference: normalDifference(Math.abs(found.difference), found.standardError),
  };
  return found.difference < 0
    ? { more: first.id, less: second.id, aucs: [one.auc, other.auc], ...size }
    : { more: second.id, less: first.id, aucs: [other.auc, one.auc], ...size };
}

/** Null with fewer than `fewest` customers with the outcome or without. */
function areaOf(value: Float64Array, events: Uint8Array, sign: number, fewest: number): Discrimination | null {
  const found = discrimination(
    value.map((each) => sign * each),
    events,
  );
  return found === null || Math.min(found.events, found.nonEvents) < fewest ? null : found;
}
