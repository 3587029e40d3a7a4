/**
 * C5a: which active customers are represented by which instrument, and which by none.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { SCORES } from '../../dataset/model.ts';
import { type Analysis, type Lack, tooFew } from '../../metrics/analysis.ts';
import { customerSpans } from '../../metrics/customer-span.ts';
import type { Context } from '../../metrics/definition.ts';
import { missingField } from '../../metrics/missing-field.ts';
import type { ContrastTest } from '../contrast.ts';

const NEEDS = ['customers.customer_id', 'responses.customer_id', 'tickets.customer_id'];

const FEWEST_ACTIVE = 100;

/** What a customer can be heard by. */
export const INSTRUMENTS = ['score', 'comment', 'ticket'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

export interface WhoIsHeard {
  /** Days before the data end that are looked at. */
  readonly days: number;
  readonly active: number;
  /** In the order of `INSTRUMENTS`, without what no source supplies. */
  readonly instruments: readonly Instrument[];
  /** Every combination that some active customer is in. */
  readonly combinations: readonly { readonly heardBy: readonly Instrument[]; readonly customers: number }[];
}

const analysis: Analysis<WhoIsHeard> = {
  id: 'who_is_heard',
  name: 'Who is heard',
  label: 'Share of active customers',
  lens: 'satisfaction',
  question: 'How many active customers are represented by no score, comment or ticket?',
  definition:
    'Every active customer is put where they were heard in the same days: by a score of any survey, by a comment, by a ticket ' +
    'that they opened, by several of these or by none. Active is who stands in the customer list and was a customer at some ' +
    'time in the days before the data end that `active_days` of `report.yaml` sets, 365 unless configured and at most the days ' +
    'that the data cover. Tickets that the company opened itself do not count.',
  formula: 'active customers in the combination ÷ active customers',
  who: 'customers of the customer list who were customers at some time in the last days of the data',
  date: 'the last 365 days of the data unless configured',
  tex: String.raw`\frac{c}{n}`,
  symbols: [
    ['c', 'active customers in the combination'],
    ['n', 'active customers'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'active customers',
  minimum: `${FEWEST_ACTIVE} active customers.`,
  margin: null,
  interval: 'None: every active customer is counted.',
  source: 'A count of everybody; drawn after Lex and others (2014).',
  elsewhere: [],
  analyse,
};

export const whoIsHeard: ContrastTest<WhoIsHeard> = {
  id: 'c5a',
  analysis,
  saidWhen:
    'That a share of active customers is represented by no instrument is said as counted. It describes; it neither supports ' +
    'nor contradicts the idea.',
  pitfalls: [
    'Accounts that nobody uses make more customers unheard than are: the customer list should say who left.',
    'A customer who joined shortly before the data end had little time to be heard.',
    'To be asked is not counted, only to have answered.',
  ],
};

function analyse({ dataset, company }: Context): WhoIsHeard | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const { start: first, end } = dataset.coverage;
  const start = Math.max(first, end - company.activeDays * DAY_MS);
  const heard = heardBetween(dataset, start, end);
  const { from, to } = customerSpans(dataset);
  const counts = new Map<number, number>();
  let active = 0;
  for (const [row, who] of (dataset.customers?.customer ?? new Int32Array(0)).entries()) {
    const joined = from[row] as number;
    if (who < 0 || joined >= end || (to[row] as number) < start) continue;
    active++;
    const combination = heard[who] as number;
    counts.set(combination, (counts.get(combination) ?? 0) + 1);
  }
  if (active < FEWEST_ACTIVE) return tooFew(FEWEST_ACTIVE, 'active customers', active);
  const hasComments = dataset.responses?.columns.comment !== undefined;
  return {
    days: Math.round((end - start) / DAY_MS),
    active,
    instruments: INSTRUMENTS.filter((instrument) => instrument !== 'comment' || hasComments),
    combinations: [...counts]
      .sort(([a, left], [b, right]) => right - left || a - b)
      .map(([combination, customers]) => ({
        heardBy: INSTRUMENTS.filter((_, bit) => (combination >> bit) & 1),
        customers,
      })),
  };
}

const BIT = { score: 1, comment: 2, ticket: 4 } as const;

/** What each customer is heard by between two moments, as bits. */
function heardBetween({ responses, tickets, customerCount }: Dataset, start: number, end: number): Uint8Array {
  const heard = new Uint8Array(customerCount);
  const mark = (who: number, bit: number) => {
    heard[who] = (heard[who] as number) | bit;
  };
  const scores = SCORES.flatMap((name) => responses?.columns[name]?.values ?? []);
  const { submitted_at: answeredAt, comment } = responses?.columns ?? {};
  for (let row = 0; row < (responses?.rows ?? 0); row++) {
    const who = responses?.customer[row] as number;
    const at = answeredAt?.[row] ?? Number.NaN;
    if (who < 0 || !(at >= start && at < end)) continue;
    if (scores.some((values) => !Number.isNaN(values[row]))) mark(who, BIT.score);
    if (comment !== undefined && (comment.starts[row + 1] as number) > (comment.starts[row] as number)) {
      mark(who, BIT.comment);
    }
  }
  const { created_at: createdAt, proactive } = tickets?.columns ?? {};
  for (let row = 0; row < (tickets?.rows ?? 0); row++) {
    const who = tickets?.customer[row] as number;
    const at = createdAt?.[row] ?? Number.NaN;
    if (who >= 0 && at >= start && at < end && proactive?.[row] !== 1) mark(who, BIT.ticket);
  }
  return heard;
}
