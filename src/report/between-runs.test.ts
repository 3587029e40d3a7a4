import { renameSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BetweenRuns } from './between-runs.ts';
import { buildReport } from './build-report.ts';
import { ratings, responses } from './report-of.fixture.ts';

let folder: string;
const said: string[] = [];
const between = new BetweenRuns();
const run = (checked?: () => void) =>
  buildReport({
    dataFolder: join(folder, 'data'),
    contentFolder: join(folder, 'content'),
    cacheFolder: null,
    claims: 'mark',
    between,
    log: (line) => said.push(line),
    ...(checked !== undefined && { checked }),
  });
const write = (path: string, text: string) => writeFile(join(folder, path), text);
const estimate = { metric: 'csat', period: '2026-Q1' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triptych-between-'));
  await mkdir(join(folder, 'data'));
  await mkdir(join(folder, 'content'));
  await write('data/a.csv', responses(ratings('2026-01-01', 'email', 40, 30), ratings('2026-04-01', 'email', 40, 30)));
});
afterAll(async () => {
  await between.close();
  await rm(folder, { recursive: true });
});

test('a run after another reads what has changed, and nothing else', async () => {
  const first = await run();
  expect(said).toHaveLength(1);
  expect(first.claims).toEqual([]);

  await write('content/home.mdx', '<Claim metric="csat" fell from="2026 Q1" to="2026 Q2">Fewer are content.</Claim>\n');
  const second = await run();
  expect(said).toHaveLength(1);
  expect(second.claims.map(({ status }) => status)).toEqual(['unsupported']);
  expect(second.estimate(estimate)).toEqual(first.estimate(estimate));

  await write('data/b.csv', responses(ratings('2026-02-01', 'email', 40, 0)));
  const third = await run();
  expect(said).toHaveLength(2);
  expect(third.estimate(estimate)).not.toEqual(first.estimate(estimate));
});

test('a run during which an export came and went leaves nothing for the next', async () => {
  const [kept, other] = [join(folder, 'data/b.csv'), join(folder, 'b.csv')];
  await write('content/report.yaml', 'title: Before\n');
  await run(() => renameSync(kept, other));
  await rename(other, kept);
  const before = said.length;
  await run();
  expect(said).toHaveLength(before + 1);
});

test('a run that stopped at a mistake leaves nothing for the next', async () => {
  await write('data/c.csv', 'submitted_at,csat\nyesterday,5\n');
  await expect(run()).rejects.toThrow('yesterday');
  await rm(join(folder, 'data/c.csv'));
  expect((await run()).metrics.length).toBeGreaterThan(0);
});
