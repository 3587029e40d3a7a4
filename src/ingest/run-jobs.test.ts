import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Mistakes } from '../config/mistake.ts';
import { Threads } from '../threads/threads.ts';
import { rowsOfPart, withFolder } from './data-folder-for-tests.ts';
import { ingest } from './ingest.ts';

/** Enough bytes that threads are worth starting; the last file is the longest. */
function files(rowsOfFile: (file: number) => number): Record<string, string> {
  return Object.fromEntries(
    [0, 1, 2].map((file) => {
      const rows = Array.from(
        { length: rowsOfFile(file) },
        (_, row) =>
          `T-${file}-${row},2026-01-0${file + 1} 10:00,${'a long comment '.repeat(8)},${row % 7 === 0 ? 'chat' : 'email'}`,
      );
      return [`data/${file}.csv`, `ticket_id,created_at,comment,channel\n${rows.join('\n')}\n`];
    }),
  );
}

async function withThreads<R>(count: number, use: (threads: Threads) => Promise<R>): Promise<R> {
  const threads = new Threads(count);
  try {
    return await use(threads);
  } finally {
    await threads.close();
  }
}

/** Threads start slowly on a busy machine. */
const PATIENT = { timeout: 60_000 };

describe('threads', PATIENT, () => {
  test('give what one thread gives, in the order of paths, fresh and from the cache', () =>
    withFolder(
      files((file) => 8_000 * (file + 1)),
      async (folder) => {
        const read = (count: number, cache: string | null) =>
          withThreads(count, (threads) =>
            ingest({
              dataFolder: join(folder, 'data'),
              cacheFolder: cache === null ? null : join(folder, cache),
              timeZone: 'Europe/London',
              idKey: 1n,
              words: true,
              sources: { sources: [] },
              threads,
            }),
          );
        const one = await read(1, null);
        const summary = ({ parts, accounts }: typeof one) => ({
          accounts,
          parts: parts.map((part) => ({ file: part.file, rows: part.rows, some: rowsOfPart({ ...part, rows: 20 }) })),
        });
        for (const other of [await read(2, null), await read(3, 'cache'), await read(2, 'cache')]) {
          expect(summary(other)).toEqual(summary(one));
        }
      },
    ));

  test('hand over all mistakes', () =>
    withFolder(
      {
        ...files(() => 12_000),
        'data/3.csv': 'ticket_id,created_at\n1,soon\n',
        'data/4.csv': 'what,ever\n1,2\n',
      },
      async (folder) => {
        const reading = withThreads(2, (threads) =>
          ingest({
            dataFolder: join(folder, 'data'),
            cacheFolder: null,
            timeZone: 'UTC',
            idKey: 1n,
            words: true,
            sources: { sources: [] },
            threads,
          }),
        );
        const error = await reading.catch((caught: unknown) => caught);
        expect(error).toBeInstanceOf(Mistakes);
        expect((error as Mistakes).mistakes.map(({ details }) => details.file)).toEqual(['3.csv', '4.csv']);
      },
    ));
});
