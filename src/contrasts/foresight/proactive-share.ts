/**
 * C6a: how many contacts the company begins, month by month.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, type Span, tooShort } from '../../metrics/analysis.ts';
import type { Cell, Context } from '../../metrics/definition.ts';
import { countedRows, momentsByGroup } from '../../metrics/estimators/moments.ts';
import { periodOfRows } from '../../metrics/estimators/period-of-rows.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { shareCell } from '../../metrics/estimators/share.ts';
import { missingField } from '../../metrics/missing-field.ts';
import type { ClusterMoments } from '../../statistics/cluster.ts';
import type { ContrastTest } from '../contrast.ts';

const NEEDS = ['touchpoints.initiated_by | tickets.proactive'];

export const FEWEST = { months: 12, contacts: 50 } as const;

export interface ContactMonth {
  readonly period: Period;
  readonly n: number;
  readonly customers: number;
  /** Begun by the company. */
  readonly company: number;
  /** What the contacts are worth: several of one customer in a month count for less. */
  readonly effectiveN: number;
}

export interface ProactiveShare {
  /** Where contacts are counted. */
  readonly table: 'touchpoints' | 'tickets';
  /** Complete months, in order of time. */
  readonly months: readonly ContactMonth[];
  /** Of all months together, in which customers of one come back in another. */
  readonly designEffect: number;
}

const analysis: Analysis<ProactiveShare> = {
  id: 'proactive_share',
  name: 'Proactive share',
  label: 'Proactive share',
  lens: 'service',
  question: 'Does the company begin more of the contacts than before?',
  definition:
    'The share of service contacts that the company began, by month: of touchpoints where these say who began them, else of ' +
    'tickets. A contact of which that is not known does not count. Whether the share has changed is told by its months ' +
    'between the limits of what chance alone does.',
  formula: 'contacts begun by the company ÷ all contacts of the month',
  who: 'service contacts that say who began them',
  date: 'the day of the contact',
  tex: String.raw`\frac{c_t}{n_t}`,
  symbols: [
    ['c_t', 'contacts of month t begun by the company'],
    ['n_t', 'all contacts of month t'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'contacts',
  minimum: `${FEWEST.months} complete months with ${FEWEST.contacts} contacts each.`,
  margin: 0.05,
  interval:
    'Wilson, with n divided by the design effect of customers with several contacts; limits by Laney’s p′ where months ' +
    'scatter more than chance makes them.',
  source: 'Laney (2002) for the limits; runs by Anhøj (2014).',
  elsewhere: [],
  analyse,
};

export const proactiveShare: ContrastTest<ProactiveShare> = {
  id: 'c6a',
  analysis,
  saidWhen:
    '“More proactive than before”, or less, is said only on a signal of the control chart: a month outside its limits, or months ' +
    `that keep to one side of their median for longer than chance allows. Months of fewer than ${FEWEST.contacts} contacts are not judged. ` +
    'The direction is said where the change can be dated, or where all months outside lie to one side and the later months on ' +
    'the whole do too.',
  pitfalls: [
    'Marketing mail is no service: the exports should hold only contacts of service, of kinds that are listed beforehand.',
    'A notice to everybody is a contact with each, so that one month of it stands out by itself.',
    'A higher share may come from fewer contacts that customers begin.',
  ],
};

function analyse({ dataset }: Context, { months }: Span): ProactiveShare | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const table = dataset.touchpoints?.columns.initiated_by === undefined ? 'tickets' : 'touchpoints';
  const counted = countByMonth(table === 'touchpoints' ? touchpoints(dataset) : tickets(dataset), months);
  const full = counted.months.filter(({ n }) => n >= FEWEST.contacts).length;
  if (full < FEWEST.months) {
    return tooShort(FEWEST.months, `complete months with ${FEWEST.contacts} contacts each`, full);
  }
  return { table, ...counted };
}

/** Contacts in the order of customers. */
interface Contacts {
  readonly at: Float64Array;
  readonly customer: Int32Array;
  /** 1 = begun by the company, 0 = by the customer, `ABSENT` = not known. */
  readonly company: Int8Array;
}

function touchpoints({ touchpoints: table }: Dataset): Contacts {
  const { at, initiated_by: by } = table?.columns ?? {};
  return {
    at: at ?? new Float64Array(0),
    customer: table?.customer ?? new Int32Array(0),
    company: Int8Array.from(by?.codes ?? [], (code) => (code < 0 ? ABSENT : Number(by?.values[code] === 'company'))),
  };
}

function tickets({ tickets: table }: Dataset): Contacts {
  return {
    at: table?.columns.created_at ?? new Float64Array(0),
    customer: table?.customer ?? new Int32Array(0),
    company: (table?.columns.proactive ?? new Int8Array(0)).map((flag) => (flag < 0 ? ABSENT : flag)),
  };
}

/** The months, and all of them together. */
function countByMonth({ at, customer, company }: Contacts, months: readonly Period[]): Omit<ProactiveShare, 'table'> {
  const month = periodOfRows(at, months);
  const rows = countedRows({ table: 'tickets', at, values: company });
  const everybody = { customer, value: new Int32Array(at.length), width: 1 };
  const byMonth = momentsByGroup(rows, everybody, { period: month, count: months.length });
  const [together] = momentsByGroup(rows, everybody, { period: month.map((of) => Math.min(of, 0)), count: 1 });
  return {
    months: months.map((period, place) => {
      const { n, customers, value = 0, effectiveN = 0 } = shareCell(byMonth[place] as ClusterMoments);
      return { period, n, customers, company: Math.round(value * n), effectiveN };
    }),
    designEffect: designEffectOf(shareCell(together as ClusterMoments)),
  };
}

function designEffectOf({ n, effectiveN = n }: Cell): number {
  return n === 0 ? 1 : n / effectiveN;
}
