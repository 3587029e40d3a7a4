/**
 * C8c: whether customers or the company begin contacts, stage by stage.
 */
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Cell, Context, Difference } from '../../metrics/definition.ts';
import { type RateMoments, rateCell } from '../../metrics/estimators/rate.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { clusterBlocks } from '../../statistics/bootstrap.ts';
import { bootstrapDifference } from '../../statistics/bootstrap-difference.ts';
import { bootstrapSums } from '../../statistics/bootstrap-sums.ts';
import { seededRandom } from '../../statistics/random.ts';
import { rateRatio } from '../../statistics/rate.ts';
import { remembered } from '../../statistics/remembered.ts';
import { wholeSums } from '../../statistics/resampled-sums.ts';
import type { ContrastTest } from '../contrast.ts';
import { type ContactsByStage, contactsByStage } from './contacts-by-stage.ts';

const NEEDS = [
  'tickets.customer_id',
  'tickets.created_at',
  'touchpoints.at',
  'touchpoints.stage',
  'touchpoints.initiated_by',
  'customers.joined_at',
];

/** Fewest contacts of each kind for a stage to be judged. */
export const FEWEST_CONTACTS = 20;
const SEED = 83;
const BLOCKS = 400;

/** Contacts of a kind per 100 months as a customer. */
export interface ContactRate {
  readonly contacts: number;
  /** Customers who had one. */
  readonly customers: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface StageContacts {
  readonly customer: ContactRate;
  readonly company: ContactRate;
  /** Contacts that customers begin by those that the company begins; null with too few of a kind. */
  readonly ratio: Difference | null;
}

export interface WhoStarts {
  readonly customers: number;
  /** Months as a customer, of all together. */
  readonly months: number;
  readonly all: StageContacts;
  /** Along the journey. */
  readonly stages: readonly (StageContacts & { readonly label: string })[];
  /** Tickets, and touchpoints that name no stage. */
  readonly elsewhere: StageContacts;
}

const analysis: Analysis<WhoStarts> = {
  id: 'who_starts',
  name: 'Who begins a contact',
  label: 'Contacts by who begins them',
  lens: 'service',
  question: 'Do customers begin contacts, or does the company?',
  definition:
    'Contacts that customers begin (their tickets and touchpoints) and contacts that the company begins (proactive tickets and ' +
    'touchpoints), each per 100 months as a customer, by stage of the journey. Everybody in the customer list counts for the ' +
    'months that lie within the data. Touchpoints of the company with one customer on one day at one stage are one contact. ' +
    'Tickets have no stage: they count in the total only.',
  formula: '100 × contacts ÷ months as a customer',
  who: 'contacts of customers of the customer list',
  date: 'the day of the contact',
  tex: String.raw`100\,\frac{\sum_c y_c}{\sum_c t_c}`,
  symbols: [
    ['y_c', 'contacts of customer c that one side began'],
    ['t_c', 'months for which c was a customer'],
  ],
  needs: NEEDS,
  unit: 'average',
  direction: 'neutral',
  counts: 'contacts',
  minimum: `${FEWEST_CONTACTS} contacts of each kind for a stage to be judged.`,
  margin: null,
  interval:
    'Exact Poisson interval, or from the standard error between customers where they differ more than chance explains; the ' +
    'ratio by the exact conditional interval, or by 2,000 resamples of customers, drawn from a fixed seed.',
  source: 'Incidence rate with person-time, as in epidemiology; Garwood (1936).',
  elsewhere: [],
  analyse,
};

export const whoStarts: ContrastTest<WhoStarts> = {
  id: 'c8c',
  analysis,
  saidWhen:
    '“Mostly reactive” is said of a stage, and of all together, when contacts that customers begin are shown to outnumber those ' +
    'that the company begins: the lower end of their ratio is above 1 and the ratio not shown to be below 1.2. “Mostly ' +
    'proactive” is said the other way round.',
  pitfalls: [
    'Notices to everybody would make any company look proactive: several on one day at one stage count as one.',
    'Contacts that nobody records, such as visits or calls outside the tools, are missing on both sides.',
    'Tickets have no stage: at the stage where most of them belong, contacts are more reactive than its row shows.',
  ],
};

function analyse(context: Context, _span: Span): WhoStarts | Lack {
  const missing = missingField(context.dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const found = contactsByStage(context);
  const { stages, months } = found;
  const blocks = clusterBlocks(Int32Array.from(months.keys()), seededRandom(SEED), BLOCKS);
  const everything = Array.from({ length: stages.length + 1 }, (_, stage) => stage);
  const all = stageContacts(found, everything, blocks);
  const thin = [all.customer, all.company].find(({ contacts }) => contacts < FEWEST_CONTACTS);
  if (thin !== undefined) {
    return tooFew(
      FEWEST_CONTACTS,
      `contacts that ${thin === all.company ? 'the company begins' : 'customers begin'}`,
      thin.contacts,
    );
  }
  return {
    customers: months.length,
    months: months.reduce((sum, time) => sum + time, 0),
    all,
    stages: stages.map((label, stage) => ({ label, ...stageContacts(found, [stage], blocks) })),
    elsewhere: stageContacts(found, [stages.length], blocks),
  };
}

/** Contacts of some stages together, by who began them. */
function stageContacts(
  found: ContactsByStage,
  stages: readonly number[],
  blocks: ReturnType<typeof clusterBlocks>,
): StageContacts {
  const counts = ([0, 1] as const).map((side) => countsOf(found, stages, side)) as [Float64Array, Float64Array];
  const cells = counts.map((contacts) => rateCell(momentsOf(contacts, found.months)));
  const rates = counts.map((contacts, side) => rateOf(contacts, cells[side] as Cell)) as [ContactRate, ContactRate];
  const [customer, company] = rates;
  const isEnough = Math.min(customer.contacts, company.contacts) >= FEWEST_CONTACTS;
  const arePoisson = cells.every(({ method }) => method === 'poisson');
  const ratio = !isEnough ? null : arePoisson ? exactRatio(customer, company) : resampledRatio(counts, blocks);
  return { customer, company, ratio };
}

function countsOf({ contacts, width, months }: ContactsByStage, stages: readonly number[], side: 0 | 1): Float64Array {
  const counts = new Float64Array(months.length);
  for (let row = 0; row < counts.length; row++) {
    for (const stage of stages)
      counts[row] = (counts[row] as number) + (contacts[row * width + 2 * stage + side] as number);
  }
  return counts;
}

/** Moments over customers, in hundreds of months. */
function momentsOf(contacts: Float64Array, months: Float64Array): RateMoments {
  const m = {
    events: 0,
    exposure: 0,
    squaredEvents: 0,
    eventsTimesExposure: 0,
    squaredExposure: 0,
    squaredEventsPerExposure: 0,
  };
  for (let row = 0; row < contacts.length; row++) {
    const events = contacts[row] as number;
    const exposure = (months[row] as number) / 100;
    m.events += events;
    m.exposure += exposure;
    m.squaredEvents += events * events;
    m.eventsTimesExposure += events * exposure;
    m.squaredExposure += exposure * exposure;
    m.squaredEventsPerExposure += (events * events) / exposure;
  }
  return { customers: contacts.length, ...m };
}

function rateOf(contacts: Float64Array, { n, value = 0, low = 0, high = 0 }: Cell): ContactRate {
  return { contacts: n, customers: contacts.reduce((sum, count) => sum + Number(count > 0), 0), value, low, high };
}

/** Both kinds are counted over the same months: their ratio is that of the counts. */
function exactRatio(customer: ContactRate, company: ContactRate): Difference {
  const at = (confidence: number) =>
    rateRatio({ events: company.contacts, exposure: 1 }, { events: customer.contacts, exposure: 1 }, confidence);
  const [wide, narrow] = [at(0.95), at(0.9)];
  return {
    difference: wide.ratio ?? Number.POSITIVE_INFINITY,
    low: wide.low,
    high: wide.high ?? Number.POSITIVE_INFINITY,
    low90: narrow.low,
    high90: narrow.high ?? Number.POSITIVE_INFINITY,
    p: wide.p,
  };
}

const resampledRatio = remembered(
  'who starts',
  (
    [customer, company]: readonly [Float64Array, Float64Array],
    { ofRow, count }: ReturnType<typeof clusterBlocks>,
  ): Difference | null => {
    const sums = new Float64Array(2 * count);
    for (const [side, contacts] of [customer, company].entries()) {
      for (let row = 0; row < contacts.length; row++) {
        const place = 2 * (ofRow[row] as number) + side;
        sums[place] = (sums[place] as number) + (contacts[row] as number);
      }
    }
    const log = (totals: Float64Array) => {
      const above = totals[0] as number;
      const below = totals[1] as number;
      return above === 0 || below === 0 ? null : Math.log(above / below);
    };
    const whole = log(wholeSums(sums, 2));
    const found = bootstrapDifference(whole ?? Number.NaN, bootstrapSums(sums, 2, log, { seed: SEED }));
    if (found === null) return null;
    const { p, ...logs } = found;
    const exp = (value: number) => Math.exp(value);
    return {
      difference: exp(logs.difference),
      low: exp(logs.low),
      high: exp(logs.high),
      low90: exp(logs.low90),
      high90: exp(logs.high90),
      p,
    };
  },
);
