import { describe, expect, test } from 'vitest';
import { mistakeOf, read } from '../data-folder-for-tests.ts';

const EVENTS = 'ticket_id,at,type,from,to\n1,2026-01-01T10:00:00Z,state,open,solved\n2,yesterday,state,,\n';
const TOUCHPOINTS = 'customer_id,at,stage,segment\nA,2026-01-01,Join,business\n';

describe('a canonical table that no test uses', () => {
  test.each([
    ['ticket_events', EVENTS, 'no test uses ticket events yet', 2],
    ['touchpoints', TOUCHPOINTS, 'no test uses tables of touchpoints yet', 1],
    [
      'actions',
      'owner,response_id,action_at,action\nx,1,2026-01-01,called\n',
      'no test uses actions on feedback yet',
      1,
    ],
  ])('%s: is known by its headers, and every row is set aside by name', async (kind, text, reason, count) => {
    const { parts, accounts } = await read({ 'any-name.csv': text });
    expect(parts).toEqual([]);
    expect(accounts).toMatchObject([
      { kind, format: 'canonical', read: count, kept: 0, setAside: [{ reason, count, record: 1 }], used: [] },
    ]);
  });

  test('leaves the parts of other files their place', async () => {
    const { parts, accounts } = await read({ 'a.csv': EVENTS, 'b.csv': 'customer_id,segment\nA,business\n' });
    expect(parts.map((part) => [part.file, part.table])).toEqual([[1, 'customers']]);
    expect(accounts.map(({ kind }) => kind)).toEqual(['ticket_events', 'customers']);
  });

  test('counts records that are no rows as such', async () => {
    const { accounts } = await read({ 'a.csv': `${EVENTS},,,,\n` });
    expect(accounts[0]).toMatchObject({
      read: 3,
      setAside: [
        { reason: 'blank line', count: 1 },
        { reason: 'no test uses ticket events yet', count: 2 },
      ],
    });
  });

  test('is not seen in tickets that happen to have its headers', async () => {
    const { parts } = await read({ 'a.csv': 'ticket_id,created_at,at,type\n1,2026-01-01,x,y\n' });
    expect(parts.map(({ table }) => table)).toEqual(['tickets']);
  });

  test('needs all headers that make it what it is', async () => {
    expect((await mistakeOf({ 'a.csv': 'dimension,value\nsegment,business\n' })).message).toContain('Nobody can tell');
  });
});
