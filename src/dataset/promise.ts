/**
 * Whether the promise about a ticket was kept: the service level.
 */
import type { Dataset, TicketTable } from './dataset.ts';
import type { TicketState } from './model.ts';

/** What became of the promise: 1 kept, 0 missed, -1 no promise or not yet due. */
export type Promises = Int8Array;

const cache = new WeakMap<TicketTable, Promises>();

/**
 * One outcome per ticket. `sla_met` decides where the export states it, but for open tickets only against them;
 * otherwise the due times do: a reply or a solution no later than promised is kept, a later one is missed, and an open
 * ticket past its due time is missed too. With both a reply and a solution promised, both must be kept: as long as one
 * is not yet due, nothing is. A ticket that was solved or cancelled without the time in question says nothing about
 * that promise.
 */
export function promiseOutcomes(dataset: Dataset): Promises {
  const { tickets } = dataset;
  if (tickets === null) return new Int8Array(0);
  const known = cache.get(tickets);
  if (known !== undefined) return known;
  const outcomes = new Int8Array(tickets.rows);
  const { sla_met, reply_due_at, due_at, first_response_at, resolved_at } = tickets.columns;
  const open = openTickets(tickets);
  // Without a word about states or ends, a ticket may well be done.
  const knowsEnds = [tickets.columns.status, resolved_at, tickets.columns.resolution_minutes].some(
    (column) => column !== undefined,
  );
  for (let row = 0; row < tickets.rows; row++) {
    const stated = sla_met?.[row] ?? -1;
    if (stated >= 0) {
      // While a ticket is open, a promise that was not missed yet is not kept yet.
      outcomes[row] = stated === 1 && knowsEnds && open[row] === 1 ? -1 : stated;
      continue;
    }
    const waitsUntil = open[row] === 1 ? dataset.extractEnd : null;
    const reply = outcome(reply_due_at?.[row], first_response_at?.[row], waitsUntil);
    const solution = outcome(due_at?.[row], resolved_at?.[row], waitsUntil);
    if (reply === 0 || solution === 0) outcomes[row] = 0;
    else outcomes[row] = reply === NOT_YET_DUE || solution === NOT_YET_DUE ? -1 : Math.max(reply, solution);
  }
  cache.set(tickets, outcomes);
  return outcomes;
}

/** Of one promise, while the ticket is open. */
const NOT_YET_DUE = -2;

/** @param waitsUntil up to when an open ticket is known to have waited; null for one that is not open. */
function outcome(due: number | undefined, done: number | undefined, waitsUntil: number | null): number {
  if (due === undefined || Number.isNaN(due)) return -1;
  if (done !== undefined && !Number.isNaN(done)) return done <= due ? 1 : 0;
  if (waitsUntil === null) return -1;
  return due < waitsUntil ? 0 : NOT_YET_DUE;
}

/** Whether each ticket is still open: neither solved nor cancelled. */
export function openTickets(tickets: TicketTable): Uint8Array {
  const solved = solvedTickets(tickets);
  const { status } = tickets.columns;
  const cancelled = status?.values.indexOf('cancelled') ?? -1;
  return solved.map((isSolved, row) =>
    isSolved === 1 || (cancelled >= 0 && status?.codes[row] === cancelled) ? 0 : 1,
  );
}

/**
 * Whether each ticket counts as solved: its state says so or, in an export without states, it has a solution time.
 * A ticket that was solved and is open again is not solved.
 */
export function solvedTickets(tickets: TicketTable): Uint8Array {
  const solved = new Uint8Array(tickets.rows);
  const { status, resolved_at, resolution_minutes } = tickets.columns;
  const states = status?.values.map((value) => SOLVED_STATES.has(value as TicketState)) ?? [];
  for (let row = 0; row < tickets.rows; row++) {
    const code = status?.codes[row] ?? -1;
    const hasTime = !Number.isNaN(resolved_at?.[row] ?? resolution_minutes?.[row] ?? Number.NaN);
    solved[row] = (code >= 0 ? states[code] : hasTime) ? 1 : 0;
  }
  return solved;
}

const SOLVED_STATES: ReadonlySet<TicketState> = new Set(['solved', 'closed']);
