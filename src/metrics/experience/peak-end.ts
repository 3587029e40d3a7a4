import type { Period } from '../../calendar/period.ts';
import { clusterBlocks, percentileInterval } from '../../statistics/bootstrap.ts';
import { crossProducts } from '../../statistics/cross-products.ts';
import { lmgOfSubsets } from '../../statistics/importance.ts';
import type { Interval } from '../../statistics/interval.ts';
import { peakEndModels, runFeatures } from '../../statistics/peak-end.ts';
import { seededRandom } from '../../statistics/random.ts';
import { subsetR2 } from '../../statistics/regression.ts';
import { bootstrapRegression } from '../../statistics/regression-bootstrap.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../analysis.ts';
import type { Context } from '../definition.ts';
import { oneScale } from '../estimators/one-scale.ts';
import { ABSENT } from '../estimators/sample.ts';
import { missingField } from '../missing-field.ts';
import { DAYS_BEFORE, forEachBefore, latestAnswers } from './before-answer.ts';
import { missingNps } from './nps-answers.ts';

const NEEDS = ['responses.customer_id', 'responses.nps', 'responses.csat | tickets.csat'];

/** Fewest ratings that have a course, and fewest customers with as many. */
const FEWEST_RATINGS = 3;
export const FEWEST_COURSES = { show: 50, compare: 100 } as const;

const SEED = 20;

/** Part of R² that one feature of the course accounts for, as a share of R². */
export interface FeatureShare extends Interval {
  readonly share: number;
}

export interface PeakEndResult {
  readonly customers: number;
  /** R² of the mean of all ratings, and of the mean of peak and end. */
  readonly r2OfMean: number;
  readonly r2OfPeakEnd: number;
  /** R² of mean, worst and end together, and what each accounts for; they add up to 1. */
  readonly r2: number;
  readonly mean: FeatureShare;
  readonly worst: FeatureShare;
  readonly end: FeatureShare;
}

/** Whether the mean of the contacts, the worst or the last goes most with the recommendation (B20). */
export const peakEnd: Analysis<PeakEndResult> = {
  id: 'peak_end',
  name: 'The mean of contacts, the worst and the last',
  label: 'Share of R²',
  lens: 'experience',
  question: 'What goes more with the willingness to recommend: how contacts were on the whole, the worst or the last?',
  definition:
    `Customers with at least ${FEWEST_RATINGS} satisfaction ratings in the ${DAYS_BEFORE} days before their latest answer to the ` +
    'recommendation question. Mean, worst and last of their ratings are set beside that answer, and the explained ' +
    'variance (R²) is shared out between the three, averaged over all orders in which they can enter. Beside it stands ' +
    'R² of the mean alone, and of the peak-end score: the mean of the last rating and of the one farthest from the ' +
    'middle of the scale. With three ratings the last is a third of the mean, so the shares overlap by construction.',
  formula: 'mean over all orders of entering of the R² that the feature adds ÷ R² of the three',
  who: 'customers with three ratings or more before their recommendation',
  date: 'the day of the answer to the recommendation question',
  tex: String.raw`\frac{1}{R^2}\sum_{S \not\ni j} w_S\,(R^2_{S + j} - R^2_S)`,
  symbols: [
    ['R^2_S', 'the share of variance that the features in S explain'],
    ['w_S', 'how often S comes before feature j among the orders of the three'],
  ],
  elsewhere: [],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST_COURSES.show} customers with ${FEWEST_RATINGS} ratings; ${FEWEST_COURSES.compare} to name what matters.`,
  margin: 0.1,
  interval:
    'Percentile interval from 2,000 resamples of customers, drawn from a fixed seed. That the last contact matters is ' +
    'said only when its interval lies above a third of R².',
  source:
    'Kahneman & Fredrickson’s peak-end rule, which comes from short continuous episodes, not from months of contacts; ' +
    'Lindeman, Merenda & Gold (1980) for the shares.',
  analyse,
};

function analyse(context: Context, { all }: Span): PeakEndResult | Lack {
  const missing = missingField(context.dataset, NEEDS) ?? missingNps(context.dataset);
  if (missing !== null) return { lacks: missing };
  const { scores, starts, outcome, midpoint } = courses(context, all);
  const { show } = FEWEST_COURSES;
  if (outcome.length < show) {
    return tooFew(show, `customers with ${FEWEST_RATINGS} ratings before their recommendation`, outcome.length);
  }
  const features = runFeatures(scores, starts, midpoint);
  const models = peakEndModels(features, outcome);
  const { mean, worst, end } = models.parts;
  if (models.three === null || models.three === 0 || mean === null || worst === null || end === null) {
    return { lacks: 'the ratings or the answers are all alike' };
  }
  const blocks = clusterBlocks(Int32Array.from(outcome.keys()), seededRandom(SEED));
  const products = crossProducts([features.mean, features.worst, features.end], outcome, blocks);
  const draws = bootstrapRegression(
    products,
    (moments) => {
      const r2 = subsetR2(moments);
      const total = r2?.at(-1) ?? 0;
      return r2 === null || total === 0 ? null : lmgOfSubsets(r2, 3).map((part) => part / total);
    },
    3,
    { seed: SEED },
  );
  const share = (part: number, feature: number): FeatureShare => ({
    share: part / (models.three as number),
    ...(percentileInterval(draws[feature] as Float64Array) ?? { low: 0, high: 1 }),
  });
  return {
    customers: outcome.length,
    r2OfMean: models.mean ?? 0,
    r2OfPeakEnd: models.peakEnd ?? 0,
    r2: models.three,
    mean: share(mean, 0),
    worst: share(worst, 1),
    end: share(end, 2),
  };
}

/** The ratings of each customer one after the other, in the order of time, and what the customer said after them. */
function courses({ dataset }: Context, all: Period) {
  const { sample, inUse } = oneScale(dataset, 'csat');
  const item = dataset.responses?.item ?? new Uint8Array(0);
  const nps = dataset.responses?.columns.nps?.values ?? new Float64Array(0);
  const scores: number[] = [];
  const starts = [0];
  const outcome: number[] = [];
  for (const answer of latestAnswers(dataset, [all]).row) {
    const begin = scores.length;
    forEachBefore(dataset, answer, DAYS_BEFORE, (row) => {
      const rating = sample.values[row] as number;
      if (item[row] === 0 && !Number.isNaN(rating) && rating !== ABSENT) scores.push(rating);
    });
    if (scores.length - begin < FEWEST_RATINGS) scores.length = begin;
    else {
      starts.push(scores.length);
      outcome.push(nps[answer] as number);
    }
  }
  const [scale] = inUse;
  return { scores, starts, outcome, midpoint: scale === undefined ? 0 : (scale.min + scale.max) / 2 };
}
