import { describe, expect, test } from 'vitest';
import { datasetOf } from './testing.ts';
import { invitedBy } from './who-answered.ts';

const tickets = [
  {
    ticket_id: 't1',
    customer_id: 'a',
    created_at: '2026-01-01T08:00',
    first_response_at: '2026-01-01T08:30',
    reopens: 0,
  },
  {
    ticket_id: 't2',
    customer_id: 'b',
    created_at: '2026-01-01T08:00',
    first_response_at: '2026-01-02T09:00',
    reopens: 2,
  },
  { ticket_id: 't3', customer_id: 'b', created_at: '2026-01-01T08:00' },
];
const responses = [
  { ticket_id: 't1', customer_id: 'a', invited_at: '2026-01-03', submitted_at: '2026-01-04', csat: 4, segment: 'Home' },
  { ticket_id: 't2', customer_id: 'b', invited_at: '2026-01-03', segment: 'Shop' },
  { ticket_id: 't3', customer_id: 'b', invited_at: '2026-01-03', segment: 'Shop' },
  { customer_id: 'c', submitted_at: '2026-01-04', csat: 1, segment: 'Home' },
];
const dataset = datasetOf({ tickets, responses });
const counts = (factor: Parameters<typeof invitedBy>[1]) =>
  invitedBy(dataset, factor)
    .filter(({ invited }) => invited > 0)
    .map(({ label, invited, answered, customers }) => [label, invited, answered, customers]);

describe('invitations, answered and not', () => {
  test('by the wait for a first answer to their ticket', () => {
    expect(counts('wait')).toEqual([
      ['within 1 hour', 1, 1, 1],
      ['over 24 hours', 1, 0, 1],
    ]);
  });

  test('by whether their ticket was reopened', () => {
    expect(counts('reopened')).toEqual([
      ['not reopened', 1, 1, 1],
      ['reopened', 1, 0, 1],
    ]);
  });

  test('by segment; an answer that nobody asked for is no invitation', () => {
    expect(counts('segment')).toEqual([
      ['Home', 1, 1, 1],
      ['Shop', 2, 0, 1],
    ]);
  });

  test('not by what no source supplies', () => {
    expect(invitedBy(dataset, 'channel')).toEqual([]);
    expect(invitedBy(datasetOf({ responses }), 'wait')).toEqual([]);
  });
});
