/**
 * First-contact resolution within a number of days: no second contact followed.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { TICKET_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { comparingShares, estimateShare, SHARE_INTERVAL, SHARE_INTERVALS } from '../estimators/share.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';
import { nextContact, nextContactInCategory } from './next-contact.ts';
import { missingSolutionMoment, SOLUTION_FIELDS, solutionMoments } from './solution-moment.ts';
import { type SolvedOutcomes, solvedOutcomes, wasReopened } from './solved-outcomes.ts';

/** Which later tickets of a customer count as coming back. */
export type Topic = 'any' | 'topic';

const SCOPES: Readonly<
  Record<
    Topic,
    { readonly words: string; readonly ofCategory: string; readonly caution: string; readonly needs: string[] }
  >
> = {
  any: {
    words: 'no other ticket on any topic',
    ofCategory: '',
    caution:
      'Customers who write often are counted as coming back even with a new matter, so read it beside the contact rate.',
    needs: ['tickets.customer_id', SOLUTION_FIELDS],
  },
  topic: {
    words: 'no other ticket of the same category',
    ofCategory: ' of the same category',
    caution: 'It is only as good as the categories: a second contact that was filed elsewhere goes unnoticed.',
    needs: ['tickets.customer_id', 'tickets.category', SOLUTION_FIELDS],
  },
};

/** Windows that first-contact resolution is given for, in days. */
export const WINDOWS = [7, 14, 30] as const;
export type Window = (typeof WINDOWS)[number];

const known = once((_dataset: Dataset) => new Map<string, SolvedOutcomes>());

/** Which solved tickets count for a window, and whether they needed no second contact. */
export function windowOutcomes(dataset: Dataset, days: Window, topic: Topic): SolvedOutcomes {
  const key = `${days} ${topic}`;
  const outcomes = known(dataset).get(key) ?? computeOutcomes(dataset, days, topic);
  known(dataset).set(key, outcomes);
  return outcomes;
}

function computeOutcomes(dataset: Dataset, days: Window, topic: Topic): SolvedOutcomes {
  const next = topic === 'any' ? nextContact(dataset) : nextContactInCategory(dataset);
  const solvedAt = solutionMoments(dataset);
  return solvedOutcomes(dataset, {
    windowDays: days,
    customerCreated: true,
    needsCustomer: true,
    needsCategory: topic === 'topic',
    outcome: (row) => {
      const reopened = wasReopened(dataset, row);
      if (reopened === null) return null;
      const cameBack = (next[row] as number) <= (solvedAt[row] as number) + days * DAY_MS;
      return reopened || cameBack ? 0 : 1;
    },
  });
}

/** First-contact resolution within `days` days, counting later tickets on any topic or of the same category (B6). */
export function fcrWindow(days: Window, topic: Topic): Metric {
  const { words, ofCategory, caution, needs } = SCOPES[topic];
  return {
    id: `fcr_${days}d_${topic}`,
    name: `First-contact resolution (FCR-${days}d-${topic})`,
    label: days === 7 && topic === 'any' ? 'First-contact resolution' : `FCR-${days}d-${topic}`,
    lens: 'service',
    ...(days === 7 && topic === 'any' ? {} : { variantOf: 'fcr_7d_any' }),
    question: `How many issues were solved without a second contact within ${days} days?`,
    definition:
      'The share of solved tickets that needed no second contact: the ticket was not reopened (where the exports say ' +
      `so), and the same customer created ${words} in the ${days} days, of 24 hours each, after its latest solution. ` +
      `Counted are solved tickets that a customer opened, whose customer is known and whose ${days} days lie within ` +
      'the data, so that every ticket had the same chance to bring the customer back. Contacts that the company ' +
      `began are not second contacts. ${caution} The day the ticket was created decides the period.`,
    who: `solved tickets that a customer opened, whose customer is known and whose ${days} days lie within the data`,
    date: 'the day the ticket was created',
    formula: 'tickets not reopened and without a second contact ÷ solved tickets with a complete window',
    tex: `\\frac{1}{n}\\sum_i\\,[r_i = 0]\\,[u_i > ${days}]`,
    symbols: [
      ['n', 'solved tickets with a complete window'],
      ['r_i', 'reopenings of ticket i'],
      ['u_i', `days from its solution to the same customer’s next ticket${ofCategory}`],
    ],
    above: ['tickets without a second contact'],
    needs,
    unit: 'share',
    direction: 'higher',
    counts: 'solved tickets',
    minimum: { show: 30, compare: 50 },
    margin: 0.05,
    interval: SHARE_INTERVAL,
    intervals: SHARE_INTERVALS,
    source:
      'Definition of this report. Published ones differ: Zendesk counts replies, Freshservice customer messages, ' +
      'Medallia asks the customer. On one and the same synthetic table five definitions gave between 4% and 73%, so ' +
      'the definition always stands beside the figure.',
    elsewhere: [
      {
        who: 'Zendesk, Zoho Desk',
        what: 'Count replies: fewer than two, or exactly one. Whether the customer came back is not looked at.',
      },
      {
        who: 'Freshservice',
        what: 'Solved without a further message of the customer; merged tickets and spam left out.',
      },
      { who: 'Intercom', what: 'Closed once, by one teammate.' },
      {
        who: 'Medallia',
        what: 'Asks the customer whether the first contact solved it, and may leave out what first-line support cannot solve: subject to who answers.',
      },
    ],
    dimensions: TICKET_DIMENSIONS,
    unavailable: ({ dataset }) => missingField(dataset, needs) ?? missingSolutionMoment(dataset),
    estimate: ({ dataset }, slice) => estimateShare(dataset, windowOutcomes(dataset, days, topic).sample, slice),
    compare: comparingShares((dataset) => windowOutcomes(dataset, days, topic).sample),
    notes: ({ dataset }) => windowOutcomes(dataset, days, topic).notes,
  };
}
