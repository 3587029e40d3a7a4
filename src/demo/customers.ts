/**
 * Who buys from Marram Broadband, since when, and how long they stay.
 */
import { dayNumber, instantAt } from './clock.ts';
import { FIRST_DATE, LAST_DATE, REGIONS } from './company.ts';
import { createRandom, type Random } from './random.ts';
import { loyaltyAt } from './story.ts';

export interface Customer {
  readonly id: string;
  readonly segment: string;
  /** Epoch milliseconds. */
  readonly joinedAt: number;
  /** Whoever leaves over a bad answer gets this day only when the answers are drawn. */
  churnedAt: number | null;
  readonly renewedAt: number | null;
  /** How inclined to stay and to recommend, standard normal among customers. */
  readonly loyalty: number;
  /** Matters a month that lead to a contact, in an ordinary month. */
  readonly contacts: number;
}

const FOUNDERS = 5600;
const JOINERS = 2400;
/** Mean monthly chance of leaving for a customer of ordinary loyalty. */
const LEAVING = 0.0066;
const CONTACTS = 0.112;

/** About 8,000 customers: those of the first day and those who joined since, in the order of their joining. */
export function createCustomers(seed: number): readonly Customer[] {
  const random = createRandom(seed, 'customers');
  const [first, last] = [dayNumber(FIRST_DATE), dayNumber(LAST_DATE)];
  const joined = [
    ...Array.from({ length: FOUNDERS }, () => first - 1 - random.index(8 * 365)),
    ...Array.from({ length: JOINERS }, () => first + random.index(last - first + 1)),
  ].sort((a, b) => a - b);
  return joined.map((day, index) => createCustomer(random, index, day, first, last));
}

function createCustomer(random: Random, index: number, joined: number, first: number, last: number): Customer {
  const trouble = random.normal();
  const loyalty = -0.3 * trouble + Math.sqrt(1 - 0.3 ** 2) * random.normal();
  const churned = leavingDay(random, loyalty, Math.max(joined + 14, first), last);
  return {
    id: `C${String(index + 1).padStart(4, '0')}`,
    segment: random.pick(REGIONS),
    joinedAt: officeHour(random, joined),
    churnedAt: churned === null ? null : officeHour(random, churned),
    renewedAt: renewal(random, joined, churned ?? last),
    loyalty,
    contacts: CONTACTS * Math.exp(0.75 * trouble - 0.28),
  };
}

/** The less loyal leave sooner; the chance is weighed once a month. */
function leavingDay(random: Random, loyalty: number, from: number, last: number): number | null {
  for (let month = from; month <= last; month += 30) {
    const chance = LEAVING * Math.exp(-0.55 * loyalty - 0.9 * loyaltyAt(month));
    const day = month + random.index(30);
    if (random.chance(chance) && day <= last) return day;
  }
  return null;
}

/** Contracts run for a year or two; most customers who may renew do, the others stay from month to month. */
function renewal(random: Random, joined: number, until: number): number | null {
  const term = random.chance(0.6) ? 365 : 730;
  const terms = Math.floor((until - joined) / term);
  return terms > 0 && random.chance(0.7) ? officeHour(random, joined + terms * term) : null;
}

function officeHour(random: Random, day: number): number {
  return instantAt(day, 540 + random.index(480));
}

/** Whether the customer is one at an instant. */
export function isActive(customer: Customer, instant: number): boolean {
  return customer.joinedAt <= instant && (customer.churnedAt === null || instant < customer.churnedAt);
}
