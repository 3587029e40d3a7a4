/**
 * C10c: whether detractors who were contacted within two days stay more often.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { dimensionColumn } from '../../dataset/dimension.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import { joiningMoments, leavingMoments } from '../../metrics/customer-span.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { missingNps, npsAnswers } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import type { ContrastTest } from '../contrast.ts';
import { stratifiedDifference } from '../differences.ts';

const NEEDS = [
  'responses.customer_id',
  'responses.nps',
  'responses.submitted_at',
  'actions.action_at',
  'actions.action',
  'customers.churned_at',
];

export const HOURS = 48;
export const DAYS_KEPT = 90;
const FEWEST_A_SIDE = 30;
const FEWEST_LEFT = 20;

/** How bad the answer was, by its lowest and highest value. */
const SCORES = [
  [0, 2],
  [3, 4],
  [5, 6],
] as const;

/** Years as a customer that part the strata. */
const TENURES = [1, 3] as const;
const YEAR = 365 * DAY_MS;

export interface Side {
  readonly n: number;
  /** Still customers after the days. */
  readonly kept: number;
}

export interface Rescue {
  readonly contacted: Side;
  readonly others: Side;
  /** By how bad the answer was: `0 to 2`. */
  readonly rows: readonly { readonly label: string; readonly others: Side; readonly contacted: Side }[];
  /** Share kept of the contacted less that of the others, strata held equal. */
  readonly difference: Difference;
  /** Strata with customers of both sides, and all of them. */
  readonly strata: { readonly common: number; readonly all: number };
}

const analysis: Analysis<Rescue> = {
  id: 'rescue',
  name: 'Contact after a bad answer',
  label: 'Kept',
  lens: 'experience',
  question: `Are detractors who are contacted within ${HOURS} hours kept more often?`,
  definition:
    `Every customer at the first answer of 6 or less to the recommendation question whose ${HOURS} hours and the ${DAYS_KEPT} ` +
    `days after them lie within the data. Two sides: contacted within ${HOURS} hours of the answer, and not. Both are watched ` +
    `from hour ${HOURS} on; customers who had left by then are on neither side. Kept is who is still a customer ${DAYS_KEPT} ` +
    'days later. The sides are compared within strata of the answer (0 to 2, 3 to 4, 5 to 6), the years as a customer (up to ' +
    'one, up to three, more) and the segment, and the differences are averaged by Mantel and Haenszel.',
  formula: 'Σ weight × (share kept, contacted − share kept, not contacted) ÷ Σ weight, over strata',
  who: 'customers of the customer list with an answer of 6 or less',
  date: 'the day of the answer',
  tex: String.raw`\frac{\sum_s w_s\,(p_s - q_s)}{\sum_s w_s}`,
  symbols: [
    ['p_s', 'share kept of the contacted in stratum s'],
    ['q_s', 'share kept of the others in stratum s'],
    ['w_s', 'the weight: customers of one side times those of the other, divided by both together'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'customers',
  minimum: `${FEWEST_A_SIDE} customers on each side, and ${FEWEST_LEFT} who left.`,
  margin: 0.05,
  interval: 'Sato’s interval of the pooled difference, which holds for sparse strata.',
  source: 'Mantel & Haenszel (1959); Sato (1989).',
  elsewhere: [],
  analyse,
};

export const rescue: ContrastTest<Rescue> = {
  id: 'c10c',
  analysis,
  saidWhen:
    '“Were kept more often” is said when the pooled difference over the strata is shown. That a contact saved anybody is never ' +
    'said: nobody was drawn by lot to be contacted.',
  pitfalls: [
    'Staff choose whom to contact, and may choose those who can be won back.',
    'Who had left within the two days could not be contacted; such customers are on neither side.',
    'Customers who are hard to reach may be on their way out already.',
  ],
};

function analyse({ dataset }: Context, _: Span): Rescue | Lack {
  const missing = missingField(dataset, NEEDS) ?? missingNps(dataset);
  if (missing !== null) return { lacks: missing };
  const cases = detractors(dataset);
  const sideOf = (isContacted: boolean, some = cases): Side => {
    const members = some.filter((one) => one.contacted === isContacted);
    return { n: members.length, kept: members.filter(({ kept }) => kept).length };
  };
  const [contacted, others] = [sideOf(true), sideOf(false)];
  for (const [side, words] of [
    [contacted, `detractors who were contacted within ${HOURS} hours`],
    [others, `detractors who were not contacted within ${HOURS} hours`],
  ] as const) {
    if (side.n < FEWEST_A_SIDE) return tooFew(FEWEST_A_SIDE, words, side.n);
  }
  const left = cases.filter(({ kept }) => !kept).length;
  if (left < FEWEST_LEFT) return tooFew(FEWEST_LEFT, `detractors who left within ${DAYS_KEPT} days`, left);
  const strata = [...Map.groupBy(cases, ({ stratum }) => stratum).values()].map((members) => {
    const [a, b] = [sideOf(false, members), sideOf(true, members)];
    return { a: { n: a.n, sum: a.kept }, b: { n: b.n, sum: b.kept } };
  });
  const difference = stratifiedDifference(strata);
  if (difference === null) return { lacks: 'no stratum holds customers of both sides' };
  return {
    contacted,
    others,
    rows: SCORES.map(([low, high], place) => {
      const members = cases.filter(({ score }) => score === place);
      return { label: `${low} to ${high}`, others: sideOf(false, members), contacted: sideOf(true, members) };
    }),
    difference,
    strata: { common: strata.filter(({ a, b }) => a.n > 0 && b.n > 0).length, all: strata.length },
  };
}

interface Detractor {
  readonly contacted: boolean;
  readonly kept: boolean;
  /** Place in `SCORES`. */
  readonly score: number;
  readonly stratum: string;
}

/** Each customer's first bad answer that can be followed. */
function detractors(dataset: Dataset): Detractor[] {
  const { responses, extractEnd } = dataset;
  const at = responses?.columns.submitted_at;
  const answers = responses?.columns.nps?.values;
  if (responses === null || at === undefined || answers === undefined) return [];
  const { values: group } = npsAnswers(dataset).sample;
  const contactedAt = firstContacts(dataset);
  const [joined, left] = [joiningMoments(dataset), leavingMoments(dataset)];
  const segment = dimensionColumn(dataset, 'responses', 'segment');
  const found: Detractor[] = [];
  let done = -1;
  for (let row = 0; row < responses.rows; row++) {
    const who = responses.customer[row] as number;
    if (who < 0) break;
    if (who === done || group[row] !== -1 || responses.item[row] !== 0 || Number.isNaN(at[row])) continue;
    done = who;
    const from = (at[row] as number) + (HOURS / 24) * DAY_MS;
    const until = from + DAYS_KEPT * DAY_MS;
    if (!((left[who] as number) > from && until <= extractEnd)) continue;
    const score = SCORES.findIndex(([, high]) => (answers[row] as number) <= high);
    const years = ((at[row] as number) - (joined[who] as number)) / YEAR;
    const tenure = Number.isNaN(years) ? '?' : TENURES.filter((bound) => years > bound).length;
    found.push({
      contacted: (contactedAt.get(row) ?? Number.POSITIVE_INFINITY) <= from,
      kept: (left[who] as number) > until,
      score,
      stratum: `${score} ${tenure} ${segment?.codes[row] ?? -1}`,
    });
  }
  return found;
}

/** The first contact after each answer, by the row of the answer. */
function firstContacts({ actions, responses }: Dataset): Map<number, number> {
  const first = new Map<number, number>();
  const { action, action_at: at } = actions?.columns ?? {};
  const answered = responses?.columns.submitted_at;
  if (actions === null || action === undefined || at === undefined) return first;
  for (let row = 0; row < actions.rows; row++) {
    const answer = actions.response[row] as number;
    if (action.values[action.codes[row] as number] !== 'contacted' || first.has(answer)) continue;
    if ((at[row] as number) >= (answered?.[answer] ?? Number.NaN)) first.set(answer, at[row] as number);
  }
  return first;
}
