import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { mistakeOf, read } from './data-folder-for-tests.ts';
import { decodeText } from './decode.ts';
import { delimiterOf, separatorLine } from './dialect.ts';
import { HeaderRow, headerIndex, normaliseHeader } from './headers.ts';
import { openTable } from './open-table.ts';

const ascii = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

function decoded(bytes: Uint8Array, declared?: string): { text: string; encoding: string } {
  const { encoding, pieces } = decodeText(bytes, 'file.csv', declared);
  let text = '';
  for (let next = pieces.next(); next.done !== true; next = pieces.next()) text += next.value;
  return { text, encoding };
}

describe('bytes to text', () => {
  const text = 'id,name\n1,Zoë\n';

  test.each([
    ['UTF-8', ascii(text)],
    ['UTF-8 with byte order mark', ascii(`\ufeff${text}`)],
    ['UTF-16 LE with byte order mark', utf16(text, 'le', true)],
    ['UTF-16 BE with byte order mark', utf16(text, 'be', true)],
    ['UTF-16 LE', utf16(text, 'le', false)],
    ['UTF-16 BE', utf16(text, 'be', false)],
    ['UTF-8', gzipSync(ascii(text))],
  ])('%s', (encoding, bytes) => {
    expect(decoded(bytes)).toEqual({ text, encoding });
  });

  test('what is not UTF-8 is Windows-1252, and the bytes are counted', () => {
    const bytes = Uint8Array.of(0x5a, 0x6f, 0xeb, 0x20, 0x80);
    expect(decoded(bytes)).toEqual({
      text: 'Zoë €',
      encoding: 'Windows-1252 (it is not UTF-8: 2 bytes outside ASCII)',
    });
  });

  test('a declared encoding decides, and must fit', () => {
    expect(decoded(Uint8Array.of(0xb1), 'iso-8859-2').text).toBe('ą');
    expect(() => decoded(Uint8Array.of(0xff), 'utf-8')).toThrow(/not valid utf-8/);
    expect(() => decoded(ascii('x'), 'klingon')).toThrow(/encoding is not known/);
  });

  test('no character is cut where pieces meet', () => {
    for (const shift of ['', 'x', 'xx', 'xxx']) {
      const long = shift + '😀é€'.repeat(30_000);
      expect(decoded(ascii(long)).text === long).toBe(true);
      expect(decoded(utf16(long, 'le', true)).text === long).toBe(true);
    }
  });

  test('a spreadsheet under a false name is refused', () => {
    expect(() => decoded(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toThrow(/no text under the name of a CSV file/);
  });
});

describe('delimiter', () => {
  test.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2;3\n2,5;3;4\n', ';'],
    ['a\tb\n1,2\t3\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['id,comment,n\n1,"x;y;z\n;;;;\n",2\n2,"a;b;c;d",3\n', ','],
    ['id;comment;n\n1;"Hello, world, again\nand, again";2\n', ';'],
    ['alone\n1\n', ','],
  ])('%j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  test('a first line sep= decides', () => {
    expect(separatorLine('sep=;\r\na;b')).toEqual({ delimiter: ';', length: 7 });
    expect(separatorLine('"sep=|"\na|b')).toEqual({ delimiter: '|', length: 8 });
    expect(separatorLine('separate,b')).toBe(null);
  });
});

describe('headers', () => {
  test('are compared without case, marks that cannot be seen, and spare blanks', () => {
    expect(normaliseHeader('\ufeffTicket\u00a0 ID\u200b ')).toBe('ticket id');
    expect(normaliseHeader('ｆｕｌｌ Ｗｉｄｔｈ')).toBe('full width');
  });

  test('know all their positions, whatever they are called', () => {
    const header = new HeaderRow(['__proto__', 'Name', 'constructor', ' name ', '']);
    expect(header.positions('NAME')).toEqual([1, 3]);
    expect(header.positions('__proto__')).toEqual([0]);
    expect(header.positions('toString')).toEqual([]);
  });

  test('are found below a preamble', () => {
    expect(headerIndex([['Report of May'], [''], ['a', 'b'], ['1', '2']])).toBe(2);
    expect(headerIndex([['only'], ['1']])).toBe(0);
    expect(headerIndex([[''], [' ', '']])).toBe(-1);
  });
});

describe('records', () => {
  const records = (text: string) =>
    [...openTable(ascii(text), 'file.csv', {}).batches].flatMap((batch) => batch.records);

  test('may hold line breaks, delimiters and doubled quotation marks', () => {
    expect(records('a,b\r\n"1\r\n2","say ""hi"", you"\r\n')).toEqual([['1\r\n2', 'say "hi", you']]);
  });

  test('are the same wherever pieces of a long file meet', () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => [
      `${row}`,
      row % 3 === 0 ? `say "${row}"\nand go` : 'plain',
    ]);
    const text = `a,b\n${rows.map(([id, words]) => `${id},"${words?.replaceAll('"', '""')}"`).join('\n')}\n`;
    expect(records(text)).toEqual(rows);
  });

  test('longer than a piece are whole', () => {
    const long = 'x,\n"'.repeat(100_000);
    expect(records(`a,b\n1,"${long.replaceAll('"', '""')}"\n2,y\n`)).toEqual([
      ['1', long],
      ['2', 'y'],
    ]);
  });
});

test('a file with a single column is refused like any other that nobody can place', async () => {
  for (const text of ['RespondentID\n1\n2\n', 'ticket_id\n1\n', 'comment\n"a\nb"\n\n']) {
    expect((await mistakeOf({ 'x.csv': text })).details.file).toBe('x.csv');
  }
  const sources = [{ glob: 'x.csv', kind: 'customers', fields: { customer_id: 'id' } }];
  expect((await read({ 'x.csv': 'id\nA\n\nB\n' }, { sources })).accounts[0]).toMatchObject({ read: 3, kept: 2 });
});
