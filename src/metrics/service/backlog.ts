import type { Dataset } from '../../dataset/dataset.ts';
import { TICKET_DIMENSIONS_WITHOUT_PROMISE } from '../breakdowns.ts';
import type { Cell, Cells, Metric, Slice } from '../definition.ts';
import { valueOfRows } from '../estimators/grouping.ts';
import { periodOfRows } from '../estimators/period-of-rows.ts';
import { moments } from '../estimators/sample.ts';
import { Tally } from '../estimators/tally.ts';
import { leftOut } from '../left-out.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';
import { missingSolutionMoment, SOLUTION_FIELDS, solutionMoments } from './solution-moment.ts';
import { ticketStates } from './ticket-state.ts';

const NEEDS = [SOLUTION_FIELDS];

interface OpenSpans {
  /** Epoch milliseconds; infinite for a ticket that is still open, NaN for one whose end is not known. */
  readonly until: Float64Array;
  readonly endUnknown: number;
}

/** How long each ticket stayed open: until it was solved, or until a cancelled one was closed. */
const openSpans = once((dataset: Dataset): OpenSpans => {
  const { solved, open } = ticketStates(dataset);
  const { resolved_at, closed_at } = dataset.tickets?.columns ?? {};
  const until = solutionMoments(dataset).slice();
  let endUnknown = 0;
  for (let row = 0; row < until.length; row++) {
    if (open[row] === 1) until[row] = Number.POSITIVE_INFINITY;
    else if (solved[row] !== 1) until[row] = closed_at?.[row] ?? resolved_at?.[row] ?? Number.NaN;
    if (Number.isNaN(until[row])) endUnknown++;
  }
  return { until, endUnknown };
});

/** Tickets open at the end of a period (B11). */
export const backlog: Metric = {
  id: 'backlog',
  name: 'Backlog at the end of the period',
  label: 'Backlog',
  lens: 'service',
  question: 'How much work was waiting at the end of the period?',
  definition:
    'The number of tickets that were open at the end of the period: created before it and not solved, or solved only ' +
    'later. For the last period the end of the data stands for its end. A ticket that was reopened counts as open from ' +
    'its creation to its latest solution. Tickets that were created before the exports begin are not known, so the ' +
    'first periods may read low. The last moment of the period decides, not the day of creation.',
  formula: 'tickets with creation < end of the period ≤ solution, or without a solution',
  needs: NEEDS,
  unit: 'count',
  direction: 'lower',
  counts: 'open tickets',
  minimum: { show: 0, compare: 0 },
  margin: null,
  interval: 'None: it is a full count.',
  source: 'Open tickets at a moment, as in the cumulative flow of Little’s law (Little 1961).',
  dimensions: TICKET_DIMENSIONS_WITHOUT_PROMISE,
  unavailable: ({ dataset }) => missingField(dataset, NEEDS) ?? missingSolutionMoment(dataset),
  estimate: ({ dataset }, slice) => countOpen(dataset, slice),
  compare: null,
  notes: ({ dataset }) =>
    leftOut(
      openSpans(dataset).endUnknown,
      'solved or cancelled ticket whose end is not known is not counted',
      'solved or cancelled tickets whose end is not known are not counted',
    ),
};

/** Counts the tickets open at the end of each period; a period that the data do not touch has no figure. */
function countOpen(dataset: Dataset, slice: Slice): Cells {
  const { value, values } = valueOfRows(dataset, 'tickets', slice);
  const created = moments(dataset, 'tickets.created_at');
  const { until } = openSpans(dataset);
  const customer = dataset.tickets?.customer ?? new Int32Array(0);
  const { coverage } = dataset;
  const periodOf = periodOfRows(created, slice.periods);
  const ends = slice.periods.map(({ end }) => Math.min(end, coverage.end));

  const width = values.length;
  const tally = new Tally(ends.length * width);
  for (let row = 0; row < value.length; row++) {
    const column = value[row] as number;
    if (column < 0) continue;
    const from = created[row] as number;
    const to = until[row] as number;
    // A ticket's own period is the first to end after its creation, unless the data end before it.
    const own = periodOf[row] as number;
    let period = own >= 0 && from < coverage.end ? own : firstEndAfter(ends, from);
    for (; period < ends.length && (ends[period] as number) <= to; period++) {
      tally.add(period * width + column, customer[row] as number);
    }
  }

  const cells = Array.from({ length: ends.length * width }, (_, group): Cell => {
    const period = slice.periods[Math.floor(group / width)];
    const isCovered = period !== undefined && period.start < coverage.end && period.end > coverage.start;
    if (!isCovered) return { n: 0, customers: 0, method: 'count' };
    const { n, customers } = tally.at(group);
    return { n, customers, value: n, method: 'count' };
  });
  return { values, cells };
}

/** Index of the first of the ascending ends that is later than a moment; their number when none is, or for NaN. */
function firstEndAfter(ends: readonly number[], moment: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] as number) > moment) high = middle;
    else low = middle + 1;
  }
  return low;
}
