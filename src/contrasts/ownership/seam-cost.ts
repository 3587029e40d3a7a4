/**
 * C4b: how customers fare whose contacts crossed departments, beside those who stayed with one.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, isLack, type Lack, type Span } from '../../metrics/analysis.ts';
import type { Context } from '../../metrics/definition.ts';
import { positiveAnswers } from '../../metrics/estimators/positive-answers.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { forEachTicketOf, latestAnswers } from '../../metrics/experience/before-answer.ts';
import { missingNps, npsAnswers } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import type { ContrastTest } from '../contrast.ts';
import { FEWEST, StrataTally, type StratifiedShares } from '../strata.ts';

const NEEDS = [
  'responses.customer_id',
  'responses.csat | tickets.csat',
  'tickets.customer_id',
  'tickets.department',
  'tickets.category',
];

export const SEAM_DAYS = 90;

/** From so many contacts on customers are taken together. */
const MOST_CONTACTS = 5;

export interface SeamCost {
  /** Satisfied customers; groups: one department, and two or more. */
  readonly satisfied: StratifiedShares;
  /** Detractors; null where too few customers answered the recommendation question. */
  readonly detractors: StratifiedShares | null;
}

const GROUPS = [
  'customers with several contacts, all with one department',
  'customers whose contacts crossed departments',
] as const;

const analysis: Analysis<SeamCost> = {
  id: 'seam_cost',
  name: 'Crossing departments',
  label: 'Crossing departments',
  lens: 'experience',
  question: 'Do customers whose contacts cross departments score lower?',
  definition:
    `Customers with two or more tickets of their own in the ${SEAM_DAYS} days up to a rated ticket, or before an answer to the ` +
    'recommendation question; the latest answer of each counts. ' +
    'Those whose tickets were with two or more departments are set against those who stayed with one, among customers with ' +
    `equally many tickets (${MOST_CONTACTS} and more together) whose last ticket had the same topic. Compared are the share who are satisfied with ` +
    'the contact and the share of detractors. With a single ticket nobody can cross departments, so those customers are not in it.',
  formula: 'Σ w × (share of those who crossed − share of the others) ÷ Σ w, w = n₁n₀ ÷ (n₁ + n₀) in each stratum',
  who: `customers with two or more tickets in the ${SEAM_DAYS} days before the answer`,
  date: 'the day of the answer',
  tex: String.raw`\frac{\sum_s w_s\,(p_s - q_s)}{\sum_s w_s}`,
  symbols: [
    ['p_s, q_s', 'share in stratum s among those who crossed departments, and among the others'],
    ['w_s', 'n₁n₀ ÷ (n₁ + n₀), from the customers of both groups in the stratum'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST.side} customers on each side, in ${FEWEST.strata} strata that both are in.`,
  margin: 0.05,
  interval: 'Mantel and Haenszel’s difference with the interval of Sato, which holds for sparse strata.',
  source: 'Mantel & Haenszel (1959), Sato (1989); Breslow & Day (1980) for whether strata differ.',
  elsewhere: [],
  analyse,
};

export const seamCost: ContrastTest<SeamCost> = {
  id: 'c4b',
  analysis,
  saidWhen:
    '“Crossing departments goes with lower scores” is said when, with topic and number of contacts held equal, the share of ' +
    'satisfied customers is shown to be lower among those who crossed, or the share of detractors higher, and by an amount ' +
    'that is not shown to be less than 5 points.',
  pitfalls: [
    'Who has more contacts crosses more departments: without holding the number of contacts equal the result would be an artefact.',
    'Cases that need several departments may be harder ones; topics hold only a part of that equal.',
    'Departments are those that tickets end with: a hand-off within one ticket does not show.',
  ],
};

function analyse({ dataset }: Context, { all }: Span): SeamCost | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const satisfied = compare(dataset, latestRatings(dataset), positiveAnswers(dataset, 'csat').values);
  if (isLack(satisfied)) return satisfied;
  if (missingNps(dataset) !== null) return { satisfied, detractors: null };
  const detractor = npsAnswers(dataset).sample.values.map((group) => Number(group === -1));
  const detractors = compare(dataset, latestAnswers(dataset, [all]).row, detractor);
  return { satisfied, detractors: isLack(detractors) ? null : detractors };
}

/** Row of the latest rating of every known customer, in the order of the customers. */
function latestRatings(dataset: Dataset): Int32Array {
  const { customer, item } = dataset.responses ?? { customer: new Int32Array(0), item: new Uint8Array(0) };
  const { values } = positiveAnswers(dataset, 'csat');
  const latest: number[] = [];
  let last = -1;
  for (let row = 0; row < values.length && (customer[row] as number) >= 0; row++) {
    if (values[row] === ABSENT || item[row] === 1) continue;
    if (customer[row] === last) latest[latest.length - 1] = row;
    else latest.push(row);
    last = customer[row] as number;
  }
  return Int32Array.from(latest);
}

/** Shares with an outcome among customers with one department and with more, topic and contacts held equal. */
function compare(dataset: Dataset, answers: Int32Array, outcome: ArrayLike<number>): StratifiedShares | Lack {
  const { department, category, proactive, created_at: created } = dataset.tickets?.columns ?? {};
  const { customer, ticket: about, columns } = dataset.responses ?? {};
  const tally = new StrataTally();
  for (const answer of answers) {
    let contacts = 0;
    let first = -1;
    let topic = -1;
    let crossed = false;
    // A rating is of its ticket: what came after that one was not in it yet.
    const rated = about?.[answer] ?? -1;
    const until = rated < 0 ? (columns?.submitted_at?.[answer] as number) : (created?.[rated] as number) + 1;
    forEachTicketOf(dataset, customer?.[answer] as number, until - SEAM_DAYS * DAY_MS, until, (ticket) => {
      const met = department?.codes[ticket] ?? -1;
      if (proactive?.[ticket] === 1 || met < 0) return;
      contacts++;
      if (first >= 0 && met !== first) crossed = true;
      first = met;
      topic = category?.codes[ticket] ?? -1;
    });
    if (rated >= 0) topic = category?.codes[rated] ?? -1;
    if (contacts < 2 || topic < 0) continue;
    const many = contacts >= MOST_CONTACTS ? `${MOST_CONTACTS} or more` : String(contacts);
    tally.add(`${category?.values[topic]}, ${many} contacts`, crossed ? 1 : 0, outcome[answer] as number);
  }
  return tally.shares(GROUPS);
}
