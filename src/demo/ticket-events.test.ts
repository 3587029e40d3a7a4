/**
 * Events fill in between what the rows of tickets say, and contradict none of it.
 */
import { describe, expect, test } from 'vitest';
import { createDemo, DEFAULT_SEED } from './generate.ts';
import { EVENTS_SINCE, type TicketEvent } from './ticket-events.ts';
import { EXPORT_END } from './tickets.ts';

const { tickets, events } = createDemo(DEFAULT_SEED);
const eventsOf = Map.groupBy(events, ({ ticketId }) => ticketId);
const recent = tickets.filter(({ createdAt }) => createdAt >= EVENTS_SINCE);
const byPeople = recent.filter(({ automated }) => !automated);
const own = (id: string, type: TicketEvent['type']) => (eventsOf.get(id) ?? []).filter((event) => event.type === type);

describe('events of tickets', () => {
  test('are of tickets of the last eight weeks, all of them but those that nobody has touched', () => {
    const ids = new Set(recent.map(({ id }) => id));
    expect(events.filter(({ ticketId }) => !ids.has(ticketId))).toEqual([]);
    expect(eventsOf.size).toBeGreaterThan(0.98 * recent.length);
  });

  test('lie between the creation of the ticket and the end of the export, in their order', () => {
    for (const { id, createdAt } of recent) {
      const moments = [createdAt, ...(eventsOf.get(id) ?? []).map(({ at }) => at), EXPORT_END];
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    }
  });

  test('hand a ticket on as often as its row says, to the department of its row', () => {
    for (const ticket of byPeople) {
      const path = [...own(ticket.id, 'assigned'), ...own(ticket.id, 'group_changed')];
      if (path.length === 0) continue;
      const stations = path.map(({ to }) => to);
      expect([stations.length, stations.at(-1)]).toEqual([1 + ticket.transfers, ticket.department]);
      expect(path.map(({ from }) => from)).toEqual(['', ...stations.slice(0, -1)]);
      expect(path.every(({ from, to }) => from !== to)).toBe(true);
    }
  });

  test('open it with the first reply and solve it when its row says, as often as it was opened again', () => {
    for (const ticket of recent) {
      const states = own(ticket.id, 'status_changed');
      const to = (state: string) => states.filter((event) => event.to === state).map(({ at }) => at);
      if (ticket.firstResponseAt !== null) expect(to('open')[0]).toBe(ticket.firstResponseAt);
      if (ticket.resolvedAt !== null) expect(to('solved').at(-1)).toBe(ticket.resolvedAt);
      expect(to('solved')).toHaveLength(ticket.resolvedAt === null ? 0 : 1 + ticket.reopens);
      const state = states.at(-1)?.to ?? 'new';
      const expected = { cancelled: 'closed', open: ticket.firstResponseAt === null ? 'new' : 'open' };
      expect(state).toBe(expected[ticket.status as 'cancelled'] ?? ticket.status);
      expect(states.map(({ from }) => from)).toEqual(['new', ...states.map(({ to }) => to)].slice(0, states.length));
    }
  });

  test('have a message of a person in every chat that a person joined, and in no other', () => {
    for (const ticket of recent.filter(({ channel }) => channel === 'chatbot')) {
      const people = own(ticket.id, 'agent_message').map(({ at }) => at);
      expect(people).toEqual(ticket.firstResponseAt === null ? [] : [ticket.firstResponseAt]);
      expect(own(ticket.id, 'bot_message').length).toBeGreaterThan(0);
      if (!ticket.automated) expect(own(ticket.id, 'confirmed')).toEqual([]);
    }
  });
});
