/**
 * Contacts beside the help desk: notices, reminders and welcome calls of the company, and customers at the counters.
 */
import { dayNumber, instantAt, openingHours } from './clock.ts';
import { CHANGES, type Department, FIRST_DATE, LAST_DATE, type Stage } from './company.ts';
import { type Customer, isActive } from './customers.ts';
import { createRandom, type Random } from './random.ts';

export interface Touchpoint {
  readonly customer: Customer;
  readonly at: number;
  readonly stage: Stage;
  readonly department: Department;
  readonly initiatedBy: 'company' | 'customer';
}

/** Mean contacts on an open day, and where they happen. */
const BY_CUSTOMERS = {
  daily: 3,
  stages: { Discover: 0.12, Join: 0.1, 'Set up': 0.1, Use: 0.45, Renew: 0.23 },
} as const;
const BY_COMPANY = { stages: { Discover: 0.02, Join: 0.23, 'Set up': 0.36, Use: 0.27, Renew: 0.12 } } as const;
const NOTICES = { before: 1.25, since: 2.6 } as const;

const DEPARTMENT: Readonly<Record<Stage, Department>> = {
  Discover: 'Sales',
  Join: 'Sales',
  'Set up': 'Installations',
  Use: 'Help desk',
  Renew: 'Renewals',
};

/** All contacts in the order of their moment; the company sends more from the day of the notices. */
export function createTouchpoints(seed: number, customers: readonly Customer[]): readonly Touchpoint[] {
  const random = createRandom(seed, 'touchpoints');
  const touchpoints: Touchpoint[] = [];
  for (let day = dayNumber(FIRST_DATE); day <= dayNumber(LAST_DATE); day++) {
    const hours = openingHours(day);
    if (hours === null) continue;
    const daily = day >= dayNumber(CHANGES.notices) ? NOTICES.since : NOTICES.before;
    const add = (initiatedBy: Touchpoint['initiatedBy'], mean: number, stages: Readonly<Record<Stage, number>>) => {
      for (let count = random.poisson(mean); count > 0; count--) {
        const at = instantAt(day, hours[0] + random.index(hours[1] - hours[0]));
        const customer = somebody(random, customers, at);
        const stage = random.pick(stages);
        touchpoints.push({ customer, at, stage, department: DEPARTMENT[stage], initiatedBy });
      }
    };
    add('company', daily, BY_COMPANY.stages);
    add('customer', BY_CUSTOMERS.daily, BY_CUSTOMERS.stages);
  }
  return touchpoints.sort((a, b) => a.at - b.at || (a.customer.id < b.customer.id ? -1 : 1));
}

function somebody(random: Random, customers: readonly Customer[], at: number): Customer {
  for (;;) {
    const customer = customers[random.index(customers.length)] as Customer;
    if (isActive(customer, at)) return customer;
  }
}
