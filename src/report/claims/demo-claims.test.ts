import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { componentUses } from '../../commentary/uses.ts';
import { DIMENSIONS } from '../../dataset/dataset.ts';
import { demoExports } from '../demo-exports.fixture.ts';
import { EstimateStore } from '../estimates.ts';
import { plannedFamilies } from '../planned-families.ts';
import { askedInProse } from '../prose.ts';
import { type Exports, readExports } from '../read-exports.ts';
import { reportContext } from '../report-context.ts';
import { claimReports } from './claim-reports.ts';

/** One claim of every kind that holds on the demonstration, by what it is about. */
const YEAR = 'from="the same quarter last year" to="last quarter"';
const ON_RATINGS = [
  `metric="csat" is about the same ${YEAR}`,
  'metric="csat" is above="60%"',
  'metric="csat" more than="3 in 5"',
  'metric="csat" department="Installations" is below="Help desk"',
];
const ON_RECOMMENDATION = [
  `metric="nps" fell ${YEAR}`,
  `metric="nps_detractors" rose ${YEAR}`,
  'metric="nps" lowest since="all"',
  'metric="nps_detractors" highest since="all"',
  'metric="nps_promoters" less than="half"',
];
const ON_WAITS = [
  `metric="first_response_median" fell ${YEAR}`,
  'metric="first_response_median" channel="email" largest of="channels"',
  'metric="first_response_median" channel="phone" smallest of="channels"',
];
const TAGS = [...ON_RATINGS, ...ON_RECOMMENDATION, ...ON_WAITS];

const ROOT = new URL('../../..', import.meta.url).pathname;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triptych-demo-claims-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The claims that hold on some exports; only they are judged, with all that their panels compare. */
function held({ config, assembled }: Exports): string[] {
  const context = reportContext(assembled.dataset, config);
  // What is kept back of the demonstration is not among these figures.
  const store = new EstimateStore(context).beforeAudit();
  const text = TAGS.map((tag) => `<Claim ${tag}>A sentence.</Claim>\n`).join('\n');
  const home = { page: 'home', head: { period: null }, uses: componentUses(text, 'home.mdx', DIMENSIONS) };
  // They name no action and no quote.
  const asked = askedInProse(context, store, [home as never], { actions: [], quotes: {} } as never);
  const reports = claimReports(context, store, plannedFamilies(context, store, asked, []), asked.claims);
  return TAGS.filter((_, index) => reports[index]?.status === 'supported');
}

type Row = Record<string, string>;

/** The demonstration with the rows of its last quarter, file by file of one kind, changed. */
async function changed(name: string, kind: 'responses' | 'tickets', change: (rows: Row[]) => Row[]) {
  const data = join(folder, name);
  await cp(join(ROOT, 'data'), data, { recursive: true });
  for (const file of await readdir(join(data, kind))) {
    if (!/2026-0[456]/.test(file)) continue;
    const path = join(data, kind, file);
    const { data: rows, meta } = Papa.parse<Row>(await readFile(path, 'utf8'), { header: true, skipEmptyLines: true });
    await writeFile(path, `${Papa.unparse(change(rows), { columns: meta.fields ?? [] })}\n`);
  }
  return readExports({ dataFolder: data, contentFolder: join(ROOT, 'content'), cacheFolder: null });
}

describe('claims on the demonstration', { timeout: 60_000 }, () => {
  test('hold, one of every kind', async () => {
    expect(held(await demoExports())).toEqual(TAGS);
  });

  test('flip with the ratings that they are about, and no other does', async () => {
    const ratings = await changed('ratings', 'responses', (rows) =>
      rows.map((row, index) => {
        if (row.csat === '') return row;
        const worse = index % 2 === 0 ? '1' : (row.csat as string);
        return { ...row, csat: row.department === 'Installations' ? '5' : worse };
      }),
    );
    expect(held(ratings)).toEqual(TAGS.filter((tag) => !ON_RATINGS.includes(tag)));
  });

  test('flip with the willingness to recommend, and no other does', async () => {
    const recommendation = await changed('recommendation', 'responses', (rows) =>
      rows.map((row) => (row.nps === '' ? row : { ...row, nps: '10' })),
    );
    expect(held(recommendation)).toEqual(TAGS.filter((tag) => !ON_RECOMMENDATION.includes(tag)));
  });

  test('flip with the waits, and no other does', async () => {
    const later = (instant: string, hours: number) =>
      `${new Date(Date.parse(instant) + hours * 3_600_000).toISOString().slice(0, 19)}Z`;
    const waits = await changed('waits', 'tickets', (rows) =>
      rows.map((row) => {
        const slow = row.channel !== 'email' && row.first_response_at !== '';
        return slow ? { ...row, first_response_at: later(row.created_at as string, 70) } : row;
      }),
    );
    expect(held(waits)).toEqual(TAGS.filter((tag) => !ON_WAITS.includes(tag)));
  });

  test('stay as they are where rows only stand in another order', async () => {
    const order = await changed('order', 'responses', (rows) => rows.toReversed());
    expect(held(order)).toEqual(TAGS);
  });
});
