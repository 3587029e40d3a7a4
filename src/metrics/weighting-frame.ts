/**
 * Whom the answers to a question shall stand for, and what is known of them (B17).
 */
import type { Period } from '../calendar/period.ts';
import type { CategoryColumn } from '../dataset/column.ts';
import { type Dataset, MARGIN_DIMENSIONS } from '../dataset/dataset.ts';
import { dimensionColumn } from '../dataset/dimension.ts';
import { solvedTickets } from '../dataset/promise.ts';
import { periodOfRows } from './estimators/period-of-rows.ts';
import { once } from './once.ts';
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
  const known = framesOfTickets(dataset);
  const key = `${period.start} ${period.end}`;
  const frame = known.get(key) ?? ticketsBegunIn(dataset, period);
  known.set(key, frame);
  return frame;
}

/** Frames by period: questions share them. */
const framesOfTickets = once((_dataset: Dataset) => new Map<string, Frame | null>());

function ticketsBegunIn(dataset: Dataset, period: Period): Frame | null {
  const created = dataset.tickets?.columns.created_at;
  const { responses } = dataset;
  if (responses === null || created === undefined) return null;
  const within = periodOfRows(created, [period]);
  const { isOfCustomer, isAboutOne } = solvedForCustomers(dataset);
  const isChosen = isOfCustomer.map((own, ticket) => (within[ticket] === 0 ? own : 0));
  const kinds: Kinds[] = [];
  for (const [name, columnOf] of Object.entries(TICKET_KINDS)) {
    const column = columnOf(dataset);
    if (column === null || kinds.length === MOST_MARGINS) continue;
    const populations = countValues(column.tickets, isChosen);
    if (populations.size >= 2) kinds.push(kindsOf(name, column.responses, populations));
  }
  return kinds.length === 0 ? null : { basis: 'tickets', includes: isAboutOne, kinds };
}

/** Tickets that customers began and that were solved, and responses about one. */
const solvedForCustomers = once((dataset: Dataset) => {
  const { tickets, responses } = dataset;
  const proactive = tickets?.columns.proactive;
  const solved = tickets === null ? new Uint8Array(0) : solvedTickets(tickets);
  const isOfCustomer = solved.map((own, ticket) => (own === 1 && proactive?.[ticket] !== 1 ? 1 : 0));
  const isAboutOne = new Uint8Array(responses?.rows ?? 0);
  for (let row = 0; row < isAboutOne.length; row++) {
    const ticket = responses?.ticket[row] as number;
    isAboutOne[row] = ticket < 0 ? 0 : (isOfCustomer[ticket] as number);
  }
  return { isOfCustomer, isAboutOne };
});

/** What is known of tickets, what is not known included, and the same of the responses about them. */
interface TicketColumn {
  readonly tickets: CategoryColumn;
  readonly responses: CategoryColumn;
}

/** In the order in which they are taken; each is made when it is first wanted, for all periods. */
const TICKET_KINDS: Readonly<Record<string, (dataset: Dataset) => TicketColumn | null>> = {
  wait: ofBoth(waitOfTickets),
  channel: ofBoth((dataset) => dimensionColumn(dataset, 'tickets', 'channel')),
  reopened: ofBoth(reopeningOfTickets),
  category: ofBoth((dataset) => dimensionColumn(dataset, 'tickets', 'category')),
  priority: ofBoth((dataset) => dimensionColumn(dataset, 'tickets', 'priority')),
};

function ofBoth(columnOf: (dataset: Dataset) => CategoryColumn | null): (dataset: Dataset) => TicketColumn | null {
  return once((dataset: Dataset) => {
    const column = columnOf(dataset);
    if (column === null) return null;
    const tickets = withUnknown(column);
    return { tickets, responses: ofTickets(dataset, tickets) as CategoryColumn };
  });
}

/** Answers of customers that are about no ticket shall stand for all who were customers in the period, by segment. */
function activeCustomers(dataset: Dataset, _counted: Uint8Array, period: Period): Frame | null {
  const { customers, responses } = dataset;
  const own = dimensionColumn(dataset, 'customers', 'segment');
  const column = dimensionColumn(dataset, 'responses', 'segment');
  if (customers === null || responses === null || own === null || column === null) return null;
  const { joined_at, churned_at } = customers.columns;
  const isActive = Uint8Array.from({ length: customers.rows }, (_, row) =>
    (joined_at?.[row] ?? Number.NaN) >= period.end || (churned_at?.[row] ?? Number.NaN) < period.start ? 0 : 1,
  );
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
function countValues({ codes, values }: CategoryColumn, isChosen: Uint8Array): Map<string, number> {
  const counts = new Float64Array(values.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + (isChosen[row] as number);
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
