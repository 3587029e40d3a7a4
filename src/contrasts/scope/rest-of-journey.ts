/**
 * C1b: what the rest of the journey tells of the recommendation beyond the last contact.
 */
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { DAYS_BEFORE } from '../../metrics/experience/before-answer.ts';
import { missingNps } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { addedExplanation } from '../../statistics/added-explanation.ts';
import { clusterBlocks } from '../../statistics/bootstrap.ts';
import { bootstrapDifference } from '../../statistics/bootstrap-difference.ts';
import { addBlocks, centred, crossProducts } from '../../statistics/cross-products.ts';
import { seededRandom } from '../../statistics/random.ts';
import { subsetR2 } from '../../statistics/regression.ts';
import { bootstrapRegression } from '../../statistics/regression-bootstrap.ts';
import { remembered } from '../../statistics/remembered.ts';
import type { ContrastTest } from '../contrast.ts';
import { type ControlledRatings, FEWEST_RATINGS, type JourneyRatings, ratedJourneys } from './journey-ratings.ts';

const NEEDS = [
  'responses.customer_id',
  'responses.nps',
  'responses.csat | tickets.csat',
  'responses.stage | aspects.score',
];

export const FEWEST_JOURNEYS = 100;
const SEED = 13;

/** Explained shares of the variance of the recommendation. */
export interface RestOfJourney {
  readonly customers: number;
  /** By the last contact alone. */
  readonly last: number;
  /** What the other stages add; its p is that of the F test. */
  readonly added: Difference;
  /** The same beside as many ratings of further contacts of one stage, of the same customers; null where too few have them. */
  readonly control: JourneyControl | null;
  /** Customers with both. */
  readonly controlled: number;
  /** Customers who rated all other stages together with the recommendation. */
  readonly together: number;
}

export interface JourneyControl {
  readonly last: number;
  /** What other stages add, and what as many ratings of the one stage add. */
  readonly others: number;
  readonly same: number;
  /** The first less the second. */
  readonly lead: Difference;
}

const analysis: Analysis<RestOfJourney> = {
  id: 'rest_of_journey',
  name: 'Weight of the rest of the journey',
  label: 'Added by other stages',
  lens: 'experience',
  question: 'Do ratings of the other stages tell more of the recommendation than the last contact does?',
  definition:
    'The share of the variance (R²) of the recommendation that the rating of the last contact and the mean rating of the ' +
    'other stages explain together, less what the last contact explains alone. Counted are customers who rated a contact ' +
    `in the ${DAYS_BEFORE} days before their latest answer to the recommendation question, and at least ${FEWEST_RATINGS} other ` +
    'stages before it or with it: by answers that belong to a stage, or by ratings of aspects that bear its name; of each ' +
    'stage the latest. Ratings on several scales count by their place between the ends of the scale. Several answers tell ' +
    'more than one merely by being several: the control is what as many ratings of ' +
    'further contacts of the last contact’s own stage add, of customers who gave both.',
  formula: 'R²(last contact, mean of other stages) − R²(last contact)',
  who: `customers with a rating in the ${DAYS_BEFORE} days before their recommendation and ratings of at least ${FEWEST_RATINGS} other stages`,
  date: 'the day of the answer to the recommendation question',
  tex: 'R^2_{l o} - R^2_l',
  symbols: [
    ['R^2_l', 'the share of variance that the last contact explains'],
    ['R^2_{l o}', 'the share that the last contact and the mean of the other stages explain'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST_JOURNEYS} customers with ratings of ${FEWEST_RATINGS} other stages; for the control as many who rated further contacts of one stage.`,
  margin: 0.02,
  interval:
    'Percentile intervals from 2,000 resamples of customers, drawn from a fixed seed; that nothing is added is tested by ' +
    'F on 1 and n − 3 degrees of freedom.',
  source: 'Cohen & Cohen (1983) for the increase of R² and its test.',
  elsewhere: [],
  analyse,
};

export const restOfJourney: ContrastTest<RestOfJourney> = {
  id: 'c1b',
  analysis,
  saidWhen:
    '“The whole journey says more than the last contact” is said when the other stages add at least 2 points of explained ' +
    'variance, with a lower end above nothing, and when that is shown to be more than as many ratings of further ' +
    'contacts of one stage add.',
  pitfalls: [
    'A mean of several answers goes more closely with anything than one answer does, merely by being steadier: hence the control.',
    'Stages that are rated in the same questionnaire as the recommendation share the mood of that moment; contacts, and so the control, do not.',
    'Customers who have not met a stage, or were never asked about it, are not in it.',
  ],
};

function analyse({ dataset, company }: Context, { all }: Span): RestOfJourney | Lack {
  const missing = missingField(dataset, NEEDS) ?? missingNps(dataset);
  if (missing !== null) return { lacks: missing };
  const stages = company.stages.length > 0 ? company.stages : (dataset.responses?.columns.stage?.values ?? []);
  const journeys = ratedJourneys(dataset, all, stages);
  const customers = journeys.all.last.length;
  if (customers < FEWEST_JOURNEYS) {
    const what = `customers with a rated contact before their recommendation and ratings of ${FEWEST_RATINGS} other stages`;
    return tooFew(FEWEST_JOURNEYS, what, customers);
  }
  const rest = addedByOthers(journeys.all);
  if (rest === null) return { lacks: 'the ratings or the answers are all alike, or nothing is left to explain' };
  const controlled = journeys.controlled.last.length;
  return {
    customers,
    ...rest,
    control: controlled < FEWEST_JOURNEYS ? null : controlOf(journeys.controlled),
    controlled,
    together: journeys.together,
  };
}

/** R² of the subsets of predictors: place 1 is the last contact, 2 the first further predictor, 4 the second. */
const [LAST, OTHERS, SAME] = [1, 2, 4] as const;

const addedByOthers = remembered(
  'rest of the journey',
  ({ recommendation, last, others }: JourneyRatings): Pick<RestOfJourney, 'last' | 'added'> | null => {
    const products = crossProducts([last, others], recommendation, blocksOf(last));
    const moments = centred(addBlocks(products));
    const found = moments === null ? null : addedExplanation(moments, [1]);
    if (found === null || found.test === null) return null;
    const [draws] = bootstrapRegression(products, (drawn) => gains(subsetR2(drawn), [OTHERS]), 1, { seed: SEED });
    const added = bootstrapDifference(found.uniqueAdded, draws as Float64Array);
    return added === null ? null : { last: found.r2Base, added: { ...added, p: found.test.p } };
  },
);

const controlOf = remembered(
  'rest of the journey, control',
  ({ recommendation, last, others, same }: ControlledRatings): JourneyControl | null => {
    const products = crossProducts([last, others, same], recommendation, blocksOf(last));
    const moments = centred(addBlocks(products));
    const r2 = moments === null ? null : subsetR2(moments);
    const gained = gains(r2, [OTHERS, SAME]);
    if (r2 === null || gained === null) return null;
    const [byOthers, bySame] = gained as [number, number];
    const lead = (drawn: number[] | null) => (drawn === null ? null : [(drawn[0] as number) - (drawn[1] as number)]);
    const [draws] = bootstrapRegression(products, (drawn) => lead(gains(subsetR2(drawn), [OTHERS, SAME])), 1, {
      seed: SEED,
    });
    const difference = bootstrapDifference(byOthers - bySame, draws as Float64Array);
    return difference === null ? null : { last: r2[LAST] as number, others: byOthers, same: bySame, lead: difference };
  },
);

/** What each further predictor adds to the last contact. */
function gains(r2: Float64Array | null, predictors: readonly number[]): number[] | null {
  return r2 === null ? null : predictors.map((at) => (r2[LAST | at] as number) - (r2[LAST] as number));
}

/** One row a customer. */
function blocksOf(rows: readonly number[]) {
  return clusterBlocks(Int32Array.from(rows.keys()), seededRandom(SEED));
}
