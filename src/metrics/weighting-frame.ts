/**
 * Whom the answers to a question shall stand for, and what is known of them (B17).
 */
import type { Period } from '../calendar/period.ts';
import type { CategoryColumn } from '../dataset/column.ts';
import { type Dataset, MARGIN_DIMENSIONS } from '../dataset/dataset.ts';
import { dimensionColumn } from '../dataset/dimension.ts';
import { solvedTickets } from '../dataset/promise.ts';
import { periodOfRows } from './estimators/period-of-rows.ts';
import { ofTickets, reopeningOfTickets, waitOfTickets } from './who-answered.ts';

/**
 * Where weights come from: population margins, the weights that answers are exported with, or margins that the data hold
 * themselves, of all solved tickets or of all active customers.
 */
export type Basis = 'margins' | 'given' | 'tickets' | 'customers';

/** One thing that is known of the answers and of those they stand for. */
export interface Kinds {
  /** A dimension, `wait` or `reopened`. */
  readonly name: string;
  readonly values: readonly string[];
  /** Of each response its value; -1 = not known, or none of the population: it is not weighted. */
  readonly codes: Int32Array;
  /** How many of the population have each value. */
  readonly population: Float64Array;
}

export interface Frame {
  readonly basis: Basis;
  /** Of each response whether it speaks for this population. */
  readonly includes: Uint8Array;
  /** At most three; none where weights are given. */
  readonly kinds: readonly Kinds[];
}

/** More margins are hard to meet and make weights wild. */
export const MOST_MARGINS = 3;

/** A margin has to be known of so many of the answers, and a frame has to hold so many: else it speaks of few. */
const KNOWN_SHARE = 0.8;
const HELD_SHARE = 0.5;

/**
 * The frame for the answers to a question: population margins before weights of the source, those before what the data
 * hold themselves; null when there is nothing to weight to.
 *
 * @param counted 1 for each response that answers the question, in any period.
 * @param period whose tickets or customers the answers shall stand for.
 */
export function frameFor(dataset: Dataset, counted: Uint8Array, period: Period): Frame | null {
  const answers = countBoth(counted, counted);
  if (answers === 0) return null;
  const holdsEnough = (frame: Frame | null): frame is Frame =>
    frame !== null && countBoth(counted, frame.includes) >= HELD_SHARE * answers;
  return [givenMargins, givenWeights, allTickets, activeCustomers].reduce<Frame | null>((found, candidate) => {
    if (found !== null) return found;
    const frame = candidate(dataset, counted, period);
    return holdsEnough(frame) ? frame : null;
  }, null);
}

/** The margins that an export gives, those of them that are known of most of the answers. */
function givenMargins(dataset: Dataset, counted: Uint8Array): Frame | null {
  const { dimension, value, count } = dataset.margins?.columns ?? {};
  if (dimension === undefined || value === undefined || count === undefined) return null;
  const kinds = MARGIN_DIMENSIONS.flatMap((name): Kinds[] => {
    const column = dimensionColumn(dataset, 'responses', name);
    const code = dimension.values.indexOf(name);
    if (column === null || code < 0) return [];
    const populations = new Map<string, number>();
    for (const [row, own] of dimension.codes.entries()) {
      if (own === code) populations.set(value.values[value.codes[row] as number] as string, count[row] as number);
    }
    const known = column.codes.map((own) => (own >= 0 ? 1 : 0));
    if (countBoth(counted, known) < KNOWN_SHARE * countBoth(counted, counted)) return [];
    return [kindsOf(name, column, populations)];
  });
  return kinds.length === 0
    ? null
    : { basis: 'margins', includes: everybody(dataset), kinds: kinds.slice(0, MOST_MARGINS) };
}

/** Answers that their source has weighted. */
function givenWeights({ responses }: Dataset): Frame | null {
  const weight = responses?.columns.weight;
  if (weight === undefined) return null;
  return { basis: 'given', includes: Uint8Array.from(weight, (own) => (own > 0 ? 1 : 0)), kinds: [] };
}

/**
 * Answers about tickets shall stand for all tickets that customers began in the period and that were solved: nobody is asked
 * about others. Kinds are those by which who answered and who did not are compared, then what the ticket is. What is not
 * known of a ticket is a kind of its own.
 */
function allTickets(dataset: Dataset, _counted: Uint8Array, period: Period): Frame | null {
  const { tickets, responses } = dataset;
  const created = tickets?.columns.created_at;
  if (tickets === null || responses === null || created === undefined) return null;
  const within = periodOfRows(created, [period]);
  const solved = solvedTickets(tickets);
  const { proactive } = tickets.columns;
  const isOfCustomer = (ticket: number) => solved[ticket] === 1 && proactive?.[ticket] !== 1;
  const columns: readonly (readonly [name: string, CategoryColumn | null])[] = [
    ['wait', waitOfTickets(dataset)],
    ['channel', dimensionColumn(dataset, 'tickets', 'channel')],
    ['reopened', reopeningOfTickets(dataset)],
    ['category', dimensionColumn(dataset, 'tickets', 'category')],
    ['priority', dimensionColumn(dataset, 'tickets', 'priority')],
  ];
  const kinds = columns.flatMap(([name, column]): Kinds[] => {
    if (column === null) return [];
    const complete = withUnknown(column);
    const populations = countValues(complete, (ticket) => within[ticket] === 0 && isOfCustomer(ticket));
    return populations.size < 2 ? [] : [kindsOf(name, ofTickets(dataset, complete) as CategoryColumn, populations)];
  });
  if (kinds.length === 0) return null;
  const includes = Uint8Array.from(responses.ticket, (ticket) => (ticket >= 0 && isOfCustomer(ticket) ? 1 : 0));
  return { basis: 'tickets', includes, kinds: kinds.slice(0, MOST_MARGINS) };
}

/** Answers of customers that are about no ticket shall stand for all who were customers in the period, by segment. */
function activeCustomers(dataset: Dataset, _counted: Uint8Array, period: Period): Frame | null {
  const { customers, responses } = dataset;
  const own = dimensionColumn(dataset, 'customers', 'segment');
  const column = dimensionColumn(dataset, 'responses', 'segment');
  if (customers === null || responses === null || own === null || column === null) return null;
  const { joined_at, churned_at } = customers.columns;
  const isActive = (row: number) =>
    !((joined_at?.[row] ?? Number.NaN) >= period.end) && !((churned_at?.[row] ?? Number.NaN) < period.start);
  const populations = countValues(withUnknown(own), isActive);
  if (populations.size < 2) return null;
  const includes = Uint8Array.from(responses.ticket, (ticket, row) =>
    ticket < 0 && (responses.customer[row] as number) >= 0 ? 1 : 0,
  );
  return { basis: 'customers', includes, kinds: [kindsOf('segment', withUnknown(column), populations)] };
}

/** Values whose population is not known, or 0, are none of it: their answers have no code. */
function kindsOf(name: string, { codes, values }: CategoryColumn, populations: ReadonlyMap<string, number>): Kinds {
  const held = [...populations].filter(([, population]) => population > 0);
  const places = new Map(held.map(([value], place) => [value, place]));
  const placeOf = Int32Array.from(values, (value) => places.get(value) ?? -1);
  return {
    name,
    values: held.map(([value]) => value),
    codes: codes.map((code) => (code < 0 ? -1 : (placeOf[code] as number))),
    population: Float64Array.from(held, ([, population]) => population),
  };
}

const NOT_KNOWN = 'not known';

function withUnknown({ codes, values }: CategoryColumn): CategoryColumn {
  return { codes: codes.map((code) => (code < 0 ? values.length : code)), values: [...values, NOT_KNOWN] };
}

/** Values that occur among the chosen rows, and how often. */
function countValues({ codes, values }: CategoryColumn, isChosen: (row: number) => boolean): Map<string, number> {
  const counts = new Float64Array(values.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (isChosen(row)) counts[code] = (counts[code] as number) + 1;
  }
  return new Map(values.map((value, code) => [value, counts[code] as number] as const).filter(([, n]) => n > 0));
}

function everybody({ responses }: Dataset): Uint8Array {
  return new Uint8Array(responses?.rows ?? 0).fill(1);
}

/** Rows that both mark. */
function countBoth(counted: Uint8Array, marked: ArrayLike<number>): number {
  let rows = 0;
  for (let row = 0; row < counted.length; row++) if (counted[row] === 1 && marked[row] === 1) rows++;
  return rows;
}
