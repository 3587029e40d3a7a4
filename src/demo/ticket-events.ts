/**
 * What happened to each ticket on its way, as far back as the help desk keeps it.
 *
 * Tickets are there already: events fill in between what their rows say, and never contradict it.
 */
import { DAY, dayNumber, instantAt, MINUTE } from './clock.ts';
import { CATEGORY_PROFILES, type Department } from './company.ts';
import { createRandom, type Random } from './random.ts';
import { EXPORT_END, type Ticket } from './tickets.ts';

export interface TicketEvent {
  readonly ticketId: string;
  readonly at: number;
  readonly type:
    | 'assigned'
    | 'group_changed'
    | 'status_changed'
    | 'customer_message'
    | 'agent_message'
    | 'bot_message'
    | 'human_requested'
    | 'confirmed';
  readonly from: string;
  readonly to: string;
}

/** Tickets created from this day on still have their events: eight weeks, as the help desk keeps them. */
export const EVENTS_SINCE = instantAt(dayNumber('2026-05-18'), 0);

type Add = (at: number, type: TicketEvent['type'], from?: string, to?: string) => void;

/** All events ticket by ticket, each in the order of its moment. */
export function createTicketEvents(seed: number, tickets: readonly Ticket[]): readonly TicketEvent[] {
  const random = createRandom(seed, 'ticket events');
  return tickets
    .filter((ticket) => ticket.createdAt >= EVENTS_SINCE)
    .flatMap((ticket) => {
      const events: TicketEvent[] = [];
      const add: Add = (at, type, from = '', to = '') => {
        const whole = Math.round(at / 1000) * 1000;
        if (whole < EXPORT_END) events.push({ ticketId: ticket.id, at: whole, type, from, to });
      };
      if (ticket.channel === 'chatbot') chat(random, ticket, add);
      if (!ticket.automated) handle(random, ticket, add);
      settle(random, ticket, add);
      return events.sort((a, b) => a.at - b.at);
    });
}

/** Assigned to a department, handed on as often as the ticket says, at last to the department of its row. */
function handle(random: Random, ticket: Ticket, add: Add): void {
  const path = pathOf(random, ticket);
  const until = ticket.resolvedAt ?? EXPORT_END;
  const first = ticket.firstResponseAt ?? until;
  const assigned = ticket.createdAt + Math.min(random.exponential(12 * MINUTE), 0.4 * (first - ticket.createdAt));
  add(assigned, 'assigned', '', path[0]);
  // Installations has its cases early and keeps them; elsewhere they are handed on at any time.
  const [low, high] = ticket.department === 'Installations' ? [0.02, 0.15] : [0.1, 0.9];
  const shares = path
    .slice(1)
    .map(() => random.between(low, high))
    .sort((a, b) => a - b);
  for (const [index, share] of shares.entries()) {
    add(assigned + share * (until - 1000 - assigned), 'group_changed', path[index], path[index + 1]);
  }
}

function pathOf(random: Random, ticket: Ticket): Department[] {
  const path: Department[] = [ticket.department];
  while (path.length <= ticket.transfers) {
    const others = { 'Help desk': 0.6, ...CATEGORY_PROFILES[ticket.category].departments };
    delete others[path[0] as Department];
    path.unshift(random.pick(others as Record<Department, number>));
  }
  return path;
}

/** From new to the state of the ticket's row. */
function settle(random: Random, ticket: Ticket, add: Add): void {
  const { firstResponseAt, resolvedAt } = ticket;
  if (firstResponseAt === null) {
    if (resolvedAt !== null) end(add, 'new', resolvedAt, ticket);
    return;
  }
  add(firstResponseAt, 'status_changed', 'new', 'open');
  if (ticket.status === 'cancelled') add(firstResponseAt + 2 * MINUTE, 'status_changed', 'open', 'closed');
  if (ticket.status === 'pending') add(firstResponseAt + MINUTE, 'status_changed', 'open', 'pending');
  if (resolvedAt === null) return;
  const span = resolvedAt - firstResponseAt;
  if (ticket.reopens > 0) {
    const back = firstResponseAt + 0.5 * span;
    for (let time = 0; time < ticket.reopens; time++) {
      const at = back + 0.2 * span * time;
      add(at - 0.15 * span, 'status_changed', 'open', 'solved');
      add(at, 'status_changed', 'solved', 'open');
    }
  } else if (ticket.replies > 1 && span > 30 * MINUTE && random.chance(0.35)) {
    const asked = firstResponseAt + random.between(0.1, 0.5) * span;
    add(asked, 'status_changed', 'open', 'pending');
    add(asked + random.between(0.2, 0.6) * (resolvedAt - asked), 'status_changed', 'pending', 'open');
  }
  end(add, 'open', resolvedAt, ticket);
}

function end(add: Add, from: string, resolvedAt: number, ticket: Ticket): void {
  add(resolvedAt, 'status_changed', from, 'solved');
  if (ticket.status === 'closed') add(resolvedAt + 7 * DAY, 'status_changed', 'solved', 'closed');
}

/** What customer, chatbot and people say in a chat, as far as the report asks for it. */
function chat(random: Random, ticket: Ticket, add: Add): void {
  const until = ticket.automated && ticket.resolvedAt !== null ? ticket.resolvedAt : ticket.createdAt + 3 * MINUTE;
  const at = (share: number) => ticket.createdAt + share * (until - ticket.createdAt);
  add(ticket.createdAt, 'customer_message');
  add(at(0.05), 'bot_message');
  add(at(0.4), 'customer_message');
  add(at(0.45), 'bot_message');
  const wantsHuman = random.chance(ticket.automated ? 0.12 : 0.8);
  if (wantsHuman) add(at(0.6), 'human_requested');
  if (ticket.automated) leave(random, ticket.resolvedAt ?? EXPORT_END, add);
  else if (ticket.firstResponseAt !== null) handOver(random, at(0.6), ticket.firstResponseAt, add);
}

/** Some confirm that the matter is settled, some write once more within a day, the others leave. */
function leave(random: Random, solvedAt: number, add: Add): void {
  if (random.chance(0.34)) add(solvedAt - 5000, 'confirmed');
  else if (random.chance(0.25)) add(solvedAt + random.between(1, 20) * 60 * MINUTE, 'customer_message');
}

/** Most are through to somebody before they write again; the others write while they wait. */
function handOver(random: Random, since: number, repliedAt: number, add: Add): void {
  const messages = random.chance(0.4) ? [0.2, 0.4, 0.6] : [];
  for (const share of messages) add(since + share * (repliedAt - since), 'customer_message');
  add(repliedAt, 'agent_message');
}
