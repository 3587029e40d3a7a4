import { describe, expect, test } from 'vitest';
import { assemble } from '../dataset/assemble.ts';
import { type Files, type FolderOptions, read } from './data-folder-for-tests.ts';

const HEADER =
  'Id,Requester,Requester id,Status,Created at,Updated at,Satisfaction Score,Group stations,Assignee stations,Tags';
const zendesk = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');

/** How many tickets count, and what was set aside after reading, by reason. */
async function counted(files: Files, options: FolderOptions = {}) {
  const { parts, accounts } = await read(files, options);
  const { dataset, setAside } = await assemble(parts, { timeZone: 'UTC', periodOf: () => 0 });
  return {
    tickets: dataset.tickets?.rows ?? 0,
    read: accounts.flatMap((account) => account.setAside.map(({ reason, count }) => [reason, count])),
    later: setAside.map(({ file, reason, count }) => [file, reason, count]),
  };
}

describe('a ticket that was merged', () => {
  const open = '1,Ann,9,Open,2026-01-05 09:00,2026-01-05 10:00,Not Offered,1,1,';
  const other = '2,Bob,8,Open,2026-01-05 09:00,2026-01-05 10:00,Not Offered,1,1,';
  const merged = '1,Ann,9,Closed,2026-01-05 09:00,2026-01-07 10:00,Not Offered,1,1,closed_by_merge';
  const reason = 'a ticket that another row calls merged, deleted, spam or a test';

  test('does not live on as the open ticket of an earlier export', async () => {
    expect(await counted({ 'january.csv': zendesk(open, other), 'february.csv': zendesk(merged) })).toEqual({
      tickets: 1,
      read: [['merged into another ticket', 1]],
      later: [[1, reason, 1]],
    });
  });

  test('nor as an earlier row of the same file', async () => {
    expect(await counted({ 'january.csv': zendesk(merged, open, other) })).toMatchObject({
      tickets: 1,
      later: [[0, reason, 1]],
    });
  });

  test('counts in both files where merged tickets are kept', async () => {
    const sources = [{ glob: '*.csv', kind: 'export', keep: ['merged'] }];
    const kept = await counted({ 'a.csv': zendesk(open, other), 'b.csv': zendesk(merged) }, { sources });
    expect(kept).toMatchObject({ tickets: 2, read: [] });
  });
});

test('the state of a ticket retires its earlier updates too', async () => {
  const canonical = [
    'ticket_id,created_at,updated_at,status',
    '1,2026-01-01 09:00,2026-01-01 09:00,open',
    '1,2026-01-01 09:00,2026-01-02 09:00,deleted',
    '2,2026-01-01 09:00,2026-01-01 09:00,open',
    '',
  ].join('\n');
  expect(await counted({ 'tickets.csv': canonical })).toMatchObject({ tickets: 1, read: [['deleted', 1]] });
});

test('a partial answer does not retire the completed one', async () => {
  const header = 'response,at,nps,state';
  const files = { 'a.csv': `${header}\nr1,2026-01-01,9,partial\n`, 'b.csv': `${header}\nr1,2026-01-01,9,complete\n` };
  const sources = [
    {
      glob: '*.csv',
      kind: 'responses',
      fields: { response_id: 'response', submitted_at: 'at', nps: 'nps' },
      set_aside: [{ column: 'state', is: ['partial'], reason: 'partial' }],
    },
  ];
  const { parts } = await read(files, { sources });
  const { dataset } = await assemble(parts, { timeZone: 'UTC', periodOf: () => 0 });
  expect(dataset.responses?.rows).toBe(1);
});
