import type { Dataset } from '../../dataset/dataset.ts';
import { TICKET_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { moments, type Sample } from '../estimators/sample.ts';
import { comparingScores, estimateScore, SCORE_INTERVALS } from '../estimators/score.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';
import { transfers } from './transfers.ts';

const NEEDS = ['tickets.transfers'];

/** A count has no highest value. */
const COUNTS = { min: 0, max: Number.POSITIVE_INFINITY };

const counts = once((dataset: Dataset): Sample => {
  const at = moments(dataset, 'tickets.created_at');
  return { table: 'tickets', at, values: dataset.tickets?.columns.transfers ?? at.map(() => Number.NaN) };
});

/** Mean number of times that a ticket changed hands (B10). */
export const transfersMean: Metric = {
  id: 'transfers_mean',
  name: 'Mean number of transfers',
  label: 'Transfers a ticket',
  lens: 'service',
  variantOf: 'transfers',
  question: 'How many times was a ticket passed on?',
  definition:
    'The mean number of times that a ticket was passed on to another person or group; a ticket that stayed where it was ' +
    'counts with none. It tells apart what the share of transferred tickets does not: one transfer from a tour of the ' +
    'house. Few tickets with many transfers can move it. Open tickets count with the transfers they have had so far. The ' +
    'day the ticket was created decides the period.',
  who: 'tickets with a known count of transfers',
  date: 'the day the ticket was created',
  formula: 'transfers ÷ tickets with a known count of transfers',
  tex: String.raw`\frac{1}{n}\sum_i t_i`,
  symbols: [
    ['n', 'tickets with a known count of transfers'],
    ['t_i', 'transfers of ticket i'],
  ],
  above: ['transfers'],
  needs: NEEDS,
  unit: 'average',
  direction: 'lower',
  counts: 'tickets',
  minimum: { show: 30, compare: 50 },
  margin: 0.1,
  interval:
    'Student’s t interval at 95% from the linearised standard error with the customer as the cluster, cut at zero. None ' +
    'when all tickets are alike or come from one customer: nothing is then known about their spread.',
  intervals: SCORE_INTERVALS,
  source: 'Group stations less one, as Zendesk’s ticket metrics count them.',
  elsewhere: [
    {
      who: 'Zendesk',
      what: 'Group stations and assignee stations count the groups and people that held a ticket: one more than its transfers.',
    },
  ],
  dimensions: TICKET_DIMENSIONS,
  unavailable: ({ dataset }) => missingField(dataset, NEEDS),
  estimate: ({ dataset }, slice) => estimateScore(dataset, counts(dataset), COUNTS, slice),
  compare: comparingScores(counts),
  notes: (context) => transfers.notes?.(context) ?? [],
};
