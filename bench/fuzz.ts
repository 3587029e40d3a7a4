/**
 * Damages the project's own fixtures and reads what comes of it, as a build would: `npm run fuzz -- [--runs N] [--seed N]`.
 *
 * Every file must be read, with all its rows accounted for, or refused with a mistake that says what to do. Anything else
 * is a bug: the run ends with code 1 and leaves the smallest such file in `test-results/`. Not part of the tests.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeXlsx } from 'hucre/xlsx';
import { Mistake, Mistakes } from '../src/config/mistake.ts';
import { type SourcesConfig, sourcesSchema } from '../src/config/sources.schema.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { mutated, pick, type Sample } from './mutate.ts';
import { randomFrom } from './random.ts';
import { smallest } from './smallest.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (![runs, seed].every((value) => Number.isInteger(value) && value > 0)) {
  console.error('--runs and --seed are whole numbers from 1');
  process.exit(2);
}

const ROOT = resolve(import.meta.dirname, '..');
const FIXTURES = join(ROOT, 'src/ingest/formats/fixtures');
/** A file that takes longer says that some step does not grow with its size alone. */
const SLOW_MILLISECONDS = 5000;

interface Fixture extends Sample {
  readonly sources: SourcesConfig;
}

const fixtures = await allFixtures();
const folder = mkdtempSync(join(tmpdir(), 'triptych-fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

const random = randomFrom(seed);
const refused = new Map<string, number>();
const rows = { read: 0, kept: 0, setAside: 0 };
let readWhole = 0;
let crashes = 0;
let slowest = 0;
for (let run = 1; run <= runs; run++) {
  const fixture = pick(fixtures, random);
  const sample = mutated(fixture, random);
  const start = performance.now();
  try {
    const counts = await readSample(sample, fixture.sources);
    readWhole++;
    rows.read += counts.read;
    rows.kept += counts.kept;
    rows.setAside += counts.setAside;
  } catch (error) {
    if (isRefusal(error)) count(kindOf(error));
    else {
      crashes++;
      await keepSmallest(sample, fixture.sources, error, run);
    }
  }
  slowest = Math.max(slowest, performance.now() - start);
  if (run % 10_000 === 0) console.error(`${run} of ${runs}`);
}

const total = [...refused.values()].reduce((sum, files) => sum + files, 0);
console.log(`${runs} files from ${fixtures.length} fixtures, seed ${seed}`);
console.log(`read: ${readWhole}; rows read ${rows.read} = ${rows.kept} kept + ${rows.setAside} set aside`);
console.log(`refused with a mistake: ${total}`);
for (const [kind, files] of [...refused].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))) {
  console.log(`  ${String(files).padStart(6)}  ${kind}`);
}
console.log(
  `crashes: ${crashes}; slowest file: ${slowest < SLOW_MILLISECONDS ? 'under' : 'OVER'} ${SLOW_MILLISECONDS} ms`,
);
if (crashes > 0 || slowest >= SLOW_MILLISECONDS) process.exitCode = 1;

async function readSample({ name, bytes }: Sample, sources: SourcesConfig) {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  try {
    const { accounts, parts } = await ingest({
      dataFolder: folder,
      cacheFolder: null,
      idKey: 1n,
      words: true,
      timeZone: 'UTC',
      sources,
    });
    const read = accounts.reduce((sum, account) => sum + account.read, 0);
    const kept = parts.reduce((sum, part) => sum + part.rows, 0);
    const setAside = accounts.flatMap((account) => account.setAside).reduce((sum, entry) => sum + entry.count, 0);
    if (read !== kept + setAside) throw new Error(`${read} rows read, but ${kept} kept and ${setAside} set aside`);
    return { read, kept, setAside };
  } finally {
    rmSync(file);
  }
}

function isRefusal(error: unknown): error is Mistake | Mistakes {
  return error instanceof Mistake || error instanceof Mistakes;
}

/** What went wrong without what differs from file to file. */
function kindOf(error: Mistake | Mistakes): string {
  const [first] = error instanceof Mistake ? [error] : error.mistakes;
  return (first as Mistake).details.what.replace(/[“"][^”"]*[”"]/g, '…').replace(/\d+/g, 'n');
}

function count(kind: string): void {
  refused.set(kind, (refused.get(kind) ?? 0) + 1);
}

async function keepSmallest(sample: Sample, sources: SourcesConfig, error: unknown, run: number): Promise<void> {
  const message = (caught: unknown) => String((caught as Error).message).replace(/\d+/g, 'n');
  const bytes = await smallest(sample.bytes, async (candidate) => {
    try {
      await readSample({ name: sample.name, bytes: candidate }, sources);
      return false;
    } catch (caught) {
      return !isRefusal(caught) && message(caught) === message(error);
    }
  });
  const kept = join(ROOT, 'test-results', `fuzz-${seed}-${run}-${sample.name}`);
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  writeFileSync(kept, bytes);
  console.error(`run ${run}: ${(error as Error).stack}\n  kept as ${kept}`);
}

/** The fixtures of all formats with what their entries declare, the beginnings of the demonstration, and a workbook. */
async function allFixtures(): Promise<Fixture[]> {
  const names = readdirSync(FIXTURES).filter((name) => name.endsWith('.csv'));
  const exports = names.map((name): Fixture => {
    const { sources } = JSON.parse(readFileSync(join(FIXTURES, name.replace(/csv$/, 'json')), 'utf8'));
    const entries = sources === undefined ? [] : [{ glob: `${name}*`, ...sources }];
    return { name, bytes: readFileSync(join(FIXTURES, name)), sources: sourcesSchema.parse({ sources: entries }) };
  });
  const none = sourcesSchema.parse({ sources: [] });
  const data = readdirSync(join(ROOT, 'data'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.csv$/.test(name),
  );
  const canonical = data
    .sort()
    .slice(0, 6)
    .map((name, index): Fixture => {
      const lines = readFileSync(join(ROOT, 'data', name), 'utf8')
        .split('\n')
        .slice(0, 30);
      return { name: `canonical-${index}.csv`, bytes: Buffer.from(`${lines.join('\n')}\n`), sources: none };
    });
  const table = [
    ['ticket_id', 'created_at', 'channel', 'csat'],
    ['T1', new Date(Date.UTC(2026, 0, 5, 9, 30)), 'email', 4],
    ['T2', new Date(Date.UTC(2026, 0, 6, 9, 30)), 'chat', null],
  ];
  const workbook = await writeXlsx({
    sheets: [
      { name: 'Tickets', rows: table },
      { name: 'Empty', rows: [] },
    ],
  });
  return [...exports, ...canonical, { name: 'book.xlsx', bytes: Buffer.from(workbook), sources: none }];
}
