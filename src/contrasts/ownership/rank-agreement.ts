/**
 * C4c: whether the same departments lead on every measure.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, type Span, tooShort } from '../../metrics/analysis.ts';
import type { Context } from '../../metrics/definition.ts';
import { type DepartmentMeans, departmentMeans, meansByCustomer } from '../../metrics/department-means.ts';
import { FEWEST_CUSTOMERS, largeDepartments } from '../../metrics/departments.ts';
import { positiveAnswers } from '../../metrics/estimators/positive-answers.ts';
import { DAYS_BEFORE } from '../../metrics/experience/before-answer.ts';
import { missingNps } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { windowOutcomes } from '../../metrics/service/fcr-window.ts';
import { missingSolutionMoment, SOLUTION_FIELDS } from '../../metrics/service/solution-moment.ts';
import { percentileInterval, RESAMPLES } from '../../statistics/bootstrap.ts';
import { concordance } from '../../statistics/concordance.ts';
import type { Interval } from '../../statistics/interval.ts';
import { seededRandom } from '../../statistics/random.ts';
import { averageRanks } from '../../statistics/ranking.ts';
import { remembered } from '../../statistics/remembered.ts';
import { resampleWithinStrata } from '../../statistics/stratified-bootstrap.ts';
import type { ContrastTest } from '../contrast.ts';
import { departmentBlocks } from './department-blocks.ts';
import { answersByDepartment } from './most-contact.ts';

const FEWEST_DEPARTMENTS = 6;
const FEWEST_MEASURES = 3;
const SEED = 43;

/** A department on one measure. */
export interface DepartmentRank extends Interval {
  /** 1 is best; ties share the mean of their ranks. */
  readonly rank: number;
  readonly value: number;
  readonly n: number;
  readonly customers: number;
}

export interface RankAgreement extends Interval {
  /** Kendall’s W: 0 for no common order, 1 for the same. */
  readonly w: number;
  readonly measures: readonly { readonly id: MeasureId; readonly name: string }[];
  /** In the order of their mean rank; one rank a measure. */
  readonly departments: readonly { readonly label: string; readonly ranks: readonly DepartmentRank[] }[];
}

export type MeasureId = 'csat' | 'ces' | 'fcr_7d_any' | 'nps';

interface Measure {
  readonly id: MeasureId;
  readonly name: string;
  readonly needs: readonly string[];
  readonly missing?: (dataset: Dataset) => string | null;
  readonly means: (dataset: Dataset, all: Period) => DepartmentMeans;
}

const MEASURES: readonly Measure[] = [
  {
    id: 'csat',
    name: 'CSAT',
    needs: ['responses.csat | tickets.csat'],
    means: (dataset, all) => departmentMeans(dataset, positiveAnswers(dataset, 'csat'), all),
  },
  {
    id: 'ces',
    name: 'CES',
    needs: ['responses.ces'],
    means: (dataset, all) => departmentMeans(dataset, positiveAnswers(dataset, 'ces'), all),
  },
  {
    id: 'fcr_7d_any',
    name: 'FCR',
    needs: ['tickets.customer_id', SOLUTION_FIELDS],
    missing: missingSolutionMoment,
    means: (dataset, all) => departmentMeans(dataset, windowOutcomes(dataset, 7, 'any').sample, all),
  },
  {
    id: 'nps',
    name: 'NPS',
    needs: ['responses.customer_id', 'responses.nps'],
    missing: missingNps,
    means: (dataset, all) => {
      const { names, department, owner, group } = answersByDepartment(dataset, all);
      return meansByCustomer({ names, department, owner, values: group, counts: () => true });
    },
  },
];

const NEEDS = ['tickets.department'];

const analysis: Analysis<RankAgreement> = {
  id: 'rank_agreement',
  name: 'Agreement of measures on departments',
  label: 'Kendall’s W',
  lens: 'experience',
  question: 'Do the same departments lead on every measure?',
  definition:
    'Departments are ranked by the share of satisfied answers, the share of easy contacts, first-contact resolution within 7 ' +
    'days and the Net Promoter Score, as far as the data have them. Recommendation counts with the department of most ' +
    `tickets that the customer opened in the ${DAYS_BEFORE} days before the answer. Kendall’s W says how far the rankings agree: 1 where ` +
    'all put departments into one order, 1 ÷ number of measures on average where they have nothing in common, never ' +
    `much nearer to 0. Departments with fewer than ${FEWEST_CUSTOMERS} customers on a measure are left out.`,
  formula: '12 S ÷ (m² (n³ − n)), corrected for ties',
  who: 'departments with customers enough on every measure',
  date: 'the day that decides the period of each measure',
  tex: String.raw`\frac{12\,S}{m^2 (n^3 - n)}`,
  symbols: [
    ['S', 'squares of the departments’ rank sums about their mean'],
    ['m', 'number of measures'],
    ['n', 'number of departments'],
  ],
  needs: [...NEEDS, 'responses.csat | tickets.csat | responses.ces | responses.nps'],
  unit: 'coefficient',
  direction: 'neutral',
  counts: 'departments',
  minimum: `${FEWEST_DEPARTMENTS} departments with ${FEWEST_CUSTOMERS} customers each on ${FEWEST_MEASURES} measures.`,
  margin: null,
  interval:
    'Percentile interval from 2,000 resamples of customers within departments, drawn from a fixed seed; ranks are worked out ' +
    'anew in each, so that departments too close to tell apart change places.',
  source: 'Kendall & Babington Smith (1939).',
  elsewhere: [],
  analyse,
};

export const rankAgreement: ContrastTest<RankAgreement> = {
  id: 'c4c',
  analysis,
  saidWhen:
    '“Departments are good at different things” is said when the upper end of Kendall’s W is below 0.5, “the same ones lead” ' +
    'when its lower end is above 0.7. Between the two nothing is said.',
  pitfalls: [
    'W is never near 0: with nothing in common four measures come to 0.25 on average.',
    'Departments that are nearly alike have no order: the interval of each rank shows how far they change places by chance.',
    'Each department meets with topics of its own, which goes into every measure alike and makes rankings agree.',
  ],
};

function analyse({ dataset }: Context, { all }: Span): RankAgreement | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const lacking = MEASURES.map(({ needs, missing }) => missingField(dataset, needs) ?? missing?.(dataset) ?? null);
  const measures = MEASURES.filter((_, index) => lacking[index] === null);
  if (measures.length < FEWEST_MEASURES) {
    return {
      lacks: `it needs ${FEWEST_MEASURES} of four measures: ${lacking.filter((words) => words !== null).join('; ')}`,
    };
  }
  const found = measures.map(({ means }) => means(dataset, all));
  const names = commonDepartments(found);
  if (names.length < FEWEST_DEPARTMENTS) {
    return tooShort(
      FEWEST_DEPARTMENTS,
      `departments with ${FEWEST_CUSTOMERS} customers each on ${measures.length} measures`,
      names.length,
    );
  }
  const totals = found.map((means) => names.map((name) => means.totals[means.names.indexOf(name)]));
  const values = totals.map((measure) => measure.map((total) => (total?.sum ?? 0) / (total?.n ?? 1)));
  const w = concordance(values)?.w ?? null;
  const drawn = w === null ? null : resampled(found, names);
  if (w === null || drawn === null) return { lacks: 'all departments are alike on every measure' };
  const ranks = values.map(ranksOf);
  const departments = names.map((label, place) => ({
    label,
    ranks: measures.map(
      (_, measure): DepartmentRank => ({
        rank: ranks[measure]?.[place] as number,
        ...((drawn.ranks[measure] as Interval[])[place] as Interval),
        value: values[measure]?.[place] as number,
        n: totals[measure]?.[place]?.n ?? 0,
        customers: totals[measure]?.[place]?.customers ?? 0,
      }),
    ),
  }));
  const meanRank = ({ ranks: each }: (typeof departments)[number]) => each.reduce((sum, { rank }) => sum + rank, 0);
  return {
    w,
    ...drawn.w,
    measures: measures.map(({ id, name }) => ({ id, name })),
    departments: departments.sort((a, b) => meanRank(a) - meanRank(b) || (a.label < b.label ? -1 : 1)),
  };
}

/** Departments with customers enough on every measure, by name. */
function commonDepartments(found: readonly DepartmentMeans[]): string[] {
  const [first = [], ...others] = found.map((means) =>
    largeDepartments(means).map((code) => means.names[code] as string),
  );
  return first.filter((name) => others.every((names) => names.includes(name))).sort();
}

/** 1 for the highest value; ties share the mean of their ranks. */
function ranksOf(values: readonly number[]): Float64Array {
  return averageRanks(values.map((value) => -value)).ranks;
}

/** Intervals of W and of every rank from customers drawn within departments. */
const resampled = remembered(
  'rank agreement',
  (found: readonly DepartmentMeans[], names: readonly string[]): { w: Interval; ranks: Interval[][] } | null => {
    const { start, ofEntry } = departmentBlocks(found, names, seededRandom(SEED));
    // Of each block, measure by measure: rows and their sum.
    const width = 2 * found.length;
    const sums = new Float64Array((start.at(-1) as number) * width);
    for (const [measure, { n, mean }] of found.entries()) {
      addToBlocks(sums, ofEntry[measure] as Int32Array, width, 2 * measure, n, mean);
    }
    const w = new Float64Array(RESAMPLES);
    const ranks = found.map(() => names.map(() => new Float64Array(RESAMPLES)));
    resampleWithinStrata(
      { start },
      sums,
      width,
      (totals, draw) => {
        const values = found.map((_, measure) => names.map((_, place) => meanAt(totals, place * width + 2 * measure)));
        const exists = values.every((measure) => measure.every((value) => !Number.isNaN(value)));
        w[draw] = (exists ? concordance(values)?.w : undefined) ?? Number.NaN;
        for (const [measure, drawn] of values.entries()) {
          const places = exists ? ranksOf(drawn) : null;
          for (let place = 0; place < names.length; place++) {
            (ranks[measure]?.[place] as Float64Array)[draw] = places?.[place] ?? Number.NaN;
          }
        }
      },
      { seed: SEED },
    );
    const interval = percentileInterval(w);
    if (interval === null) return null;
    return {
      w: interval,
      ranks: ranks.map((measure) => measure.map((draws) => percentileInterval(draws) as Interval)),
    };
  },
);

function addToBlocks(
  sums: Float64Array,
  blockOf: Int32Array,
  width: number,
  at: number,
  n: Float64Array,
  mean: Float64Array,
): void {
  for (let entry = 0; entry < blockOf.length; entry++) {
    const block = blockOf[entry] as number;
    if (block < 0) continue;
    const place = block * width + at;
    sums[place] = (sums[place] as number) + (n[entry] as number);
    sums[place + 1] = (sums[place + 1] as number) + (n[entry] as number) * (mean[entry] as number);
  }
}

/** Mean of so many rows and their sum; NaN of nothing. */
function meanAt(totals: Float64Array, place: number): number {
  const rows = totals[place] as number;
  return rows === 0 ? Number.NaN : (totals[place + 1] as number) / rows;
}
