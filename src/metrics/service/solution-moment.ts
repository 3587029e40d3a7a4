/**
 * When tickets were solved.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { once } from '../once.ts';
import { ticketStates } from './ticket-state.ts';

/** Fields that tell when a ticket was solved. */
export const SOLUTION_FIELDS = 'tickets.resolved_at | tickets.resolution_minutes';

const MINUTE = 60_000;

/** Why the moment of solution is not known although a field about it is there; null when it is known. */
export function missingSolutionMoment({ tickets }: Dataset): string | null {
  if (tickets === null || tickets.columns.resolved_at !== undefined || tickets.clock === 'calendar') return null;
  return 'the solution minutes run on the business clock, and no ticket export has the field `resolved_at`';
}

/**
 * The latest solution of each solved ticket in epoch milliseconds; NaN for a ticket that is not solved or whose
 * moment of solution is not known.
 *
 * Where no source has `resolved_at`, it follows from creation and `resolution_minutes` on the calendar clock.
 */
export const solutionMoments = once((dataset: Dataset): Float64Array => {
  const { tickets } = dataset;
  if (tickets === null) return new Float64Array(0);
  const { created_at, resolved_at, resolution_minutes } = tickets.columns;
  const { solved } = ticketStates(dataset);
  const moments = new Float64Array(tickets.rows).fill(Number.NaN);
  for (let row = 0; row < tickets.rows; row++) {
    if (solved[row] !== 1) continue;
    if (resolved_at !== undefined) moments[row] = resolved_at[row] as number;
    else if (created_at !== undefined && resolution_minutes !== undefined && tickets.clock === 'calendar') {
      moments[row] = (created_at[row] as number) + (resolution_minutes[row] as number) * MINUTE;
    }
  }
  return moments;
});
