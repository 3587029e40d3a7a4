/**
 * How the answers to a question spread over its scale.
 */
import type { Scale, ScoreColumn } from '../dataset/column.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { ScoreName } from '../dataset/model.ts';
import type { Slice } from './definition.ts';
import { type Grouping, groupRows } from './estimators/grouping.ts';
import { ABSENT, moments } from './estimators/sample.ts';
import { Tally } from './estimators/tally.ts';
import { npsAnswers } from './experience/nps-answers.ts';
import { once } from './once.ts';
import { scalesInUse } from './scales-in-use.ts';

/** Questions with a distribution, by the id of their metric; `nps_groups` has three bars instead of eleven. */
export const QUESTIONS = ['csat', 'ces', 'nps', 'nps_groups', 'emotion'] as const;
export type Question = (typeof QUESTIONS)[number];

/** One bar: an answer, or several answers taken together. */
export interface AnswerBucket {
  readonly label: string;
  readonly tone: 'negative' | 'neutral' | 'positive';
}

/** Answers of one period and value. The counts of the buckets add up to n. */
export interface AnswerGroup {
  readonly n: number;
  /** Distinct customers. */
  readonly customers: number;
  /** One entry per bucket; a customer with two answers may count in two of them. */
  readonly buckets: readonly { readonly n: number; readonly customers: number }[];
}

export interface AnswerDistribution {
  /** From the worst answer to the best. */
  readonly answers: readonly AnswerBucket[];
  /** Values of the dimension; [''] without one. */
  readonly values: readonly string[];
  /** One group per period and value, period-major. Nothing is suppressed: that is the report's duty. */
  readonly groups: readonly AnswerGroup[];
}

/**
 * Counts the answers of every period and value.
 *
 * Each answer of the scale has a bucket of its own, in which answers between two points count with the nearer one,
 * halves with the better. Where the answers stand on several scales, or on one with more than eleven points, there are
 * two buckets: positive answers and the others.
 */
export function answerDistribution(dataset: Dataset, question: Question, slice: Slice): AnswerDistribution {
  const { answers, bucket } = bucketed[question](dataset);
  const grouping = groupRows(dataset, 'responses', moments(dataset, 'responses.submitted_at'), slice);
  return { answers, values: grouping.values, groups: count(dataset, grouping, bucket, answers.length) };
}

/** Buckets of a question and the bucket of every row; -1 = no answer. */
interface Bucketed {
  readonly answers: readonly AnswerBucket[];
  readonly bucket: Int8Array;
}

const MOST_POINTS = 11;

const bucketed: Readonly<Record<Question, (dataset: Dataset) => Bucketed>> = {
  csat: once((dataset: Dataset) => bucketsOf(dataset, 'csat')),
  ces: once((dataset: Dataset) => bucketsOf(dataset, 'ces')),
  emotion: once((dataset: Dataset) => bucketsOf(dataset, 'emotion')),
  nps: once((dataset: Dataset) => npsBuckets(dataset)),
  nps_groups: once((dataset: Dataset) => npsGroupBuckets(dataset)),
};

function bucketsOf(dataset: Dataset, score: ScoreName): Bucketed {
  const column = dataset.responses?.columns[score];
  if (column === undefined) return { answers: [], bucket: new Int8Array(dataset.responses?.rows ?? 0).fill(-1) };
  const scales = scalesInUse(dataset, score, 'overall');
  const [only] = scales;
  const points = only === undefined ? 0 : Math.floor(only.max - only.min) + 1;
  if (only === undefined || scales.length > 1 || points > MOST_POINTS) return twoBuckets(column);
  return {
    answers: Array.from({ length: points }, (_, point) => answerBucket(only, only.min + point, score)),
    bucket: bucketOfRows(column.values, (answer) => Math.min(points - 1, Math.max(0, Math.round(answer - only.min)))),
  };
}

/** The bucket of every row; a missing answer has none. */
function bucketOfRows(answers: Float64Array | Int8Array, bucketOf: (answer: number, row: number) => number): Int8Array {
  const bucket = new Int8Array(answers.length).fill(-1);
  for (let row = 0; row < bucket.length; row++) {
    const answer = answers[row] as number;
    if (!Number.isNaN(answer)) bucket[row] = bucketOf(answer, row);
  }
  return bucket;
}

const FEELINGS = ['Very bad', 'Bad', 'Neutral', 'Good', 'Very good'];

function answerBucket(scale: Scale, answer: number, score: ScoreName): AnswerBucket {
  const middle = (scale.min + scale.max) / 2;
  const isFeeling = score === 'emotion' && scale.min === -2 && scale.max === 2;
  const positiveFrom = score === 'emotion' ? middle + Number.EPSILON : scale.positiveFrom;
  return {
    label: isFeeling ? (FEELINGS[answer + 2] as string) : String(answer).replace('-', '−'),
    tone: answer >= positiveFrom ? 'positive' : answer < middle ? 'negative' : 'neutral',
  };
}

function twoBuckets({ values, scale, scales }: ScoreColumn): Bucketed {
  const positiveFrom = scales.map((entry) => entry.positiveFrom);
  return {
    answers: [
      { label: 'Other answers', tone: 'negative' },
      { label: 'Positive answers', tone: 'positive' },
    ],
    bucket: bucketOfRows(values, (answer, row) => (answer >= (positiveFrom[scale[row] as number] as number) ? 1 : 0)),
  };
}

/** The eleven answers. Their groups give them their tone: 6 is above the middle of the scale, and a detractor’s answer. */
function npsBuckets(dataset: Dataset): Bucketed {
  const groups = npsAnswers(dataset).sample.values;
  const answers = dataset.responses?.columns.nps?.values ?? new Float64Array(groups.length).fill(Number.NaN);
  const toneOf = (answer: number) => (answer >= 9 ? 'positive' : answer <= 6 ? 'negative' : 'neutral');
  return {
    answers: Array.from({ length: 11 }, (_, answer) => ({ label: String(answer), tone: toneOf(answer) })),
    bucket: bucketOfRows(answers, (answer, row) => (groups[row] === ABSENT ? -1 : Math.round(answer))),
  };
}

function npsGroupBuckets(dataset: Dataset): Bucketed {
  return {
    answers: [
      { label: 'Detractors (0 to 6)', tone: 'negative' },
      { label: 'Passives (7 or 8)', tone: 'neutral' },
      { label: 'Promoters (9 or 10)', tone: 'positive' },
    ],
    bucket: bucketOfRows(npsAnswers(dataset).sample.values, (group) => (group === ABSENT ? -1 : group + 1)),
  };
}

function count(dataset: Dataset, { group, count: groups }: Grouping, bucket: Int8Array, width: number): AnswerGroup[] {
  const customer = dataset.responses?.customer ?? new Int32Array(0);
  const whole = new Tally(groups);
  const parts = new Tally(groups * width);
  for (let row = 0; row < group.length; row++) {
    const g = group[row] as number;
    const b = bucket[row] as number;
    if (g < 0 || b < 0) continue;
    whole.add(g, customer[row] as number);
    parts.add(g * width + b, customer[row] as number);
  }
  return Array.from({ length: groups }, (_, g) => ({
    ...whole.at(g),
    buckets: Array.from({ length: width }, (_, b) => parts.at(g * width + b)),
  }));
}
