/**
 * How many departments each ticket went through.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { once } from '../../metrics/once.ts';

/** What tells it: the count of hand-offs that the tickets state, or the departments that their events name. */
export type FunctionSource = 'transfers' | 'events';

export interface FunctionsOfTickets {
  readonly source: FunctionSource;
  /** Of each ticket, from 1; NaN = not known. */
  readonly count: Float64Array;
}

/** Fields that tell how many departments a ticket went through. */
export const FUNCTION_FIELDS = 'tickets.transfers | ticket_events.to';

/**
 * Departments that a ticket went through: one more than its hand-offs where tickets state them, so that one definition
 * holds for all; else the different departments that its assignments name.
 */
export const functionsOfTickets = once((dataset: Dataset): FunctionsOfTickets => {
  const transfers = dataset.tickets?.columns.transfers;
  if (transfers !== undefined) return { source: 'transfers', count: transfers.map((handOffs) => handOffs + 1) };
  return { source: 'events', count: departmentsNamed(dataset) };
});

function departmentsNamed({ tickets, ticket_events: events }: Dataset): Float64Array {
  const count = new Float64Array(tickets?.rows ?? 0).fill(Number.NaN);
  const { type, from, to } = events?.columns ?? {};
  if (events === null || type === undefined) return count;
  const kinds = ['assigned', 'group_changed'].map((kind) => type.values.indexOf(kind));
  const seen: string[] = [];
  let ticket = -1;
  for (let row = 0; row < events.rows; row++) {
    if (events.ticket[row] !== ticket) seen.length = 0;
    ticket = events.ticket[row] as number;
    if (!kinds.includes(type.codes[row] as number)) continue;
    for (const column of [from, to]) {
      const department = column?.values[column.codes[row] as number];
      if (department !== undefined && !seen.includes(department)) seen.push(department);
    }
    if (seen.length > 0) count[ticket] = seen.length;
  }
  return count;
}
