/**
 * S1: whether the dealings with people weigh as much in satisfaction as in the willingness to recommend.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { oneScale } from '../../metrics/estimators/one-scale.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { missingAspect, ratedPlaces } from '../../metrics/experience/aspect-ratings.ts';
import { missingNps, npsAnswers } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { clusterBlocks, percentileInterval } from '../../statistics/bootstrap.ts';
import { bootstrapDifference } from '../../statistics/bootstrap-difference.ts';
import {
  addBlocks,
  type Centred,
  type CrossProducts,
  centred,
  crossProducts,
} from '../../statistics/cross-products.ts';
import { importance, lmgOfSubsets } from '../../statistics/importance.ts';
import type { Interval } from '../../statistics/interval.ts';
import { seededRandom } from '../../statistics/random.ts';
import { regress, subsetR2 } from '../../statistics/regression.ts';
import { bootstrapRegression } from '../../statistics/regression-bootstrap.ts';
import { remembered } from '../../statistics/remembered.ts';
import type { ContrastTest } from '../contrast.ts';

const NEEDS = [
  'responses.customer_id',
  'responses.nps',
  'responses.csat | tickets.csat',
  'aspects.aspect',
  'aspects.score',
];

const FEWEST_CUSTOMERS = 150;
/** A score further away from the ratings is about another time. */
const DAYS_APART = 180;
const SEED = 51;
/** Blocks of customers: enough for an interval, few enough for two models of each resample. */
const MOST_BLOCKS = 300;

export interface AspectWeight extends Interval {
  readonly aspect: string;
  readonly share: number;
}

/** A model of one outcome by the rated aspects. */
export interface AspectModel {
  readonly r2: number;
  /** In the order of the aspects: parts of R² by LMG. */
  readonly weights: readonly AspectWeight[];
  /** Interval of the coefficient of the dealings with people beside all others. */
  readonly coefficient: Interval;
}

export interface InteractionWeight {
  readonly customers: number;
  readonly aspects: readonly string[];
  /** Which of the aspects the dealings with people are. */
  readonly interaction: number;
  readonly satisfaction: AspectModel;
  readonly recommendation: AspectModel;
  /** Its share in the recommendation less its share in satisfaction. */
  readonly gap: Difference;
}

const analysis: Analysis<InteractionWeight> = {
  id: 'interaction_weight',
  name: 'Weight of the dealings with people',
  label: 'Weight of interaction',
  lens: 'experience',
  question: 'Do dealings with people weigh as much in satisfaction as in the willingness to recommend?',
  definition:
    'The latest response of each customer that rates the dealings with people and the rational aspects together, such as ' +
    'speed, ease, quality and price, with the satisfaction rating and the answer to the recommendation question of the same ' +
    `response or, where it has none, the nearest of the ${DAYS_APART} days before it, else after it. Two models have the ` +
    'same customers and the same aspects; an aspect’s share is the part of the explained variance that it accounts for, ' +
    'averaged over all orders in which the aspects can enter. The two shares of the dealings with people are subtracted.',
  formula: 'share of R² in the model of the recommendation − share of R² in the model of satisfaction',
  who: 'customers who rated every aspect, a contact and the company',
  date: 'the day of the response that rates the aspects',
  tex: 's_r - s_c',
  symbols: [
    ['s_r', 'share of the dealings with people in what is explained of the recommendation'],
    ['s_c', 'the same of satisfaction'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST_CUSTOMERS} customers.`,
  margin: 0.1,
  interval: 'Percentile interval from 2,000 resamples of customers; both models are fitted to the same resample.',
  source: 'Lindeman, Merenda & Gold (1980) for the shares; two one-sided tests (Schuirmann 1987) for sameness.',
  elsewhere: [],
  analyse,
};

export const interactionWeight: ContrastTest<InteractionWeight> = {
  id: 's1',
  analysis,
  saidWhen:
    '“Matters to both alike” is said when the two shares are shown to differ by less than 10 points: the 90% interval of their ' +
    'difference lies within the margin. “Matters to both” is said when the lower ends of both shares are above 0, and with them ' +
    'the lower ends of both coefficients, because a share of R² is never below 0. A difference that is shown says “matters ' +
    'unequally”.',
  pitfalls: [
    'Halo: whoever is pleased rates everything high, so that all aspects share what is explained.',
    'The same customers stand in both models, and their ratings of the aspects were given with one of the two scores at hand.',
  ],
};

function analyse({ dataset, company }: Context, { all }: Span): InteractionWeight | Lack {
  const { interaction, rational } = company.aspects;
  const missing = missingField(dataset, NEEDS) ?? missingNps(dataset) ?? missingAspect(dataset, interaction);
  if (missing !== null) return { lacks: missing };
  const rated = [interaction, ...rational.filter((name) => name !== interaction)].filter(
    (name) => missingAspect(dataset, name) === null,
  );
  if (rated.length < 2) return { lacks: `no aspect is rated beside “${interaction}”` };
  const rows = completeRows(dataset, all, rated);
  if (rows.customer.length < FEWEST_CUSTOMERS) {
    return tooFew(
      FEWEST_CUSTOMERS,
      'customers who rated every aspect, a contact and the company',
      rows.customer.length,
    );
  }
  const blocks = clusterBlocks(rows.customer, seededRandom(SEED), MOST_BLOCKS);
  const [csat, nps] = [rows.csat, rows.nps].map((outcome) =>
    modelOf(rated, crossProducts(rows.ratings, outcome, blocks)),
  );
  if (csat == null || nps == null) return { lacks: 'all ratings or all answers are alike' };
  const draws = nps.shareDraws.map((share, draw) => share - (csat.shareDraws[draw] as number));
  const gap = bootstrapDifference(
    (nps.model.weights[0] as AspectWeight).share - (csat.model.weights[0] as AspectWeight).share,
    draws,
  );
  if (gap === null) return { lacks: 'all ratings or all answers are alike' };
  return {
    customers: rows.customer.length,
    aspects: rated,
    interaction: 0,
    satisfaction: csat.model,
    recommendation: nps.model,
    gap,
  };
}

interface Rows {
  readonly customer: number[];
  /** Of each aspect. */
  readonly ratings: readonly number[][];
  readonly csat: number[];
  readonly nps: number[];
}

/** The latest response of each customer that rates every aspect, with both scores. */
function completeRows(dataset: Dataset, all: Period, aspects: readonly string[]): Rows {
  const rows: Rows = { customer: [], ratings: aspects.map(() => []), csat: [], nps: [] };
  const { responses } = dataset;
  const at = responses?.columns.submitted_at;
  if (responses === null || at === undefined) return rows;
  const places = ratedPlaces(dataset, aspects);
  const csat = oneScale(dataset, 'csat').sample.values;
  const { values: group } = npsAnswers(dataset).sample;
  const recommendation = responses.columns.nps?.values ?? new Float64Array(0);
  const hasCsat = (row: number) => csat[row] !== ABSENT && !Number.isNaN(csat[row]);
  const hasNps = (row: number) => group[row] !== ABSENT;
  for (let row = responses.rows - 1, done = -1; row >= 0; row--) {
    const who = responses.customer[row] as number;
    const moment = at[row] as number;
    if (who < 0 || who === done || !(moment >= all.start && moment < all.end)) continue;
    if (places.some((place) => Number.isNaN(place[row]))) continue;
    const rating = nearest(dataset, row, hasCsat);
    const answer = nearest(dataset, row, hasNps);
    if (rating < 0 || answer < 0) continue;
    done = who;
    rows.customer.push(who);
    for (const [aspect, place] of places.entries()) (rows.ratings[aspect] as number[]).push(place[row] as number);
    rows.csat.push(csat[rating] as number);
    rows.nps.push(recommendation[answer] as number);
  }
  return rows;
}

/** The same row, else the last of the customer's before it, else the first after it, within the days; −1 for none. */
function nearest({ responses }: Dataset, row: number, has: (row: number) => boolean): number {
  const at = responses?.columns.submitted_at as Float64Array;
  const { customer, item } = responses as NonNullable<typeof responses>;
  const counts = (other: number) => item[other] === 0 && has(other);
  if (counts(row)) return row;
  for (const step of [-1, 1]) {
    for (let other = row + step; customer[other] === customer[row]; other += step) {
      if (!(Math.abs((at[other] as number) - (at[row] as number)) <= DAYS_APART * DAY_MS)) break;
      if (counts(other)) return other;
    }
  }
  return -1;
}

/** The model, and the share of the first aspect in every resample. */
const modelOf = remembered(
  'interaction weight',
  (aspects: readonly string[], products: CrossProducts): { model: AspectModel; shareDraws: Float64Array } | null => {
    const moments = centred(addBlocks(products));
    const found = moments === null ? null : importance(moments);
    if (found === null || found.r2 === 0) return null;
    const p = aspects.length;
    const draws = bootstrapRegression(products, sharesAndCoefficient, p + 1, { seed: SEED });
    const intervals = draws.map((each) => percentileInterval(each));
    const shares = found.predictors.map((predictor) => predictor?.share ?? null);
    if (intervals.some((interval) => interval === null) || shares.some((share) => share === null)) return null;
    return {
      model: {
        r2: found.r2,
        weights: aspects.map((aspect, j) => ({ aspect, share: shares[j] as number, ...(intervals[j] as Interval) })),
        coefficient: intervals[p] as Interval,
      },
      shareDraws: draws[0] as Float64Array,
    };
  },
);

/** Shares of R² of every aspect, then the coefficient of the first. */
function sharesAndCoefficient(moments: Centred): (number | null)[] | null {
  const r2 = subsetR2(moments);
  const total = r2?.at(-1) ?? 0;
  if (r2 === null || total === 0) return null;
  const shares = Array.from(lmgOfSubsets(r2, moments.predictors), (lmg) => lmg / total);
  return [...shares, regress(moments)?.standardised[0] ?? null];
}
