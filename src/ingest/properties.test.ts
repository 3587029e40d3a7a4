import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { Mistake, Mistakes } from '../config/mistake.ts';
import { type Files, read, rowsOfPart } from './data-folder-for-tests.ts';
import type { Ingested } from './ingest.ts';
import { REASONS } from './reasons.ts';
import { zipOf } from './zip-for-tests.ts';

const HEADER = ['ticket_id', 'created_at', 'resolved_at', 'status', 'channel', 'reopens', 'csat', 'note'];

const moment = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19).replace('T', ' '));
const orNothing = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: '', freq: 4 });
const text = fc.string({ unit: fc.constantFrom(...'abc é€, ;|\t"\n='.split('')), maxLength: 12 });

/** Rows whose cells can all be read, though some are set aside. */
const row = fc.tuple(
  orNothing(fc.nat(9999).map(String)),
  orNothing(moment),
  orNothing(moment),
  orNothing(fc.constantFrom('open', 'Solved', 'spam', 'merged', 'on hold')),
  orNothing(fc.constantFrom('email', 'Chat', 'téléphone', '__proto__', '=cmd()', '<script>')),
  orNothing(fc.nat(5).map(String)),
  orNothing(fc.integer({ min: 1, max: 5 }).map(String)),
  text,
);
const rows = fc.array(row, { maxLength: 40 });

function csv(records: readonly (readonly string[])[], delimiter = ',', newline = '\n'): string {
  const quoted = (cell: string) => (/["\n\r\t,;|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [HEADER, ...records].map((cells) => cells.map(quoted).join(delimiter)).join(newline) + newline;
}

/** What rows hold: a missing cell is the same whether its column is there or not. */
const content = ({ parts }: Ingested) =>
  parts
    .flatMap((part) => rowsOfPart(part))
    .map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null)));
const setAside = ({ accounts }: Ingested) => {
  const counts = new Map<string, number>();
  for (const { reason, count } of accounts.flatMap((account) => account.setAside)) {
    counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  return Object.fromEntries([...counts].sort());
};

/** Runs on many files, without a folder each being slow to make. */
const RUNS = { numRuns: 60 };
const PATIENT = { timeout: 60_000 };

describe('the same rows', PATIENT, () => {
  test('are read the same from one file and from two', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(40), async (records, cut) => {
        const whole = await read({ 'a.csv': csv(records) });
        const split = await read({ 'a.csv': csv(records.slice(0, cut)), 'b.csv': csv(records.slice(cut)) });
        expect(content(split)).toEqual(content(whole));
        expect(setAside(split)).toEqual(setAside(whole));
      }),
      RUNS,
    );
  });

  test('are read the same in any encoding, with any delimiter and line end', async () => {
    const encodings: Record<string, (data: string) => Uint8Array> = {
      utf8: (data) => Buffer.from(data),
      marked: (data) => Buffer.from(`\ufeff${data}`),
      utf16le: (data) => Buffer.from(`\ufeff${data}`, 'utf16le'),
      utf16be: (data) => Buffer.from(`\ufeff${data}`, 'utf16le').swap16(),
    };
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(...Object.keys(encodings)),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (records, encoding, delimiter, newline) => {
          const plain = await read({ 'a.csv': csv(records) });
          const encoded = encodings[encoding] as (data: string) => Uint8Array;
          const other = await read({ 'a.csv': encoded(csv(records, delimiter, newline)) });
          expect(content(other)).toEqual(content(plain));
          expect(setAside(other)).toEqual(setAside(plain));
        },
      ),
      RUNS,
    );
  });

  test('are read the same from text, compressed text, an archive and a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (records) => {
        const text = csv(records);
        const plain = await read({ 'a.csv': text });
        const zipped = zipOf([{ name: 'a.csv', content: text }]);
        const sheets = [{ name: 'S', rows: [HEADER, ...records].map((cells) => [...cells]) }];
        for (const other of [{ 'a.csv.gz': gzipSync(text) }, { 'a.zip': zipped }]) {
          const packed = await read(other as Files);
          expect(content(packed)).toEqual(content(plain));
          expect(setAside(packed)).toEqual(setAside(plain));
        }
        // A workbook does not keep rows of nothing at its end, so that only the others can be compared.
        expect(content(await read({ 'a.xlsx': await writeXlsx({ sheets }) }))).toEqual(content(plain));
      }),
      RUNS,
    );
  });

  test('are read the same whatever the order of columns', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.shuffledSubarray([...HEADER.keys()], { minLength: HEADER.length }),
        async (records, order) => {
          const plain = await read({ 'a.csv': csv(records) });
          const lines = [HEADER, ...records].map((cells) =>
            order.map((position) => `"${(cells[position] as string).replaceAll('"', '""')}"`).join(','),
          );
          expect(content(await read({ 'a.csv': `${lines.join('\n')}\n` }))).toEqual(content(plain));
        },
      ),
      RUNS,
    );
  });
});

test('every row read is kept or set aside by a named reason', PATIENT, async () => {
  const words: ReadonlySet<string> = new Set(Object.values(REASONS));
  await fc.assert(
    fc.asyncProperty(rows, async (records) => {
      const { accounts, parts } = await read({ 'a.csv': csv(records) });
      const [account] = accounts;
      expect(account?.read).toBe(records.length);
      expect(account?.kept).toBe(parts[0]?.rows);
      expect(account?.setAside.every(({ reason, count }) => words.has(reason) && count > 0)).toBe(true);
    }),
    RUNS,
  );
});

describe('whatever a file holds', PATIENT, () => {
  const outcome = async (files: Files): Promise<Ingested | Mistake | Mistakes> => {
    try {
      return await read(files);
    } catch (error) {
      if (error instanceof Mistake || error instanceof Mistakes) return error;
      throw error;
    }
  };

  test('bytes are read or refused with a mistake', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await outcome({ 'a.csv': bytes });
      }),
      { numRuns: 150 },
    );
  });

  test('text below good headers is read or refused with a mistake, and no row is lost', async () => {
    const anything = fc.string({ unit: fc.constantFrom(...'12 ,"\n\r\t;=-/:TZ\u0000é'.split('')), maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(
        anything,
        fc.constantFrom(
          'ticket_id,created_at',
          'submitted_at,csat,nps',
          'ticket_id,at,type,from,to',
          'customer_id,at,stage,initiated_by',
          'response_id,action_at,action',
          'response_id,aspect,score',
        ),
        async (body, header) => {
          const result = await outcome({ 'a.csv': `${header}\n${body}` });
          if (result instanceof Error) return;
          const [account] = result.accounts;
          const aside = account?.setAside.reduce((sum, { count }) => sum + count, 0) ?? 0;
          expect(account?.read).toBe((account?.kept ?? 0) + aside);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('each line below the header is one record, kept or set aside', async () => {
    const words = ['', ' ', '1', 'T-9', '2026-01-01', 'email', 'Total', 'ticket_id', 'created_at', 'a line of words'];
    const line = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((cells) => cells.join(','));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
        const result = await outcome({
          'a.csv': `ticket_id,created_at,channel,team\n1,2026-01-01,a,b\n${lines.join('\n')}`,
        });
        if (result instanceof Error) return;
        const end = lines.at(-1) === '' ? 1 : 0;
        expect(result.accounts[0]?.read).toBe(1 + lines.length - end);
      }),
      { numRuns: 300 },
    );
  });
});
