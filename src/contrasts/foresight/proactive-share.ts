/**
 * C6a: how many contacts the company begins, month by month.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context } from '../../metrics/definition.ts';
import { periodOfRows } from '../../metrics/estimators/period-of-rows.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { DAY } from '../../metrics/service/solved-outcomes.ts';
import { clusterEstimate } from '../../statistics/cluster.ts';
import type { ContrastTest } from '../contrast.ts';

const NEEDS = ['touchpoints.initiated_by | tickets.proactive'];

const FEWEST = { months: 12, contacts: 50 } as const;

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
}

const analysis: Analysis<ProactiveShare> = {
  id: 'proactive_share',
  name: 'Who begins contacts',
  label: 'Begun by the company',
  lens: 'service',
  question: 'Does the company begin more of the contacts than before?',
  definition:
    'The share of service contacts that the company began, by month: of touchpoints where these are exported, else of tickets. ' +
    'Several contacts that the company begins with one customer on one day count once, so that a notice to everybody is not many ' +
    'contacts with each. Whether the share has changed is told by its months between the limits of what chance alone does.',
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
    'Wilson with the effective number of contacts; limits by Laney’s p′ where months scatter more than chance makes them.',
  source: 'Laney (2002) for the limits; runs by Anhøj (2014).',
  elsewhere: [],
  analyse,
};

export const proactiveShare: ContrastTest<ProactiveShare> = {
  id: 'c6a',
  analysis,
  saidWhen:
    '“More proactive than before”, or less, is said only on a signal of the control chart: a month outside its limits, or months ' +
    'that keep to one side of their median for longer than chance allows, with the later months on that side.',
  pitfalls: [
    'Marketing mail is no service: the exports should hold only contacts of service, of kinds that are listed beforehand.',
    'A higher share may come from fewer contacts that customers begin.',
  ],
};

function analyse({ dataset }: Context, { months }: Span): ProactiveShare | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const table = dataset.touchpoints?.columns.initiated_by === undefined ? 'tickets' : 'touchpoints';
  const counted = countByMonth(table === 'touchpoints' ? touchpoints(dataset) : tickets(dataset), months);
  const full = counted.filter(({ n }) => n >= FEWEST.contacts).length;
  if (full < FEWEST.months) {
    return tooFew(FEWEST.months, `complete months with ${FEWEST.contacts} contacts each`, full);
  }
  return { table, months: counted };
}

/** Contacts in the order of customers, then of moments. */
interface Contacts {
  readonly at: Float64Array;
  readonly customer: Int32Array;
  /** 1 = begun by the company, 0 = by the customer, -1 = not known. */
  readonly company: Int8Array;
}

function touchpoints({ touchpoints: table }: Dataset): Contacts {
  const { at, initiated_by: by } = table?.columns ?? {};
  return {
    at: at ?? new Float64Array(0),
    customer: table?.customer ?? new Int32Array(0),
    company: Int8Array.from(by?.codes ?? [], (code) => (code < 0 ? -1 : by?.values[code] === 'company' ? 1 : 0)),
  };
}

function tickets({ tickets: table }: Dataset): Contacts {
  return {
    at: table?.columns.created_at ?? new Float64Array(0),
    customer: table?.customer ?? new Int32Array(0),
    company: table?.columns.proactive ?? new Int8Array(0),
  };
}

function countByMonth({ at, customer, company }: Contacts, months: readonly Period[]): ContactMonth[] {
  const monthOf = periodOfRows(at, months);
  const sums = months.map(() => ({ n: 0, company: 0, customers: 0, squares: 0, cross: 0, sizes: 0 }));
  // What one customer had in one month stands together.
  let [open, n, begun, lastDay] = [-1, 0, 0, -1];
  const close = () => {
    const sum = sums[open];
    if (sum === undefined || n === 0) return;
    sum.n += n;
    sum.company += begun;
    sum.customers++;
    sum.squares += begun * begun;
    sum.cross += begun * n;
    sum.sizes += n * n;
  };
  for (let row = 0; row < at.length; row++) {
    const month = monthOf[row] as number;
    const who = customer[row] as number;
    const isSame = row > 0 && who >= 0 && who === customer[row - 1] && month === open;
    if (!isSame) {
      close();
      [open, n, begun, lastDay] = [month, 0, 0, -1];
    }
    if (month < 0 || (company[row] as number) < 0) continue;
    const day = Math.floor((at[row] as number) / DAY);
    if (company[row] === 1 && day === lastDay) continue;
    n++;
    if (company[row] === 1) [begun, lastDay] = [begun + 1, day];
  }
  close();
  return months.map((period, index) => {
    const { n: contacts, company: ofCompany, customers, squares, cross, sizes } = sums[index] as (typeof sums)[number];
    const { effectiveN } =
      contacts === 0
        ? { effectiveN: 0 }
        : clusterEstimate({
            clusters: customers,
            n: contacts,
            sum: ofCompany,
            sumOfSquares: ofCompany,
            squaredSums: squares,
            sumTimesSize: cross,
            squaredSizes: sizes,
          });
    return { period, n: contacts, customers, company: ofCompany, effectiveN };
  });
}
