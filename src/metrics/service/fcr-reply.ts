import type { Dataset } from '../../dataset/dataset.ts';
import { TICKET_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { ABSENT, moments, type Sample } from '../estimators/sample.ts';
import { comparingShares, estimateShare, SHARE_INTERVAL, SHARE_INTERVALS } from '../estimators/share.ts';
import { leftOut } from '../left-out.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';
import { ticketStates } from './ticket-state.ts';

const NEEDS = ['tickets.replies', 'tickets.status | tickets.resolved_at | tickets.resolution_minutes'];

const oneTouch = once((dataset: Dataset): { readonly sample: Sample; readonly blank: number } => {
  const at = moments(dataset, 'tickets.created_at');
  const values = new Int8Array(at.length).fill(ABSENT);
  const { solved } = ticketStates(dataset);
  const { replies, proactive } = dataset.tickets?.columns ?? {};
  let blank = 0;
  for (let row = 0; row < values.length; row++) {
    if (solved[row] !== 1 || proactive?.[row] === 1) continue;
    const count = replies?.[row] ?? Number.NaN;
    if (Number.isNaN(count)) blank++;
    else values[row] = count < 2 ? 1 : 0;
  }
  return { sample: { table: 'tickets', at, values }, blank };
});

/** Share of tickets solved with at most one reply (B6). */
export const fcrReply: Metric = {
  id: 'fcr_reply',
  name: 'One-touch resolution (FCR-reply)',
  label: 'One-touch resolution',
  lens: 'service',
  variantOf: 'fcr_7d_any',
  question: 'How many issues took no more than one reply?',
  definition:
    'The share of solved tickets with fewer than two public replies of the company; tickets closed without any reply ' +
    'count as solved in one. Counted are tickets that a customer opened. Whether the customer had to come back is not ' +
    'looked at, so it reads higher than first contact resolution. The day the ticket was created decides the period.',
  who: 'solved tickets that a customer opened, with a count of replies',
  date: 'the day the ticket was created',
  formula: 'solved tickets with fewer than two replies ÷ solved tickets',
  tex: String.raw`\frac{1}{n}\sum_i\,[a_i < 2]`,
  symbols: [
    ['n', 'solved tickets'],
    ['a_i', 'public replies to ticket i'],
  ],
  above: ['tickets with fewer than two replies'],
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'solved tickets',
  minimum: { show: 30, compare: 50 },
  margin: 0.05,
  interval: SHARE_INTERVAL,
  intervals: SHARE_INTERVALS,
  source:
    'Zendesk’s one-touch tickets: fewer than two agent replies. Zoho Desk counts exactly one, Freshservice counts messages ' +
    'of the customer instead.',
  elsewhere: [
    {
      who: 'Zendesk',
      what: 'One-touch tickets: fewer than two replies of agents, as here; another of its pages says exactly one.',
    },
    { who: 'Zoho Desk', what: 'Exactly one public reply.' },
    { who: 'Freshdesk', what: 'Formerly: solved with the first response.' },
  ],
  dimensions: TICKET_DIMENSIONS,
  unavailable: ({ dataset }) => missingField(dataset, NEEDS),
  estimate: ({ dataset }, slice) => estimateShare(dataset, oneTouch(dataset).sample, slice),
  compare: comparingShares((dataset) => oneTouch(dataset).sample),
  notes: ({ dataset }) =>
    leftOut(
      oneTouch(dataset).blank,
      'solved ticket whose count of replies is blank is not counted',
      'solved tickets whose count of replies is blank are not counted',
    ),
};
