import type { Dataset } from '../../dataset/dataset.ts';
import { TICKET_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { ABSENT, moments, type Sample } from '../estimators/sample.ts';
import { comparingShares, estimateShare, SHARE_INTERVAL, SHARE_INTERVALS } from '../estimators/share.ts';
import { leftOut } from '../left-out.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';

const NEEDS = ['tickets.transfers'];

const transferred = once((dataset: Dataset): { readonly sample: Sample; readonly blank: number } => {
  const at = moments(dataset, 'tickets.created_at');
  const values = new Int8Array(at.length).fill(ABSENT);
  let blank = 0;
  for (const [row, count] of (dataset.tickets?.columns.transfers ?? new Float64Array(0)).entries()) {
    if (Number.isNaN(count)) blank++;
    else values[row] = count >= 1 ? 1 : 0;
  }
  return { sample: { table: 'tickets', at, values }, blank };
});

/** Share of tickets that changed hands (B10). */
export const transfers: Metric = {
  id: 'transfers',
  name: 'Transfer rate',
  label: 'Transfer rate',
  lens: 'service',
  question: 'How many tickets were passed on?',
  definition:
    'The share of tickets that were passed on at least once to another person or group. Some are meant to be: an ' +
    'escalation that is part of the process is no failure, so compare within a category. Open tickets count with the ' +
    'transfers they have had so far. The day the ticket was created decides the period.',
  who: 'tickets with a known count of transfers',
  date: 'the day the ticket was created',
  formula: 'tickets with at least one transfer ÷ tickets with a known count of transfers',
  tex: String.raw`\frac{1}{n}\sum_i\,[h_i \ge 1]`,
  symbols: [
    ['n', 'tickets'],
    ['h_i', 'times ticket i was passed on'],
  ],
  above: ['tickets passed on'],
  needs: NEEDS,
  unit: 'share',
  direction: 'lower',
  counts: 'tickets',
  minimum: { show: 30, compare: 50 },
  margin: 0.05,
  interval: SHARE_INTERVAL,
  intervals: SHARE_INTERVALS,
  source: 'Assignee and group stations as in Zendesk’s ticket metrics, as a share instead of a mean.',
  elsewhere: [
    {
      who: 'Zendesk',
      what: 'Stations of groups and of assignees, counted for each ticket; the first station is no transfer.',
    },
  ],
  dimensions: TICKET_DIMENSIONS,
  unavailable: ({ dataset }) => missingField(dataset, NEEDS),
  estimate: ({ dataset }, slice) => estimateShare(dataset, transferred(dataset).sample, slice),
  compare: comparingShares((dataset) => transferred(dataset).sample),
  notes: ({ dataset }) =>
    leftOut(
      transferred(dataset).blank,
      'ticket whose count of transfers is blank is not counted',
      'tickets whose count of transfers is blank are not counted',
    ),
};
