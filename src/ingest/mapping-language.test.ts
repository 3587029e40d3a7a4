import { describe, expect, test } from 'vitest';
import { mistakeOf, read, rowsOfPart } from './data-folder-for-tests.ts';

const ZENDESK =
  'Id,Requester,Requester id,Status,Created at,Updated at,Satisfaction Score,Group stations,Assignee stations,Tags\n' +
  '1,Ann,9,Open,2026-01-05 09:00,2026-01-05 10:00,Not Offered,1,1,closed_by_merge\n';

const entry = (more: object) => ({ sources: [{ glob: 'a.csv', kind: 'export', ...more }] });

async function accountOf(text: string, more: object) {
  const { accounts } = await read({ 'a.csv': text }, entry(more));
  return accounts[0];
}

describe('an export that sources.yaml names', () => {
  test('has the encoding and the delimiter that are declared', async () => {
    const latin = Buffer.from('ticket_id|created_at|channel\n1|2026-01-05|caf\xe9, bar\n', 'latin1');
    const { parts, accounts } = await read({ 'a.csv': latin }, entry({ encoding: 'iso-8859-15', delimiter: '|' }));
    expect(parts.flatMap(rowsOfPart)[0]?.channel).toBe('café, bar');
    expect(accounts[0]?.encoding).toContain('iso-8859-15');
  });

  test('is read as its headers tell, whatever else is declared', async () => {
    expect(await accountOf(ZENDESK, { time_zone: 'Asia/Tokyo' })).toMatchObject({
      format: 'zendesk-csv',
      timeZone: 'Asia/Tokyo',
      timeZoneFrom: 'sources.yaml',
    });
  });

  test('keeps rows that are set aside by default, when it says so', async () => {
    expect(await accountOf(ZENDESK, {})).toMatchObject({ kept: 0 });
    expect(await accountOf(ZENDESK, { keep: ['merged'] })).toMatchObject({ kept: 1 });
  });

  test('may ask whether the issue was resolved in the first interaction, in words of its own', async () => {
    const typeform =
      '#,How satisfied are you?,Solved at once?,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID\n' +
      'a,5,Ja,2026-01-13 09:00:00,,2026-01-13 09:03:00,x\nb,2,Nein,2026-01-13 09:00:00,,2026-01-13 09:03:00,y\n';
    const solved = { column: 'Solved at once?', values: { Ja: 'yes', Nein: 'no' } };
    const scores = { csat: 'How satisfied are you?', resolved_first: solved };
    const { parts, accounts } = await read({ 'a.csv': typeform }, entry({ scores }));
    expect(accounts[0]?.format).toBe('typeform');
    expect(parts.flatMap(rowsOfPart).map((row) => row.resolved_first)).toEqual([true, false]);
  });

  test('must have the headers of the format that is named', async () => {
    const { details } = await mistakeOf({ 'a.csv': 'a,b,c\n1,2,3\n' }, entry({ format: 'zendesk-csv' }));
    expect(details).toMatchObject({ what: expect.stringContaining('lacks the headers of Zendesk'), found: 'a, b, c' });
  });

  test('of a format that nobody knows is a mistake that names the nearest', async () => {
    const { details } = await mistakeOf({ 'a.csv': ZENDESK }, entry({ format: 'zendesk-cvs' }));
    expect(details).toMatchObject({ found: 'zendesk-cvs', remedy: 'Did you mean “zendesk-csv”?' });
  });
});

describe('a column that occurs several times', () => {
  const labels = (nth?: number) => ({
    sources: [
      {
        glob: 'a.csv',
        kind: 'tickets',
        fields: { ticket_id: 'id', created_at: 'at', category: { column: 'Labels', nth } },
      },
    ],
  });
  const files = { 'a.csv': 'id,at,Labels,labels\n1,2026-01-01,first,second\n' };

  test('is addressed by its number', async () => {
    const { parts } = await read(files, labels(2));
    expect(parts[0]?.columns).toMatchObject({ category: { values: ['second'] } });
  });

  test('needs a number, and one that exists', async () => {
    expect((await mistakeOf(files, labels())).details.remedy).toContain('nth');
    expect((await mistakeOf(files, labels(3))).details.what).toContain('exists 2 times, so that none is number 3');
  });
});

test('words that are not listed can have a meaning of their own; blanks have none', async () => {
  const files = {
    'a.csv': 'id,at,Source\n1,2026-01-01,Outbound\n2,2026-01-01,Carrier pigeon\n3,2026-01-01,\n4,2026-01-01,N/A\n',
  };
  const proactive = { column: 'Source', values: { outbound: 'yes' }, otherwise: 'no' };
  const fields = { ticket_id: 'id', created_at: 'at', proactive };
  const { parts } = await read(files, { sources: [{ glob: 'a.csv', kind: 'tickets', fields }] });
  expect(parts.flatMap(rowsOfPart).map((row) => row.proactive)).toEqual([true, false, null, null]);
});

test('a moment can be read from another column where its own is blank', async () => {
  const files = { 'a.csv': 'sent,stage,csat\n2026-01-02,2026-01-01,5\n,2026-01-03,4\nn/a,2026-01-04,3\n' };
  const sources = (or: string) => ({
    sources: [{ glob: 'a.csv', kind: 'responses', fields: { submitted_at: { column: 'sent', or }, csat: 'csat' } }],
  });
  const { parts } = await read(files, sources('stage'));
  expect(parts.flatMap(rowsOfPart).map((row) => String(row.submitted_at).slice(0, 10))).toEqual([
    '2026-01-02',
    '2026-01-03',
  ]);
  expect((await mistakeOf(files, sources('stages'))).details.field).toBe('stages');
});

test('a blank cell can mean yes or no', async () => {
  const files = { 'a.csv': 'id,at,Robot\n1,2026-01-01,x\n2,2026-01-01,\n' };
  const automated = { column: 'Robot', otherwise: 'yes', blank: 'no' };
  const fields = { ticket_id: 'id', created_at: 'at', automated };
  const { parts } = await read(files, { sources: [{ glob: 'a.csv', kind: 'tickets', fields }] });
  expect(parts.flatMap(rowsOfPart).map((row) => row.automated)).toEqual([true, false]);
});
