/**
 * What real exports do to those who read them: one test for each hazard between bytes and rows, by its number in the
 * list that the importer is built from.
 */
import { describe, expect, test } from 'vitest';
import { type Files, type FolderOptions, mistakeOf, read, rowsOfPart } from './data-folder-for-tests.ts';

const HEADER = 'ticket_id,created_at,channel,comment';
const MAPPED = {
  glob: '*',
  kind: 'tickets',
  fields: { ticket_id: 'ticket_id', created_at: 'created_at', channel: 'channel' },
};

/** What a report shows of one file. */
async function readFile(content: string | Uint8Array, options: FolderOptions = {}, path = 'x.csv') {
  const { parts, accounts } = await read({ [path]: content } as Files, options);
  const [account] = accounts;
  if (account === undefined) throw new Error('no file was read');
  const rows = parts.flatMap((part) => rowsOfPart(part));
  const aside = Object.fromEntries(account.setAside.map(({ reason, count }) => [reason, count]));
  return { ...account, rows, aside, channels: rows.map((row) => row.channel) };
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const latin = (text: string) => Buffer.from(text, 'latin1');
const ticket = (id: number, channel = 'email') => `${id},2026-01-01 10:00,${channel},`;
const lines = (...rows: string[]) => `${rows.join('\n')}\n`;

describe('hazard 1: byte order marks', () => {
  test('at the beginning belong to no header', async () => {
    const file = await readFile(`\ufeff${lines(HEADER, ticket(1))}`);
    expect(file).toMatchObject({ encoding: 'UTF-8 with byte order mark', channels: ['email'] });
  });

  test('at the start of a later line, where files were put one after the other, are left out and told', async () => {
    const part = (id: number) => `\ufeff${lines(HEADER, ticket(id))}`;
    const file = await readFile(part(1) + part(2) + part(3));
    expect(file).toMatchObject({ kept: 3, aside: { 'the header again': 2 } });
    expect(file.notes).toContain('byte order marks at the start of later lines, left out: 2');
  });

  test('inside a cell are text', async () => {
    const file = await readFile(lines(HEADER, ticket(1, 'e\ufeffmail')));
    expect(file.notes).toEqual([]);
    expect(file.kept).toBe(1);
  });
});

describe('hazard 2: UTF-16', () => {
  const text = lines(HEADER, ticket(1, 'téléphone')).replaceAll(',', '\t');
  test.each([
    ['with a mark', utf16(`\ufeff${text}`), 'UTF-16 LE with byte order mark'],
    ['without one', utf16(text), 'UTF-16 LE'],
    ['in the other order', utf16(`\ufeff${text}`).swap16(), 'UTF-16 BE with byte order mark'],
    ['in the other order without one', utf16(text).swap16(), 'UTF-16 BE'],
  ])('%s', async (_, bytes, encoding) => {
    expect(await readFile(bytes)).toMatchObject({ encoding, delimiter: 'tab', channels: ['téléphone'] });
  });

  test('put one after the other', async () => {
    const bytes = utf16(`\ufeff${text}`);
    expect(await readFile(Buffer.concat([bytes, bytes]))).toMatchObject({ aside: { 'the header again': 1 } });
  });
});

describe('hazard 3: text that is not UTF-8', () => {
  test('is read as Windows-1252, with the bytes that depend on it and the first record that holds one', async () => {
    const file = await readFile(
      latin(lines(HEADER, ticket(1), ticket(2), ticket(3, 't\xe9l\xe9phone'), ticket(4, '\xe9'))),
    );
    expect(file.channels).toEqual(['email', 'email', 'téléphone', 'é']);
    expect(file.encoding).toBe('Windows-1252 (it is not UTF-8: 3 bytes outside ASCII)');
    expect(file.notes).toContain('the encoding is a guess: look at letters outside ASCII, the first in record 3');
  });

  test('names the header when it is there', async () => {
    const file = await readFile(latin(lines(`${HEADER},caf\xe9`, `${ticket(1)},`)));
    expect(file.notes[0]).toContain('the first in the header');
  });

  test('has NUL characters counted', async () => {
    const file = await readFile(lines(HEADER, ticket(1, 'a\0b'), ticket(2, '\0')));
    expect(file.notes).toContain('NUL characters, read as blanks: 2');
    expect(file.channels).toEqual(['a b', null]);
  });
});

describe('hazard 4: semicolons and commas', () => {
  test('are told apart by whole records, line breaks in cells and all', async () => {
    const rows = [1, 2, 3].map((id) => `${id};2026-01-01;"a, b,\nc, d";x`);
    expect(await readFile(lines(HEADER.replaceAll(',', ';'), ...rows))).toMatchObject({
      delimiter: 'semicolon',
      kept: 3,
    });
  });

  test('are told apart below a preamble', async () => {
    const text = lines('Report of May, June', '', HEADER.replaceAll(',', ';'), '1;2026-01-01;email;');
    expect(await readFile(text)).toMatchObject({ delimiter: 'semicolon', kept: 1 });
  });
});

test.each(['sep=;\n', 'sep=;\r\n', '"sep=;"\n', '\ufeffsep=;\n'])('hazard 5: a first line %j', async (first) => {
  const file = await readFile(first + lines(HEADER.replaceAll(',', ';'), '1;2026-01-01;email, chat;'));
  expect(file).toMatchObject({ delimiter: 'semicolon', channels: ['email, chat'], notes: [] });
});

describe('hazard 6: quoted newlines', () => {
  test('do not end a record, and records are numbered as such', async () => {
    const text = lines(HEADER, '1,2026-01-01,email,"one\ntwo\n\nthree"', '2,soon,chat,');
    expect((await mistakeOf({ 'x.csv': text })).details).toMatchObject({ record: 2 });
  });

  test('may be of another kind than those between records', async () => {
    for (const [inside, between] of [
      ['\r\n', '\n'],
      ['\n', '\r\n'],
      ['\r', '\n'],
      ['\n', '\r'],
      ['\r', '\r'],
    ]) {
      const rows = [HEADER, `1,2026-01-01,email,"one${inside}two"`, ticket(2, 'chat')];
      expect((await readFile(rows.join(between as string))).channels).toEqual(['email', 'chat']);
    }
  });

  test('line ends of several kinds in one file', async () => {
    const file = await readFile(`${HEADER}\r\n${ticket(1)}\n${ticket(2)}\r${ticket(3)}\r\n${ticket(4)}\r`);
    expect(file).toMatchObject({ read: 4, kept: 4 });
    expect(file.notes).toContain('lines that end with a carriage return alone: 2');
  });
});

describe('hazard 7: quotation marks', () => {
  const many = Array.from({ length: 3000 }, (_, id) => ticket(id + 10));

  test('that never close name the record where they begin', async () => {
    const text = lines(HEADER, ticket(1), '2,2026-01-01,email,"it began here', ...many);
    expect((await mistakeOf({ 'x.csv': text })).details).toMatchObject({ file: 'x.csv', record: 2 });
  });

  test('that close far below name the record where they begin', async () => {
    const text = lines(
      HEADER,
      ticket(1),
      '2,2026-01-01,email,"it began here',
      ...many,
      '9,2026-01-01,email,here it ends"',
    );
    expect((await mistakeOf({ 'x.csv': text })).details).toMatchObject({ record: 2 });
  });

  test('that stand alone in an unquoted cell are text', async () => {
    const file = await readFile(lines(HEADER, ticket(1, '5" screen'), ticket(2, 'say "hi"'), ticket(3, "o'clock")));
    expect(file.channels).toEqual(['5" screen', 'say "hi"', "o'clock"]);
  });

  test('around a cell longer than any text are refused, not waited for', async () => {
    const text = `${lines(HEADER, ticket(1))}2,2026-01-01,email,"${'word '.repeat(2 ** 21)}`;
    expect((await mistakeOf({ 'x.csv': text })).details).toMatchObject({ record: 2 });
  });
});

describe('hazard 8: headers that repeat', () => {
  test('are told apart by their place', async () => {
    const text = lines('Id,Date,Label,Label,Label', '1,2026-01-01,a,b,c');
    const channel = { column: 'Label', nth: 2 };
    const sources = [{ glob: '*', kind: 'tickets', fields: { ticket_id: 'Id', created_at: 'Date', channel } }];
    expect((await readFile(text, { sources })).channels).toEqual(['b']);
  });
});

describe('hazard 9: headers of several rows', () => {
  const fields = { submitted_at: 'EndDate', nps: 'Q1' };
  const sources = [{ glob: '*', kind: 'responses', fields }];
  const names = 'ResponseId,StartDate,EndDate,Q1';
  const texts = 'Response ID,Start Date,End Date,How likely are you to recommend us?';
  const ids =
    '"{""ImportId"":""_recordId""}","{""ImportId"":""startDate""}","{""ImportId"":""endDate"",""timeZone"":""Asia/Tokyo""}","{""ImportId"":""QID1""}"';
  const answer = 'R_1abc,2026-01-01 08:00:00,2026-01-01 09:00:00,9';

  test.each([
    ['three rows', [names, texts, ids], 'Asia/Tokyo'],
    ['three rows, of which the second was removed', [names, ids], 'Asia/Tokyo'],
    ['three rows, of which the third was removed', [names, texts], 'UTC'],
    ['one row, the others removed', [names], 'UTC'],
  ])('%s are never answers', async (_, header, timeZone) => {
    expect(await readFile(lines(...header, answer), { sources })).toMatchObject({ read: 1, kept: 1, timeZone });
  });

  test('may name a zone that is none: somebody has to say which it is', async () => {
    const text = lines(names, texts, ids.replace('Asia/Tokyo', 'Asia/Tok'), answer);
    const mistake = await mistakeOf({ 'x.csv': text }, { sources });
    expect(mistake.details).toMatchObject({ found: 'Asia/Tok', field: 'the header' });
    const declared = [{ ...sources[0], time_zone: 'Asia/Tokyo' }];
    expect((await readFile(text, { sources: declared })).kept).toBe(1);
  });

  test('two rows, with columns of one question under one header', async () => {
    const text = lines(
      'Respondent ID,End Date,Score,Reasons,,',
      ',,Response,Price,Speed,Other',
      '1,2026-01-01,9,Price,,x',
    );
    const file = await readFile(text, {
      sources: [
        {
          glob: '*',
          kind: 'responses',
          fields: { submitted_at: 'End Date', nps: 'Score', channel: 'Reasons - Other' },
        },
      ],
    });
    expect(file).toMatchObject({
      read: 1,
      channels: ['x'],
      ignored: ['Respondent ID', 'Reasons - Price', 'Reasons - Speed'],
    });
  });
});

test('hazards 10 and 17: a first row of V1, V2, V3 with the names below, and a comma at the end of every line', async () => {
  const sources = [{ glob: '*', kind: 'responses', fields: { submitted_at: 'EndDate', nps: 'Q1' } }];
  const text = lines(
    'V1,V2,V3,Q1,',
    'ResponseID,ResponseSet,EndDate,Would you recommend us?,',
    'R_1,Default,2026-01-01 09:00,9,',
  );
  expect(await readFile(`\ufeff${text}`, { sources })).toMatchObject({ read: 1, kept: 1 });
});

test('hazard 11: identifiers of import that are no JSON', async () => {
  const sources = [{ glob: '*', kind: 'responses', fields: { submitted_at: 'EndDate', nps: 'Q1' } }];
  const text = lines(
    'ResponseID,EndDate,Q1',
    'ResponseID,EndDate,"A ""good"" one?"',
    "{'ImportId': 'responseId'},{'ImportId': 'endDate'},{'ImportId': 'QID1'}",
    'R_1,2026-01-01 09:00,9',
  );
  expect(await readFile(text, { sources })).toMatchObject({ read: 1, kept: 1 });
});

describe('hazard 12: lines above the header', () => {
  test.each([
    ['a title', ['Reporting period 2026-01-01 to 2026-01-31', '']],
    ['words and their values', ['Report,Q3', 'Generated,2026-01-05', '']],
    ['padded by a spreadsheet', ['Report,Q3,,', ',,,']],
  ])('%s', async (_, above) => {
    const file = await readFile(lines(...above, HEADER, '1,2026-01-01,email,a', '2,2026-01-01,chat,b'));
    expect(file).toMatchObject({ read: 2, kept: 2 });
    expect(file.notes).toEqual([`records skipped above the header: ${above.length}`]);
  });
});

describe('hazard 13: footers and totals', () => {
  const rows = [ticket(1), ticket(2)];
  test.each([
    ['a known line', ['Copyright (c) 2000-2026 vendor, inc. All rights reserved.'], 1],
    ['known lines, padded', ['"Grand Totals (2 records)",,,', '"Confidential Information - Do Not Distribute",,,'], 2],
    ['a line of words, padded', ['Exported by the night shift,,,'], 1],
    ['totals', ['Total,2,,', 'Grand total:,2,100%,'], 2],
    ['totals in a later column', [',Total,2,'], 1],
    ['blank lines between', ['', 'Total (2 records),,,', '', 'All rights reserved by us,,,'], 2],
  ])('%s', async (_, below, count) => {
    const file = await readFile(lines(HEADER, ...rows, ...below));
    expect(file).toMatchObject({ kept: 2, aside: { 'a line of the report around the table': count } });
    expect(file.read).toBe(2 + below.length);
  });

  test('a line of words with rows after it is a row that lacks its cells', async () => {
    const file = await readFile(lines(HEADER, ticket(1), 'Lost and found,,,', ticket(2)));
    expect(file.aside).toEqual({ 'no time of creation': 1 });
  });

  test('a row about a total is no total', async () => {
    const sources = [{ ...MAPPED, fields: { ticket_id: 'No', created_at: 'Date', channel: 'Subject' } }];
    const text = lines('Subject,No,Date', 'Total: my bill is wrong,1,2026-01-01', 'Totals,2,2026-01-01');
    expect((await readFile(text.replace('Totals,2,2026-01-01', 'Totals of May,2,2026-01-01'), { sources })).kept).toBe(
      2,
    );
  });
});

describe('hazards 14 and 41: stacked tables', () => {
  test('are refused with the record where the second begins', async () => {
    const text = lines(HEADER, ticket(1), '', 'Agent name,Team,Answered', 'Ada,Billing,12', 'Bo,Sales,7');
    expect((await mistakeOf({ 'x.csv': text })).details).toMatchObject({
      what: 'Another table begins inside the file',
      record: 3,
      found: 'Agent name, Team, Answered',
    });
  });

  test('but rows that are broken are only counted', async () => {
    const text = lines(HEADER, 'a,b,c', ticket(1), 'a,b,c,d,e', 'broken,row', ticket(2));
    expect((await readFile(text)).aside).toEqual({ 'fewer cells than the header': 2, 'more cells than the header': 1 });
  });
});

test('hazard 15: lines of blanks are blank', async () => {
  const file = await readFile(lines(HEADER, ticket(1), '   ', ' , ,\t, ', '', '\u00a0', ticket(2)));
  expect(file).toMatchObject({ read: 6, kept: 2, aside: { 'blank line': 4 } });
});

describe('hazard 16: a header inside the file', () => {
  test('that is the same is left out and counted, however it is written', async () => {
    const file = await readFile(
      lines(
        HEADER,
        ticket(1),
        HEADER,
        ticket(2),
        HEADER.toUpperCase(),
        '"ticket_id" ,created_at,channel,comment'.replace(' ', ''),
      ),
    );
    expect(file).toMatchObject({ kept: 2, aside: { 'the header again': 3 } });
  });

  test.each([
    ['in another order', 'created_at,ticket_id,channel,comment'],
    ['with a column more', 'ticket_id,created_at,channel,comment,tags'],
    ['with a column less', 'ticket_id,created_at,comment'],
    ['with other columns', 'ticket_id,created_at,team,agent'],
  ])('that is another stops the file: %s', async (_, header) => {
    const mistake = await mistakeOf({ 'x.csv': lines(HEADER, ticket(1), ticket(2), header, '3,2026-01-01,a,b') });
    expect(mistake.details).toMatchObject({ what: 'Another table begins inside the file', record: 3 });
  });

  test('that carries markup is left out too', async () => {
    const header = '<b>Ticket</b> ID,Created at,Channel';
    const fields = { ticket_id: 'ticket id', created_at: 'created at', channel: 'channel' };
    const file = await readFile(lines(header, ticket(1), header, 'Ticket ID,Created at,Channel', ticket(2)), {
      sources: [{ ...MAPPED, fields }],
    });
    expect(file).toMatchObject({ kept: 2, aside: { 'the header again': 2 } });
  });

  test('of one column is left out too', async () => {
    const fields = { submitted_at: { constant: '2026-01-01' }, nps: 'Score' };
    const file = await readFile(lines('Score', '9', '', 'Score', '10'), {
      sources: [{ glob: '*', kind: 'responses', fields }],
    });
    expect(file).toMatchObject({ kept: 2, aside: { 'the header again': 1, 'blank line': 1 } });
  });

  test('of several rows is left out row by row', async () => {
    const header = lines('Respondent ID,End Date,NPS,', ',,Response,Why');
    const sources = [{ glob: '*', kind: 'responses', fields: { submitted_at: 'End Date', nps: 'NPS' } }];
    const file = await readFile(`${header}1,2026-01-01,9,a\n${header}2,2026-01-02,8,b\n`, { sources });
    expect(file).toMatchObject({ kept: 2, aside: { 'the header again': 2 } });
  });

  test('is not seen where answers repeat the names of their columns', async () => {
    const text = lines(
      'ticket_id,created_at,email,phone,chat',
      '1,2026-01-01,email,phone,chat',
      '2,2026-01-01,email,,',
    );
    expect(await readFile(text)).toMatchObject({ kept: 2, aside: {} });
  });
});

test('hazard 17: columns without a name at the end of every line hold nothing', async () => {
  const file = await readFile(lines(`${HEADER},,`, `${ticket(1)},,`, ticket(2), `${ticket(3)},`));
  expect(file).toMatchObject({ kept: 3, ignored: ['comment'], aside: {} });
});

test('hazard 18: identifiers stay text, leading zeros and all', async () => {
  const { parts } = await read({
    'x.csv': lines(HEADER, '007,2026-01-01,a,', '7,2026-01-01,b,', '123456789012345678901,2026-01-01,c,'),
  });
  const ids = rowsOfPart(parts[0] as never).map((row) => row.ticket_id);
  expect(new Set(ids).size).toBe(3);
});

test('hazard 31: formulas are only text', async () => {
  const cells = ['=cmd', '+1', '-1', '@SUM(A1)', "'=1+1"];
  expect((await readFile(lines(HEADER, ...cells.map((cell, id) => ticket(id, cell))))).channels).toEqual(cells);
});

test('hazard 25: letters of another alphabet that look the same', async () => {
  const text = lines('Ключ,Сoздано,Канал', '1,2026-01-01,a');
  const fields = { ticket_id: 'Ключ', created_at: 'Создано', channel: 'Канал' };
  expect((await readFile(text, { sources: [{ ...MAPPED, fields }] })).channels).toEqual(['a']);
});

test('hazard 32: markup in headers is no part of their names', async () => {
  const text = lines('<b>Ticket&nbsp;ID</b>,Created<br>at,"<span class=""q"">Channel</span>"', '1,2026-01-01,a');
  const fields = { ticket_id: 'ticket id', created_at: 'created at', channel: 'channel' };
  expect((await readFile(text, { sources: [{ ...MAPPED, fields }] })).channels).toEqual(['a']);
});

test('hazard 33: a column may be called __proto__', async () => {
  const file = await readFile(lines('__proto__,ticket_id,created_at', 'a,1,2026-01-01'));
  expect(file).toMatchObject({ kept: 1, ignored: ['__proto__'] });
});

describe('hazard 43: exports that were cut off', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, id) => ticket(id));
  test('have just as many rows as tools export at most, and that is told', async () => {
    const file = await readFile(lines(HEADER, ...rows(1000), '', 'Total,1000,,'));
    expect(file.notes.join()).toContain('exactly 1,000 rows: the tool may have cut the export off');
  });

  test.each([999, 1001])('%i rows are nothing to tell', async (count) => {
    expect((await readFile(lines(HEADER, ...rows(count)))).notes).toEqual([]);
  });
});
