/**
 * How long a build takes and how much memory it needs: `npm run bench -- [--tickets N] [--responses N] [--months N]
 * [--only builds|reading|figures|dev]`.
 *
 * Generates exports of that size, builds from nothing, again without change, again after one new monthly file, and
 * lets DuckDB read and aggregate the same files on the same machine in the same run. Then reading by itself, and the
 * figures by themselves: from loaded columns to every cell and analysis. At last, on the demonstration, how long a writer
 * and a data team wait in dev after saving. Not part of the tests.
 */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { waitsInDev } from './dev.ts';
import { generate, monthsOf } from './generate.ts';
import { type Measured, measure } from './measure.ts';
import type { Timed } from './timed.ts';

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '200000' },
    responses: { type: 'string', default: '200000' },
    months: { type: 'string', default: '24' },
    only: { type: 'string' },
  },
});
const size = { tickets: Number(values.tickets), responses: Number(values.responses), months: Number(values.months) };
if (Object.values(size).some((value) => !Number.isInteger(value) || value < 2)) {
  console.error('--tickets, --responses and --months are whole numbers from 2');
  process.exit(2);
}
if (values.only !== undefined && !['builds', 'reading', 'figures', 'dev'].includes(values.only)) {
  console.error('--only is builds, reading, figures or dev');
  process.exit(2);
}
const isWanted = (part: string) => values.only === undefined || values.only === part;

const ROOT = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'triptych-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

const data = join(folder, 'data');
const later = join(folder, 'later');
const content = join(folder, 'content');
for (const path of [later, content]) mkdirSync(path);
await generate(data, size);
const bytes = readdirSync(data).reduce((sum, file) => sum + statSync(join(data, file)).size, 0);
const build = () =>
  measure([join(ROOT, 'src/cli/site.ts'), 'build', '--outDir', join(folder, 'dist')], {
    TRIPTYCH_DATA: data,
    TRIPTYCH_CONTENT: content,
    TRIPTYCH_CACHE: join(folder, 'cache'),
  });

console.log(
  `${size.tickets.toLocaleString('en')} tickets and ${size.responses.toLocaleString('en')} responses in ` +
    `${2 * size.months} files, ${(bytes / 1e6).toFixed(0)} MB; ${availableParallelism()} cores, Node ${process.versions.node}\n`,
);
/** What each reader does, in a few words. */
const READER_NAMES = {
  triptych: 'Triptych, typed and accounted for',
  papaparse: 'PapaParse, cells only',
  duckdb: 'DuckDB, into a table',
} as const;

const duckdb = (task: string) => measure([join(import.meta.dirname, 'duckdb.ts'), data, task]);

if (isWanted('builds')) await builds();
if (isWanted('reading')) await reading();
if (isWanted('figures')) await figures();
if (isWanted('dev')) await dev();

async function builds(): Promise<void> {
  const newest = `tickets-${monthsOf(size).at(-1)}.csv`;
  renameSync(join(data, newest), join(later, newest));
  const runs: [string, Measured][] = [];
  runs.push(['build, nothing cached', await build()]);
  runs.push(['build, nothing changed', await build()]);
  renameSync(join(later, newest), join(data, newest));
  runs.push(['build, one new file', await build()]);
  const headlines = await duckdb('headlines');
  const everything = await duckdb('everything');
  runs.push(['DuckDB, seven figures', headlines], ['DuckDB, every column by every dimension', everything]);
  print([
    ['', 'seconds', 'MiB', 'to DuckDB’s seven', 'to DuckDB’s all'],
    ...runs.map(([name, { seconds, mebibytes }]) => [
      name,
      seconds.toFixed(1),
      mebibytes.toFixed(0),
      (seconds / headlines.seconds).toFixed(1),
      (seconds / everything.seconds).toFixed(1),
    ]),
  ]);
}

async function reading(): Promise<void> {
  const speeds: [string, number][] = [];
  for (const reader of ['triptych', 'papaparse', 'duckdb'] as const) {
    const { output } = await measure([join(import.meta.dirname, 'readers.ts'), data, reader]);
    const { rows, milliseconds } = JSON.parse(output) as { rows: number; milliseconds: number };
    if (rows !== size.tickets + size.responses) throw new Error(`${reader} read ${rows} rows`);
    speeds.push([READER_NAMES[reader], bytes / 1e3 / milliseconds]);
  }
  const slowest = Math.min(...speeds.map(([, speed]) => speed));
  print([
    ['reading alone', 'MB/s', 'to the slowest'],
    ...speeds.map(([name, speed]) => [name, speed.toFixed(0), (speed / slowest).toFixed(1)]),
  ]);
}

async function figures(): Promise<void> {
  const times = ({ output }: Measured) => JSON.parse(output) as Omit<Timed<unknown>, 'result'>;
  const ours = times(await measure([join(import.meta.dirname, 'figures.ts'), data]));
  const database = times(await duckdb('figures'));
  const rows: [string, typeof ours][] = [
    ['Triptych, all figures with intervals, all analyses', ours],
    ['DuckDB, counts, shares, means and quantiles', database],
  ];
  print([
    ['figures alone', 'seconds', 'processor seconds', 'to DuckDB'],
    ...rows.map(([name, { milliseconds, processorMilliseconds }]) => [
      name,
      (milliseconds / 1000).toFixed(2),
      (processorMilliseconds / 1000).toFixed(2),
      (milliseconds / database.milliseconds).toFixed(2),
    ]),
  ]);
}

async function dev(): Promise<void> {
  const { text, data: exported, month } = await waitsInDev(5);
  const rows: [string, readonly number[]][] = [
    ['a text, its claims judged', text],
    ['a monthly file', exported],
    ['a new month of two files', month],
  ];
  print([
    ['saved in dev, page back after', 'first, s', 'median of the others, s'],
    ...rows.map(([name, [first = 0, ...others]]) => [
      name,
      first.toFixed(2),
      others.sort((a, b) => a - b)[Math.floor(others.length / 2)]?.toFixed(2) ?? '',
    ]),
  ]);
}

/** Columns of text, the first to the left, the others to the right. */
function print(table: readonly (readonly string[])[]): void {
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => (row[column] as string).length))) ?? [];
  for (const row of table) {
    const padded = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[column] as number),
    );
    console.log(padded.join('   '));
  }
  console.log('');
}
