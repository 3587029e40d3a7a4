import type { Dataset } from '../../dataset/dataset.ts';
import { TICKET_DIMENSIONS_WITHOUT_PROMISE } from '../breakdowns.ts';
import type { Cell, Cells, Metric, Slice } from '../definition.ts';
import { Tally } from '../estimators/tally.ts';
import { missingField } from '../missing-field.ts';
import { endsUnknown, OpenAtEnds } from './open-tickets.ts';
import { missingSolutionMoment, SOLUTION_FIELDS } from './solution-moment.ts';

const NEEDS = [SOLUTION_FIELDS];

/** Tickets open at the end of a period (B11). */
export const backlog: Metric = {
  id: 'backlog',
  name: 'Backlog at the end of the period',
  label: 'Backlog',
  lens: 'service',
  question: 'How much work was waiting at the end of the period?',
  definition:
    'The number of tickets that were open at the end of the period: created before it and not solved, or solved only ' +
    'later. For the last period the end of the data stands for its end. A ticket that was reopened counts as open ' +
    'from its creation to its latest solution; a cancelled one counts until it was closed, and not at all where no ' +
    'time of that is known. Tickets that were created before the exports begin are not known, so the first periods ' +
    'may read low. The last moment of the period decides, not the day of creation.',
  who: 'tickets whose beginning and end are known, or that are still open',
  date: 'the last moment of the period',
  formula: 'tickets with creation < end of the period ≤ solution, or without a solution',
  tex: String.raw`\sum_i\,[c_i < e \le s_i]`,
  symbols: [
    ['c_i', 'creation of ticket i'],
    ['e', 'the end of the period'],
    ['s_i', 'its latest solution; never, while it is open'],
  ],
  needs: NEEDS,
  unit: 'count',
  adds: { overPeriods: 'last' },
  direction: 'lower',
  counts: 'open tickets',
  minimum: { show: 0, compare: 0 },
  margin: null,
  interval: 'None: it is a full count.',
  intervals: [],
  source: 'Open tickets at a moment, as in the cumulative flow of Little’s law (Little 1961).',
  elsewhere: [],
  dimensions: TICKET_DIMENSIONS_WITHOUT_PROMISE,
  unavailable: ({ dataset }) => missingField(dataset, NEEDS) ?? missingSolutionMoment(dataset),
  estimate: ({ dataset }, slice) => countOpen(dataset, slice),
  compare: null,
  notes: ({ dataset }) => endsUnknown(dataset),
};

/** Counts the tickets open at the end of each period; a period that the data do not touch has no figure. */
function countOpen(dataset: Dataset, slice: Slice): Cells {
  const open = new OpenAtEnds(dataset, slice);
  const customer = dataset.tickets?.customer ?? new Int32Array(0);
  const tally = new Tally(open.groups);
  open.visit((group, row) => tally.add(group, customer[row] as number));
  const cells = Array.from({ length: open.groups }, (_, group): Cell => {
    if (!open.isCovered(group)) return { n: 0, customers: 0, method: 'count' };
    const { n, customers } = tally.at(group);
    return { n, customers, value: n, method: 'count' };
  });
  return { values: open.values, cells };
}
