/**
 * How old the open tickets are at the end of a period (B11).
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { TICKET_DIMENSIONS_WITHOUT_PROMISE } from '../breakdowns.ts';
import type { Cell, Cells, Metric, Slice } from '../definition.ts';
import { ascending } from '../estimators/ascending.ts';
import { QUANTILES, type QuantileName } from '../estimators/duration.ts';
import { moments } from '../estimators/sample.ts';
import { sliceKey } from '../estimators/slice-key.ts';
import { Tally } from '../estimators/tally.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';
import { clockInWords } from './clock.ts';
import { endsUnknown, OpenAtEnds } from './open-tickets.ts';
import { missingSolutionMoment, SOLUTION_FIELDS } from './solution-moment.ts';

const NEEDS = ['tickets.created_at', SOLUTION_FIELDS];

const SECOND = 1000;

export const openAgeMedian = openAge('median');
export const openAgeP90 = openAge('p90');

function openAge(quantile: QuantileName): Metric {
  const isMedian = quantile === 'median';
  return {
    id: `open_age_${quantile}`,
    name: `${isMedian ? 'Median' : '90th percentile of the'} age of open tickets`,
    label: isMedian ? 'Median age of open tickets' : 'Age of open tickets, 90th percentile',
    lens: 'service',
    variantOf: 'backlog',
    question: isMedian
      ? 'How long had half of the open tickets been waiting at least?'
      : 'How long had the oldest tenth of the open tickets been waiting at least?',
    definition:
      `The time since creation that ${isMedian ? 'half' : 'nine in ten'} of the open tickets had not exceeded when the ` +
      'period ended. Counted are the tickets of the backlog; one that was reopened is as old as its first creation. A ' +
      'backlog that ages while the time to a solution falls means that the easy tickets are taken first. The clock runs ' +
      'day and night. The last moment of the period decides, not the day of creation.',
    who: 'tickets that were open when the period ended',
    date: 'the last moment of the period',
    formula: `${isMedian ? 'median' : '90th percentile'} of (end of the period − creation) over open tickets`,
    tex: String.raw`x_{(h)} + (h' - h)\,(x_{(h + 1)} - x_{(h)})`,
    symbols: [
      ['x_{(h)}', 'the age at place h in ascending order'],
      ["h'", `1 + (n − 1) × ${isMedian ? '0.5' : '0.9'}, n being the open tickets; h is its whole part`],
    ],
    needs: NEEDS,
    unit: 'duration',
    adds: { overPeriods: 'last' },
    direction: 'lower',
    counts: 'open tickets',
    minimum: { show: 0, compare: 0 },
    margin: null,
    interval: 'None: all open tickets are counted.',
    intervals: [],
    source: 'Age of the work in process, beside Little’s law (Little 1961); quantiles of type 7, Hyndman & Fan (1996).',
    elsewhere: [],
    dimensions: TICKET_DIMENSIONS_WITHOUT_PROMISE,
    basis: (context) => [clockInWords(context, 'calendar', 'resolved_at')],
    unavailable: ({ dataset }) => missingField(dataset, NEEDS) ?? missingSolutionMoment(dataset),
    estimate: ({ dataset }, slice) => agesOf(dataset, slice)[quantile],
    compare: null,
    notes: ({ dataset }) => endsUnknown(dataset),
  };
}

type Ages = Readonly<Record<QuantileName, Cells>>;

const known = once((_dataset: Dataset) => new Map<string, Ages>());

/** Both quantiles of a slice are computed at once and kept. */
function agesOf(dataset: Dataset, slice: Slice): Ages {
  const results = known(dataset);
  const key = sliceKey(slice);
  const ages = results.get(key) ?? computeAges(dataset, slice);
  results.set(key, ages);
  return ages;
}

/** Sorting takes whole numbers from 0: moments are counted from a thousand years before 1970. */
const LONG_AGO = 1000 * 366 * 86_400_000;

const byCreation = once(
  (dataset: Dataset) => ascending(moments(dataset, 'tickets.created_at').map((at) => Math.max(0, at + LONG_AGO))).rows,
);

/** The rows that are marked, youngest first: the ages of every group then ascend, and none has to be kept. */
function youngestFirst(dataset: Dataset, marked: Uint8Array): Int32Array {
  const rows = byCreation(dataset);
  const order = new Int32Array(rows.length);
  let count = 0;
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index] as number;
    if (marked[row] === 1) order[count++] = row;
  }
  return order.subarray(0, count);
}

/** Counts the open tickets of each group, and then picks the ages at the ranks that the counts ask for. */
function computeAges(dataset: Dataset, slice: Slice): Ages {
  const open = new OpenAtEnds(dataset, slice);
  const customer = dataset.tickets?.customer ?? new Int32Array(0);
  const created = moments(dataset, 'tickets.created_at');
  const tally = new Tally(open.groups);
  const wasOpen = new Uint8Array(created.length);
  open.visit((group, row) => {
    wasOpen[row] = 1;
    tally.add(group, customer[row] as number);
  });
  const counts = Float64Array.from({ length: open.groups }, (_, group) => tally.at(group).n);
  const picks = { median: new RankPick(counts, QUANTILES.median), p90: new RankPick(counts, QUANTILES.p90) };
  const seen = new Int32Array(open.groups);
  open.visit(
    (group, row, end) => {
      const rank = seen[group] as number;
      seen[group] = rank + 1;
      const age = end - (created[row] as number);
      picks.median.offer(group, rank, age);
      picks.p90.offer(group, rank, age);
    },
    youngestFirst(dataset, wasOpen),
  );
  const cellsOf = (pick: RankPick): Cells => ({
    values: open.values,
    cells: Array.from(counts, (_, group): Cell => {
      // A period that the data do not touch has no figure. One in which nothing is open has one like the backlog, too
      // small to be shown: without it, readers could tell a hidden backlog of none from one of a few.
      if (!open.isCovered(group)) return { n: 0, customers: 0, clock: 'calendar', method: 'count' };
      const { n, customers } = tally.at(group);
      const value = n === 0 ? 0 : pick.quantile(group) / SECOND;
      return { n, customers, value, clock: 'calendar', method: 'count' };
    }),
  });
  return { median: cellsOf(picks.median), p90: cellsOf(picks.p90) };
}

/** A quantile of type 7 of each group from values that are offered in ascending order: those at its two ranks are kept. */
class RankPick {
  readonly #position: Float64Array;
  readonly #below: Float64Array;
  readonly #above: Float64Array;

  constructor(counts: Float64Array, p: number) {
    this.#position = counts.map((n) => (n - 1) * p);
    this.#below = new Float64Array(counts.length);
    this.#above = new Float64Array(counts.length);
  }

  offer(group: number, rank: number, value: number): void {
    const position = this.#position[group] as number;
    if (rank === Math.floor(position)) this.#below[group] = value;
    if (rank === Math.ceil(position)) this.#above[group] = value;
  }

  quantile(group: number): number {
    const [below, above] = [this.#below[group] as number, this.#above[group] as number];
    return below + ((this.#position[group] as number) % 1) * (above - below);
  }
}
