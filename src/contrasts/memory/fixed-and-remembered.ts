/**
 * C11b: whether a case that was settled at once, or a moment that was told of, goes with more promoters.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { latestAnswers } from '../../metrics/experience/before-answer.ts';
import { missingNps, npsAnswers } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { windowOutcomes } from '../../metrics/service/fcr-window.ts';
import { missingSolutionMoment, SOLUTION_FIELDS } from '../../metrics/service/solution-moment.ts';
import type { Interval } from '../../statistics/interval.ts';
import { wilson } from '../../statistics/proportion.ts';
import type { ContrastTest } from '../contrast.ts';
import { stratifiedDifference } from '../differences.ts';
import { agreedMoments } from './agreed-moments.ts';

const NEEDS = ['responses.customer_id', 'responses.nps', 'comment_codes.code', 'tickets.customer_id', SOLUTION_FIELDS];

const FEWEST_A_CELL = 30;

export interface Cell extends Interval {
  readonly fixed: boolean;
  readonly moment: boolean;
  readonly n: number;
  readonly promoters: number;
}

export interface FixedAndRemembered {
  readonly customers: number;
  /** Settled with a moment, settled without, not settled with, not settled without. */
  readonly cells: readonly Cell[];
  /** Share of promoters where settled less where not, within moment and category. */
  readonly fixed: Difference;
  /** Share of promoters with a moment less without, within settled and category. */
  readonly moment: Difference;
}

const analysis: Analysis<FixedAndRemembered> = {
  id: 'fixed_and_remembered',
  name: 'Fixed and remembered',
  label: 'Promoters',
  lens: 'experience',
  question: 'Does a case settled at once go with more promoters, or a moment that customers tell of?',
  definition:
    'Customers who commented on a contact, whose comment two people coded alike as telling of a memorable moment or not, and ' +
    'who said whether they would recommend. Each customer counts once, with the last such comment and the latest answer. A ' +
    'case is settled at once when its ticket was not reopened and the customer made no other contact within 7 days. The share ' +
    'of promoters is compared between settled and not settled within the same coding and category, and between moment and none ' +
    'within the same outcome and category; the differences are averaged by Mantel and Haenszel.',
  formula: 'Σ weight × (promoters with − promoters without) ÷ Σ weight, over strata',
  who: 'customers with a coded comment on a ticket and an answer to the recommendation question',
  date: 'the day of the answer to the recommendation question',
  tex: String.raw`\frac{\sum_s w_s\,(p_s - q_s)}{\sum_s w_s}`,
  symbols: [
    ['p_s', 'share of promoters with it, in stratum s'],
    ['q_s', 'share of promoters without it'],
    ['w_s', 'the weight: customers with times customers without, divided by both together'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'customers',
  minimum: `${FEWEST_A_CELL} customers in each of the four groups.`,
  margin: 0.05,
  interval: 'Wilson for shares, Sato for the pooled differences.',
  source: 'Mantel & Haenszel (1959); Sato (1989).',
  elsewhere: [],
  analyse,
};

export const fixedAndRemembered: ContrastTest<FixedAndRemembered> = {
  id: 'c11b',
  analysis,
  saidWhen:
    '“Goes with more promoters” is said of a moment, or of being settled at once, when its pooled difference is shown. It speaks ' +
    'for the idea when it may be said of moments, and against it when it may be said of settled cases only or when moments are ' +
    'shown to make no difference that matters.',
  pitfalls: [
    'Only customers who write comments are in it, and they are not all customers.',
    'Those who code must not see the score; who would recommend also writes more warmly.',
    'A moment may be a bad one: that it was memorable does not say that it was pleasant.',
  ],
};

function analyse({ dataset }: Context, { all }: Span): FixedAndRemembered | Lack {
  const missing = missingField(dataset, NEEDS) ?? missingNps(dataset) ?? missingSolutionMoment(dataset);
  if (missing !== null) return { lacks: missing };
  const cases = casesOf(dataset, latestAnswers(dataset, [all]).row);
  const cells = [true, false].flatMap((fixed) =>
    [true, false].map((moment): Cell => {
      const members = cases.filter((one) => one.fixed === fixed && one.moment === moment);
      const promoters = members.filter(({ promoter }) => promoter).length;
      const interval = members.length === 0 ? { low: 0, high: 1 } : wilson(promoters / members.length, members.length);
      return { fixed, moment, n: members.length, promoters, ...interval };
    }),
  );
  const fewest = Math.min(...cells.map(({ n }) => n));
  if (fewest < FEWEST_A_CELL) {
    return tooFew(FEWEST_A_CELL, 'customers with and without a moment among settled and unsettled cases', fewest);
  }
  const fixed = pooled(cases, 'fixed', 'moment');
  const moment = pooled(cases, 'moment', 'fixed');
  if (fixed === null || moment === null) return { lacks: 'no category holds customers of both kinds' };
  return { customers: cases.length, cells, fixed, moment };
}

interface Case {
  readonly fixed: boolean;
  readonly moment: boolean;
  readonly promoter: boolean;
  readonly category: number;
}

function pooled(cases: readonly Case[], by: 'fixed' | 'moment', within: 'fixed' | 'moment'): Difference | null {
  const strata = Map.groupBy(cases, (one) => `${one[within]} ${one.category}`);
  const side = (members: readonly Case[], wanted: boolean) => {
    const own = members.filter((one) => one[by] === wanted);
    return { n: own.length, sum: own.filter(({ promoter }) => promoter).length };
  };
  return stratifiedDifference(
    [...strata.values()].map((members) => ({ a: side(members, false), b: side(members, true) })),
  );
}

/** One case a customer: the last coded comment on a ticket whose outcome is known. */
function casesOf(dataset: Dataset, answers: Int32Array): Case[] {
  const { responses, tickets } = dataset;
  if (responses === null || tickets === null) return [];
  const { values: group } = npsAnswers(dataset).sample;
  const answerOf = new Map(Array.from(answers, (row) => [responses.customer[row] as number, row]));
  const held = windowOutcomes(dataset, 7, 'any').sample.values;
  const found = new Map<number, Case>();
  for (const [response, moment] of [...agreedMoments(dataset)].sort(([a], [b]) => a - b)) {
    const ticket = responses.ticket[response] as number;
    const who = responses.customer[response] as number;
    const answer = answerOf.get(who);
    if (ticket < 0 || answer === undefined || held[ticket] === ABSENT) continue;
    found.set(who, {
      fixed: held[ticket] === 1,
      moment,
      promoter: group[answer] === 1,
      category: tickets.columns.category?.codes[ticket] ?? -1,
    });
  }
  return [...found.values()];
}
