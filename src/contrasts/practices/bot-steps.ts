/**
 * What became of tickets that a bot took up, as far as messages tell.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { TicketEventType } from '../../dataset/model.ts';
import { type Lack, tooFew } from '../../metrics/analysis.ts';
import { windowOutcomes } from '../../metrics/service/fcr-window.ts';
import { HANDLED_BY, handlingOf, ticketsWith } from '../../metrics/service/handling.ts';
import type { Interval } from '../../statistics/interval.ts';
import { wilson } from '../../statistics/proportion.ts';

export const BOT_STEPS = ['contained', 'soft', 'hard', 'held'] as const;
export type BotStep = (typeof BOT_STEPS)[number];

export interface BotSteps {
  /** Tickets that a bot took up and that can be followed for seven days. */
  readonly n: number;
  readonly customers: number;
  readonly steps: readonly (Interval & {
    readonly id: BotStep;
    readonly n: number;
    readonly share: number;
    readonly customers: number;
  })[];
}

/** Whether a person came before the customer had written three more messages, of those who asked for one. */
export interface Reach extends Interval {
  readonly n: number;
  readonly share: number;
  readonly customers: number;
}

const QUIET_HOURS_MS = DAY_MS;
const FOLLOWED_DAYS = 7;
const MESSAGES = 2;

/** The four ways of counting; or that no messages are known, or of too few tickets. */
export function botSteps(dataset: Dataset, fewest: number): BotSteps | Lack {
  const { tickets, ticket_events: events } = dataset;
  const { type, at } = events?.columns ?? {};
  if (tickets === null || events === null || type === undefined || at === undefined) {
    return { lacks: 'no table of ticket events tells what bots and customers wrote' };
  }
  const lastBot = lastOf(dataset, 'bot_message');
  const handled = handlingOf(dataset);
  const held = windowOutcomes(dataset, FOLLOWED_DAYS, 'any').sample.values;
  const confirmed = ticketsWith(dataset, 'confirmed');
  const spoke = new Uint8Array(tickets.rows);
  const customerMessage = type.values.indexOf('customer_message');
  for (let row = 0; row < events.rows; row++) {
    const ticket = events.ticket[row] as number;
    const since = (at[row] as number) - (lastBot[ticket] as number);
    if (type.codes[row] === customerMessage && since > 0 && since <= QUIET_HOURS_MS) spoke[ticket] = 1;
  }
  const latest = dataset.extractEnd - FOLLOWED_DAYS * DAY_MS;
  const rows: number[] = [];
  for (let ticket = 0; ticket < tickets.rows; ticket++) {
    if ((tickets.customer[ticket] as number) >= 0 && (lastBot[ticket] as number) <= latest) rows.push(ticket);
  }
  if (rows.length < fewest)
    return tooFew(fewest, 'tickets with a bot’s messages that can be followed for 7 days', rows.length);
  const is: Readonly<Record<BotStep, (ticket: number) => boolean>> = {
    contained: (ticket) => handled[ticket] === HANDLED_BY.bot,
    soft: (ticket) => is.contained(ticket) && spoke[ticket] === 0,
    hard: (ticket) => is.contained(ticket) && confirmed[ticket] === 1,
    held: (ticket) => (is.soft(ticket) || is.hard(ticket)) && held[ticket] === 1,
  };
  const customersOf = (some: readonly number[]) => new Set(some.map((ticket) => tickets.customer[ticket])).size;
  return {
    n: rows.length,
    customers: customersOf(rows),
    steps: BOT_STEPS.map((id) => {
      const those = rows.filter(is[id]);
      const share = those.length / rows.length;
      return { id, n: those.length, share, ...wilson(share, rows.length), customers: customersOf(those) };
    }),
  };
}

/** Null where too few asked for a person. */
export function reachOfHumans(dataset: Dataset, fewest: number): Reach | null {
  const { tickets, ticket_events: events } = dataset;
  const { type } = events?.columns ?? {};
  if (tickets === null || events === null || type === undefined) return null;
  const [asked, person, customer] = (['human_requested', 'agent_message', 'customer_message'] as const).map((name) =>
    type.values.indexOf(name),
  );
  // Of each ticket with a request: messages of the customer since then, and whether a person came before the third.
  const since = new Map<number, { messages: number; reached: boolean }>();
  for (let row = 0; row < events.rows; row++) {
    const ticket = events.ticket[row] as number;
    const code = type.codes[row] as number;
    const known = since.get(ticket);
    if (known === undefined) {
      if (code === asked) since.set(ticket, { messages: 0, reached: false });
    } else if (code === customer) known.messages++;
    else if (code === person && known.messages <= MESSAGES) known.reached = true;
  }
  const n = since.size;
  if (n < fewest) return null;
  const share = [...since.values()].filter(({ reached }) => reached).length / n;
  const customers = new Set([...since.keys()].map((ticket) => tickets.customer[ticket])).size;
  return { n, share, ...wilson(share, n), customers };
}

/** By ticket the moment of the last event of a type; NaN for none. */
function lastOf({ tickets, ticket_events: events }: Dataset, wanted: TicketEventType): Float64Array {
  const last = new Float64Array(tickets?.rows ?? 0).fill(Number.NaN);
  const { type, at } = events?.columns ?? {};
  if (events === null || type === undefined || at === undefined) return last;
  const code = type.values.indexOf(wanted);
  for (let row = 0; row < events.rows; row++) {
    if (type.codes[row] === code) last[events.ticket[row] as number] = at[row] as number;
  }
  return last;
}
