import { gzipSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { type Files, mistakeOf, mistakesOf, read, rowsOfPart } from './data-folder-for-tests.ts';
import { zipOf } from './zip-for-tests.ts';

const TICKETS = 'ticket_id,created_at,channel\n1,2026-01-01 10:00,email\n2,2026-01-02 10:00,chat\n';
const RESPONSES = 'submitted_at,csat\n2026-01-03 09:00,4\n';

async function read1(files: Files) {
  const { parts, accounts } = await read(files);
  return {
    channels: parts.flatMap((part) => rowsOfPart(part)).map((row) => row.channel),
    accounts: accounts.map(({ path, kind, read: rows }) => [path, kind, rows]),
  };
}

describe('text, plain or compressed', () => {
  test.each([
    ['a.csv', TICKETS],
    ['a.tsv', TICKETS.replaceAll(',', '\t')],
    ['a.txt', TICKETS.replaceAll(',', '|')],
    ['A.CSV.GZ', gzipSync(TICKETS)],
    ['a.tsv.gz', gzipSync(TICKETS.replaceAll(',', '\t'))],
    ['a.txt.gz', gzipSync(TICKETS.replaceAll(',', ';'))],
  ])('%s', async (path, content) => {
    expect(await read1({ [path]: content })).toEqual({ channels: ['email', 'chat'], accounts: [[path, 'tickets', 2]] });
  });

  test('that is damaged is a mistake', async () => {
    const cut = gzipSync(TICKETS).subarray(0, 30);
    expect((await mistakeOf({ 'a.csv.gz': cut })).details).toMatchObject({
      what: 'The compressed file is damaged',
      file: 'a.csv.gz',
    });
  });

  test('that grows beyond all tables is a mistake', async () => {
    const bomb = gzipSync(Buffer.alloc(65 * 2 ** 20));
    expect((await mistakeOf({ 'a.csv.gz': bomb })).message).toContain('too large when it is unpacked');
  });
});

describe('a zip archive', () => {
  test('holds a file for each of its members, folders and hidden ones aside', async () => {
    const archive = zipOf([
      { name: 'part-1.csv', content: TICKETS },
      { name: '2026/', content: '', stored: true },
      { name: '2026/part-2.csv', content: RESPONSES, stored: true },
      { name: '2026/part-3.csv.gz', content: gzipSync(TICKETS.replace('chat', 'phone')) },
      { name: '__MACOSX/._part-1.csv', content: 'resource fork' },
      { name: '.DS_Store', content: 'x' },
      { name: '2026/README.md', content: 'x' },
    ]);
    expect(await read1({ 'exports/all.zip': archive })).toEqual({
      channels: [undefined, 'email', 'phone', 'email', 'chat'],
      accounts: [
        ['exports/all.zip/2026/part-2.csv', 'responses', 1],
        ['exports/all.zip/2026/part-3.csv.gz', 'tickets', 2],
        ['exports/all.zip/part-1.csv', 'tickets', 2],
      ],
    });
  });

  test('of the large form is read too', async () => {
    const archive = zipOf([{ name: 'a.csv', content: TICKETS }], { large: true });
    expect((await read1({ 'a.zip': archive })).channels).toEqual(['email', 'chat']);
  });

  test('is named by sources.yaml as a whole or member by member', async () => {
    const archive = zipOf([
      { name: 'a.csv', content: TICKETS },
      { name: 'b.csv', content: 'what,ever\n1,2\n' },
    ]);
    const sources = [{ glob: 'x.zip/b.csv', kind: 'ignore', reason: 'not needed' }];
    expect((await read({ 'x.zip': archive }, { sources })).accounts.map(({ recognised }) => recognised)).toEqual([
      'has the headers ticket_id and created_at',
      'left out: not needed',
    ]);
    const whole = [{ glob: '*.zip', kind: 'ignore', reason: 'old' }];
    expect((await read({ 'x.zip': archive }, { sources: whole })).parts).toEqual([]);
  });

  test('has a digest for each member: that of the unpacked file', async () => {
    const archive = zipOf([{ name: 'a.csv', content: TICKETS }]);
    const [packed] = (await read({ 'x.zip': archive })).accounts;
    const [plain] = (await read({ 'a.csv': TICKETS })).accounts;
    expect(packed?.digest).toBe(plain?.digest);
  });

  test.each([
    ['encrypted', zipOf([{ name: 'a.csv', content: TICKETS, encrypted: true }]), /encrypted/],
    ['cut short', zipOf([{ name: 'a.csv', content: TICKETS }]).subarray(0, 60), /damaged/],
    ['no archive at all', Buffer.from(TICKETS), /damaged/],
    [
      'with two members of one name',
      zipOf([
        { name: 'a.csv', content: TICKETS },
        { name: 'a.csv', content: RESPONSES },
      ]),
      /same name/,
    ],
    ['that would fill the disk', zipOf([{ name: 'a.csv', content: 'x', claimed: 2 ** 31 }]), /too large/],
    ['that says it holds nothing', zipOf([{ name: 'a.csv', content: TICKETS, claimed: 0 }]), /damaged/],
    ['that holds more than it says', zipOf([{ name: 'a.csv', content: TICKETS, claimed: 10 }]), /damaged/],
  ])('%s is a mistake', async (_, archive, message) => {
    const mistake = await mistakeOf({ 'x.zip': archive });
    expect(mistake.message).toMatch(message);
    expect(mistake.details.file).toMatch(/^x\.zip/);
  });

  test('changed in one byte of a member is a mistake', async () => {
    const archive = Buffer.from(zipOf([{ name: 'a.csv', content: TICKETS, stored: true }]));
    archive[archive.indexOf('email')] = 69;
    expect((await mistakeOf({ 'x.zip': archive })).message).toContain('checksum');
  });

  test('that cannot be read may be left out', async () => {
    const sources = [{ glob: 'x.zip', kind: 'ignore', reason: 'broken' }];
    expect((await read({ 'x.zip': Buffer.from('PK'), 'a.csv': TICKETS }, { sources })).parts).toHaveLength(1);
  });
});

describe('an Excel workbook', () => {
  const workbook = () =>
    writeXlsx({
      sheets: [
        {
          name: 'All tickets',
          rows: [
            ['ticket_id', 'created_at', 'resolved_at', 'channel', 'reopens', 'comment'],
            [123456789012, new Date('2026-01-01T10:00:00Z'), new Date('2026-01-02T00:00:00Z'), 'email', 1, 'a "b",\nc'],
            ['0007', new Date('2026-01-01T00:00:00Z'), new Date('2026-01-03T07:30:15Z'), 'chat', null, true],
          ],
        },
        { name: 'Notes', rows: [] },
        {
          name: 'Customers',
          rows: [
            ['customer_id', 'joined_at'],
            ['c1', new Date('2025-05-01T00:00:00Z')],
          ],
        },
      ],
    });

  test('holds a file for each sheet; empty ones are named', async () => {
    const { parts, accounts } = await read({ 'book.xlsx': await workbook() });
    expect(
      accounts.map(({ path, kind, read: rows, recognised }) => [path, kind, rows, recognised.slice(0, 12)]),
    ).toEqual([
      ['book.xlsx#All tickets', 'tickets', 2, 'has the head'],
      ['book.xlsx#Customers', 'customers', 1, 'has the head'],
      ['book.xlsx#Notes', 'ignore', 0, 'left out: th'],
    ]);
    expect(accounts[0]).toMatchObject({ encoding: 'Excel workbook', delimiter: 'cells of a sheet' });
    expect(accounts[0]?.notes).toContain('the sheet “All tickets” of a workbook');
    expect(rowsOfPart(parts[0] as never)).toMatchObject([
      { created_at: '2026-01-01T10:00:00.000Z', resolved_at: '2026-01-02T00:00:00.000Z', channel: 'email', reopens: 1 },
      {
        created_at: '2026-01-01T00:00:00.000Z',
        resolved_at: '2026-01-03T07:30:15.000Z',
        channel: 'chat',
        reopens: null,
      },
    ]);
    expect(rowsOfPart(parts[1] as never)[0]?.joined_at).toBe('2025-05-01T00:00:00.000Z');
  });

  test('gives the rows that the same table gives as CSV, identifiers and all', async () => {
    const csv = 'ticket_id,created_at,channel\n123456789012,2026-01-01 10:00:00,email\n';
    const rows = [
      ['ticket_id', 'created_at', 'channel'],
      [123456789012, new Date('2026-01-01T10:00:00Z'), 'email'],
    ];
    const book = await read({ 'a.xlsx': await writeXlsx({ sheets: [{ name: 'S', rows }] }) });
    const text = await read({ 'a.csv': csv });
    expect(rowsOfPart(book.parts[0] as never)).toEqual(rowsOfPart(text.parts[0] as never));
  });

  test('may be looked up in', async () => {
    const rows = [
      ['key', 'name'],
      ['e', 'email'],
    ];
    const channel = { column: 'how', lookup: { file: 'names.xlsx#S', key: 'key', value: 'name' } };
    const fields = { ticket_id: 'n', created_at: 'd', channel };
    const { parts } = await read(
      { 'a.csv': 'n,d,how\n1,2026-01-01,e\n', 'names.xlsx': await writeXlsx({ sheets: [{ name: 'S', rows }] }) },
      { sources: [{ glob: 'a.csv', kind: 'tickets', fields }] },
    );
    expect(rowsOfPart(parts[0] as never)[0]?.channel).toBe('email');
  });

  test.each([
    ['damaged', zipOf([{ name: 'xl/workbook.xml', content: '<no' }]), 'book.xlsx'],
    ['too large', zipOf([{ name: 'xl/workbook.xml', content: 'x', claimed: 2 ** 30 }]), 'book.xlsx'],
    ['no archive', Buffer.from(TICKETS), 'book.xlsx'],
    ['encrypted', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'book.xlsx'],
    ['of an old kind', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'book.xls'],
  ])('%s is a mistake', async (_, bytes, path) => {
    const mistake = await mistakeOf({ [path]: bytes });
    expect(mistake.details).toMatchObject({ file: path });
    expect(mistake.details.remedy).toBeDefined();
  });
});

describe('a file that is no table', () => {
  test('is named as not read', async () => {
    const { parts, accounts } = await read({ 'a.csv': TICKETS, 'b.json': '{}', 'c.pdf': '%PDF-1.7', 'sub/LIST': 'x' });
    expect(parts).toHaveLength(1);
    expect(accounts.slice(1).map(({ path, kind, recognised }) => [path, kind, recognised])).toEqual([
      ['b.json', 'ignore', 'not read: .json is not a form of table that is read'],
      ['c.pdf', 'ignore', 'not read: .pdf is not a form of table that is read'],
      ['sub/LIST', 'ignore', 'not read: its name has no extension'],
    ]);
  });

  test('needs no word when it is about the data, or hidden', async () => {
    const files = { 'a.csv': TICKETS, 'README.md': 'x', LICENSE: 'x', '.hidden.json': 'x', '.git/config': 'x' };
    expect((await read1(files)).accounts).toEqual([['a.csv', 'tickets', 2]]);
  });

  test('is a mistake when it surely holds rows, until somebody leaves it out', async () => {
    const files = { 'a.csv': TICKETS, 'old.xls': 'x', 'other.ods': 'y' };
    expect((await mistakesOf(files)).map(({ details }) => details.file)).toEqual(['old.xls', 'other.ods']);
    const sources = [{ glob: '*.{xls,ods}', kind: 'ignore', reason: 'old' }];
    expect((await read(files, { sources })).parts).toHaveLength(1);
  });

  test.each([
    ['a zip archive', zipOf([{ name: 'a.csv', content: TICKETS }])],
    ['a PDF document', Buffer.from('%PDF-1.7 and more')],
    ['a Parquet file', Buffer.from('PAR1 and more')],
    ['an old Excel workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0])],
    ['a gzip file inside another', gzipSync(gzipSync(TICKETS))],
  ])('but has the ending of one is a mistake: %s', async (found, bytes) => {
    expect((await mistakeOf({ 'a.csv': bytes })).details.found).toContain(found);
  });
});
