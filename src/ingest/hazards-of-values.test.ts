/**
 * Hazards of real exports in what cells and rows mean; those between bytes and rows stand in `hazards.test.ts`. Each by the
 * number under which the project keeps it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assemble } from '../dataset/assemble.ts';
import { type FolderOptions, mistakeOf, read, rowsOfPart } from './data-folder-for-tests.ts';

const FIXTURES = join(import.meta.dirname, 'formats/fixtures');
const fixture = (name: string) => readFileSync(join(FIXTURES, name));

async function rowsOf(text: string | Uint8Array, options: FolderOptions = {}) {
  const { parts, accounts } = await read({ 'x.csv': text }, options);
  const [account] = accounts;
  return { rows: parts.flatMap(rowsOfPart), account, notes: account?.notes.join('\n') ?? '' };
}

/** Reads files and puts them together, as a build does. */
async function linked(files: Readonly<Record<string, string | Uint8Array>>, options: FolderOptions = {}) {
  const { parts } = await read(files, options);
  return assemble(parts, { timeZone: 'UTC', periodOf: () => 0 });
}

const asides = (account: { setAside: readonly { reason: string; count: number }[] } | undefined) =>
  Object.fromEntries(account?.setAside.map(({ reason, count }) => [reason, count]) ?? []);

test('hazard 10: of a header of codes, the row below has the names', async () => {
  const { account } = await rowsOf(fixture('qualtrics-legacy-view.csv'));
  expect(account?.used).toEqual(expect.arrayContaining(['ResponseID', 'EndDate', 'Finished', 'Q1']));
});

describe('hazard 14: tables that stand one below the other', () => {
  test('are refused with the record where the second begins', async () => {
    const stacked = 'ticket_id,created_at,status\n1,2026-01-01,open\nchannel,tickets,share\nemail,4,0.5\nphone,4,0.5\n';
    const outcome = await rowsOf(stacked).catch((error: Error) => error.message);
    // Either the table is noticed, or its lines cannot be read as tickets: they never become figures.
    expect(typeof outcome === 'string' || (outcome.account?.kept ?? 0) <= 1).toBe(true);
  });
});

test('hazard 19: a range that a spreadsheet took for a date is read as it stands, and said', async () => {
  const { rows, notes } = await rowsOf('ticket_id,created_at,category\n1,2026-01-01,Jun-25\n2,2026-01-01,26-50\n');
  expect(rows.map((row) => row.category)).toEqual(['Jun-25', '26-50']);
  expect(notes).toContain('“Jun-25” looks like a range');
});

test('hazard 20: times without a zone are read in the declared one, else in the report’s, and both are named', async () => {
  const text = 'ticket_id,created_at\n1,2026-07-01 09:00\n';
  expect((await rowsOf(text, { timeZone: 'Europe/Paris' })).account).toMatchObject({
    timeZone: 'Europe/Paris',
    timeZoneFrom: 'the report’s zone',
  });
  const sources = [{ glob: 'x.csv', kind: 'export', time_zone: 'Asia/Tokyo' }];
  const declared = await rowsOf(text, { timeZone: 'Europe/Paris', sources });
  expect(declared.account).toMatchObject({ timeZone: 'Asia/Tokyo', timeZoneFrom: 'sources.yaml' });
  expect(declared.rows[0]?.created_at).toBe('2026-07-01T00:00:00.000Z');
});

test('hazard 21: letters that stand for several zones need the zone to be declared', async () => {
  const text = 'ticket_id,created_at\n1,2026-01-01 10:00 CST\n';
  expect((await mistakeOf({ 'x.csv': text })).details.remedy).toContain('time_zone');
  const sources = [{ glob: 'x.csv', kind: 'export', time_zone: 'America/Chicago' }];
  expect((await rowsOf(text, { sources })).rows[0]?.created_at).toBe('2026-01-01T16:00:00.000Z');
});

test('hazard 22: twelve o’clock at night is 0, at noon 12', async () => {
  const { rows } = await rowsOf('ticket_id,created_at\n1,04/18/2019 12:05:00 AM\n2,04/18/2019 12:05:00 PM\n');
  expect(rows.map((row) => row.created_at)).toEqual(['2019-04-18T00:05:00.000Z', '2019-04-18T12:05:00.000Z']);
});

describe('hazard 23: day or month first', () => {
  test('one column decides for the others of its file', async () => {
    const { rows, notes } = await rowsOf('ticket_id,created_at,closed_at\n1,29/02/2016 01:16,05/03/2016 12:00\n');
    expect(rows[0]?.closed_at).toBe('2016-03-05T12:00:00.000Z');
    expect(notes).toContain('closed_at: day first, like the other dates of the file');
  });

  test('nothing decides: the count of ambiguous dates is told, and nothing is guessed', async () => {
    const mistake = await mistakeOf({ 'x.csv': 'ticket_id,created_at\n1,05/03/2016\n2,06/03/2016\n' });
    expect(mistake.details.what).toContain('2 of 2 dates fit both');
    expect(mistake.details.remedy).toContain('date_order');
  });
});

test('hazard 24: two forms of dates in one row', async () => {
  const { rows } = await rowsOf(fixture('jira.csv'));
  expect(rows[0]).toMatchObject({
    created_at: '2026-02-25T22:17:00.000Z',
    first_response_at: '2026-02-25T22:47:58.679Z',
  });
});

test('hazard 26: a date beside a moment is kept, and no hours between them are measured', async () => {
  const { rows, notes } = await rowsOf('ticket_id,created_at,resolved_at\n1,2026-01-01 10:00,2026-01-03\n');
  expect(rows[0]).toMatchObject({ dated_by_day: true, resolved_at: '2026-01-03T00:00:00.000Z' });
  expect(notes).toContain('waiting times are not measured');
});

test('hazard 27: durations are read by their unit, whatever their size', async () => {
  const minutes = async (unit: string, cell: string) => {
    const fields = { ticket_id: 'n', created_at: 'd', resolution_minutes: { column: 't', unit } };
    const { rows } = await rowsOf(`n,d,t\n1,2026-01-01,${cell}\n`, {
      sources: [{ glob: '*', kind: 'tickets', fields }],
    });
    return rows[0]?.resolution_minutes;
  };
  expect(await minutes('seconds', '120')).toBe(2);
  expect(await minutes('hours', '120')).toBe(7200);
  expect(await minutes('clock', '26:30')).toBe(1590);
  expect(await minutes('words', '2d 4h')).toBe(3120);
});

test('hazard 28: blank durations beside moments leave the moments to count', async () => {
  const { rows, account } = await rowsOf(fixture('freshdesk.csv'));
  expect(rows[1]).toMatchObject({ resolved_at: '2026-02-04T10:00:00.000Z' });
  expect(account?.ignored).toContain('Resolution time (in hrs)');
});

test('hazard 29: a duration of zero stays; one below zero is set aside and counted', async () => {
  const { rows, account } = await rowsOf('ticket_id,created_at,resolution_minutes\n1,2026-01-01,0\n2,2026-01-01,-5\n');
  expect(rows.map((row) => row.resolution_minutes)).toEqual([0]);
  expect(asides(account)).toEqual({ 'resolved before it was created': 1 });
});

test('hazard 30: words for nothing are nothing by the kind of their column', async () => {
  const header = 'ticket_id,customer_id,created_at,resolved_at,reopens,category';
  const { rows } = await rowsOf(
    `${header}\n1,anonymous,2026-01-01,?,N/A,None\n2,-,2026-01-01,0000-00-00 00:00:00,-,-\n`,
  );
  expect(rows).toMatchObject([
    { customer_id: null, resolved_at: null, reopens: null, category: 'None' },
    { customer_id: null, resolved_at: null, reopens: null, category: '-' },
  ]);
});

test('hazard 34: tests, previews and spam are set aside by name, unless they are to be kept', async () => {
  const { account } = await rowsOf(fixture('qualtrics.csv'));
  expect(asides(account)).toMatchObject({ test: 1, 'preview of a survey': 1, spam: 1 });
  const sources = [{ glob: 'x.csv', kind: 'export', keep: ['test'] }];
  expect(asides((await rowsOf(fixture('qualtrics.csv'), { sources })).account)).not.toHaveProperty('test');
});

test('hazard 35: a partial answer counts when its score is there, and how many do is said', async () => {
  const { rows, account, notes } = await rowsOf(
    'submitted_at,csat,completed\n2026-01-01,4,no\n2026-01-01,,no\n2026-01-01,5,yes\n',
  );
  expect(rows.map((row) => row.csat)).toEqual([4, 5]);
  expect(asides(account)).toEqual({ 'partial answer without a score': 1 });
  expect(notes).toContain('partial answers that hold a score and count: 1');

  for (const tool of ['typeform.csv', 'limesurvey.csv']) {
    const { notes, account } = await rowsOf(fixture(tool));
    expect(notes, tool).toContain('partial answers that hold a score and count: 1');
    expect(asides(account), tool).toMatchObject({ 'partial answer without a score': 1 });
  }
});

test('hazard 36: a survey that was sent and not answered is a denominator, never a score', async () => {
  const { rows } = await rowsOf(fixture('asknicely.csv'));
  expect(rows[1]).toMatchObject({ invited_at: '2026-01-13T09:00:00.000Z', submitted_at: null, nps: null });
});

test('hazard 37: of a ticket that was opened again, the latest solution counts', async () => {
  const text = 'ticket_id,created_at,updated_at,resolved_at,status,reopens\n';
  const { dataset, setAside } = await linked({
    'a.csv': `${text}1,2026-01-01,2026-01-02,2026-01-02,solved,0\n`,
    'b.csv': `${text}1,2026-01-01,2026-01-09,2026-01-09,solved,1\n`,
  });
  expect([...(dataset.tickets?.columns.resolved_at ?? [])]).toEqual([Date.UTC(2026, 0, 9)]);
  expect(setAside).toEqual([expect.objectContaining({ file: 0, count: 1 })]);
});

test('hazard 38: merged, deleted and spam tickets go by name; a tag counts as a whole word', async () => {
  const csv = fixture('zendesk-csv.csv').toString();
  expect(asides((await rowsOf(csv)).account)).toMatchObject({ 'merged into another ticket': 1 });
  const longer = csv.replace('closed_by_merge', 'not_closed_by_merge_at_all');
  expect(asides((await rowsOf(longer)).account)).not.toHaveProperty('merged into another ticket');
});

test('hazard 39: rows that come again in overlapping exports count once, by their identifier', async () => {
  const rows = 'response_id,submitted_at,customer_id,nps\nR1,2026-01-01,A,9\nR2,2026-01-02,B,8\n';
  const { dataset, setAside } = await linked({ 'a.csv': rows, 'b.csv': rows });
  expect(dataset.responses?.rows).toBe(2);
  expect(setAside.reduce((sum, { count }) => sum + count, 0)).toBe(2);
});

test('hazard 39: small numbers of two tools are not the same records', async () => {
  const { dataset, setAside } = await linked({
    'a.csv': fixture('asknicely.csv'),
    'l.csv': fixture('limesurvey.csv'),
  });
  expect(dataset.responses?.rows).toBe(7);
  expect(setAside).toEqual([]);
});

test('hazard 40: several rows of one ticket are folded into its last state', async () => {
  const { rows, account } = await rowsOf(fixture('servicenow.csv'));
  expect(rows).toHaveLength(3);
  expect(asides(account)).toEqual({ 'an earlier update of the same ticket': 2 });
});

test.each(['chatwoot-reports.csv', 'chatwoot-sla.csv', 'surveymonkey-crosstab.csv'])(
  'hazard 41: aggregates such as %s are refused with the reason',
  async (name) => {
    const mistake = await mistakeOf({ 'x.csv': fixture(name) });
    expect(mistake.details.what).toMatch(/^The file holds .+, not single tickets or answers$/);
  },
);

test('hazard 42: an open ticket has no end: it stays, and nothing is invented', async () => {
  const { rows } = await rowsOf('ticket_id,created_at,resolved_at,status\n1,2026-01-01 10:00,,open\n');
  expect(rows).toMatchObject([{ resolved_at: null, status: 'open' }]);
});

describe('hazard 44: keys that are written differently', () => {
  const tickets =
    'ticket_id,customer_id,created_at\n#1001,A,2026-01-01\nsup-12,B,2026-01-01\nhttps://x.example/t/77,C,2026-01-01\n';

  test('meet', async () => {
    const answers = 'ticket_id,submitted_at,csat\n1001,2026-01-02,5\nSUP-12,2026-01-02,4\n77,2026-01-02,3\n';
    const { matching } = await linked({ 't.csv': tickets, 'r.csv': answers });
    expect(matching).toMatchObject({ namingTicket: 3, matched: 3, withheld: false });
  });

  test('and where fewer than six in ten do, nothing joined is said', async () => {
    const answers = 'ticket_id,submitted_at,csat\n1001,2026-01-02,5\n5,2026-01-02,4\n6,2026-01-02,3\n';
    const { matching, dataset } = await linked({ 't.csv': tickets, 'r.csv': answers });
    expect(matching).toMatchObject({ namingTicket: 3, matched: 1, withheld: true });
    expect([...(dataset.responses?.ticket ?? [])]).toEqual([-1, -1, -1]);
  });
});

test('hazard 45: addresses, names, numbers and comments are nowhere in what was read', async () => {
  for (const name of ['qualtrics.csv', 'zendesk-csv.csv', 'gorgias.csv', 'chatwoot-csat.csv', 'surveymonkey.csv']) {
    const { parts } = await read({ 'x.csv': fixture(name) });
    const held = JSON.stringify(parts, (_, value) => (ArrayBuffer.isView(value) ? undefined : value));
    expect(held, name).not.toMatch(/@example|Customer 1|203\.0\.113|Agent A|kind|\+49/);
  }
});

test('every hazard from 1 to 45 has a test that names it', () => {
  const text = ['hazards.test.ts', 'hazards-of-values.test.ts']
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('\n');
  const named = new Set(Array.from(text.matchAll(/hazard (\d+):/g), ([, number]) => Number(number)));
  expect(Array.from({ length: 45 }, (_, index) => index + 1).filter((number) => !named.has(number))).toEqual([]);
});
