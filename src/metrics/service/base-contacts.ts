/**
 * How often the customers of some tickets write anyway: the base rate that second contacts are read beside (B6).
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { ABSENT, moments, type Sample } from '../estimators/sample.ts';
import { once } from '../once.ts';

export interface BaseContacts {
  /** Distinct known customers of the tickets. */
  readonly customers: number;
  /** Tickets that one of them opens a day, on average over all days that the data cover; NaN without customers. */
  readonly perDay: number;
}

/** Tickets that each customer opened within the days that the data cover. What the company opened itself is no contact. */
const contactsOfCustomers = once((dataset: Dataset): Int32Array => {
  const contacts = new Int32Array(dataset.customerCount);
  const { customer, columns } = dataset.tickets ?? { customer: new Int32Array(0), columns: {} };
  const created = moments(dataset, 'tickets.created_at');
  const { start, end } = dataset.coverage;
  for (let row = 0; row < customer.length; row++) {
    const who = customer[row] as number;
    const at = created[row] as number;
    if (who < 0 || columns.proactive?.[row] === 1 || !(at >= start && at < end)) continue;
    contacts[who] = (contacts[who] as number) + 1;
  }
  return contacts;
});

/** The base rate of the customers of a period's counted tickets; each customer counts once, however many tickets count. */
export function baseContacts(dataset: Dataset, sample: Sample, period: Pick<Period, 'start' | 'end'>): BaseContacts {
  const contacts = contactsOfCustomers(dataset);
  const customer = dataset.tickets?.customer ?? new Int32Array(0);
  let [customers, opened, last] = [0, 0, -1];
  for (let row = 0; row < customer.length; row++) {
    const who = customer[row] as number;
    const at = sample.at[row] as number;
    // Rows stand in the order of their customers, those without one last.
    if (who < 0 || who === last || sample.values[row] === ABSENT || !(at >= period.start && at < period.end)) continue;
    last = who;
    customers++;
    opened += contacts[who] as number;
  }
  const { start, end } = dataset.coverage;
  return { customers, perDay: opened / (customers * ((end - start) / DAY_MS)) };
}
