import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { toCsv } from './csv.ts';

describe('a CSV text', () => {
  test('has numbers in full, line feeds, and nothing but its head where there are no rows', () => {
    expect(toCsv(['metric', 'estimate'], [['csat', 0.1 + 0.2]])).toBe('metric,estimate\ncsat,0.30000000000000004\n');
    expect(toCsv(['metric', 'estimate'], [])).toBe('metric,estimate\n');
  });

  test.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '=1\n+1', '='])(
    'makes %j harmless, which a spreadsheet would run',
    (formula) => {
      expect(toCsv(['value'], [[formula]])).toBe(`value\n"'${formula}"\n`);
    },
  );

  test('leaves a number below zero a number', () => {
    expect(toCsv(['net'], [[-12.5]])).toBe('net\n-12.5\n');
  });

  test('is read back as it was written', () => {
    const text = fc.string().filter((written) => !/^[=+\-@\t\r]/.test(written));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const { data } = Papa.parse<string[]>(toCsv(['a', 'b'], rows).slice(0, -1), { delimiter: ',', newline: '\n' });
        expect(data).toEqual([['a', 'b'], ...rows]);
      }),
    );
  });
});
