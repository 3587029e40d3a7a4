/**
 * C3c: how far ahead satisfaction and recommendation tell who leaves.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { oneScale } from '../../metrics/estimators/one-scale.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { DAYS_BEFORE, forEachBefore } from '../../metrics/experience/before-answer.ts';
import { followedAnswers } from '../../metrics/experience/followed-answers.ts';
import { FEWEST_EVENTS } from '../../metrics/experience/leaving.ts';
import { missingNps } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import type { Interval } from '../../statistics/interval.ts';
import { type Discrimination, discrimination, discriminationDifference } from '../../statistics/prediction.ts';
import type { ContrastTest } from '../contrast.ts';

const NEEDS = ['responses.customer_id', 'responses.nps', 'responses.csat | tickets.csat', 'customers.churned_at'];

/** Days for which customers are followed. */
export const HORIZONS = [30, 90, 180, 365] as const;
/** From here on it is called further ahead. */
export const FAR = 180;

/** What both scores tell of leaving within some days, of the same customers. */
export interface Foretold {
  readonly days: number;
  readonly customers: number;
  readonly left: number;
  readonly recommendation: Area;
  readonly satisfaction: Area;
  /** Area of the recommendation less that of satisfaction; null with too few on a side to compare. */
  readonly lead: Difference | null;
}

/** Area under the curve; 0.5 tells nothing. */
export interface Area {
  readonly auc: number;
  readonly interval: Interval | null;
}

export interface Foretelling {
  /** Horizons with enough customers on both sides, from the nearest to the farthest. */
  readonly horizons: readonly Foretold[];
}

const analysis: Analysis<Foretelling> = {
  id: 'foretelling',
  name: 'Foresight of scores',
  label: 'Area under the curve by horizon',
  lens: 'experience',
  question: 'Which tells further ahead who will leave: the rating of a contact or the willingness to recommend?',
  definition:
    `For ${HORIZONS.join(', ').replace(/, (\d+)$/, ' and $1')} days: the latest recommendation of each customer whose following days lie within the data, ` +
    `beside the last rating of a contact in the ${DAYS_BEFORE} days before it, of customers who had not left. A customer who leaves ` +
    'within the days counts as leaving. The area under the curve is the chance that, of a customer who left and one who ' +
    'stayed, the one who left had given the lower score; 0.50 tells nothing. Both scores are of the same customers, and the ' +
    'clock of both starts at the recommendation.',
  formula: 'P(score of a customer who left < score of one who stayed) + ½ P(equal)',
  who: `customers of the customer list with a recommendation and a rating in the ${DAYS_BEFORE} days before it`,
  date: 'the day of the recommendation',
  tex: String.raw`\frac{1}{m n}\sum_i \sum_j \psi(x_i, y_j)`,
  symbols: [
    ['x_i', 'score of customer i, who left'],
    ['y_j', 'score of customer j, who stayed'],
    [String.raw`\psi`, '1 where the first is lower, ½ where both are equal, else 0'],
    ['m, n', 'customers who left, and who stayed'],
  ],
  needs: NEEDS,
  unit: 'coefficient',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST_EVENTS.show} customers who left and ${FEWEST_EVENTS.show} who stayed; ${FEWEST_EVENTS.compare} of each to compare the scores.`,
  margin: 0.05,
  interval: 'DeLong’s intervals at 95%, of the difference for two scores of the same customers.',
  source:
    'DeLong, DeLong & Clarke-Pearson (1988). No score wins everywhere: Keiningham and others (2007) could not repeat what ' +
    'was said of recommendation, Morgan & Rego (2006) found it weakest.',
  elsewhere: [],
  analyse,
};

export const foretelling: ContrastTest<Foretelling> = {
  id: 'c3c',
  analysis,
  saidWhen:
    `That one score predicts further ahead is said when its area exceeds the other’s within ${FAR} days or more, on the same ` +
    'customers, by a difference that is shown. That neither does is said only when the difference is shown to be smaller than matters.',
  pitfalls: [
    'Horizons contain each other: who leaves within 30 days also leaves within 365.',
    'For the far horizons only early answers can be followed, and few leave within the near ones.',
  ],
};

function analyse({ dataset }: Context, { all }: Span): Foretelling | Lack {
  const missing = missingField(dataset, NEEDS) ?? missingNps(dataset);
  if (missing !== null) return { lacks: missing };
  const ratingBefore = ratingsBefore(dataset);
  const found = HORIZONS.map((days) => {
    const { row, answers, left } = followedAnswers(dataset, all, 'nps', days);
    const ratings = Float64Array.from(row, ratingBefore);
    const both = [...ratings.keys()].filter((at) => !Number.isNaN(ratings[at]));
    // A low score warns: both are turned round.
    return {
      days,
      recommendation: both.map((at) => -(answers[at] as number)),
      satisfaction: both.map((at) => -(ratings[at] as number)),
      left: both.map((at) => left[at] as number),
    };
  });
  const counted = found.map((scores) => ({ ...scores, leaving: scores.left.reduce((sum, event) => sum + event, 0) }));
  const { show } = FEWEST_EVENTS;
  const enough = counted.filter(({ leaving, left }) => Math.min(leaving, left.length - leaving) >= show);
  if (enough.length === 0) {
    const most = Math.max(...counted.map(({ leaving, left }) => Math.min(leaving, left.length - leaving)));
    return tooFew(
      show,
      `customers who left, and as many who stayed, after a recommendation and a rating before it`,
      most,
    );
  }
  const horizons = enough.map(foretoldBy).filter((horizon) => horizon !== null);
  return horizons.length === 0 ? { lacks: 'the scores are all alike' } : { horizons };
}

interface Scores {
  readonly days: number;
  readonly recommendation: readonly number[];
  readonly satisfaction: readonly number[];
  readonly left: readonly number[];
  readonly leaving: number;
}

function foretoldBy({ days, recommendation, satisfaction, left, leaving }: Scores): Foretold | null {
  const [ofRecommendation, ofSatisfaction] = [discrimination(recommendation, left), discrimination(satisfaction, left)];
  if (ofRecommendation === null || ofSatisfaction === null) return null;
  const enough = Math.min(leaving, left.length - leaving) >= FEWEST_EVENTS.compare;
  return {
    days,
    customers: left.length,
    left: leaving,
    recommendation: areaOf(ofRecommendation),
    satisfaction: areaOf(ofSatisfaction),
    lead: enough ? leadOf(ofSatisfaction, ofRecommendation) : null,
  };
}

function areaOf({ auc, interval }: Discrimination): Area {
  return { auc, interval };
}

function leadOf(satisfaction: Discrimination, recommendation: Discrimination): Difference | null {
  const wide = discriminationDifference(satisfaction, recommendation);
  const narrow = discriminationDifference(satisfaction, recommendation, 0.9);
  if (wide === null || narrow === null || wide.p === null) return null;
  const { difference, low, high, p } = wide;
  return { difference, low, high, low90: narrow.low, high90: narrow.high, p };
}

/** Finds the last rating of a contact before an answer; NaN without one soon enough before it. */
function ratingsBefore(dataset: Dataset): (answer: number) => number {
  const { values } = oneScale(dataset, 'csat').sample;
  const item = dataset.responses?.item ?? new Uint8Array(0);
  return (answer) => {
    let rating = Number.NaN;
    forEachBefore(dataset, answer, DAYS_BEFORE, (row) => {
      const value = values[row] as number;
      if (item[row] === 0 && !Number.isNaN(value) && value !== ABSENT) rating = value;
    });
    return rating;
  };
}
