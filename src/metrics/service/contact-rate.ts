import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type ClusteredMean, correlationOfMeans } from '../../statistics/paired-difference.ts';
import { customerSpans } from '../customer-span.ts';
import type { Cell, Cells, Groups, Metric, Slice } from '../definition.ts';
import { sliceOfBoth } from '../estimators/compared-groups.ts';
import { valueOfRows } from '../estimators/grouping.ts';
import { compareRates, RATE_INTERVAL, RATE_INTERVALS, rateCell } from '../estimators/rate.ts';
import { leftOut } from '../left-out.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';

const NEEDS = ['tickets.customer_id', 'customers.joined_at'];

const YEAR = 365.25 * 86_400_000;

/** Where the tickets of each customer begin in the table, and at the end where the last ones end. */
const ticketsOfCustomers = once((dataset: Dataset): Int32Array => {
  const start = new Int32Array(dataset.customerCount + 1);
  for (const who of dataset.tickets?.customer ?? []) if (who >= 0) start[who + 1] = (start[who + 1] as number) + 1;
  for (let who = 0; who < dataset.customerCount; who++)
    start[who + 1] = (start[who + 1] as number) + (start[who] as number);
  return start;
});

/** Customers' tickets per customer and year (B13). */
export const contactRate: Metric = {
  id: 'contact_rate',
  name: 'Contact rate',
  label: 'Contact rate',
  lens: 'service',
  question: 'How often does a customer need support in a year?',
  definition:
    'The number of tickets that customers opened, divided by the years (of 365.25 days) for which they were ' +
    'customers: from when they joined to when they left, as far as both lie within the period and the data. A ' +
    'customer of three months counts as a quarter of a year, and one without a ticket counts too. Tickets that the ' +
    'company opened itself do not count, nor do tickets of people who are not in the customer list or were no ' +
    'customers at that time. The smallest difference that matters is a tenth of a contact per customer and year ' +
    'unless configured. The day the ticket was created decides the period.',
  who: 'tickets that customers of the customer list opened while they were customers',
  date: 'the day the ticket was created',
  formula: 'tickets opened by customers ÷ years as a customer',
  tex: String.raw`\frac{\sum_c y_c}{\sum_c t_c}`,
  symbols: [
    ['y_c', 'tickets that customer c opened'],
    ['t_c', 'years for which c was a customer'],
  ],
  above: ['tickets'],
  below: 'years as a customer',
  needs: NEEDS,
  unit: 'rate',
  direction: 'neutral',
  counts: 'tickets',
  minimum: { show: 5, compare: 20 },
  margin: 0.1,
  interval: RATE_INTERVAL,
  intervals: RATE_INTERVALS,
  source: 'Incidence rate with person-time, as in epidemiology; Garwood (1936) for the interval.',
  elsewhere: [],
  dimensions: ['segment'],
  unavailable: ({ dataset }) => missingField(dataset, NEEDS),
  estimate: ({ dataset }, slice) => estimateContactRate(dataset, slice),
  compare: (a, b, groups) => compareRates(a, b, correlationOfRates(a, b, groups)),
  notes: ({ dataset }) =>
    leftOut(
      customerSpans(dataset).joinedUnknown,
      'customer without a joining day is not counted',
      'customers without a joining day are not counted',
    ),
};

/** What one customer brings to a period: tickets opened, and years for which they could have been. */
interface Contacts {
  readonly events: number;
  readonly years: number;
}

/** Counts the contacts of the customer in a row of the customer list; null for one who was no customer then. */
function contactCounter(dataset: Dataset): (row: number, period: Period) => Contacts | null {
  const { coverage, tickets } = dataset;
  const { from, to } = customerSpans(dataset);
  const customer = dataset.customers?.customer ?? new Int32Array(0);
  const start = ticketsOfCustomers(dataset);
  const created = tickets?.columns.created_at ?? new Float64Array(0);
  const proactive = tickets?.columns.proactive;
  return (row, period) => {
    const who = customer[row] as number;
    const begin = Math.max(from[row] as number, period.start, coverage.start);
    const end = Math.min(to[row] as number, period.end, coverage.end);
    if (!(begin < end)) return null;
    let events = 0;
    const last = who < 0 ? 0 : (start[who + 1] as number);
    for (let ticket = who < 0 ? 0 : (start[who] as number); ticket < last; ticket++) {
      const at = created[ticket] as number;
      if (at >= begin && at < end && proactive?.[ticket] !== 1) events++;
    }
    return { events, years: (end - begin) / YEAR };
  };
}

function estimateContactRate(dataset: Dataset, slice: Slice): Cells {
  const { value, values } = valueOfRows(dataset, 'customers', slice);
  const contactsIn = contactCounter(dataset);
  const width = values.length;
  const groups = slice.periods.length * width;
  const sums = {
    customers: new Float64Array(groups),
    events: new Float64Array(groups),
    exposure: new Float64Array(groups),
    squaredEvents: new Float64Array(groups),
    eventsTimesExposure: new Float64Array(groups),
    squaredExposure: new Float64Array(groups),
    squaredEventsPerExposure: new Float64Array(groups),
  };
  const add = (sum: Float64Array, group: number, amount: number) => {
    sum[group] = (sum[group] as number) + amount;
  };

  for (let row = 0; row < value.length; row++) {
    const column = value[row] as number;
    if (column < 0) continue;
    for (let index = 0; index < slice.periods.length; index++) {
      const contacts = contactsIn(row, slice.periods[index] as Period);
      if (contacts === null) continue;
      const { events, years } = contacts;
      const group = index * width + column;
      add(sums.customers, group, 1);
      add(sums.events, group, events);
      add(sums.exposure, group, years);
      add(sums.squaredEvents, group, events * events);
      add(sums.eventsTimesExposure, group, events * years);
      add(sums.squaredExposure, group, years * years);
      add(sums.squaredEventsPerExposure, group, (events * events) / years);
    }
  }

  const cells = Array.from({ length: groups }, (_, group) =>
    rateCell({
      customers: sums.customers[group] as number,
      events: sums.events[group] as number,
      exposure: sums.exposure[group] as number,
      squaredEvents: sums.squaredEvents[group] as number,
      eventsTimesExposure: sums.eventsTimesExposure[group] as number,
      squaredExposure: sums.squaredExposure[group] as number,
      squaredEventsPerExposure: sums.squaredEventsPerExposure[group] as number,
    }),
  );
  return { values, cells };
}

/** Correlation of the rates of two periods over those who were customers in both; a customer is in one segment only. */
function correlationOfRates(a: Cell, b: Cell, { context: { dataset }, ...groups }: Groups): number {
  const { periods, dimension, where } = sliceOfBoth(groups.a, groups.b);
  if (periods.length < 2) return 0;
  const shared = { clusters: 0, products: 0, sumTimesSize: 0, sizeTimesSum: 0, sizes: 0 };
  const restriction = dimension === null ? where : groups.a.where;
  const { value } = valueOfRows(dataset, 'customers', { periods, dimension: null, where: restriction });
  const contactsIn = contactCounter(dataset);
  for (let row = 0; row < value.length; row++) {
    if ((value[row] as number) < 0) continue;
    const first = contactsIn(row, groups.a.period);
    const second = contactsIn(row, groups.b.period);
    if (first === null || second === null) continue;
    shared.clusters += 1;
    shared.products += first.events * second.events;
    shared.sumTimesSize += first.events * second.years;
    shared.sizeTimesSum += first.years * second.events;
    shared.sizes += first.years * second.years;
  }
  return correlationOfMeans(rateOf(a), rateOf(b), shared);
}

/** A rate is a mean of contacts over years. */
function rateOf({ value = Number.NaN, standardError = Number.NaN, exposure = 0, customers }: Cell): ClusteredMean {
  return { mean: value, standardError, n: exposure, clusters: customers };
}
