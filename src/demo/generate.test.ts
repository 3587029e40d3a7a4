/**
 * The committed files are what the generator writes, byte for byte.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf, instantAt, MINUTE } from './clock.ts';
import { HOSTILE_COMMENTS } from './comments.ts';
import { customersCsv } from './csv.ts';
import { createCustomers } from './customers.ts';
import { createDemo, DEFAULT_SEED, demoFiles, writeFiles } from './generate.ts';

const committed = new URL('../../data/', import.meta.url).pathname;
const demo = createDemo(DEFAULT_SEED);
const files = demoFiles(demo);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
  await writeFiles(folder, files);
});

afterAll(() => rm(folder, { recursive: true }));

/** SHA-256 of every CSV file under a folder, by path. */
async function digests(root: string): Promise<Record<string, string>> {
  const paths = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.csv')).sort();
  const entries = paths.map(async (path) => {
    const bytes = await readFile(join(root, path));
    return [path, createHash('sha256').update(bytes).digest('hex')];
  });
  return Object.fromEntries(await Promise.all(entries));
}

describe('the demo files', () => {
  test('are the committed ones', async () => {
    expect(await digests(folder)).toEqual(await digests(committed));
  });

  test('differ for another seed', () => {
    expect(customersCsv(createCustomers(DEFAULT_SEED + 1))).not.toBe(files.get('customers.csv'));
  });

  test('are one a month of tickets and of responses, and one of each other table', () => {
    const paths = [...files.keys()];
    expect(paths.filter((path) => path.startsWith('tickets/'))).toHaveLength(25);
    expect(paths.filter((path) => path.startsWith('responses/'))).toHaveLength(25);
    expect(paths.filter((path) => !path.includes('/')).sort()).toEqual([
      'actions.csv',
      'aspects.csv',
      'comment_codes.csv',
      'customers.csv',
      'ticket_events.csv',
      'touchpoints.csv',
    ]);
    expect(paths).toHaveLength(56);
  });

  test('stay below 8 MB', () => {
    let bytes = 0;
    for (const text of files.values()) bytes += Buffer.byteLength(text);
    expect(bytes).toBeLessThan(8_000_000);
  });

  test('read back as many rows as were written, with every hostile comment whole', () => {
    const rows: Record<string, string>[] = [];
    for (const [path, text] of files) {
      if (!path.startsWith('responses/')) continue;
      const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
      expect(parsed.errors).toEqual([]);
      rows.push(...parsed.data);
    }
    expect(rows).toHaveLength(demo.responses.length);
    const comments = new Set(rows.map((row) => row.comment));
    for (const comment of HOSTILE_COMMENTS) expect(comments).toContain(comment);
  });
});

describe('the rows of the demo', () => {
  test('have identifiers of their own', () => {
    for (const rows of [demo.customers, demo.tickets, demo.responses]) {
      expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    }
  });

  test('have moments in their order, in whole seconds', () => {
    for (const { createdAt, firstResponseAt, resolvedAt } of demo.tickets) {
      expect(createdAt % 1000).toBe(0);
      if (firstResponseAt !== null) expect(firstResponseAt).toBeGreaterThanOrEqual(createdAt);
      if (resolvedAt !== null) expect(resolvedAt).toBeGreaterThanOrEqual(firstResponseAt ?? createdAt);
    }
    for (const { invitedAt, submittedAt } of demo.responses) {
      if (submittedAt !== null) expect(submittedAt).toBeGreaterThan(invitedAt);
    }
  });
});

describe('London time', () => {
  const london = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  });

  test('agrees with the time zone database on every day of the exports, clock changes included', () => {
    for (let day = dayOf(Date.UTC(2024, 6, 1)); day <= dayOf(Date.UTC(2026, 6, 12)); day++) {
      const noon = instantAt(day, 720);
      expect(london.format(noon)).toContain('12:00');
      expect(london.format(instantAt(day, 0))).toContain('00:00');
      expect(dayOf(instantAt(day, 0))).toBe(day);
      expect(dayOf(instantAt(day, 0) - MINUTE)).toBe(day - 1);
    }
  });
});
