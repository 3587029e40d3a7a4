import { appendFileSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { sourcesSchema } from '../config/sources.schema.ts';
import { importerDigest } from './cache.ts';
import { rowsOfPart, withFolder } from './data-folder-for-tests.ts';
import { type Ingested, ingest } from './ingest.ts';
import { zipOf } from './zip-for-tests.ts';

const TICKETS = 'ticket_id,created_at,channel\n1,2026-01-01 10:00,email\n2,2026-01-02 10:00,chat\n';

/** A data folder and a cache beside it. */
function withCache<R>(use: (site: { data: string; cache: string; read: typeof readInto }) => Promise<R>): Promise<R> {
  return withFolder({ 'data/tickets.csv': TICKETS }, (folder) =>
    use({ data: join(folder, 'data'), cache: join(folder, 'cache'), read: readInto }),
  );
}

function readInto(
  site: { data: string; cache: string },
  timeZone = 'UTC',
  sources: readonly unknown[] = [],
): Promise<Ingested> {
  const config = sourcesSchema.parse({ sources });
  return ingest({ dataFolder: site.data, cacheFolder: site.cache, timeZone, idKey: 1n, words: true, sources: config });
}

const content = ({ parts, accounts }: Ingested) => ({ rows: parts.map(rowsOfPart), accounts });
const entries = (cache: string) => readdirSync(cache).map((name) => join(cache, name));

describe('a result of an earlier run', () => {
  test('is the same as a new one', () =>
    withCache(async (site) => {
      const first = await site.read(site);
      const [entry] = entries(site.cache);
      const before = readFileSync(entry as string);
      utimesSync(entry as string, 1, 1);
      expect(content(await site.read(site))).toEqual(content(first));
      expect(readFileSync(entry as string).equals(before)).toBe(true);
    }));

  test.each([
    ['cut short', (entry: string) => truncateSync(entry, 200)],
    ['empty', (entry: string) => truncateSync(entry, 0)],
    ['longer than it was', (entry: string) => appendFileSync(entry, 'x')],
    [
      'changed in one bit',
      (entry: string) => {
        const bytes = readFileSync(entry);
        bytes[bytes.length - 20] = (bytes[bytes.length - 20] as number) ^ 1;
        writeFileSync(entry, bytes);
      },
    ],
  ])('is made anew when it is %s', (_, damage) =>
    withCache(async (site) => {
      const first = await site.read(site);
      const [entry] = entries(site.cache);
      const whole = readFileSync(entry as string);
      damage(entry as string);
      expect(content(await site.read(site))).toEqual(content(first));
      expect(readFileSync(entry as string).equals(whole)).toBe(true);
    }),
  );

  test('is not used for other bytes, another zone or another mapping', () =>
    withCache(async (site) => {
      const first = await site.read(site);
      expect(rowsOfPart((await site.read(site, 'Asia/Tokyo')).parts[0] as never)[0]?.created_at).toBe(
        '2026-01-01T01:00:00.000Z',
      );
      const fields = { ticket_id: 'ticket_id', created_at: 'created_at', category: 'channel' };
      const mapped = await site.read(site, 'UTC', [{ glob: '*', kind: 'tickets', fields }]);
      expect(rowsOfPart(mapped.parts[0] as never)[0]?.category).toBe('email');
      writeFileSync(join(site.data, 'tickets.csv'), TICKETS.replace('chat', 'phone'));
      expect(rowsOfPart((await site.read(site)).parts[0] as never)[1]?.channel).toBe('phone');
      writeFileSync(join(site.data, 'tickets.csv'), TICKETS);
      expect(content(await site.read(site))).toEqual(content(first));
    }));

  test('is not used when a file that is looked up in has changed', () =>
    withFolder({ 'data/a.csv': 'n,d,k\n1,2026-01-01,x\n', 'data/b.csv': 'k,v\nx,one\n' }, async (folder) => {
      const site = { data: join(folder, 'data'), cache: join(folder, 'cache') };
      const channel = { column: 'k', lookup: { file: 'b.csv', key: 'k', value: 'v' } };
      const sources = [{ glob: 'a.csv', kind: 'tickets', fields: { ticket_id: 'n', created_at: 'd', channel } }];
      const read = async () => rowsOfPart((await readInto(site, 'UTC', sources)).parts[0] as never)[0]?.channel;
      expect(await read()).toBe('one');
      writeFileSync(join(site.data, 'b.csv'), 'k,v\nx,two\n');
      expect(await read()).toBe('two');
    }));

  test('is kept for each member of an archive and each sheet of a workbook', async () => {
    const members = (channel: string) => [
      { name: 'a.csv', content: TICKETS },
      { name: 'b.csv', content: TICKETS.replace('chat', channel) },
    ];
    const rows = TICKETS.trim()
      .split('\n')
      .map((line) => line.split(','));
    const sheets = ['One', 'Two'].map((name) => ({ name, rows }));
    const files = { 'data/x.zip': zipOf(members('phone')), 'data/book.xlsx': await writeXlsx({ sheets }) };
    await withFolder(files, async (folder) => {
      const site = { data: join(folder, 'data'), cache: join(folder, 'cache') };
      const first = await readInto(site);
      const before = new Map(entries(site.cache).map((entry) => [entry, readFileSync(entry).toString('latin1')]));
      expect(before.size).toBe(4);
      expect(content(await readInto(site))).toEqual(content(first));
      writeFileSync(join(site.data, 'x.zip'), zipOf(members('letter')));
      expect(rowsOfPart((await readInto(site)).parts[3] as never)[1]?.channel).toBe('letter');
      const changed = entries(site.cache).filter(
        (entry) => readFileSync(entry).toString('latin1') !== before.get(entry),
      );
      expect(changed).toHaveLength(1);
    });
  });

  test('takes one place however often its file changes', () =>
    withCache(async (site) => {
      for (const channel of ['a', 'b', 'c']) {
        writeFileSync(join(site.data, 'tickets.csv'), TICKETS.replace('chat', channel));
        await site.read(site);
      }
      expect(entries(site.cache)).toHaveLength(1);
    }));
});

test('a cache that cannot be written is no mistake', () =>
  withFolder({ 'data/tickets.csv': TICKETS, cache: 'a file, not a folder' }, async (folder) => {
    const { parts } = await readInto({ data: join(folder, 'data'), cache: join(folder, 'cache') });
    expect(parts).toHaveLength(1);
  }));

test('the importer is known by its source', () => {
  expect(importerDigest()).toMatch(/^[0-9a-f]{64}$/);
  expect(importerDigest()).toBe(importerDigest());
});
