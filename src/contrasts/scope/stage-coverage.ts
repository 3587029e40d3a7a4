/**
 * C1a: which stages of the journey anybody is asked about.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context } from '../../metrics/definition.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { clusterBlocks, percentileInterval } from '../../statistics/bootstrap.ts';
import { bootstrapSums } from '../../statistics/bootstrap-sums.ts';
import type { Interval } from '../../statistics/interval.ts';
import { seededRandom } from '../../statistics/random.ts';
import type { ContrastTest } from '../contrast.ts';
import { answeredRows, stageAnswers } from './stage-answers.ts';

const NEEDS = ['responses.stage', 'responses.csat | responses.nps | responses.ces | responses.emotion'];

/** A stage with fewer answers is not measured. */
export const MEASURED_FROM = 30;
const FEWEST_ANSWERS = 100;
const FEWEST_CUSTOMERS = 10;
const SEED = 11;
/** Enough for an interval of a number that is told with one decimal. */
const MOST_BLOCKS = 400;

/** Answers, and the distinct customers who gave them; an answer of somebody unknown is a customer of its own. */
export interface AnswerCount {
  readonly answers: number;
  readonly customers: number;
}

export interface AskedStage extends AnswerCount {
  readonly label: string;
  /** One per survey. */
  readonly cells: readonly AnswerCount[];
  readonly measured: boolean;
  /** Ratings of the stage in hindsight: as an aspect that bears its name. */
  readonly hindsight: AnswerCount;
}

export interface StageCoverage {
  /** In the order of the journey. */
  readonly stages: readonly AskedStage[];
  /** Names of surveys, the one with the most answers first; empty for answers that name none. */
  readonly surveys: readonly string[];
  /** How many stages of equally many answers would be spread as evenly, of the measured ones; null where none is measured. */
  readonly effective: (Interval & { readonly value: number }) | null;
}

const analysis: Analysis<StageCoverage> = {
  id: 'stage_coverage',
  name: 'Coverage of the stages',
  label: 'Stages measured',
  lens: 'experience',
  question: 'Do the answers reach the whole journey, or one part of it?',
  definition:
    'Answers by the stage of the journey that they belong to, of the stages that the report declares. An answer belongs to ' +
    'a stage by its field `stage`; one with answers to several questions counts once. Ratings of a stage in another survey, ' +
    `as an aspect that bears its name, are given in hindsight and do not count. A stage with at least ${MEASURED_FROM} answers of at least ${FEWEST_CUSTOMERS} customers is ` +
    'measured. The effective number of stages says how evenly the answers are spread over the measured ones: as evenly as ' +
    'over so many stages with equally many answers each.',
  formula: 'measured stages ÷ declared stages; effective number: 1 ÷ Σ (share of answers of a stage)²',
  who: 'answers that belong to a declared stage',
  date: 'the day of the answer',
  tex: String.raw`\frac{1}{\sum_s p_s^2}`,
  symbols: [['p_s', 'the share of the answers that belong to stage s']],
  needs: NEEDS,
  unit: 'average',
  direction: 'neutral',
  counts: 'answers',
  minimum: `${FEWEST_ANSWERS} answers that belong to a declared stage; ${MEASURED_FROM} for a stage to count as measured.`,
  margin: null,
  interval:
    'Percentile interval of the effective number from 2,000 resamples of customers, drawn from a fixed seed; numbers of ' +
    'answers are full counts.',
  source: 'The effective number is the inverse of Simpson’s index of concentration (1949).',
  elsewhere: [],
  analyse,
};

export const stageCoverage: ContrastTest<StageCoverage> = {
  id: 'c1a',
  analysis,
  saidWhen:
    `That answers measure the journey is said only when every declared stage has at least ${MEASURED_FROM} of them; ` +
    'otherwise the stages that are not measured are named.',
  pitfalls: [
    'Surveys that follow tickets grow with the number of tickets, so one stage with many problems can look like the whole journey.',
    'Having answers is not yet having the right ones: who answers at a stage may differ from who passes through it.',
  ],
};

function analyse({ dataset, company }: Context, { all }: Span): StageCoverage | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const { stages: declared } = company;
  if (declared.length === 0)
    return { lacks: 'it needs the stages of the journey, declared as `stages` in report.yaml' };
  const { cell, customer, surveys, aspect, rater } = countedAnswers(dataset, all, declared);
  if (cell.length < FEWEST_ANSWERS) {
    return tooFew(FEWEST_ANSWERS, 'answers that belong to a declared stage', cell.length);
  }
  const width = surveys.length;
  const ofStage = tally(declared.length, cell, customer, (at) => Math.floor(at / width));
  const inHindsight = tally(declared.length, aspect, rater, (at) => at);
  const ofCell = tally(declared.length * width, cell, customer, (at) => at);
  const inSurvey = surveys.map((_, survey) =>
    declared.reduce((sum, __, stage) => sum + (ofCell[stage * width + survey] as AnswerCount).answers, 0),
  );
  const order = [...surveys.keys()].filter((survey) => inSurvey[survey] !== 0);
  order.sort((a, b) => (inSurvey[b] as number) - (inSurvey[a] as number) || a - b);
  const stages = declared.map((label, stage): AskedStage => {
    const total = ofStage[stage] as AnswerCount;
    return {
      label,
      ...total,
      cells: order.map((survey) => ofCell[stage * width + survey] as AnswerCount),
      measured: total.answers >= MEASURED_FROM && total.customers >= FEWEST_CUSTOMERS,
      hindsight: inHindsight[stage] as AnswerCount,
    };
  });
  return {
    stages,
    surveys: order.map((survey) => surveys[survey] as string),
    effective: effectiveNumber(stages, cell, customer, width),
  };
}

/** Every answer that belongs to a declared stage, by customer: its cell is `stage × surveys + survey`; and every rating of one. */
function countedAnswers(dataset: Dataset, all: Period, declared: readonly string[]) {
  const { responses } = dataset;
  const { ofResponse, ofAspect, firstAspect } = stageAnswers(dataset, declared);
  const answered = answeredRows(dataset);
  const at = responses?.columns.submitted_at ?? new Float64Array(0);
  const survey = responses?.columns.survey;
  const surveys = ['', ...(survey?.values ?? [])];
  const cell: number[] = [];
  const customer: number[] = [];
  const aspect: number[] = [];
  const rater: number[] = [];
  let stranger = dataset.customerCount;
  for (let row = 0; row < ofResponse.length; row++) {
    const moment = at[row] as number;
    if (!(moment >= all.start && moment < all.end)) continue;
    const who = responses?.customer[row] ?? -1;
    const voice = who < 0 ? stranger++ : who;
    const stage = ofResponse[row] as number;
    if (stage >= 0 && answered[row] === 1) {
      cell.push(stage * surveys.length + (survey?.codes[row] ?? -1) + 1);
      customer.push(voice);
    }
    for (let rating = firstAspect[row] as number; rating < (firstAspect[row + 1] as number); rating++) {
      const rated = ofAspect[rating] as number;
      if (rated < 0) continue;
      aspect.push(rated);
      rater.push(voice);
    }
  }
  return { cell, customer, surveys, aspect, rater };
}

/** Answers and customers by what their cell comes to; answers of one customer follow each other. */
function tally(
  count: number,
  cell: readonly number[],
  customer: readonly number[],
  keyOf: (cell: number) => number,
): AnswerCount[] {
  const answers = new Int32Array(count);
  const customers = new Int32Array(count);
  const last = new Int32Array(count).fill(-1);
  for (let index = 0; index < cell.length; index++) {
    const key = keyOf(cell[index] as number);
    const who = customer[index] as number;
    answers[key] = (answers[key] as number) + 1;
    if (last[key] !== who) customers[key] = (customers[key] as number) + 1;
    last[key] = who;
  }
  return Array.from(answers, (total, key) => ({ answers: total, customers: customers[key] as number }));
}

function effectiveNumber(
  stages: readonly AskedStage[],
  cell: readonly number[],
  customer: readonly number[],
  width: number,
): StageCoverage['effective'] {
  const sizes = stages.map(({ answers, measured }) => (measured ? answers : 0));
  if (sizes.every((size) => size === 0)) return null;
  const blocks = clusterBlocks(customer, seededRandom(SEED), MOST_BLOCKS);
  const sums = new Float64Array(blocks.count * stages.length);
  for (const [index, at] of cell.entries()) {
    const stage = Math.floor(at / width);
    if (sizes[stage] === 0) continue;
    const place = (blocks.ofRow[index] as number) * stages.length + stage;
    sums[place] = (sums[place] as number) + 1;
  }
  const draws = bootstrapSums(sums, stages.length, evenness, { seed: SEED });
  const value = evenness(sizes);
  return { value, ...(percentileInterval(draws) ?? { low: value, high: value }) };
}

/** 1 / Σ shares². */
function evenness(sizes: ArrayLike<number>): number {
  let [total, squares] = [0, 0];
  for (let at = 0; at < sizes.length; at++) {
    total += sizes[at] as number;
    squares += (sizes[at] as number) ** 2;
  }
  return squares === 0 ? Number.NaN : (total * total) / squares;
}
