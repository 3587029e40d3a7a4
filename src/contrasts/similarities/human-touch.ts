/**
 * S2: whether a person's answer goes with better scores in both views.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { DAYS_BEFORE } from '../../metrics/experience/before-answer.ts';
import { missingNps } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { HANDLED_BY, HANDLING_FIELDS, handlingOf } from '../../metrics/service/handling.ts';
import { clusterBlocks } from '../../statistics/bootstrap.ts';
import { bootstrapDifference } from '../../statistics/bootstrap-difference.ts';
import { bootstrapPooledDifference } from '../../statistics/pooled-difference-bootstrap.ts';
import { seededRandom } from '../../statistics/random.ts';
import type { ContrastTest } from '../contrast.ts';
import { type HandledCases, promotersAfterTickets, satisfiedWithTickets } from '../handled-cases.ts';
import { type Cases, FEWEST_IN_STRATUM, type LikeWithLike, likeWithLike, topicsOfTickets } from '../like-with-like.ts';

const NEEDS = [
  'tickets.customer_id',
  'tickets.category',
  HANDLING_FIELDS,
  'responses.csat | tickets.csat',
  'responses.nps',
];

/** Days after a ticket within which the recommendation still tells of it. */
export const DAYS_AFTER = DAYS_BEFORE;
const FEWEST_A_SIDE = 30;
const SEED = 52;
/** Blocks of customers: enough for an interval, few enough for a million of them. */
const MOST_BLOCKS = 400;

/** Bot first, person second. */
export interface ByHandling extends LikeWithLike {
  /** Tickets that both dealt with: a group of its own, in no difference. */
  readonly mixed: { readonly n: number; readonly sum: number };
}

export interface HumanTouch {
  /** Tickets that a person answered, of all of which it is known who dealt with them. */
  readonly answered: { readonly share: number; readonly n: number; readonly customers: number };
  readonly satisfied: ByHandling;
  readonly promoters: ByHandling;
  /** The difference in promoters less the one in satisfied answers. */
  readonly gap: Difference;
}

const analysis: Analysis<HumanTouch> = {
  id: 'human_touch',
  name: 'A person’s answer in both views',
  label: 'Person less bot',
  lens: 'service',
  question: 'Does a person’s answer go with better scores right after the contact and later on?',
  definition:
    'Tickets that a person dealt with are set against those that a bot dealt with alone, within topic and priority, as far as ' +
    'each has them. Two outcomes are looked at: whether the customer was satisfied with the contact, with the latest rating of ' +
    `each customer; and whether the customer’s latest answer to the recommendation question, at most ${DAYS_AFTER} days after ` +
    'a ticket, is a promoter’s. Tickets that a bot began and a person went on with are a third group and enter no difference. ' +
    `Kinds of tickets with fewer than ${FEWEST_IN_STRATUM} cases of a side are left out and counted.`,
  formula: 'share after a person’s answer − share after a bot’s, topic and priority held equal',
  who: 'customers with a rated ticket, or a ticket before their recommendation, of which it is known who dealt with it',
  date: 'the day of the answer',
  tex: String.raw`\frac{\sum_k w_k (p_k - q_k)}{\sum_k w_k}`,
  symbols: [
    ['p_k', 'share after a person’s answer among tickets of kind k'],
    ['q_k', 'share after a bot’s'],
    ['w_k', 'product of the two sizes ÷ their sum'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST_A_SIDE} customers of each side for either outcome.`,
  margin: 0.05,
  interval:
    'Sato’s for each difference, each customer once; percentile interval from 2,000 resamples of customers for the gap between ' +
    'the two.',
  source: 'Mantel & Haenszel (1959), Sato (1989).',
  elsewhere: [],
  analyse,
};

export const humanTouch: ContrastTest<HumanTouch> = {
  id: 's2',
  analysis,
  saidWhen:
    '“Goes with better scores in both views” is said when both differences are shown and both are in favour of a person. That a ' +
    'person makes no odds to one of them is said only when that difference is shown to be smaller than 5 points.',
  pitfalls: [
    'Bots are given the easy topics; topic and priority are held equal, how hard a case was within them is not.',
    'Customers of bots are rarely asked, and those who gave up in a bot’s chat answer least.',
  ],
};

function analyse({ dataset }: Context, { all }: Span): HumanTouch | Lack {
  const missing = missingField(dataset, NEEDS) ?? missingNps(dataset);
  if (missing !== null) return { lacks: missing };
  const { labels } = topicsOfTickets(dataset);
  const answered = answeredByPeople(dataset);
  const cases = [satisfiedWithTickets(dataset, all), promotersAfterTickets(dataset, all, DAYS_AFTER)] as const;
  const [satisfied, promoters] = cases.map((each) => byHandling(labels, each));
  for (const [found, what] of [
    [satisfied, 'customers who rated a ticket, of a bot and of a person each, in one kind of tickets'],
    [
      promoters,
      `customers asked for a recommendation within ${DAYS_AFTER} days after a ticket, of a bot and of a person each, in one kind of tickets`,
    ],
  ] as const) {
    const fewest = found == null ? 0 : Math.min(found.first.n, found.second.n);
    if (fewest < FEWEST_A_SIDE) return tooFew(FEWEST_A_SIDE, what, fewest);
  }
  if (satisfied == null || promoters == null) return { lacks: 'all outcomes are alike' };
  const gap = gapOf(labels, cases, [satisfied, promoters]);
  return gap === null ? { lacks: 'all outcomes are alike' } : { answered, satisfied, promoters, gap };
}

function answeredByPeople(dataset: Dataset): HumanTouch['answered'] {
  const customer = dataset.tickets?.customer ?? new Int32Array(0);
  const who = new Set<number>();
  let [n, people] = [0, 0];
  for (const [row, handled] of handlingOf(dataset).entries()) {
    if (handled === HANDLED_BY.unknown) continue;
    n++;
    if (handled !== HANDLED_BY.bot) people++;
    who.add(customer[row] as number);
  }
  who.delete(-1);
  return { share: people / n, n, customers: who.size };
}

function byHandling(labels: readonly string[], { cases, mixed }: HandledCases): ByHandling | null {
  const found = likeWithLike(labels, cases);
  return found === null ? null : { ...found, mixed };
}

/** Both differences in the same resamples of customers. */
function gapOf(
  labels: readonly string[],
  both: readonly [HandledCases, HandledCases],
  [satisfied, promoters]: readonly [ByHandling, ByHandling],
): Difference | null {
  const [first, second] = both.map(({ cases }, at) =>
    inStrata(cases, labels, [satisfied, promoters][at] as ByHandling),
  ) as [Cases, Cases];
  const blocks = clusterBlocks([...first.customer, ...second.customer], seededRandom(SEED), MOST_BLOCKS);
  const draw = ({ stratum, group, value }: Cases, from: number) =>
    bootstrapPooledDifference(
      {
        blocks: { count: blocks.count, ofRow: blocks.ofRow.subarray(from, from + value.length) },
        stratum,
        strata: labels.length,
        group,
        value,
      },
      { seed: SEED },
    );
  const [ofSatisfied, ofPromoters] = [draw(first, 0), draw(second, first.value.length)];
  return bootstrapDifference(
    promoters.difference.difference - satisfied.difference.difference,
    ofPromoters.map((value, at) => value - (ofSatisfied[at] as number)),
  );
}

/** The cases, those in strata that do not count in none. */
function inStrata(cases: Cases, labels: readonly string[], { strata }: LikeWithLike): Cases {
  const kept = new Set(strata.map(({ label }) => labels.indexOf(label)));
  return { ...cases, stratum: cases.stratum.map((place) => (kept.has(place) ? place : -1)) };
}
