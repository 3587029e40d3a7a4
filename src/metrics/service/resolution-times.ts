/**
 * How long each ticket took to be solved.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import type { Clock } from '../../dataset/part.ts';
import { datedByDay, leftOut } from '../left-out.ts';
import { type ElapsedTime, oncePerClock } from './clock.ts';
import type { CountedWaits } from './first-response-times.ts';
import { ticketStates } from './ticket-state.ts';

const MINUTE = 60_000;

/**
 * Times from creation to the latest solution, and what was left out.
 *
 * An open ticket has taken at least until the end of the data. A cancelled one was never going to be solved and does
 * not count.
 */
export const resolutionTimes = oncePerClock(prepare);

function prepare(dataset: Dataset, clock: Clock, elapsed: ElapsedTime): CountedWaits {
  const { tickets } = dataset;
  const rows = tickets?.rows ?? 0;
  const created = tickets?.columns.created_at ?? new Float64Array(rows).fill(Number.NaN);
  const milliseconds = new Float64Array(rows).fill(Number.NaN);
  const ended = new Uint8Array(rows);
  const { resolved_at, resolution_minutes, dated_by_day } = tickets?.columns ?? {};
  const { solved, open } = ticketStates(dataset);
  const out = { datedByDay: 0, cancelled: 0, timeUnknown: 0, backwards: 0 };

  const solvedAfter = (row: number): number => {
    if (resolved_at === undefined)
      return (tickets?.clock === clock ? (resolution_minutes?.[row] ?? Number.NaN) : Number.NaN) * MINUTE;
    const moment = resolved_at[row] as number;
    return Number.isNaN(moment) ? moment : elapsed(row, created[row] as number, moment);
  };

  for (let row = 0; row < rows; row++) {
    if (Number.isNaN(created[row])) continue;
    if (dated_by_day?.[row] === 1) {
      out.datedByDay++;
      continue;
    }
    const isOpen = open[row] === 1;
    if (!isOpen && solved[row] !== 1) {
      out.cancelled++;
      continue;
    }
    const time = isOpen ? elapsed(row, created[row] as number, dataset.extractEnd) : solvedAfter(row);
    if (Number.isNaN(time)) out.timeUnknown++;
    else if (time < 0) out.backwards++;
    else {
      milliseconds[row] = Math.round(time);
      ended[row] = isOpen ? 0 : 1;
    }
  }

  const notes = [
    ...datedByDay(out.datedByDay),
    ...leftOut(out.cancelled, 'cancelled ticket is not counted', 'cancelled tickets are not counted'),
    ...leftOut(
      out.timeUnknown,
      'solved ticket without a solution time is not counted',
      'solved tickets without a solution time are not counted',
    ),
    ...leftOut(
      out.backwards,
      'ticket that was solved before it was created is not counted',
      'tickets that were solved before they were created are not counted',
    ),
  ];
  return { waiting: { clock, at: created, milliseconds, ended }, notes };
}
