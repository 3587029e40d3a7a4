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
    customerCreated: false,
    needsCustomer: false,
    needsCategory: false,
    outcome: (row) => {
      const reopened = wasReopened(dataset, row);
      return reopened === null ? null : reopened ? 1 : 0;
    },
  }),
);

/** Share of solved tickets that were reopened (B9). */
export const reopen: Metric = {
  id: 'reopen',
  name: 'Reopen rate',
  label: 'Reopen rate',
  lens: 'service',
  question: 'How many solutions did not hold?',
  definition:
    'The share of solved tickets that were reopened at least once before their latest solution. Counted are tickets ' +
    'solved at least 7 days before the data end, because a fresh solution has hardly had time to fail. In channels ' +
    'such as email a thank-you can reopen a ticket, so channels are not alike. The day the ticket was created decides ' +
    'the period.',
  who: 'tickets that were solved at least 7 days before the data end',
  date: 'the day the ticket was created',
  formula: 'tickets with at least one reopening ÷ solved tickets with a complete window of 7 days',
  tex: String.raw`\frac{1}{n}\sum_i\,[r_i \ge 1]`,
  symbols: [
    ['n', 'solved tickets with a complete window'],
    ['r_i', 'reopenings of ticket i'],
  ],
  above: ['reopened tickets'],
  needs: NEEDS,
  unit: 'share',
  direction: 'lower',
  counts: 'solved tickets',
  minimum: { show: 30, compare: 50 },
  margin: 0.05,
  interval: SHARE_INTERVAL,
  intervals: SHARE_INTERVALS,
  source: 'Reopens as in Zendesk’s ticket metrics, over solved tickets of equal maturity.',
  elsewhere: [
    {
      who: 'Zendesk',
      what: 'Counts reopenings of each ticket. A mean of those counts is no share: one ticket may add several.',
    },
  ],
  dimensions: TICKET_DIMENSIONS,
  unavailable: ({ dataset }) => missingField(dataset, NEEDS) ?? missingSolutionMoment(dataset),
  estimate: ({ dataset }, slice) => estimateShare(dataset, outcomes(dataset).sample, slice),
  compare: comparingShares((dataset) => outcomes(dataset).sample),
  notes: ({ dataset }) => outcomes(dataset).notes,
};
