import type { Dataset } from '../../dataset/dataset.ts';
import { promiseOutcomes } from '../../dataset/promise.ts';
import { TICKET_DIMENSIONS_WITHOUT_PROMISE } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { ABSENT, moments, type Sample } from '../estimators/sample.ts';
import { comparingShares, estimateShare, SHARE_INTERVAL, SHARE_INTERVALS } from '../estimators/share.ts';
import { leftOut } from '../left-out.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';
import { ticketStates } from './ticket-state.ts';

const NEEDS = ['tickets.sla_met | tickets.reply_due_at | tickets.due_at'];

interface Promises {
  readonly sample: Sample;
  /** Open tickets with a promise that is not yet due. */
  readonly notYetDue: number;
  /** Tickets without a promise, or of which nothing can be said. */
  readonly without: number;
}

const promises = once((dataset: Dataset): Promises => {
  const at = moments(dataset, 'tickets.created_at');
  const values = new Int8Array(at.length).fill(ABSENT);
  const outcomes = promiseOutcomes(dataset);
  const { open } = ticketStates(dataset);
  const { reply_due_at, due_at } = dataset.tickets?.columns ?? {};
  let [notYetDue, without] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    const outcome = outcomes[row] as number;
    const isPromised = !Number.isNaN(reply_due_at?.[row] ?? Number.NaN) || !Number.isNaN(due_at?.[row] ?? Number.NaN);
    if (outcome >= 0) values[row] = outcome;
    else if (open[row] === 1 && isPromised) notYetDue++;
    else without++;
  }
  return { sample: { table: 'tickets', at, values }, notYetDue, without };
});

/** Share of promises kept (B12). */
export const sla: Metric = {
  id: 'sla',
  name: 'Service level (SLA) attainment',
  label: 'SLA attainment',
  lens: 'service',
  question: 'How often did the company answer and solve as fast as it promised?',
  definition:
    'The share of tickets for which the promised time was kept. Where the export says whether it was, that counts; ' +
    'otherwise an answer or a solution no later than its due time is kept and a later one missed, and where both are ' +
    'promised both must be kept. An open ticket past one of its due times is missed; one that is not yet due does ' +
    'not count, even if it was answered in time, nor does a ticket without a promise. Due times are taken from the ' +
    'export as they are, pauses of the clock included. The day the ticket was created decides the period.',
  who: 'tickets with a promise that was kept or missed by the end of the data',
  date: 'the day the ticket was created',
  formula: 'kept ÷ (kept + missed)',
  tex: String.raw`\frac{k}{k + m}`,
  symbols: [
    ['k', 'tickets for which the promise was kept'],
    ['m', 'tickets for which it was missed'],
  ],
  above: ['promises kept'],
  below: 'promises kept or missed',
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'tickets with a promise',
  minimum: { show: 30, compare: 50 },
  margin: 0.05,
  interval: SHARE_INTERVAL,
  intervals: SHARE_INTERVALS,
  source:
    'Service level attainment by due times. Zendesk’s live counters of the same name treat tickets that are not yet due ' +
    'differently.',
  elsewhere: [
    {
      who: 'Zendesk',
      what: 'Live counters, which treat tickets that are not yet due differently; its ticket metrics of the same name differ again.',
    },
  ],
  dimensions: TICKET_DIMENSIONS_WITHOUT_PROMISE,
  unavailable: ({ dataset }) => missingField(dataset, NEEDS),
  estimate: ({ dataset }, slice) => estimateShare(dataset, promises(dataset).sample, slice),
  compare: comparingShares((dataset) => promises(dataset).sample),
  notes: ({ dataset }) => [
    ...leftOut(
      promises(dataset).notYetDue,
      'open ticket that is not yet due is not counted',
      'open tickets that are not yet due are not counted',
    ),
    ...leftOut(
      promises(dataset).without,
      'ticket without a promise that could be checked is not counted',
      'tickets without a promise that could be checked are not counted',
    ),
  ],
};
