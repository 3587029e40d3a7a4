/**
 * C2b: satisfied answers that come without a good feeling.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { dimensionColumn } from '../../dataset/dimension.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Cell, Context, Difference } from '../../metrics/definition.ts';
import { positiveAnswers } from '../../metrics/estimators/positive-answers.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { compareSharesOfCustomers, shareCell } from '../../metrics/estimators/share.ts';
import { eachAgainstRest, momentsOfYes } from '../../metrics/estimators/yes-and-no.ts';
import { feelings } from '../../metrics/experience/emotion.ts';
import { nearestAnswers } from '../../metrics/experience/nearest-answer.ts';
import { missingField } from '../../metrics/missing-field.ts';
import type { ContrastTest } from '../contrast.ts';

const NEEDS = ['responses.csat | tickets.csat', 'responses.emotion'];

/** A feeling named later or earlier is about something else. */
const DAYS_APART = 7;
const FEWEST = { pairs: 50, compared: 30 } as const;

/** A rating with the feeling that goes with it. */
interface Pair {
  readonly customer: number;
  readonly isSatisfied: boolean;
  /** −1 = a bad feeling, 0 = neutral, 1 = a good one. */
  readonly feeling: number;
  readonly department: string;
}

export interface SatisfiedWithoutFeeling {
  /** Of the satisfied ratings, and of the others, the share without a good feeling. */
  readonly satisfied: Cell;
  readonly others: Cell;
  /** Of the satisfied ratings the share with a neutral feeling, and with a bad one. */
  readonly neutral: number;
  readonly bad: number;
  /** Departments with satisfied ratings enough, each against all others together: share there minus share elsewhere. */
  readonly departments: readonly {
    readonly name: string;
    readonly customers: number;
    readonly difference: Difference;
  }[];
}

const analysis: Analysis<SatisfiedWithoutFeeling> = {
  id: 'satisfied_without_feeling',
  name: 'Satisfied without a good feeling',
  label: 'Without a good feeling',
  lens: 'experience',
  question: 'How many satisfied customers name no good feeling?',
  definition:
    'A satisfaction rating is set beside the feeling that the same customer named nearest to it, in the same answer or at most ' +
    `${DAYS_APART} days apart. Of the satisfied ratings the share counts whose feeling is neutral or bad. Departments are ` +
    'compared with all others together.',
  formula: 'satisfied ratings with a neutral or bad feeling ÷ satisfied ratings with a feeling',
  who: `ratings of customers who named a feeling in the same answer or at most ${DAYS_APART} days apart`,
  date: 'the day of the rating',
  tex: String.raw`\frac{f}{n}`,
  symbols: [
    ['f', 'satisfied ratings with a neutral or a bad feeling'],
    ['n', 'satisfied ratings with a feeling'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'lower',
  counts: 'ratings',
  minimum: `${FEWEST.pairs} satisfied ratings with a feeling; ${FEWEST.compared} to compare a department with the others.`,
  margin: 0.05,
  interval:
    'Wilson with the effective number of ratings, because a customer may give several; for departments Newcombe’s interval ' +
    'with the correlation that customers of both sides bring.',
  source: 'Wilson (1927) and Newcombe (1998), method 10.',
  elsewhere: [],
  analyse,
};

export const satisfiedWithoutFeeling: ContrastTest<SatisfiedWithoutFeeling> = {
  id: 'c2b',
  analysis,
  saidWhen:
    'The share is described; it neither supports nor contradicts the idea. That it differs by department is said of a ' +
    'department whose difference from all others together is shown.',
  pitfalls: [
    'A neutral feeling can be the right goal: nobody has to be delighted by an invoice or a new password.',
    'Customers who name no feeling are not in it.',
  ],
};

function analyse({ dataset }: Context, { all }: Span): SatisfiedWithoutFeeling | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const pairs = pairsOf(dataset, all);
  const satisfied = pairs.filter(({ isSatisfied }) => isSatisfied);
  if (satisfied.length < FEWEST.pairs) {
    return tooFew(FEWEST.pairs, `satisfied ratings with a feeling at most ${DAYS_APART} days apart`, satisfied.length);
  }
  const share = (wanted: number) => satisfied.filter(({ feeling }) => feeling === wanted).length / satisfied.length;
  return {
    satisfied: shareCell(momentsOfYes(satisfied, isWithout)),
    others: shareCell(
      momentsOfYes(
        pairs.filter((pair) => !pair.isSatisfied),
        isWithout,
      ),
    ),
    neutral: share(0),
    bad: share(-1),
    departments: departmentsOf(satisfied),
  };
}

function isWithout({ feeling }: Pair): boolean {
  return feeling <= 0;
}

function pairsOf(dataset: Dataset, all: Period): Pair[] {
  const { responses, customerCount } = dataset;
  if (responses === null) return [];
  const { values: satisfied, at } = positiveAnswers(dataset, 'csat');
  const { values: feeling } = feelings(dataset);
  const nearest = nearestAnswers(dataset, (row) => responses.item[row] === 0 && feeling[row] !== ABSENT, DAYS_APART);
  const department = dimensionColumn(dataset, 'responses', 'department');
  const pairs: Pair[] = [];
  for (let row = 0; row < responses.rows; row++) {
    const named = nearest[row] as number;
    const moment = at[row] as number;
    if (responses.item[row] === 1 || satisfied[row] === ABSENT || named < 0) continue;
    if (!(moment >= all.start && moment < all.end)) continue;
    const known = responses.customer[row] as number;
    pairs.push({
      customer: known < 0 ? customerCount + row : known,
      isSatisfied: satisfied[row] === 1,
      feeling: feeling[named] as number,
      department: department?.values[department.codes[row] as number] ?? '',
    });
  }
  return pairs;
}

/** Every department with ratings enough against all others with ratings enough. */
function departmentsOf(satisfied: readonly Pair[]): SatisfiedWithoutFeeling['departments'] {
  const known = Map.groupBy(
    satisfied.filter(({ department }) => department !== ''),
    ({ department }) => department,
  );
  return eachAgainstRest(known, isWithout)
    .filter(({ own, rest }) => own.n >= FEWEST.compared && rest.n >= FEWEST.compared)
    .map(({ name, own, rest, shared }) => ({
      name,
      customers: Math.min(own.clusters, rest.clusters),
      difference: compareSharesOfCustomers(shareCell(rest), shareCell(own), shared),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
