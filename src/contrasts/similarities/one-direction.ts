/**
 * S5: whether what customers say of contacts, what service did and what they say of the whole pull in one direction.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context } from '../../metrics/definition.ts';
import { positiveAnswers } from '../../metrics/estimators/positive-answers.ts';
import { ABSENT, type Sample } from '../../metrics/estimators/sample.ts';
import { latestAnswers } from '../../metrics/experience/before-answer.ts';
import { missingNps } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { windowOutcomes } from '../../metrics/service/fcr-window.ts';
import { missingSolutionMoment, SOLUTION_FIELDS } from '../../metrics/service/solution-moment.ts';
import { type Correlation, spearman } from '../../statistics/correlation.ts';
import type { ContrastTest } from '../contrast.ts';

const NEEDS = [
  'responses.customer_id',
  'responses.csat | tickets.csat',
  'tickets.customer_id',
  SOLUTION_FIELDS,
  'responses.nps',
];

const FEWEST_CUSTOMERS = 100;

/** A customer’s satisfied ratings, tickets resolved at first contact, and latest recommendation. */
export const MEASURES = ['satisfaction', 'first-contact resolution', 'recommendation'] as const;
const PAIRS = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;

export interface OneDirection {
  readonly customers: number;
  /** Rank correlation of each pair of measures. */
  readonly pairs: readonly { readonly of: readonly [number, number]; readonly rho: Correlation }[];
}

const analysis: Analysis<OneDirection> = {
  id: 'one_direction',
  name: 'One direction',
  label: 'Rank correlation',
  lens: 'experience',
  question: 'Do satisfaction, service and recommendation pull in one direction?',
  definition:
    'Of each customer the share of satisfied ratings, the share of tickets resolved at first contact within 7 days, and the latest ' +
    'answer to the recommendation question; only customers with all three count. Spearman’s rank correlation of each pair says how ' +
    'far customers who stand high on one stand high on the other, 0 for not at all, 1 for always. Beside it stands how far the ' +
    'same departments lead on every measure (Kendall’s W), where there are departments enough.',
  formula: 'rank correlation of two measures over customers',
  who: 'customers with a rating, a solved ticket and an answer to the recommendation question',
  date: 'the day of the rating, of the ticket and of the answer',
  tex: String.raw`1 - \frac{6 \sum_i d_i^2}{n (n^2 - 1)}`,
  symbols: [
    ['d_i', 'difference of the two ranks of customer i, without ties'],
    ['n', 'customers'],
  ],
  needs: NEEDS,
  unit: 'coefficient',
  direction: 'higher',
  counts: 'customers',
  minimum: `${FEWEST_CUSTOMERS} customers; six departments for Kendall’s W.`,
  margin: 0.1,
  interval: 'Fisher’s z with the variance of Bonett and Wright; each customer once.',
  source: 'Spearman (1904), Bonett & Wright (2000); Kendall & Babington Smith (1939).',
  elsewhere: [],
  analyse,
};

export const oneDirection: ContrastTest<OneDirection> = {
  id: 's5',
  analysis,
  saidWhen:
    '“Pull in one direction” is said when the lower end of Kendall’s W over departments is above 0.5, or the lower end of every rank ' +
    'correlation above 0.3. That they do not is said when neither can be so: W ends below 0.5, or is not known, and some ' +
    'correlation ends below 0.3.',
  pitfalls: [
    'Months that move together are no evidence below 36 of them; customers and departments are compared here, not months.',
    'A customer with one rating and one ticket is measured coarsely, which keeps correlations low.',
  ],
};

function analyse({ dataset }: Context, { all }: Span): OneDirection | Lack {
  const missing = missingField(dataset, NEEDS) ?? missingSolutionMoment(dataset) ?? missingNps(dataset);
  if (missing !== null) return { lacks: missing };
  const satisfied = sharesOfCustomers(dataset, positiveAnswers(dataset, 'csat'), all);
  const resolved = sharesOfCustomers(dataset, windowOutcomes(dataset, 7, 'any').sample, all);
  const { customer, columns } = dataset.responses as NonNullable<Dataset['responses']>;
  const values: [number[], number[], number[]] = [[], [], []];
  for (const answer of latestAnswers(dataset, [all]).row) {
    const who = customer[answer] as number;
    const of = [satisfied[who] as number, resolved[who] as number, columns.nps?.values[answer] as number];
    if (of.some(Number.isNaN)) continue;
    for (const [measure, value] of of.entries()) values[measure]?.push(value);
  }
  const customers = values[0].length;
  if (customers < FEWEST_CUSTOMERS) {
    return tooFew(FEWEST_CUSTOMERS, 'customers with a rating, a solved ticket and a recommendation', customers);
  }
  const pairs = PAIRS.flatMap((of) => {
    const rho = spearman(values[of[0]], values[of[1]]);
    return rho === null ? [] : [{ of, rho }];
  });
  return pairs.length < PAIRS.length ? { lacks: 'all customers are alike on a measure' } : { customers, pairs };
}

/** By customer number the share of outcomes that are positive; NaN without any. */
function sharesOfCustomers(dataset: Dataset, { table, at, values }: Sample, all: Period): Float64Array {
  const n = new Float64Array(dataset.customerCount);
  const sum = new Float64Array(dataset.customerCount);
  const owner = dataset[table]?.customer ?? new Int32Array(0);
  const item = table === 'responses' ? dataset.responses?.item : undefined;
  for (let row = 0; row < owner.length; row++) {
    const who = owner[row] as number;
    const moment = at[row] as number;
    if (who < 0 || values[row] === ABSENT || item?.[row] === 1 || !(moment >= all.start && moment < all.end)) continue;
    n[who] = (n[who] as number) + 1;
    sum[who] = (sum[who] as number) + (values[row] as number);
  }
  return sum.map((total, who) => (n[who] === 0 ? Number.NaN : total / (n[who] as number)));
}
