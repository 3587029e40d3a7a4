import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { customerSpans } from '../customer-span.ts';
import type { Cells, Metric, Slice } from '../definition.ts';
import { valueOfRows } from '../estimators/grouping.ts';
import { compareRates, RATE_INTERVAL, rateCell } from '../estimators/rate.ts';
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
    'The number of tickets that customers opened, divided by the years for which they were customers: from the day they ' +
    'joined to the day they left, as far as both lie within the period and the data. A customer of three months counts ' +
    'as a quarter of a year, and one without a ticket counts too. Tickets that the company opened itself do not count, ' +
    'nor do tickets of people who are not in the customer list or were no customers at that time. The smallest ' +
    'difference that matters is a tenth of a contact per customer and year unless configured. The day the ticket was ' +
    'created decides the period.',
  formula: 'tickets opened by customers ÷ years as a customer',
  needs: NEEDS,
  unit: 'rate',
  direction: 'neutral',
  counts: 'tickets',
  minimum: { show: 5, compare: 20 },
  margin: 0.1,
  interval: RATE_INTERVAL,
  source: 'Incidence rate with person-time, as in epidemiology; Garwood (1936) for the interval.',
  dimensions: ['segment'],
  unavailable: ({ dataset }) => missingField(dataset, NEEDS),
  estimate: ({ dataset }, slice) => estimateContactRate(dataset, slice),
  compare: compareRates,
  notes: ({ dataset }) =>
    leftOut(
      customerSpans(dataset).joinedUnknown,
      'customer without a joining day is not counted',
      'customers without a joining day are not counted',
    ),
};

function estimateContactRate(dataset: Dataset, slice: Slice): Cells {
  const { value, values } = valueOfRows(dataset, 'customers', slice);
  const { coverage, tickets } = dataset;
  const { from, to } = customerSpans(dataset);
  const customer = dataset.customers?.customer ?? new Int32Array(0);
  const start = ticketsOfCustomers(dataset);
  const created = tickets?.columns.created_at ?? new Float64Array(0);
  const proactive = tickets?.columns.proactive;
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
    const who = customer[row] as number;
    if (column < 0 || Number.isNaN(from[row])) continue;
    for (let index = 0; index < slice.periods.length; index++) {
      const period = slice.periods[index] as Period;
      const begin = Math.max(from[row] as number, period.start, coverage.start);
      const end = Math.min(to[row] as number, period.end, coverage.end);
      if (!(begin < end)) continue;
      let events = 0;
      const last = who < 0 ? 0 : (start[who + 1] as number);
      for (let ticket = who < 0 ? 0 : (start[who] as number); ticket < last; ticket++) {
        const at = created[ticket] as number;
        if (at >= begin && at < end && proactive?.[ticket] !== 1) events++;
      }
      const years = (end - begin) / YEAR;
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
