import { describe, expect, test } from 'vitest';
import { balanced } from './account.ts';
import { read, rowsOfPart } from './data-folder-for-tests.ts';

async function account(text: string) {
  const { parts, accounts } = await read({ 'file.csv': text });
  const [only] = accounts;
  if (only === undefined) throw new Error('nothing was read');
  const aside = Object.fromEntries(only.setAside.map(({ reason, count }) => [reason, count]));
  return {
    read: only.read,
    kept: only.kept,
    aside,
    rows: rowsOfPart(parts[0] as never),
    part: parts[0],
    notes: only.notes,
  };
}

describe('records that are no rows', () => {
  test('are counted by what they are', async () => {
    const result = await account(
      [
        'ticket_id,created_at,channel',
        '1,2026-01-01,email',
        '',
        ' , ,',
        'ticket_id,created_at,channel',
        '2,2026-01-01',
        '3,2026-01-01,email,,',
        '4,2026-01-01,email,surplus',
        'Total: 4',
        '5,2026-01-01,chat',
        '',
      ].join('\n'),
    );
    expect(result).toMatchObject({
      read: 9,
      kept: 3,
      aside: {
        'blank line': 2,
        'the header again': 1,
        'a line of the report around the table': 1,
        'fewer cells than the header': 1,
        'more cells than the header': 1,
      },
    });
    expect([...(result.part?.record ?? [])]).toEqual([1, 6, 9]);
  });

  test('lines above the header are no records', async () => {
    const result = await account('Tickets of January\n\nticket_id,created_at\n1,2026-01-01\n');
    expect(result).toMatchObject({ read: 1, kept: 1, notes: ['records skipped above the header: 2'] });
  });
});

test('tickets that are set aside', async () => {
  const header = 'ticket_id,created_at,first_response_at,resolved_at,resolution_minutes,first_response_minutes,status';
  const {
    read: records,
    kept,
    aside,
    rows,
  } = await account(
    [
      header,
      '1,2026-01-02 10:00,2026-01-02 11:00,2026-01-02 12:00,120,60,solved',
      ',2026-01-02 10:00,,,,,open',
      'n/a,2026-01-02 10:00,,,,,open',
      '2,,,,,,open',
      '3,2026-01-02 10:00,,,,,spam',
      '4,2026-01-02 10:00,,,,,Merged',
      '5,2026-01-02 10:00,,,,,duplicate',
      '6,2026-01-02 10:00,,,,,trash',
      '7,2026-01-02 10:00,,2026-01-02 09:59,,,solved',
      '8,2026-01-02 10:00,,,-5,,solved',
      '9,2026-01-02 10:00,2026-01-01 10:00,,,,solved',
      '10,2026-01-02 10:00,,,,-1,solved',
      '11,2026-01-02 10:00,2026-01-02 10:00,2026-01-02 10:00,0,0,solved',
    ].join('\n'),
  );
  expect({ records, kept }).toEqual({ records: 13, kept: 2 });
  expect(aside).toEqual({
    'no ticket number': 2,
    'no time of creation': 1,
    spam: 1,
    'merged into another ticket': 2,
    deleted: 1,
    'resolved before it was created': 2,
    'replied to before it was created': 2,
  });
  expect(rows.map((row) => row.status)).toEqual(['solved', 'solved']);
});

test('responses that are set aside, and invitations that are kept', async () => {
  const {
    read: records,
    kept,
    aside,
    rows,
  } = await account(
    [
      'invited_at,submitted_at,csat,nps,completed',
      '2026-01-01 10:00,2026-01-01 11:00,5,,yes',
      '2026-01-01 10:00,,,,',
      '2026-01-01 10:00,,,,no',
      ',,,,',
      ',,,,yes',
      ',,4,,yes',
      '2026-01-01 10:00,,,9,',
      ',2026-01-01 11:00,5,,no',
      ',2026-01-01 12:00,,,no',
      '2026-01-01 10:00,2026-01-01 09:00,5,,',
      ',2026-01-01 11:00,,,yes',
    ].join('\n'),
  );
  expect({ records, kept }).toEqual({ records: 11, kept: 4 });
  expect(aside).toEqual({
    'blank line': 1,
    'neither invited nor answered': 1,
    'an answer without the time it was given': 2,
    'partial answer without a score': 1,
    'answered before it was invited': 1,
    'no score': 1,
  });
  expect(rows.map((row) => row.csat)).toEqual([5, null, null, 5]);
});

test('an answer that only says whether the issue was resolved is an answer; one that says neither is none', async () => {
  const { kept, aside, rows } = await account(
    [
      'submitted_at,csat,resolved_first',
      '2026-01-01 11:00,,yes',
      '2026-01-02 11:00,,No',
      '2026-01-03 11:00,5,',
      '2026-01-04 11:00,,',
    ].join('\n'),
  );
  expect(kept).toBe(3);
  expect(aside).toEqual({ 'no score': 1 });
  expect(rows.map((row) => row.resolved_first)).toEqual([true, false, null]);
});

test('an answer dated by its day only can follow an invitation of the same day', async () => {
  const { kept, aside } = await account(
    'invited_at,submitted_at,csat\n2026-01-05 10:00,2026-01-05,5\n2026-01-05 10:00,2026-01-04,5\n',
  );
  expect(kept).toBe(1);
  expect(aside).toEqual({ 'answered before it was invited': 1 });
});

test('customers that are set aside', async () => {
  const { kept, aside } = await account(
    'customer_id,joined_at,churned_at\nA,2025-01-01,\n,2025-01-01,\nanonymous,2025-01-01,\nB,2025-01-01,2024-12-31\n',
  );
  expect(kept).toBe(1);
  expect(aside).toEqual({ 'no customer number': 2, 'left before joining': 1 });
});

test('dictionaries hold only what kept rows use, in a fixed order', async () => {
  const { part } = await account(
    'ticket_id,created_at,status,channel\n1,2026-01-01,spam,fax\n2,2026-01-01,open,phone\n3,2026-01-01,new,email\n',
  );
  const columns = part?.columns as Record<string, { values: string[] }>;
  expect(columns.channel?.values).toEqual(['email', 'phone']);
  expect(columns.status?.values).toEqual(['new', 'open']);
});

test('an account that does not add up is a bug', () => {
  const account = { path: 'x.csv', read: 3, kept: 1, setAside: [{ reason: 'spam', count: 1 }] };
  expect(() => balanced(account as never)).toThrow('3 rows read, but 1 kept and 1 set aside');
});
