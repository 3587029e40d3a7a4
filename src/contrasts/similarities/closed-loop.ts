/**
 * S3: whether detractors are followed up, and whether answers rise more after it than without.
 */

import { DAY_MS } from '../../calendar/civil.ts';
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { whoseRow } from '../../dataset/whose-row.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context } from '../../metrics/definition.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { missingNps, npsAnswers } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import type { Interval } from '../../statistics/interval.ts';
import { wilson } from '../../statistics/proportion.ts';
import type { ContrastTest } from '../contrast.ts';
import { type FollowUpCurve, followUpCurve } from '../follow-up-curve.ts';
import { type Cases, FEWEST_IN_STRATUM, type LikeWithLike, likeWithLike, noCases } from '../like-with-like.ts';
import { type ActedOnTheme, actedOnTheme, FEWEST_THEME_MONTHS } from './acted-on-theme.ts';
import { FOLLOW_UPS, firstActions } from './follow-ups.ts';

const NEEDS = ['responses.customer_id', 'responses.nps', 'actions.action_at', 'actions.action'];

const PROMPT_DAYS = 2;
const FEWEST = { detractors: 30, side: 30 } as const;

/** First answers that are alike: whoever begins low rises by chance alone, so like is compared with like. */
const CLASSES = [
  ['0 to 2', 2],
  ['3 to 4', 4],
  ['5 to 6', 6],
  ['7 to 8', 8],
  ['9 to 10', 10],
] as const;

const HOUR = 3600;
const MARKS = [0, 1, 2, 4, 8, 12, 24, 36, 48, 72, 120, 168, 336, 720, 1440].map((hours) => hours * HOUR);

export interface ClosedLoop {
  /** Detractors whose answer is at least two days old: the share followed up within two days. */
  readonly prompt: Interval & { readonly share: number; readonly n: number; readonly customers: number };
  /** Detractors not yet followed up, by time since the answer. */
  readonly curve: FollowUpCurve;
  /** Share whose next answer is higher: not followed up first, followed up second; or what it lacks. */
  readonly next: LikeWithLike | Lack;
  /** The theme about which most was changed, or what it lacks. */
  readonly theme: ActedOnTheme | Lack;
}

const analysis: Analysis<ClosedLoop> = {
  id: 'closed_loop',
  name: 'Following up answers',
  label: 'Next answer higher',
  lens: 'experience',
  question: 'Are detractors followed up, and do answers rise more often after it than without?',
  definition:
    'First, of detractors the share to whom something was done about the answer within two days: the customer was contacted, or ' +
    'the matter was escalated or changed; reading and coding a comment is not counted. Then each customer’s last two answers to ' +
    'the recommendation question: how many of the later ones are higher, where the earlier answer was followed up before the ' +
    'later one and where it was not. Only customers with like first answers are compared ' +
    `(${CLASSES.map(([label]) => label).join(', ')}), because low answers rise and high ones fall by chance alone. ` +
    `Classes with fewer than ${FEWEST_IN_STRATUM} customers of a side are left out and counted. Last, the theme that most comments ` +
    'mention after which something was changed: its monthly share of all comments, between the limits of what chance alone does.',
  formula: 'share rising after a follow-up − share rising without one, first answer held equal',
  who: 'detractors; then customers with two answers to the recommendation question',
  date: 'the day of the answer; of two answers the later one',
  tex: String.raw`\frac{\sum_k w_k (p_k - q_k)}{\sum_k w_k}`,
  symbols: [
    ['p_k', 'share of higher answers after a follow-up, first answer in class k'],
    ['q_k', 'the same without one'],
    ['w_k', 'product of the two sizes ÷ their sum'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'customers',
  minimum: `${FEWEST.detractors} detractors; ${FEWEST.side} customers with a follow-up and ${FEWEST.side} without to compare.`,
  margin: 0.05,
  interval: 'Wilson and Kaplan–Meier for following up, Sato’s for the difference; each customer once.',
  source: 'Kaplan & Meier (1958); Mantel & Haenszel (1959), Sato (1989).',
  elsewhere: [
    {
      who: 'Vendors of feedback tools',
      what: 'Quote how many detractors are “converted”. Without a group that was not followed up that share says nothing: many answers rise by themselves.',
    },
  ],
  analyse,
};

export const closedLoop: ContrastTest<ClosedLoop> = {
  id: 's3',
  analysis,
  saidWhen:
    '“Rose after a follow-up more often than without” is said only when the difference within like first answers is shown. How many ' +
    'detractors answered higher later is never said without those who were not followed up. That a theme went ' +
    `down is said only on a signal of its control chart of at least ${FEWEST_THEME_MONTHS} months, never that a change brought it about.`,
  pitfalls: [
    'With nothing done at all, 27 to 39 of 100 detractors are none at the next survey, and 31 to 44 of 100 promoters slip.',
    'Staff choose whom to call: within like answers those who are called may still differ from the others.',
    'Customers who left before a second answer are not in the comparison.',
  ],
};

function analyse(context: Context, span: Span): ClosedLoop | Lack {
  const { dataset } = context;
  const { all } = span;
  const missing = missingField(dataset, NEEDS) ?? missingNps(dataset);
  if (missing !== null) return { lacks: missing };
  const acted = firstActions(dataset, FOLLOW_UPS);
  const { values: group, at } = npsAnswers(dataset).sample;
  const { customer, item } = dataset.responses as NonNullable<Dataset['responses']>;
  const [times, ended]: [number[], number[]] = [[], []];
  const customers = new Set<number>();
  let [n, prompt] = [0, 0];
  for (let row = 0; row < group.length; row++) {
    const moment = at[row] as number;
    if (group[row] !== -1 || item[row] === 1 || !(moment >= all.start && moment < all.end)) continue;
    const action = Math.max(moment, acted[row] as number);
    const isSeen = action <= dataset.extractEnd;
    times.push((isSeen ? action : dataset.extractEnd) - moment);
    ended.push(isSeen ? 1 : 0);
    if (moment > dataset.extractEnd - PROMPT_DAYS * DAY_MS) continue;
    n++;
    if (action - moment <= PROMPT_DAYS * DAY_MS) prompt++;
    customers.add(whoseRow(customer, row));
  }
  if (n < FEWEST.detractors) {
    return tooFew(FEWEST.detractors, 'detractors whose answer is two days old', n);
  }
  const share = prompt / n;
  return {
    prompt: { share, n, customers: customers.size, ...wilson(share, n) },
    curve: followUpCurve({ times, ended }, MARKS),
    next: nextAnswers(dataset, all, acted),
    theme: actedOnTheme(context, span),
  };
}

/** The last two answers of each customer, the earlier one followed up or not. */
function nextAnswers(dataset: Dataset, all: Period, acted: Float64Array): LikeWithLike | Lack {
  const cases: Cases = noCases();
  const { values: group, at } = npsAnswers(dataset).sample;
  const { customer, item, columns } = dataset.responses as NonNullable<Dataset['responses']>;
  const score = columns.nps?.values as Float64Array;
  let later = -1;
  let done = -1;
  for (let row = group.length - 1; row >= 0; row--) {
    const who = customer[row] as number;
    const moment = at[row] as number;
    if (who < 0 || who === done || group[row] === ABSENT || item[row] === 1) continue;
    if (!(moment >= all.start && moment < all.end)) continue;
    if (later < 0 || customer[later] !== who) {
      later = row;
      continue;
    }
    done = who;
    const first = score[row] as number;
    cases.customer.push(who);
    cases.stratum.push(CLASSES.findIndex(([, highest]) => first <= highest));
    cases.group.push((acted[row] as number) < (at[later] as number) ? 1 : 0);
    cases.value.push((score[later] as number) > first ? 1 : 0);
  }
  const found = likeWithLike(
    CLASSES.map(([label]) => label),
    cases,
  );
  const fewest = found === null ? 0 : Math.min(found.first.n, found.second.n);
  if (found === null || fewest < FEWEST.side) {
    return tooFew(FEWEST.side, 'customers with two answers and like first ones, with a follow-up and without', fewest);
  }
  return found;
}
