/**
 * C1c: how often a journey of several contacts goes well from the first to the last.
 */
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { normalTwoSidedP } from '../../statistics/distribution.ts';
import type { Interval } from '../../statistics/interval.ts';
import { wilson } from '../../statistics/proportion.ts';
import type { ContrastTest } from '../contrast.ts';
import { type ContactRuns, contactRuns } from './contact-runs.ts';
import { type TopicMix, topicMix } from './topic-mix.ts';

const NEEDS = ['responses.customer_id', 'responses.csat | tickets.csat'];

/** Numbers of contacts that are looked at, and fewest customers of each. */
const MOST_CONTACTS = 8;
export const FEWEST_CUSTOMERS = 30;

/** Customers with so many rated contacts. */
export interface RunLevel {
  readonly contacts: number;
  readonly customers: number;
  /** Share of their ratings that are positive. */
  readonly positive: number;
  /** Share of them who rated every contact well, with Wilson's interval. */
  readonly every: Interval & { readonly share: number };
  /** What independence gives: the share of positive ratings to the power of the contacts. */
  readonly expected: number;
  /** The first less the second; of one contact nothing can pile up. */
  readonly gap: Difference | null;
}

export interface Compounding {
  /** Positive among all ratings. */
  readonly positive: number;
  readonly ratings: number;
  /** From one contact up, without gaps. */
  readonly levels: readonly RunLevel[];
  /** Customers with ratings who are in no level, strangers counted one by one. */
  readonly outside: number;
  /** What contacts are about, by level; null where tickets have no category. */
  readonly topics: TopicMix | null;
}

const analysis: Analysis<Compounding> = {
  id: 'compounding',
  name: 'Compounding of contacts',
  label: 'Satisfied every time',
  lens: 'satisfaction',
  question: 'How many customers with several contacts were satisfied with every one of them?',
  definition:
    'Customers by how many contacts they rated in all that the data cover, and the share of them who rated every contact as ' +
    'satisfying. Beside it stands what independence gives: if every contact had the same chance to satisfy, whoever the ' +
    'customer, the share would be the satisfied share of all ratings to the power of the number of contacts. More customers ' +
    'than that who were satisfied every time mean that the bad contacts pile up on some; fewer mean that they spread more ' +
    `widely than chance would spread them. Levels end where one has fewer than ${FEWEST_CUSTOMERS} customers, at ${MOST_CONTACTS} contacts at the latest.`,
  formula: 'customers who rated all k contacts well ÷ customers who rated k contacts − pᵏ',
  who: 'customers who rated a contact',
  date: 'the day of the rating',
  tex: String.raw`\frac{a_k}{n_k} - p^k`,
  symbols: [
    ['n_k', 'customers who rated k contacts'],
    ['a_k', 'those of them who rated every one well'],
    ['p', 'the satisfied share of all ratings'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST_CUSTOMERS} customers with one and ${FEWEST_CUSTOMERS} with two rated contacts.`,
  margin: 0.05,
  interval: 'Wilson for the share at each number of contacts; what independence gives counts as known.',
  source: 'The product rule of independent events.',
  elsewhere: [],
  analyse,
};

export const compounding: ContrastTest<Compounding> = {
  id: 'c1c',
  analysis,
  saidWhen:
    '“Good steps, weaker journeys” is said as arithmetic: several contacts go well together less often than each one. ' +
    '“Problems pile up on the same customers” is said when, of customers with some number of contacts, more than independence ' +
    'gives were satisfied every time, beyond the interval and by a difference that is shown; “more widely than chance” when ' +
    'fewer were. Where different numbers of contacts are shown to go different ways, both are said.',
  pitfalls: [
    'Independence is reckoned with one share for everybody; where customers with many contacts have harder ones, fewer of them are satisfied every time than it gives.',
    'More contacts mean more problems: what the contacts were about changes with their number.',
    'Only rated contacts count; a bad one that nobody rated breaks no run.',
  ],
};

function analyse({ dataset }: Context, { all }: Span): Compounding | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const runs = contactRuns(dataset, all);
  const counts = countLevels(runs);
  const shown = counts.customers.findIndex((customers) => customers < FEWEST_CUSTOMERS);
  const most = shown < 0 ? MOST_CONTACTS : shown;
  if (most < 2) {
    return tooFew(
      FEWEST_CUSTOMERS,
      `customers with ${most + 1} rated ${most === 0 ? 'contact' : 'contacts'}`,
      counts.customers[most] as number,
    );
  }
  const p = counts.positiveRatings / counts.ratings;
  if (p === 0 || p === 1) return { lacks: 'the ratings are all satisfied or all not' };
  return {
    positive: p,
    ratings: counts.ratings,
    levels: Array.from({ length: most }, (_, level) => levelOf(counts, level, p)),
    outside: runs.ratings.length - counts.customers.slice(0, most).reduce((sum, customers) => sum + customers, 0),
    topics: topicMix(dataset, runs, most),
  };
}

/** Customers by number of rated contacts, 1 at place 0. */
interface LevelCounts {
  readonly ratings: number;
  readonly positiveRatings: number;
  readonly customers: readonly number[];
  /** Who rated every contact well. */
  readonly every: readonly number[];
  readonly positive: readonly number[];
}

function countLevels({ ratings, positive }: ContactRuns): LevelCounts {
  const [customers, every, positives] = [0, 1, 2].map(() => new Array<number>(MOST_CONTACTS).fill(0)) as [
    number[],
    number[],
    number[],
  ];
  let [all, good] = [0, 0];
  for (let at = 0; at < ratings.length; at++) {
    const contacts = ratings[at] as number;
    const well = positive[at] as number;
    all += contacts;
    good += well;
    if (contacts > MOST_CONTACTS) continue;
    customers[contacts - 1] = (customers[contacts - 1] as number) + 1;
    positives[contacts - 1] = (positives[contacts - 1] as number) + well;
    if (well === contacts) every[contacts - 1] = (every[contacts - 1] as number) + 1;
  }
  return { ratings: all, positiveRatings: good, customers, every, positive: positives };
}

function levelOf(counts: LevelCounts, level: number, p: number): RunLevel {
  const contacts = level + 1;
  const customers = counts.customers[level] as number;
  const share = (counts.every[level] as number) / customers;
  const interval = wilson(share, customers);
  const expected = p ** contacts;
  const narrow = wilson(share, customers, 0.9);
  const spread = Math.sqrt((expected * (1 - expected)) / customers);
  return {
    contacts,
    customers,
    positive: (counts.positive[level] as number) / (customers * contacts),
    every: { share, ...interval },
    expected,
    gap:
      contacts === 1 || spread === 0
        ? null
        : {
            difference: share - expected,
            low: interval.low - expected,
            high: interval.high - expected,
            low90: narrow.low - expected,
            high90: narrow.high - expected,
            p: normalTwoSidedP((share - expected) / spread),
          },
  };
}
