import { describe, expect, test } from 'vitest';
import { mistakeOf, read } from './data-folder-for-tests.ts';

describe('tables of counts and averages are refused, whichever tool made them', () => {
  test.each([
    'Agent,Tickets,CSAT score,Date\nAnn,12,4,2026-01-01\n',
    'Agent name,Solved tickets,Average first reply time\nAnn,12,0:30:00\n',
    'Team,Conversations assigned,% positive,Rating\nNorth,12,90,5\n',
    'Date,Total,Status,Satisfaction\n2026-01-01,12,open,4\n',
    'Month,Ticket count,Median rating\n2026-01,12,4\n',
  ])('%j', async (text) => {
    const { details } = await mistakeOf({ 'a.csv': text });
    expect(details.what).toBe('The file holds counts or averages by group, not single tickets or answers');
    expect(details.remedy).toContain('Export the tickets or answers themselves');
    expect(details.remedy).toContain('kind: ignore');
  });
});

describe('rows of their own are no such tables', () => {
  test.each([
    ['tickets', 'Id,Created,Status,Agent,Total\n1,2026-01-13,open,Ann,12\n'],
    ['tickets', 'Ticket number,Created,State,Team,Total replies\n1,2026-01-13,open,North,3\n'],
    ['responses', 'Date,Email,Rating\n2026-01-13,a@example.org,4\n'],
    ['responses', 'Date,Team,Rating\n2026-01-13,North,4\n'],
  ])('%s: %j', async (kind, text) => {
    const { accounts } = await read({ 'a.csv': text });
    expect(accounts[0]).toMatchObject({ kind, format: 'guessed' });
  });

  test('nor is a file that sources.yaml describes', async () => {
    const fields = { submitted_at: 'Date', csat: 'CSAT score' };
    const { accounts } = await read(
      { 'a.csv': 'Agent,Tickets,CSAT score,Date\nAnn,12,4,2026-01-01\n' },
      { sources: [{ glob: 'a.csv', kind: 'responses', fields }] },
    );
    expect(accounts[0]).toMatchObject({ kind: 'responses', kept: 1 });
  });
});
