/**
 * Which tickets are open when: from their creation to their solution.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import type { Slice } from '../definition.ts';
import { valueOfRows } from '../estimators/grouping.ts';
import { periodOfRows } from '../estimators/period-of-rows.ts';
import { moments } from '../estimators/sample.ts';
import { leftOut } from '../left-out.ts';
import { once } from '../once.ts';
import { solutionMoments } from './solution-moment.ts';
import { ticketStates } from './ticket-state.ts';

export interface OpenSpans {
  /** Epoch milliseconds; infinite for a ticket that is still open, NaN for one whose end is not known. */
  readonly until: Float64Array;
  readonly endUnknown: number;
}

/** How long each ticket stayed open: until it was solved, or until a cancelled one was closed. */
export const openSpans = once((dataset: Dataset): OpenSpans => {
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

/** What is left out because nobody knows when it ended. */
export function endsUnknown(dataset: Dataset): readonly string[] {
  return leftOut(
    openSpans(dataset).endUnknown,
    'solved or cancelled ticket whose end is not known is not counted',
    'solved or cancelled tickets whose end is not known are not counted',
  );
}

/** The tickets open at the end of each period of a slice; for the last period the end of the data stands for its end. */
export class OpenAtEnds {
  /** Values of the dimension; [''] without one. */
  readonly values: readonly string[];
  /** Number of groups, `period × values + value`. */
  readonly groups: number;
  /** The moment at which the tickets of each period are counted. */
  readonly ends: readonly number[];
  readonly #value: Int32Array;
  readonly #periodOf: Int32Array;
  readonly #created: Float64Array;
  readonly #until: Float64Array;
  readonly #covered: readonly boolean[];
  readonly #coverageEnd: number;

  constructor(dataset: Dataset, slice: Slice) {
    const { value, values } = valueOfRows(dataset, 'tickets', slice);
    const { coverage } = dataset;
    this.values = values;
    this.groups = slice.periods.length * values.length;
    this.ends = slice.periods.map(({ end }) => Math.min(end, coverage.end));
    this.#value = value;
    this.#created = moments(dataset, 'tickets.created_at');
    this.#periodOf = periodOfRows(this.#created, slice.periods);
    this.#until = openSpans(dataset).until;
    this.#covered = slice.periods.map(({ start, end }) => start < coverage.end && end > coverage.start);
    this.#coverageEnd = coverage.end;
  }

  /** Whether the data touch the period of a group: otherwise it has no figure. */
  isCovered(group: number): boolean {
    return this.#covered[Math.floor(group / this.values.length)] === true;
  }

  /** Visits every ticket once for each period at whose end it is open, in the order of the rows given, else of the table. */
  visit(visitor: (group: number, row: number, end: number) => void, order?: Int32Array): void {
    const { ends } = this;
    const width = this.values.length;
    const count = order?.length ?? this.#value.length;
    for (let index = 0; index < count; index++) {
      const row = order === undefined ? index : (order[index] as number);
      const column = this.#value[row] as number;
      if (column < 0) continue;
      const from = this.#created[row] as number;
      const to = this.#until[row] as number;
      // A ticket's own period is the first to end after its creation, unless the data end before it.
      const own = this.#periodOf[row] as number;
      let period = own >= 0 && from < this.#coverageEnd ? own : firstEndAfter(ends, from);
      for (; period < ends.length && (ends[period] as number) <= to; period++) {
        visitor(period * width + column, row, ends[period] as number);
      }
    }
  }
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
