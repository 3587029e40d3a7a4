/**
 * In whose hands each ticket was, and for how long.
 */
import type { CategoryColumn } from '../../dataset/column.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { solutionMoments } from '../../metrics/service/solution-moment.ts';
import { ticketStates } from '../../metrics/service/ticket-state.ts';

/** Time with nobody, and time that passed until the customer answered. */
export const UNASSIGNED = 0;
export const WAITING = 1;
/** Hands from here on are departments: `FIRST_DEPARTMENT` + place in `departments`. */
export const FIRST_DEPARTMENT = 2;

export interface TimeInHands {
  /** Departments that events name. */
  readonly departments: readonly string[];
  /** Tickets that events tell of. */
  readonly tickets: Int32Array;
  /** Milliseconds, `hands` numbers for each of `tickets`, in their order. */
  readonly milliseconds: Float64Array;
  readonly hands: number;
}

/**
 * Splits the time from a ticket’s creation to its solution, or to the end of the data, among those who had it. Time in
 * which it counted as solved, before it was reopened, belongs to nobody and is left out; so are tickets that were never
 * assigned because a machine answered them.
 *
 * @param elapsed one clock for all: milliseconds between two moments.
 */
export function timeInHands(dataset: Dataset, elapsed: (from: number, to: number) => number): TimeInHands {
  const { tickets, ticket_events: events } = dataset;
  const { at, type, from, to } = events?.columns ?? {};
  const created = tickets?.columns.created_at;
  if (events === null || at === undefined || type === undefined || created === undefined) {
    return { departments: [], tickets: new Int32Array(0), milliseconds: new Float64Array(0), hands: FIRST_DEPARTMENT };
  }
  const named = departmentsNamed(type, [from, to]);
  const hands = FIRST_DEPARTMENT + named.names.length;
  const solvedAt = solutionMoments(dataset);
  const { open } = ticketStates(dataset);
  const automated = tickets?.columns.automated;
  const kind = (name: string) => type.values.indexOf(name);
  const [assigned, moved, changed] = [kind('assigned'), kind('group_changed'), kind('status_changed')];
  const found: number[] = [];
  const spans: Float64Array[] = [];

  for (let first = 0; first < events.rows; ) {
    const ticket = events.ticket[first] as number;
    let next = first;
    while (next < events.rows && events.ticket[next] === ticket) next++;
    const span = spanOf(ticket, first, next);
    if (span !== null) {
      found.push(ticket);
      spans.push(span);
    }
    first = next;
  }
  const milliseconds = new Float64Array(found.length * hands);
  for (const [index, span] of spans.entries()) milliseconds.set(span, index * hands);
  return { departments: named.names, tickets: Int32Array.from(found), milliseconds, hands };

  /** Time of one ticket by hands; null where its events do not tell. */
  function spanOf(ticket: number, firstEvent: number, end: number): Float64Array | null {
    if (automated?.[ticket] === 1) return null;
    const until = open[ticket] === 1 ? dataset.extractEnd : (solvedAt[ticket] as number);
    const since = (created as Float64Array)[ticket] as number;
    if (!(since <= until)) return null;
    const span = new Float64Array(hands);
    let holder = holderBefore(firstEvent, end);
    let isWaiting = false;
    let isSettled = false;
    let last = since;
    let tells = false;
    const pass = (moment: number) => {
      const now = Math.min(Math.max(moment, last), until);
      const hand = isWaiting ? WAITING : holder;
      if (!isSettled) span[hand] = (span[hand] as number) + elapsed(last, now);
      last = now;
    };
    for (let event = firstEvent; event < end; event++) {
      const what = type?.codes[event] as number;
      if (what !== assigned && what !== moved && what !== changed) continue;
      pass((at as Float64Array)[event] as number);
      if (what === changed) {
        const state = to?.values[to.codes[event] as number] ?? '';
        isWaiting = state === 'pending';
        isSettled = state === 'solved' || state === 'closed' || state === 'cancelled';
      } else {
        holder = named.handOf(to, event);
        tells = true;
      }
    }
    if (!tells) return null;
    pass(until);
    return span;
  }

  /** Who had the ticket before its first move, where that says whom it left. */
  function holderBefore(firstEvent: number, end: number): number {
    for (let event = firstEvent; event < end; event++) {
      const what = type?.codes[event] as number;
      if (what === assigned || what === moved) return named.handOf(from, event);
    }
    return UNASSIGNED;
  }
}

/** The departments among the words of a column that holds states as well, and the hands that a cell stands for. */
function departmentsNamed(type: CategoryColumn, columns: readonly (CategoryColumn | undefined)[]) {
  const kinds = ['assigned', 'group_changed'].map((name) => type.values.indexOf(name));
  const names = new Set<string>();
  for (const column of columns) {
    if (column === undefined) continue;
    const used = new Uint8Array(column.values.length);
    for (let row = 0; row < type.codes.length; row++) {
      const code = column.codes[row] as number;
      if (code >= 0 && kinds.includes(type.codes[row] as number)) used[code] = 1;
    }
    for (const [code, isUsed] of used.entries()) if (isUsed === 1) names.add(column.values[code] as string);
  }
  const sorted = [...names].sort();
  const hands = new Map(
    columns
      .filter((column) => column !== undefined)
      .map((column) => [column, column.values.map((name) => sorted.indexOf(name))]),
  );
  return {
    names: sorted,
    handOf: (column: CategoryColumn | undefined, event: number): number => {
      const code = column?.codes[event] ?? -1;
      const place = column === undefined || code < 0 ? -1 : (hands.get(column)?.[code] ?? -1);
      return place < 0 ? UNASSIGNED : FIRST_DEPARTMENT + place;
    },
  };
}
