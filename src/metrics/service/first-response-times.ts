/**
 * How long each ticket waited for its first answer.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import type { Clock } from '../../dataset/part.ts';
import type { WaitingTimes } from '../estimators/waiting-times.ts';
import { datedByDay, leftOut } from '../left-out.ts';
import { type ElapsedTime, oncePerClock } from './clock.ts';
import { ticketStates } from './ticket-state.ts';

const MINUTE = 60_000;

export interface CountedWaits {
  readonly waiting: WaitingTimes;
  /** What was left out, in words with counts. */
  readonly notes: readonly string[];
}

/**
 * Waiting times from creation to the first answer, and what was left out.
 *
 * A ticket without an answer is still waiting: an open one up to the end of the data, a solved one up to its solution.
 * Leaving unanswered tickets out would leave out the longest waits. Where sources give moments, only moments count,
 * so that the two ways of measuring are never mixed in one figure.
 */
export const firstResponseTimes = oncePerClock(prepare);

function prepare(dataset: Dataset, clock: Clock, elapsed: ElapsedTime): CountedWaits {
  const { tickets } = dataset;
  const rows = tickets?.rows ?? 0;
  const created = tickets?.columns.created_at ?? new Float64Array(rows).fill(Number.NaN);
  const milliseconds = new Float64Array(rows).fill(Number.NaN);
  const ended = new Uint8Array(rows);
  const {
    proactive,
    automated,
    first_response_at,
    first_response_minutes,
    resolved_at,
    closed_at,
    resolution_minutes,
    dated_by_day,
  } = tickets?.columns ?? {};
  const { solved, open } = ticketStates(dataset);
  const out = { datedByDay: 0, proactive: 0, automated: 0, minutesOnly: 0, cancelled: 0, endUnknown: 0, backwards: 0 };

  const sinceCreation = (row: number, moment: number | undefined): number =>
    moment === undefined || Number.isNaN(moment) ? Number.NaN : elapsed(row, created[row] as number, moment);
  const minutes = (column: Float64Array | undefined, row: number): number =>
    tickets?.clock === clock ? (column?.[row] ?? Number.NaN) * MINUTE : Number.NaN;
  const solvedAfter = (row: number): number => {
    const wait = sinceCreation(row, resolved_at?.[row]);
    if (!Number.isNaN(wait)) return wait;
    const untilClosed = sinceCreation(row, closed_at?.[row]);
    return Number.isNaN(untilClosed) ? minutes(resolution_minutes, row) : untilClosed;
  };

  for (let row = 0; row < rows; row++) {
    if (Number.isNaN(created[row])) continue;
    if (dated_by_day?.[row] === 1) {
      out.datedByDay++;
      continue;
    }
    if (proactive?.[row] === 1) {
      out.proactive++;
      continue;
    }
    if (automated?.[row] === 1) {
      out.automated++;
      continue;
    }
    let wait =
      first_response_at === undefined
        ? minutes(first_response_minutes, row)
        : sinceCreation(row, first_response_at[row]);
    const answered = !Number.isNaN(wait);
    if (!answered) {
      if (first_response_at !== undefined && !Number.isNaN(first_response_minutes?.[row] ?? Number.NaN)) {
        out.minutesOnly++;
        continue;
      }
      if (solved[row] !== 1 && open[row] !== 1) {
        out.cancelled++;
        continue;
      }
      wait = open[row] === 1 ? elapsed(row, created[row] as number, dataset.extractEnd) : solvedAfter(row);
    }
    if (Number.isNaN(wait)) out.endUnknown++;
    else if (wait < 0) out.backwards++;
    else {
      milliseconds[row] = Math.round(wait);
      ended[row] = answered ? 1 : 0;
    }
  }

  const notes = [
    ...datedByDay(out.datedByDay),
    ...leftOut(
      out.proactive,
      'ticket that the company opened itself is not counted',
      'tickets that the company opened itself are not counted',
    ),
    ...leftOut(
      out.automated,
      'ticket that was answered automatically is not counted',
      'tickets that were answered automatically are not counted',
    ),
    ...leftOut(
      out.minutesOnly,
      'ticket gives its wait in minutes while others give the moment of the answer, and is not counted',
      'tickets give their wait in minutes while others give the moment of the answer, and are not counted',
    ),
    ...leftOut(
      out.cancelled,
      'ticket that was cancelled before an answer is not counted',
      'tickets that were cancelled before an answer are not counted',
    ),
    ...leftOut(
      out.endUnknown,
      'solved ticket with neither an answer nor a solution time is not counted',
      'solved tickets with neither an answer nor a solution time are not counted',
    ),
    ...leftOut(
      out.backwards,
      'ticket that was answered before it was created is not counted',
      'tickets that were answered before they were created are not counted',
    ),
  ];
  return { waiting: { clock, at: created, milliseconds, ended }, notes };
}
