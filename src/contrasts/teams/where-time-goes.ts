/**
 * C9b: how much of the wait passes outside support.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context } from '../../metrics/definition.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { SOLUTION_FIELDS } from '../../metrics/service/solution-moment.ts';
import { bootstrapRatio, clusterBlocks } from '../../statistics/bootstrap.ts';
import type { Interval } from '../../statistics/interval.ts';
import { seededRandom } from '../../statistics/random.ts';
import type { ContrastTest } from '../contrast.ts';
import { foldedName } from '../stages.ts';
import { FIRST_DEPARTMENT, type TimeInHands, timeInHands, UNASSIGNED, WAITING } from './time-in-hands.ts';

const NEEDS = ['ticket_events.at', 'ticket_events.type', 'ticket_events.to', 'tickets.created_at', SOLUTION_FIELDS];

const FEWEST_TICKETS = 50;
/** Fewest tickets of a topic. */
export const FEWEST_OF_TOPIC = 30;
const SEED = 92;

/** Mean time a ticket, in seconds, by who had it. */
export interface TimeParts {
  readonly support: number;
  readonly others: number;
  readonly unassigned: number;
  readonly waiting: number;
  readonly tickets: number;
  readonly customers: number;
}

export interface WhereTimeGoes {
  readonly clock: 'business' | 'calendar';
  /** Creation of the first and the last ticket that events tell of. */
  readonly from: number;
  readonly to: number;
  /** Share of the wait outside support. */
  readonly outside: Interval & { readonly share: number };
  readonly all: TimeParts;
  /** Every topic that tickets have, the largest share outside support first. */
  readonly topics: readonly (TimeParts & { readonly label: string })[];
  /** Departments that are not support, with their share of the wait and the customers they served; largest first. */
  readonly others: readonly {
    readonly label: string;
    readonly share: number;
    readonly tickets: number;
    readonly customers: number;
  }[];
}

const analysis: Analysis<WhereTimeGoes> = {
  id: 'where_time_goes',
  name: 'Where the time goes',
  label: 'Outside support',
  lens: 'service',
  question: 'How much of the wait passes outside support?',
  definition:
    'The time from the creation of a ticket to its solution, or to the end of the data, is split by the department that had ' +
    'it. The share is the time with departments that are not declared as support, divided by all time in which the company ' +
    'had the ticket: with support, with others or with nobody yet. Time in which the customer’s answer was awaited is not ' +
    'part of it and stands beside it; time in which the ticket counted as solved is left out. One clock runs for all ' +
    'departments: business hours where they are configured, else the calendar. Counted are tickets that events say were ' +
    'assigned; those that a machine settled alone are not.',
  formula: 'time with departments outside support ÷ time with the company',
  who: 'tickets whose events say who had them',
  date: 'all tickets with events',
  tex: String.raw`\frac{\sum_i o_i}{\sum_i t_i}`,
  symbols: [
    ['o_i', 'time of ticket i with departments outside support'],
    ['t_i', 'time of ticket i with the company'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'tickets',
  minimum: `${FEWEST_TICKETS} tickets; ${FEWEST_OF_TOPIC} of a topic.`,
  margin: 0.05,
  interval: 'Percentile interval from 2,000 resamples of customers, drawn from a fixed seed.',
  source: 'Definition of this report: a ratio of sums, so that long cases count for as long as they took.',
  elsewhere: [],
  analyse,
};

export const whereTimeGoes: ContrastTest<WhereTimeGoes> = {
  id: 'c9b',
  analysis,
  saidWhen:
    'The share of the wait outside support is always said with its interval; that most of it is outside when the lower end ' +
    'is above 50%, that most of it is not when the upper end is below 50%.',
  pitfalls: [
    'One clock runs for all departments, also for those with other hours.',
    'A ticket that is assigned late looks as if nobody had it: time without a department stands by itself and may belong to anyone.',
    'A ticket lies with a department whether or not anybody works on it.',
  ],
};

function analyse({ dataset, company, workingTime }: Context, _span: Span): WhereTimeGoes | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  if (company.supportDepartments.length === 0)
    return { lacks: 'it needs the departments of support, declared as `support_departments` in report.yaml' };
  const time = timeInHands(dataset, workingTime?.usual ?? ((from, to) => to - from));
  const support = new Set(company.supportDepartments.map(foldedName));
  if (!time.departments.some((name) => support.has(foldedName(name)))) {
    return { lacks: 'it needs ticket events of a department of `support_departments` in report.yaml' };
  }
  const count = time.tickets.length;
  if (count < FEWEST_TICKETS) return tooFew(FEWEST_TICKETS, 'tickets whose events say who had them', count);
  const isSupport = time.departments.map((name) => support.has(foldedName(name)));
  const outside = outsideShare(dataset, time, isSupport);
  if (outside === null) return { lacks: 'no time passed with anybody' };
  const created = Float64Array.from(time.tickets, (ticket) => dataset.tickets?.columns.created_at?.[ticket] as number);
  return {
    clock: workingTime === null ? 'calendar' : 'business',
    from: created.reduce((first, moment) => Math.min(first, moment), Number.POSITIVE_INFINITY),
    to: created.reduce((last, moment) => Math.max(last, moment), Number.NEGATIVE_INFINITY),
    outside,
    all: partsOf(dataset, time, isSupport, () => true),
    topics: topicsOf(dataset, time, isSupport),
    others: othersOf(dataset, time, isSupport),
  };
}

/** Time of a ticket with one hand. */
function spent({ milliseconds, hands }: TimeInHands, index: number, hand: number): number {
  return milliseconds[index * hands + hand] as number;
}

function outsideShare(
  dataset: Dataset,
  time: TimeInHands,
  isSupport: readonly boolean[],
): WhereTimeGoes['outside'] | null {
  const owner = dataset.tickets?.customer ?? new Int32Array(0);
  // Tickets without a customer are customers of their own, numbered after all others.
  const cluster = time.tickets.map((ticket) =>
    (owner[ticket] as number) < 0 ? dataset.customerCount + ticket : (owner[ticket] as number),
  );
  const blocks = clusterBlocks(cluster, seededRandom(SEED));
  const outside = new Float64Array(blocks.count);
  const whole = new Float64Array(blocks.count);
  for (let index = 0; index < time.tickets.length; index++) {
    const block = blocks.ofRow[index] as number;
    for (let hand = 0; hand < time.hands; hand++) {
      if (hand === WAITING) continue;
      const milliseconds = spent(time, index, hand);
      whole[block] = (whole[block] as number) + milliseconds;
      if (hand >= FIRST_DEPARTMENT && !isSupport[hand - FIRST_DEPARTMENT])
        outside[block] = (outside[block] as number) + milliseconds;
    }
  }
  const found = bootstrapRatio(outside, whole, { seed: SEED });
  return found === null ? null : { share: found.estimate, ...found.percentile };
}

function partsOf(
  dataset: Dataset,
  time: TimeInHands,
  isSupport: readonly boolean[],
  counts: (ticket: number) => boolean,
): TimeParts {
  const owner = dataset.tickets?.customer ?? new Int32Array(0);
  const sums = { support: 0, others: 0, unassigned: 0, waiting: 0 };
  const customers = new Set<number>();
  let tickets = 0;
  for (const [index, ticket] of time.tickets.entries()) {
    if (!counts(ticket)) continue;
    tickets++;
    customers.add((owner[ticket] as number) < 0 ? -1 - ticket : (owner[ticket] as number));
    sums.unassigned += spent(time, index, UNASSIGNED);
    sums.waiting += spent(time, index, WAITING);
    for (const [place, own] of isSupport.entries())
      sums[own ? 'support' : 'others'] += spent(time, index, FIRST_DEPARTMENT + place);
  }
  const mean = (milliseconds: number) => milliseconds / tickets / 1000;
  return {
    support: mean(sums.support),
    others: mean(sums.others),
    unassigned: mean(sums.unassigned),
    waiting: mean(sums.waiting),
    tickets,
    customers: customers.size,
  };
}

function topicsOf(dataset: Dataset, time: TimeInHands, isSupport: readonly boolean[]): WhereTimeGoes['topics'] {
  const category = dataset.tickets?.columns.category;
  const outside = ({ support, others, unassigned }: TimeParts) => others / (support + others + unassigned);
  return (category?.values ?? [])
    .map((label, code) => ({
      label,
      ...partsOf(dataset, time, isSupport, (ticket) => category?.codes[ticket] === code),
    }))
    .filter(({ tickets }) => tickets > 0)
    .sort((a, b) => outside(b) - outside(a) || (a.label < b.label ? -1 : 1));
}

function othersOf(dataset: Dataset, time: TimeInHands, isSupport: readonly boolean[]): WhereTimeGoes['others'] {
  const owner = dataset.tickets?.customer ?? new Int32Array(0);
  const company = time.tickets.reduce((sum, _, index) => {
    for (let hand = 0; hand < time.hands; hand++) if (hand !== WAITING) sum += spent(time, index, hand);
    return sum;
  }, 0);
  return time.departments
    .flatMap((label, place) => {
      if (isSupport[place]) return [];
      const had = Array.from(time.tickets.keys()).filter((index) => spent(time, index, FIRST_DEPARTMENT + place) > 0);
      const share = had.reduce((sum, index) => sum + spent(time, index, FIRST_DEPARTMENT + place), 0) / company;
      const customers = new Set(had.map((index) => owner[time.tickets[index] as number] as number)).size;
      return [{ label, share, tickets: had.length, customers }];
    })
    .sort((a, b) => b.share - a.share || (a.label < b.label ? -1 : 1));
}
