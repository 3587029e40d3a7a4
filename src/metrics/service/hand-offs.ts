/**
 * From which department to which tickets are handed.
 */
import type { Analysis, Lack, Span } from '../analysis.ts';
import { tooFew } from '../analysis.ts';
import type { Context } from '../definition.ts';
import { missingField } from '../missing-field.ts';

const NEEDS = ['ticket_events.ticket_id', 'ticket_events.from', 'ticket_events.to'];

/** Fewest hand-offs that make a picture. */
const FEWEST = 30;

export interface HandOff {
  readonly from: string;
  readonly to: string;
  readonly n: number;
  readonly tickets: number;
  readonly customers: number;
}

export interface HandOffs {
  readonly total: number;
  /** The tickets that were handed on at all. */
  readonly tickets: number;
  /** Every pair of departments with a hand-off, most first. */
  readonly pairs: readonly HandOff[];
}

export const handOffs: Analysis<HandOffs> = {
  id: 'hand_offs',
  name: 'Hand-offs between departments',
  label: 'Hand-offs',
  lens: 'service',
  question: 'Between which departments are tickets handed on?',
  definition:
    'Every event by which a ticket changed from one department to another, counted by the two departments. Changes within ' +
    'a department do not count; a ticket that is handed on twice counts twice. The moment of the event has to lie in the ' +
    'time that the data cover.',
  formula: 'count of changes of department, by from and to',
  who: 'changes of department of tickets',
  date: 'the moment of the change',
  tex: 'n_{ab}',
  symbols: [['n_{ab}', 'changes from department a to department b']],
  elsewhere: [],
  needs: NEEDS,
  unit: 'count',
  direction: 'lower',
  counts: 'hand-offs',
  minimum: `${FEWEST} hand-offs.`,
  margin: null,
  interval: 'None: a full count.',
  source: 'This report; the log of events as the help desk keeps it.',
  analyse,
};

function analyse({ dataset }: Context, { all }: Span): HandOffs | Lack {
  const missing = missingField(dataset, NEEDS);
  const { ticket_events: events, tickets } = dataset;
  const { from, to, type, at } = events?.columns ?? {};
  if (missing !== null || events === null || tickets === null) return { lacks: missing ?? 'no ticket has an event' };
  if (from === undefined || to === undefined || type === undefined || at === undefined) {
    return { lacks: 'no event says from which department to which a ticket went' };
  }
  const pairs = new Map<
    string,
    { from: string; to: string; n: number; tickets: Set<number>; customers: Set<number> }
  >();
  const handed = new Set<number>();
  let total = 0;
  for (let row = 0; row < events.rows; row++) {
    if (type.values[type.codes[row] as number] !== 'group_changed') continue;
    const moment = at[row] as number;
    const left = from.values[from.codes[row] as number];
    const came = to.values[to.codes[row] as number];
    if (left === undefined || came === undefined || left === came || moment < all.start || moment >= all.end) continue;
    const ticket = events.ticket[row] as number;
    const key = JSON.stringify([left, came]);
    const pair = pairs.get(key) ?? { from: left, to: came, n: 0, tickets: new Set(), customers: new Set() };
    pairs.set(key, pair);
    pair.n++;
    pair.tickets.add(ticket);
    const customer = tickets.customer[ticket] as number;
    // Whoever is not known stands for nobody else.
    pair.customers.add(customer < 0 ? -2 - ticket : customer);
    handed.add(ticket);
    total++;
  }
  if (total < FEWEST) return tooFew(FEWEST, 'changes of department', total);
  return {
    total,
    tickets: handed.size,
    pairs: [...pairs.values()]
      .map((pair) => ({ ...pair, tickets: pair.tickets.size, customers: pair.customers.size }))
      .sort((a, b) => b.n - a.n || (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1)),
  };
}
