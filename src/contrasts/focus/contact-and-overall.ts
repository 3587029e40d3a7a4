/**
 * C7a: what customers say after a contact beside what they say of the whole.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { placeOnScale } from '../../metrics/estimators/place-on-scale.ts';
import { positiveAnswers } from '../../metrics/estimators/positive-answers.ts';
import { latestAnswers } from '../../metrics/experience/before-answer.ts';
import { missingNps, npsAnswers } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { spearman } from '../../statistics/correlation.ts';
import type { Interval } from '../../statistics/interval.ts';
import { pairedMeans } from '../../statistics/paired.ts';
import { ratingsBeforeAnswers } from '../answer-before.ts';
import type { ContrastTest } from '../contrast.ts';

const NEEDS = ['responses.customer_id', 'responses.nps', 'responses.csat | tickets.csat'];

/** A contact says little of the relationship at a time that is further away. */
const DAYS_APART = 90;
const FEWEST_PAIRS = 50;

/** Customers by the class of their answer to the recommendation question. */
export interface Classes {
  readonly detractors: number;
  readonly passives: number;
  readonly promoters: number;
}

/** Both surveys ask the same question: answers are subtracted. */
export interface SameQuestion {
  readonly kind: 'same question';
  readonly customers: number;
  /** Answer after the contact minus answer about the relationship, on the scale of 0 to 10. */
  readonly gap: Difference;
  readonly afterContact: Classes;
  readonly overall: Classes;
}

/** They ask different ones: their order is compared. */
export interface DifferentQuestions {
  readonly kind: 'different questions';
  readonly customers: number;
  readonly correlation: Interval & { readonly rho: number; readonly p: number };
  /** Classes of customers whose last contact went well, and of the others. */
  readonly satisfied: Classes;
  readonly unsatisfied: Classes;
}

export type ContactAndOverall = SameQuestion | DifferentQuestions;

const analysis: Analysis<ContactAndOverall> = {
  id: 'contact_and_overall',
  name: 'After a contact and overall',
  label: 'Contact and overall',
  lens: 'satisfaction',
  question: 'Do customers who were pleased with their last contact recommend the company?',
  definition:
    `Customers who answered the recommendation question and rated a contact in the ${DAYS_APART} days before it; the latest ` +
    'of each counts. Where the survey after a contact asks the recommendation question itself, the two answers are ' +
    'subtracted. Different questions are never subtracted: then the rank correlation (Spearman) of rating and answer says ' +
    'how far customers who rate higher also recommend more, 0 for not at all, 1 for always.',
  formula: 'mean of (answer after the contact − answer overall); else rank correlation of the two',
  who: `customers with a rating in the ${DAYS_APART} days before their answer to the recommendation question`,
  date: 'the day of the answer to the recommendation question',
  tex: String.raw`\frac{1}{n}\sum_i (t_i - r_i)`,
  symbols: [
    ['t_i', 'the answer of customer i after the contact'],
    ['r_i', 'the answer of customer i about the relationship'],
    ['n', 'customers with both'],
  ],
  needs: NEEDS,
  unit: 'coefficient',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST_PAIRS} customers with both answers.`,
  margin: 0.3,
  interval:
    'Student’s t on the differences; for the rank correlation Fisher’s z with the variance of Bonett and Wright.',
  source: 'Bonett & Wright (2000) for the interval of the rank correlation.',
  elsewhere: [],
  analyse,
};

export const contactAndOverall: ContrastTest<ContactAndOverall> = {
  id: 'c7a',
  analysis,
  saidWhen:
    '“Scored higher after a contact than overall” is said only where both surveys ask the same question and the paired ' +
    'difference is shown. Of different questions only how closely their order agrees is said: “closely” when the lower end of ' +
    'the rank correlation is above 0.6, “loosely” when its upper end is below 0.4.',
  pitfalls: [
    'Only customers with a recent contact are in it; those who never write or call are not.',
    'A question with eleven answers and one with five are never subtracted.',
  ],
};

function analyse({ dataset }: Context, { all }: Span): ContactAndOverall | Lack {
  const missing = missingField(dataset, NEEDS) ?? missingNps(dataset);
  if (missing !== null) return { lacks: missing };
  return sameQuestion(dataset, all) ?? differentQuestions(dataset, all);
}

/** Null where too few customers answered the recommendation question after a contact as well. */
function sameQuestion(dataset: Dataset, all: Period): SameQuestion | null {
  const { customer, after, overall } = twiceAsked(dataset, all);
  const gap = customer.length < FEWEST_PAIRS ? null : pairedMeans(overall.score, after.score);
  if (gap === null) return null;
  const narrow = pairedMeans(overall.score, after.score, 0.9) ?? gap;
  return {
    kind: 'same question',
    customers: customer.length,
    gap: { ...gap, low90: narrow.low, high90: narrow.high },
    afterContact: classesOf(after.group),
    overall: classesOf(overall.group),
  };
}

interface Answers {
  readonly score: number[];
  readonly group: number[];
}

/** Customers whose answers about a ticket and about the relationship lie close together. */
function twiceAsked(dataset: Dataset, all: Period) {
  const customer: number[] = [];
  const after: Answers = { score: [], group: [] };
  const overall: Answers = { score: [], group: [] };
  const { responses } = dataset;
  const at = responses?.columns.submitted_at;
  if (responses === null || at === undefined) return { customer, after, overall };
  const { values: group } = npsAnswers(dataset).sample;
  const score = responses.columns.nps?.values ?? new Float64Array(0);
  const lastOf = (row: number, counts: (row: number) => boolean): number => {
    for (let other = row - 1; other >= 0 && responses.customer[other] === responses.customer[row]; other--) {
      if (counts(other)) return other;
    }
    return -1;
  };
  for (const answer of latestAnswers(dataset, [all]).row) {
    const isAboutTicket = (row: number) => (responses.ticket[row] as number) >= 0;
    const counts = (row: number) => !Number.isNaN(score[row]) && responses.item[row] === 0;
    const relationship = isAboutTicket(answer) ? lastOf(answer, (row) => counts(row) && !isAboutTicket(row)) : answer;
    if (relationship < 0) continue;
    const contact = lastOf(relationship, (row) => counts(row) && isAboutTicket(row));
    if (contact < 0 || (at[relationship] as number) - (at[contact] as number) > DAYS_APART * DAY_MS) continue;
    customer.push(responses.customer[answer] as number);
    for (const [answers, row] of [
      [after, contact],
      [overall, relationship],
    ] as const) {
      answers.score.push(score[row] as number);
      answers.group.push(group[row] as number);
    }
  }
  return { customer, after, overall };
}

function differentQuestions(dataset: Dataset, all: Period): DifferentQuestions | Lack {
  const pairs = ratingsBeforeAnswers(dataset, all, DAYS_APART);
  if (pairs.length < FEWEST_PAIRS) {
    return tooFew(FEWEST_PAIRS, `customers with a rating in the ${DAYS_APART} days before their answer`, pairs.length);
  }
  const rating = dataset.responses?.columns.csat;
  const recommendation = dataset.responses?.columns.nps?.values ?? new Float64Array(0);
  const { values: positive } = positiveAnswers(dataset, 'csat');
  const { values: group } = npsAnswers(dataset).sample;
  const found = spearman(
    pairs.map(({ rating: row }) => placeOnScale(rating, row)),
    pairs.map(({ answer }) => recommendation[answer] as number),
  );
  if (found === null) return { lacks: 'all ratings or all answers are alike' };
  const classesWhere = (wanted: number) =>
    classesOf(pairs.filter(({ rating: row }) => positive[row] === wanted).map(({ answer }) => group[answer] as number));
  return {
    kind: 'different questions',
    customers: pairs.length,
    correlation: { rho: found.coefficient, low: found.low, high: found.high, p: found.p },
    satisfied: classesWhere(1),
    unsatisfied: classesWhere(0),
  };
}

function classesOf(groups: readonly number[]): Classes {
  const of = (wanted: number) => groups.filter((group) => group === wanted).length;
  return { detractors: of(-1), passives: of(0), promoters: of(1) };
}
