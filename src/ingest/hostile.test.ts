import { describe, expect, test } from 'vitest';
import { mistakeOf, read, rowsOfPart } from './data-folder-for-tests.ts';

const HEADER = 'ticket_id,created_at,channel,comment';

async function rows(text: string) {
  const { parts } = await read({ 'x.csv': text });
  return rowsOfPart(parts[0] as never);
}

test('names of the language are only text', async () => {
  const text = [
    '__proto__,ticket_id,created_at,constructor,channel',
    'a,1,2026-01-01,b,__proto__',
    'a,2,2026-01-01,b,constructor',
    'a,hasOwnProperty,2026-01-01,b,toString',
  ].join('\n');
  const { parts, accounts } = await read({ 'x.csv': text });
  expect(accounts[0]?.ignored).toEqual(['__proto__', 'constructor']);
  expect(rowsOfPart(parts[0] as never).map((row) => row.channel)).toEqual(['__proto__', 'constructor', 'toString']);
});

test('formulas and markup are only text', async () => {
  const cells = ["=cmd|'/c calc'!A1", '<script>alert(1)</script>', '@SUM(A1)', '+1'];
  const read = await rows(`${HEADER}\n${cells.map((cell, id) => `${id + 1},2026-01-01,${cell},`).join('\n')}\n`);
  expect(read.map((row) => row.channel)).toEqual(cells);
});

test('NUL characters are blanks in categories and do not hide a row', async () => {
  expect((await rows(`${HEADER}\n1,2026-01-01,a\0b,\0\0\n`)).map((row) => row.channel)).toEqual(['a b']);
});

describe('a file with nothing in it', () => {
  test.each(['', '\n\n \n', '\ufeff', 'sep=;\n'])('%j is refused', async (text) => {
    expect((await mistakeOf({ 'x.csv': text })).message).toContain('empty');
  });

  test('but headers has no rows', async () => {
    const { accounts } = await read({ 'x.csv': HEADER, 'y.csv': `${HEADER}\n` });
    expect(accounts.map(({ read, kept }) => [read, kept])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

describe('size', () => {
  test('a cell of a million characters is read past', async () => {
    const long = 'word '.repeat(200_000);
    expect(await rows(`${HEADER}\n1,2026-01-01,email,"${long}"\n2,2026-01-01,chat,\n`)).toHaveLength(2);
  });

  test('a line of ten megabytes is refused', async () => {
    const mistake = await mistakeOf({ 'x.csv': `${HEADER}\n1,2026-01-01,${'x'.repeat(10 * 2 ** 20)}` });
    expect(mistake.details).toMatchObject({ file: 'x.csv', record: 1 });
    expect(mistake.message.length).toBeLessThan(1000);
  });

  test('a single line of ten megabytes without any structure is refused', async () => {
    expect((await mistakeOf({ 'x.csv': 'x'.repeat(10 * 2 ** 20) })).details.file).toBe('x.csv');
  });
});

describe('quotation marks', () => {
  test('that are never closed are named with their record', async () => {
    const mistake = await mistakeOf({ 'x.csv': `${HEADER}\n1,2026-01-01,a,b\n2,2026-01-01,"a,b\n3,2026-01-01,a,b\n` });
    expect(mistake.details).toMatchObject({ file: 'x.csv', record: 2 });
    expect(mistake.message).toContain('not closed');
  });

  test('that stand alone in a quoted cell are named with their record', async () => {
    const mistake = await mistakeOf({ 'x.csv': `${HEADER}\n1,2026-01-01,"a "b" c",d\n` });
    expect(mistake.details.record).toBe(1);
  });

  test('that pair up by chance do not swallow the records between them', async () => {
    const between = Array.from({ length: 5 }, (_, id) => `${id + 2},2026-01-01,a,b`).join('\n');
    const mistake = await mistakeOf({ 'x.csv': `${HEADER}\n1,2026-01-01,a,"oops\n${between}\n9,2026-01-01,a,b"\n` });
    expect(mistake.details.record).toBe(1);
  });

  test('in an unquoted cell are text', async () => {
    expect((await rows(`${HEADER}\n1,2026-01-01,5" screen,x\n`)).map((row) => row.channel)).toEqual(['5" screen']);
  });
});
