import { DAY_MS } from '../../calendar/civil.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { TICKET_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { moments } from '../estimators/sample.ts';
import { compareShares } from '../estimators/share.ts';
import {
  estimateSurvivalShare,
  SURVIVAL_SHARE_INTERVAL,
  SURVIVAL_SHARE_INTERVALS,
} from '../estimators/survival-share.ts';
import type { WaitingTimes } from '../estimators/waiting-times.ts';
import { leftOut } from '../left-out.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';
import { nextContact } from './next-contact.ts';
import { missingSolutionMoment, SOLUTION_FIELDS, solutionMoments } from './solution-moment.ts';

const NEEDS = ['tickets.customer_id', SOLUTION_FIELDS];

interface Returns {
  /** From the solution to the customer's next contact. */
  readonly waiting: WaitingTimes;
  readonly withoutCustomer: number;
}

/** How long after each solution the customer came back, or was followed without coming back. */
export const returnsOfCustomers = once((dataset: Dataset): Returns => {
  const at = moments(dataset, 'tickets.created_at');
  const milliseconds = new Float64Array(at.length).fill(Number.NaN);
  const ended = new Uint8Array(at.length);
  const solvedAt = solutionMoments(dataset);
  const next = nextContact(dataset);
  const { customer, columns } = dataset.tickets ?? { customer: new Int32Array(0), columns: {} };
  let withoutCustomer = 0;
  for (let row = 0; row < at.length; row++) {
    const solved = solvedAt[row] as number;
    if (Number.isNaN(solved) || columns.proactive?.[row] === 1 || solved > dataset.extractEnd) continue;
    if ((customer[row] as number) < 0) {
      withoutCustomer++;
      continue;
    }
    const cameBack = !Number.isNaN(next[row]);
    milliseconds[row] = Math.round((cameBack ? (next[row] as number) : dataset.extractEnd) - solved);
    ended[row] = cameBack ? 1 : 0;
  }
  return { waiting: { clock: 'calendar', at, milliseconds, ended }, withoutCustomer };
});

/** Share of solved tickets after which the customer came back within a week (B14). */
export const repeatContact: Metric = {
  id: 'repeat_contact_7d',
  name: 'Repeat contact within 7 days',
  label: 'Repeat contact',
  lens: 'service',
  variantOf: 'fcr_7d_any',
  question: 'After how many solutions did the customer come back within a week?',
  definition:
    'The share of solved tickets after which the same customer created another ticket, on any topic, within 7 days of ' +
    'the solution. Tickets solved less than 7 days before the data end count for as long as they were followed, so the ' +
    'latest weeks are neither lost nor flattered. Counted are tickets that a customer opened and whose customer is ' +
    'known; contacts that the company began are not repeat contacts, and reopenings are counted elsewhere. Part of it ' +
    'is how often customers write at all, so read it beside the contact rate. The day the first of the two tickets was ' +
    'created decides the period.',
  who: 'solved tickets that a customer opened and whose customer is known',
  date: 'the day the first of the two tickets was created',
  formula: '1 − Kaplan–Meier share of solved tickets without a further contact 7 days after the solution',
  tex: '1 - S(7)',
  symbols: [['S(t)', 'the share of solved tickets without a further contact t days after the solution']],
  needs: NEEDS,
  unit: 'share',
  ownPass: true,
  adds: { outcomes: false },
  direction: 'lower',
  counts: 'solved tickets',
  minimum: { show: 30, compare: 50 },
  margin: 0.05,
  interval: SURVIVAL_SHARE_INTERVAL,
  intervals: SURVIVAL_SHARE_INTERVALS,
  source: 'Kaplan & Meier (1958), time from the solution to the customer’s next contact.',
  elsewhere: [
    {
      who: 'Intercom',
      what: 'Counts a conversation with its bot as solved when nothing more is asked within 24 hours: a shorter window, on the conversation and not the customer.',
    },
  ],
  dimensions: TICKET_DIMENSIONS,
  unavailable: ({ dataset }) => missingField(dataset, NEEDS) ?? missingSolutionMoment(dataset),
  estimate: ({ dataset }, slice) =>
    estimateSurvivalShare(dataset, returnsOfCustomers(dataset).waiting, 7 * DAY_MS, slice),
  compare: compareShares,
  notes: ({ dataset }) =>
    leftOut(
      returnsOfCustomers(dataset).withoutCustomer,
      'solved ticket without a known customer is not counted',
      'solved tickets without a known customer are not counted',
    ),
};
