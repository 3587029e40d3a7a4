/**
 * C4a: how much of what differs between answers lies between departments, after a contact and overall.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { dimensionColumn } from '../../dataset/dimension.ts';
import { type Analysis, isLack, type Lack, type Span } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import {
  type DepartmentMeans,
  departmentMeans,
  groupSums,
  meansByCustomer,
  meansOf,
} from '../../metrics/department-means.ts';
import { type DepartmentsResult, largeDepartments, variationBetween } from '../../metrics/departments.ts';
import { positiveAnswers } from '../../metrics/estimators/positive-answers.ts';
import { ABSENT, type Sample } from '../../metrics/estimators/sample.ts';
import { DAYS_BEFORE } from '../../metrics/experience/before-answer.ts';
import { missingNps } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { RESAMPLES } from '../../statistics/bootstrap.ts';
import { bootstrapDifference } from '../../statistics/bootstrap-difference.ts';
import { seededRandom } from '../../statistics/random.ts';
import { remembered } from '../../statistics/remembered.ts';
import { addStrata, resampleWithinStrata } from '../../statistics/stratified-bootstrap.ts';
import { type GroupSums, intraclassCorrelation } from '../../statistics/variance-components.ts';
import type { ContrastTest } from '../contrast.ts';
import { departmentBlocks } from './department-blocks.ts';
import { type AnswersByDepartment, answersByDepartment } from './most-contact.ts';
import { withoutTopics } from './without-topics.ts';

const NEEDS = [
  'responses.csat | tickets.csat',
  'responses.customer_id',
  'responses.nps',
  'tickets.customer_id',
  'tickets.department',
];

const SEED = 41;

/** What departments differ by in one of the two measures. */
export interface MeasureOfDepartments {
  readonly found: DepartmentsResult;
  /** The same share with topics held equal; null where topics cannot be told apart from departments. */
  readonly withinTopics: number | null;
}

export interface DepartmentShare {
  readonly csat: MeasureOfDepartments;
  readonly recommendation: MeasureOfDepartments;
  /** The first share less the second. */
  readonly gap: Difference;
}

const analysis: Analysis<DepartmentShare> = {
  id: 'department_share',
  name: 'Department share of satisfaction and of recommendation',
  label: 'Between departments',
  lens: 'experience',
  question: 'Does satisfaction differ between departments more than the willingness to recommend does?',
  definition:
    'How much of the variance lies between departments (the intraclass correlation ICC(1), 0 when departments differ no ' +
    'more than chance makes them): of satisfaction, counted as satisfied or not, by the department that handled the ' +
    'contact; and of recommendation, counted as promoter or not, by the department of most tickets that the customer ' +
    `opened in the ${DAYS_BEFORE} days before the answer. Several ratings of one customer in a department count as their mean, ` +
    'once; of recommendations the latest of each customer counts. Departments with fewer than 10 customers are left out.',
  formula: 'ICC(1) of satisfaction − ICC(1) of recommendation',
  who: 'ratings whose department is known, and answers to the recommendation question with a contact before them',
  date: 'the day of the answer',
  tex: String.raw`\rho_s - \rho_r,\quad \rho = \frac{B - W}{B + (n_0 - 1)\,W}`,
  symbols: [
    [String.raw`\rho_s, \rho_r`, 'ICC(1) of satisfaction and of recommendation'],
    ['B', 'mean square between departments'],
    ['W', 'mean square within departments'],
    ['n_0', 'the mean size of departments, corrected for how much they differ in it'],
  ],
  needs: NEEDS,
  unit: 'coefficient',
  direction: 'neutral',
  counts: 'customers',
  minimum: '5 departments with 10 customers each, for both measures.',
  margin: 0.05,
  interval:
    'Percentile interval from 2,000 resamples of customers within departments, drawn from a fixed seed and centred on the ' +
    'difference, because drawing adds scatter between departments; each share alone by the interval of the F ratio.',
  source: 'Shrout & Fleiss (1979) for the ICC, Kelley (1935) for ε², Spiegelhalter (2005) for the funnels.',
  elsewhere: [],
  analyse,
};

export const departmentShare: ContrastTest<DepartmentShare> = {
  id: 'c4a',
  analysis,
  saidWhen:
    '“Satisfaction belongs to departments, recommendation to the company” is said when the share of variance between ' +
    'departments is larger for satisfaction by at least 0.05, with a lower end above 0 and a difference that is shown among ' +
    'all comparisons of the page.',
  pitfalls: [
    'Departments meet with different topics: the share with topics held equal stands beside each.',
    'Departments always differ a little by chance; η², which many programs print, is above 0 without any difference, so ICC and ε² are given.',
    'A customer who dealt with several departments counts with the one of most contacts, which blurs what departments differ by in recommendation.',
  ],
};

function analyse({ dataset }: Context, { all }: Span): DepartmentShare | Lack {
  const missing = missingField(dataset, NEEDS) ?? missingNps(dataset);
  if (missing !== null) return { lacks: missing };
  const satisfied = positiveAnswers(dataset, 'csat');
  const ratings = departmentMeans(dataset, satisfied, all);
  const answers = answersByDepartment(dataset, all);
  const recommendations = promoters(answers);
  const csat = variationBetween(ratings);
  if (isLack(csat)) return { lacks: `for satisfaction ${csat.lacks}` };
  const recommendation = variationBetween(recommendations);
  if (isLack(recommendation)) return { lacks: `for recommendation ${recommendation.lacks}` };
  const gap = gapOf([ratings, recommendations]);
  if (gap === null) return { lacks: 'all outcomes are alike' };
  return {
    csat: { found: csat, withinTopics: ratingsWithinTopics(dataset, satisfied, ratings) },
    recommendation: { found: recommendation, withinTopics: answersWithinTopics(dataset, answers, recommendations) },
    gap,
  };
}

/** Whether each answer is a promoter's, by the department of most contact. */
function promoters({ names, department, owner, group }: AnswersByDepartment): DepartmentMeans {
  return meansByCustomer({
    names,
    department,
    owner,
    values: group.map((code) => Number(code === 1)),
    counts: () => true,
  });
}

/** ICC of the first measure less that of the second, with its resamples; null where nothing varies. */
const gapOf = remembered('department share', (all: readonly [DepartmentMeans, DepartmentMeans]): Difference | null => {
  const measures = all.map((means) => meansOf(means, largeDepartments(means))) as [DepartmentMeans, DepartmentMeans];
  const names = [
    ...new Set(measures.flatMap((means) => largeDepartments(means).map((code) => means.names[code] as string))),
  ].sort();
  const { start, ofEntry } = departmentBlocks(measures, names, seededRandom(SEED));
  const count = start.at(-1) as number;
  // Of each block: customers, sum and sum of squares of the first measure, then of the second.
  const blocks = measures.map((means, measure) =>
    groupSums({ code: ofEntry[measure] as Int32Array, mean: means.mean }, count),
  );
  const width = 6;
  const sums = new Float64Array(count * width);
  for (let block = 0; block < count; block++) {
    for (const [measure, groups] of blocks.entries()) {
      const { n, sum, sumOfSquares } = groups[block] as GroupSums;
      sums.set([n, sum, sumOfSquares], block * width + 3 * measure);
    }
  }
  const shareOf = (measure: 0 | 1, totals: Float64Array) =>
    intraclassCorrelation(
      names.map((_, place) => {
        const at = place * width + 3 * measure;
        return { n: totals[at] as number, sum: totals[at + 1] as number, sumOfSquares: totals[at + 2] as number };
      }),
    );
  const whole = new Float64Array(names.length * width);
  addStrata(whole, { start }, sums, width, new Uint8Array(count).fill(1));
  const first = shareOf(0, whole);
  const second = shareOf(1, whole);
  const estimate = first === null || second === null ? Number.NaN : Math.max(0, first) - Math.max(0, second);
  const draws = new Float64Array(RESAMPLES);
  resampleWithinStrata(
    { start },
    sums,
    width,
    (totals, draw) => {
      const ofFirst = shareOf(0, totals);
      const ofSecond = shareOf(1, totals);
      draws[draw] = ofFirst === null || ofSecond === null ? Number.NaN : ofFirst - ofSecond;
    },
    { seed: SEED },
  );
  const known = draws.filter((draw) => !Number.isNaN(draw));
  const middle = known.reduce((sum, draw) => sum + draw, 0) / known.length;
  return bootstrapDifference(
    estimate,
    known.map((draw) => draw - middle + estimate),
  );
});

/** The share of variance of ratings between departments with topics held equal. */
function ratingsWithinTopics(dataset: Dataset, satisfied: Sample, ratings: DepartmentMeans): number | null {
  const department = dimensionColumn(dataset, 'responses', 'department');
  const topic = dimensionColumn(dataset, 'responses', 'category');
  const owner = dataset.responses?.customer;
  if (department === null || topic === null || owner === undefined) return null;
  const large = new Set(largeDepartments(ratings));
  const counts = (row: number) =>
    satisfied.values[row] !== ABSENT &&
    dataset.responses?.item[row] === 0 &&
    large.has(department.codes[row] as number) &&
    (topic.codes[row] as number) >= 0;
  const rows = Int32Array.from(department.codes.keys()).filter(counts);
  return shareWithinTopics({
    names: department.values,
    topics: topic.values.length,
    department: rows.map((row) => department.codes[row] as number),
    topic: rows.map((row) => topic.codes[row] as number),
    owner: rows.map((row) => owner[row] as number),
    values: Float64Array.from(rows, (row) => satisfied.values[row] as number),
  });
}

/** The same of recommendations, by the topic of most contacts. */
function answersWithinTopics(
  dataset: Dataset,
  answers: AnswersByDepartment,
  recommendations: DepartmentMeans,
): number | null {
  const topics = dataset.tickets?.columns.category?.values.length ?? 0;
  if (topics === 0) return null;
  const large = new Set(largeDepartments(recommendations));
  const kept = Int32Array.from(answers.department.keys()).filter(
    (at) => large.has(answers.department[at] as number) && (answers.category[at] as number) >= 0,
  );
  return shareWithinTopics({
    names: answers.names,
    topics,
    department: kept.map((at) => answers.department[at] as number),
    topic: kept.map((at) => answers.category[at] as number),
    owner: kept.map((at) => answers.owner[at] as number),
    values: Float64Array.from(kept, (at) => Number(answers.group[at] === 1)),
  });
}

interface Cases {
  readonly names: readonly string[];
  readonly topics: number;
  readonly department: Int32Array;
  readonly topic: Int32Array;
  readonly owner: Int32Array;
  readonly values: Float64Array;
}

function shareWithinTopics({ names, topics, department, topic, owner, values }: Cases): number | null {
  const left = withoutTopics(values, department, topic, names.length, topics);
  if (left === null) return null;
  const means = meansByCustomer({ names, department, owner, values: left, counts: () => true });
  const icc = intraclassCorrelation(groupSums(means, names.length));
  return icc === null ? null : Math.max(0, icc);
}
