import type { Dataset } from '../../dataset/dataset.ts';
import { TICKET_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { comparingShares, estimateShare, SHARE_INTERVAL, SHARE_INTERVALS } from '../estimators/share.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';
import { missingSolutionMoment, SOLUTION_FIELDS } from './solution-moment.ts';
import { solvedOutcomes, wasReopened } from './solved-outcomes.ts';

const NEEDS = ['tickets.reopens', SOLUTION_FIELDS];

const outcomes = once((dataset: Dataset) =>
  solvedOutcomes(dataset, {
    windowDays: 7,
    customerCreated: true,
    needsCustomer: false,
    needsCategory: false,
    outcome: (row) => {
      const reopened = wasReopened(dataset, row);
      return reopened === null ? null : reopened ? 0 : 1;
    },
  }),
);

/** Share of customers' tickets that were never reopened (B6). */
export const fcrReopen: Metric = {
  id: 'fcr_reopen',
  name: 'Resolution without reopening (FCR-reopen)',
  label: 'FCR-reopen',
  lens: 'service',
  variantOf: 'reopen',
  question: 'How many issues stayed solved?',
  definition:
    'The share of solved tickets that were never reopened. Counted are tickets that a customer opened and that were ' +
    'solved at least 7 days before the data end. A customer who opens a new ticket about the same matter is not ' +
    'noticed. The day the ticket was created decides the period.',
  who: 'tickets that a customer opened and that were solved at least 7 days before the data end',
  date: 'the day the ticket was created',
  formula: 'tickets with no reopening ÷ solved tickets with a complete window of 7 days',
  tex: String.raw`\frac{1}{n}\sum_i\,[r_i = 0]`,
  symbols: [
    ['n', 'solved tickets with a complete window'],
    ['r_i', 'reopenings of ticket i'],
  ],
  above: ['tickets never reopened'],
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'solved tickets',
  minimum: { show: 30, compare: 50 },
  margin: 0.05,
  interval: SHARE_INTERVAL,
  intervals: SHARE_INTERVALS,
  source: 'Ticket-based first contact resolution by reopenings, as Zendesk’s ticket metric counts them.',
  elsewhere: [
    {
      who: 'Freshservice',
      what: 'No further message of the customer, which is stricter: a message need not reopen a ticket.',
    },
  ],
  dimensions: TICKET_DIMENSIONS,
  unavailable: ({ dataset }) => missingField(dataset, NEEDS) ?? missingSolutionMoment(dataset),
  estimate: ({ dataset }, slice) => estimateShare(dataset, outcomes(dataset).sample, slice),
  compare: comparingShares((dataset) => outcomes(dataset).sample),
  notes: ({ dataset }) => outcomes(dataset).notes,
};
