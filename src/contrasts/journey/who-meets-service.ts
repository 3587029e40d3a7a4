/**
 * C8a: how many customers meet with service, and whether they recommend less than customers of their kind who do not.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { dimensionColumn } from '../../dataset/dimension.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import { customerSpans } from '../../metrics/customer-span.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { DAYS_BEFORE, forEachTicketBefore, latestAnswers } from '../../metrics/experience/before-answer.ts';
import { missingNps, npsAnswers } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { clusterBlocks } from '../../statistics/bootstrap.ts';
import { bootstrapDifference } from '../../statistics/bootstrap-difference.ts';
import { bootstrapSums } from '../../statistics/bootstrap-sums.ts';
import { decompose } from '../../statistics/decomposition.ts';
import type { Trinomial } from '../../statistics/nps.ts';
import { seededRandom } from '../../statistics/random.ts';
import { remembered } from '../../statistics/remembered.ts';
import { wholeSums } from '../../statistics/resampled-sums.ts';
import type { ContrastTest } from '../contrast.ts';
import { scoreDifference } from '../differences.ts';

const NEEDS = [
  'customers.joined_at',
  'tickets.customer_id',
  'tickets.created_at',
  'responses.customer_id',
  'responses.nps',
];

/** Fewest answers of each group, and fewest of a stratum for it to stand by itself. */
const FEWEST = { side: 100, stratum: 30 } as const;
const SEED = 81;
const BLOCKS = 400;

/** How long somebody has been a customer, in years. */
const TENURES = [
  { label: 'less than a year', from: 0 },
  { label: 'one to three years', from: 1 },
  { label: 'three years or more', from: 3 },
] as const;
const YEAR = 365.25 * DAY_MS;

export interface Reach {
  readonly label: string;
  /** Active customers, and how many of them opened a ticket. */
  readonly active: number;
  readonly contacted: number;
}

/** The answers of a group, and their net score. */
export interface GroupScore extends Trinomial {
  readonly net: number;
}

export interface WhoMeetsService {
  /** Days that reach is of, and days before an answer in which a ticket counts. */
  readonly days: number;
  readonly daysBefore: number;
  readonly everybody: Reach;
  /** By how long they have been customers. */
  readonly byTenure: readonly Reach[];
  readonly without: GroupScore;
  readonly with: GroupScore;
  /** With a ticket less without, in points of the net score; what of it is within kinds of customers, and what the mix. */
  readonly gap: Difference;
  readonly rateEffect: Difference;
  readonly mixEffect: Difference;
  /** Whether kinds of customers go by segment as well as by length of custom. */
  readonly bySegment: boolean;
}

const analysis: Analysis<WhoMeetsService> = {
  id: 'who_meets_service',
  name: 'Who meets with service',
  label: 'NPS with a ticket minus without',
  lens: 'experience',
  question: 'How many customers meet with service, and do they recommend less than others of their kind?',
  definition:
    'Reach is the share of active customers who opened a ticket in the days in which they count as active: the last 365 of the ' +
    'data unless report.yaml says otherwise. For the score, the latest answer of each customer to the recommendation question ' +
    `counts, as far as the ${DAYS_BEFORE} days before it lie within the data: with a ticket of the customer’s own in those days, or without. The ` +
    'difference of the two Net Promoter Scores is split: the rate effect is what customers of the same segment and length of ' +
    'custom differ by, the mix effect what the groups differ by in who belongs to them.',
  formula: 'rate effect = Σ mean share of the kind × difference of its scores; mix effect = the rest of the difference',
  who: 'active customers of the customer list; for the score those who answered the recommendation question',
  date: 'the day of the answer',
  tex: String.raw`\sum_k \frac{a_k + b_k}{2}(q_k - p_k)`,
  symbols: [
    ['a_k, b_k', 'share of kind k among customers without and with a ticket'],
    ['p_k, q_k', 'score of kind k without and with a ticket'],
  ],
  needs: NEEDS,
  unit: 'net',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST.side} answers on each side; ${FEWEST.stratum} for a kind of customers to stand by itself.`,
  margin: 10,
  interval:
    'Adjusted Wald interval of the difference; percentile intervals of its two parts from 2,000 resamples of customers, ' +
    'drawn from a fixed seed. Reach is a full count.',
  source: 'Kitagawa (1955) for the two effects; Rocks (2016) and Lewis & Sauro for the difference of net scores.',
  elsewhere: [],
  analyse,
};

export const whoMeetsService: ContrastTest<WhoMeetsService> = {
  id: 'c8a',
  analysis,
  saidWhen:
    '“Customers who needed service score lower” is said when the rate effect, the part of the difference within customers of ' +
    'the same segment and length of custom, is shown to be below 0 and not shown to be within 10 points. The mix effect ' +
    'stands beside it.',
  pitfalls: [
    'Who needs service has met with a problem first: the difference is not the effect of service.',
    'Customers who turn to a shop or a forum, or to nobody, count as without service.',
    'Segment and length of custom hold equal only a part of what the groups differ by.',
  ],
};

function analyse({ dataset, company }: Context, { all }: Span): WhoMeetsService | Lack {
  const missing = missingField(dataset, NEEDS) ?? missingNps(dataset);
  if (missing !== null) return { lacks: missing };
  const answers = withLargeKinds(answersOf(dataset, all));
  const [without, met] = [groupOf(answers, 0), groupOf(answers, 1)];
  const thin = [without, met].find(({ n }) => n < FEWEST.side);
  if (thin !== undefined) {
    const whom = `answers of customers ${thin === without ? 'without' : 'with'} a ticket in the ${DAYS_BEFORE} days before`;
    return tooFew(FEWEST.side, whom, thin.n);
  }
  const effects = effectsOf(answers);
  if (effects === null) return { lacks: 'no kind of customers has answers both with and without a ticket' };
  return {
    days: Math.min(company.activeDays, Math.round((dataset.coverage.end - dataset.coverage.start) / DAY_MS)),
    daysBefore: DAYS_BEFORE,
    ...reachOf(dataset, company.activeDays),
    without,
    with: met,
    gap: scoreDifference(without, met),
    ...effects,
    bySegment: dimensionColumn(dataset, 'customers', 'segment') !== null,
  };
}

function tenureOf(since: number, at: number): number {
  return TENURES.findLastIndex(({ from }) => at - since >= from * YEAR);
}

/** Customers who were active in so many days before the data end, and who of them opened a ticket in these days. */
function reachOf(dataset: Dataset, days: number): Pick<WhoMeetsService, 'everybody' | 'byTenure'> {
  const end = dataset.coverage.end;
  const start = Math.max(dataset.coverage.start, end - days * DAY_MS);
  const opened = new Uint8Array(dataset.customerCount);
  const { created_at, proactive } = dataset.tickets?.columns ?? {};
  for (const [row, who] of (dataset.tickets?.customer ?? new Int32Array(0)).entries()) {
    const at = created_at?.[row] as number;
    if (who >= 0 && at >= start && at < end && proactive?.[row] !== 1) opened[who] = 1;
  }
  const { from, to } = customerSpans(dataset);
  const everybody = { label: 'All customers', active: 0, contacted: 0 };
  const byTenure = TENURES.map(({ label }) => ({ label, active: 0, contacted: 0 }));
  for (const [row, who] of (dataset.customers?.customer ?? new Int32Array(0)).entries()) {
    // Whoever joined on an unknown day was a customer from the beginning.
    if ((from[row] as number) >= end || (to[row] as number) <= start) continue;
    for (const reach of [everybody, byTenure[tenureOf(from[row] as number, end)]]) {
      if (reach === undefined) continue;
      reach.active++;
      if (who >= 0) reach.contacted += opened[who] as number;
    }
  }
  return { everybody, byTenure: byTenure.filter(({ active }) => active > 0) };
}

/** One entry a customer. */
interface ScoredAnswers {
  /** 1 with a ticket in the days before, else 0. */
  readonly met: Uint8Array;
  /** 1, 0 or -1. */
  readonly group: Int8Array;
  /** Kind of customer, by its place in `kinds`. */
  readonly kind: Int32Array;
  readonly kinds: readonly string[];
}

/** The latest answer of each customer of the list whose days before lie within the data. */
function answersOf(dataset: Dataset, all: Period): ScoredAnswers {
  const at = dataset.responses?.columns.submitted_at ?? new Float64Array(0);
  const { values: group } = npsAnswers(dataset).sample;
  const { from } = customerSpans(dataset);
  const segment = dimensionColumn(dataset, 'customers', 'segment');
  const segments = segment?.values ?? [];
  const proactive = dataset.tickets?.columns.proactive;
  const rowOf = new Int32Array(dataset.customerCount).fill(-1);
  for (const [row, who] of (dataset.customers?.customer ?? new Int32Array(0)).entries()) if (who >= 0) rowOf[who] = row;
  const found = { met: [] as number[], group: [] as number[], kind: [] as number[] };
  for (const answer of latestAnswers(dataset, [all]).row) {
    const moment = at[answer] as number;
    const row = rowOf[dataset.responses?.customer[answer] as number] as number;
    const tenure = row < 0 ? -1 : tenureOf(from[row] as number, moment);
    if (tenure < 0 || moment < dataset.coverage.start + DAYS_BEFORE * DAY_MS) continue;
    let met = 0;
    forEachTicketBefore(dataset, answer, DAYS_BEFORE, (ticket) => {
      if (proactive?.[ticket] !== 1) met = 1;
    });
    found.met.push(met);
    found.group.push(group[answer] as number);
    // Customers without a segment are a kind of their own.
    found.kind.push(((segment?.codes[row] ?? -1) + 1) * TENURES.length + tenure);
  }
  return {
    met: Uint8Array.from(found.met),
    group: Int8Array.from(found.group),
    kind: Int32Array.from(found.kind),
    kinds: ['', ...segments].flatMap((name) => TENURES.map(({ label }) => (name === '' ? label : `${name}, ${label}`))),
  };
}

const OTHERS = 'All others';

/** Kinds with answers enough stand by themselves, the others together. */
function withLargeKinds({ met, group, kind, kinds }: ScoredAnswers): ScoredAnswers {
  const sizes = kinds.map((): [number, number] => [0, 0]);
  for (let at = 0; at < kind.length; at++) (sizes[kind[at] as number] as [number, number])[met[at] as 0 | 1]++;
  const isLarge = sizes.map(([without, having]) => without + having >= FEWEST.stratum && Math.min(without, having) > 0);
  const labels = kinds.filter((_, code) => isLarge[code]).sort();
  const place = kinds.map((label, code) => (isLarge[code] ? labels.indexOf(label) : labels.length));
  const placed = kind.map((code) => place[code] as number);
  return { met, group, kind: placed, kinds: placed.includes(labels.length) ? [...labels, OTHERS] : labels };
}

function groupOf({ met, group }: ScoredAnswers, side: 0 | 1): GroupScore {
  let [n, promoters, detractors] = [0, 0, 0];
  for (let at = 0; at < met.length; at++) {
    if (met[at] !== side) continue;
    n++;
    if (group[at] === 1) promoters++;
    if (group[at] === -1) detractors++;
  }
  return { positive: promoters / n, negative: detractors / n, n, net: (100 * (promoters - detractors)) / n };
}

/** Both effects in points, with their resamples: customers have one answer each. */
const effectsOf = remembered(
  'who meets service',
  ({ met, group, kind, kinds }: ScoredAnswers): Pick<WhoMeetsService, 'rateEffect' | 'mixEffect'> | null => {
    const blocks = clusterBlocks(Int32Array.from(kind.keys()), seededRandom(SEED), BLOCKS);
    // Of each block, kind by kind: answers and their sum without contact, then with.
    const width = 4 * kinds.length;
    const sums = new Float64Array(blocks.count * width);
    for (let at = 0; at < kind.length; at++) {
      const place = (blocks.ofRow[at] as number) * width + 4 * (kind[at] as number) + 2 * (met[at] as number);
      sums[place] = (sums[place] as number) + 1;
      sums[place + 1] = (sums[place + 1] as number) + (group[at] as number);
    }
    const splitOf = (totals: Float64Array) => {
      const total = (place: number) => ({ n: totals[place] as number, sum: totals[place + 1] as number });
      return decompose(kinds.map((_, index) => ({ a: total(4 * index), b: total(4 * index + 2) })));
    };
    const whole = splitOf(wholeSums(sums, width));
    if (whole === null) return null;
    const mixes: number[] = [];
    const rates = bootstrapSums(
      sums,
      width,
      (totals) => {
        const split = splitOf(totals);
        mixes.push(100 * (split?.mixEffect ?? Number.NaN));
        return split === null ? null : 100 * split.rateEffect;
      },
      { seed: SEED },
    );
    const rateEffect = bootstrapDifference(100 * whole.rateEffect, rates);
    const mixEffect = bootstrapDifference(100 * whole.mixEffect, Float64Array.from(mixes));
    return rateEffect === null || mixEffect === null ? null : { rateEffect, mixEffect };
  },
);
