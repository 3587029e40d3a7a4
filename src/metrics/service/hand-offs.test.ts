import { describe, expect, test } from 'vitest';
import { isLack } from '../analysis.ts';
import { contextOf, datasetOf, periodOf, type Row } from '../testing.ts';
import { handOffs } from './hand-offs.ts';

const span = { all: periodOf('2026'), months: [], latest: null, earlier: null };

const tickets = Array.from({ length: 40 }, (_, index) => ({
  ticket_id: `t${index}`,
  customer_id: `c${index % 20}`,
  created_at: '2026-02-01T08:00Z',
}));

const moved = (ticket: number, from: string, to: string, at = '2026-02-01T09:00Z'): Row => ({
  ticket_id: `t${ticket}`,
  at,
  type: 'group_changed',
  from,
  to,
});

const found = (events: readonly Row[]) =>
  handOffs.analyse(contextOf(datasetOf({ tickets, ticket_events: events })), span);

describe('hand-offs between departments', () => {
  const forward = tickets.map((_, index) => moved(index, 'Help desk', 'Billing'));

  test('are counted by from and to, with the tickets and customers behind them', () => {
    const result = found([
      ...forward,
      moved(0, 'Billing', 'Help desk', '2026-02-02'),
      moved(0, 'Help desk', 'Billing', '2026-02-03'),
    ]);
    expect(result).toEqual({
      total: 42,
      tickets: 40,
      pairs: [
        { from: 'Help desk', to: 'Billing', n: 41, tickets: 40, customers: 20 },
        { from: 'Billing', to: 'Help desk', n: 1, tickets: 1, customers: 1 },
      ],
    });
  });

  test('are none within a department, and none outside the time that is covered', () => {
    const result = found([
      ...forward,
      moved(0, 'Billing', 'Billing', '2026-02-02'),
      moved(1, 'Billing', 'Sales', '2025-02-02'),
    ]);
    expect(isLack(result) ? 0 : result.total).toBe(40);
  });

  test('have to be enough for a picture', () => {
    expect(found(forward.slice(0, 12))).toMatchObject({
      lacks: 'it needs 30 changes of department; these data have 12',
    });
  });
});
