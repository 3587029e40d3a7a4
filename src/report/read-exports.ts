/**
 * Exports and settings, read and put together: what a build knows before it computes anything.
 */
import { availableParallelism } from 'node:os';
import { periodIndex, periodsBetween } from '../calendar/periods.ts';
import { startOfDate } from '../calendar/zone.ts';
import { readEvents, type WrittenEvent } from '../commentary/events.ts';
import { Mistake } from '../config/mistake.ts';
import type { ReportConfig } from '../config/report.schema.ts';
import { loadReportConfig } from '../config/report.ts';
import { loadSourcesConfig } from '../config/sources.ts';
import { type Assembled, assemble } from '../dataset/assemble.ts';
import type { AnyTablePart } from '../dataset/part.ts';
import type { FileAccount } from '../ingest/account.ts';
import { type Ingested, ingest } from '../ingest/ingest.ts';
import { Threads } from '../threads/threads.ts';
import { withEvents } from './chart-events.ts';
import { patternsOf } from './comment-words.ts';
import { refuseUnfitCoverage } from './covered-rows.ts';
import { refuseUnfitMargins } from './fit-margins.ts';
import { identifierKey } from './identifiers.ts';
import { sourceAccounts } from './sources.ts';

/** Where exports and settings stand. */
export interface ReadOptions {
  readonly dataFolder: string;
  readonly contentFolder: string;
  /** Null switches the cache off. */
  readonly cacheFolder: string | null;
  /** Told each time a file has been read. */
  readonly progress?: (done: number, total: number) => void;
}

/** What a build knows before it computes anything. */
export interface Exports {
  readonly config: ReportConfig;
  /** Those of the settings’ events that stand in a table of their own. */
  readonly events: readonly WrittenEvent[];
  readonly assembled: Assembled;
  /** What became of every row, repeated ones across files included. */
  readonly sources: readonly FileAccount[];
  /** The rows of each file, before they were put together. */
  readonly parts: readonly AnyTablePart[];
}

/**
 * Reads configuration and exports and puts them together.
 *
 * @throws Mistake or Mistakes for anything a user can mend.
 */
export async function readExports(options: ReadOptions): Promise<Exports> {
  const threads = new Threads(availableParallelism());
  try {
    return await readInThreads(options, threads);
  } finally {
    await threads.close();
  }
}

/** The same, in threads that are there already. */
export async function readInThreads(options: ReadOptions, threads: Threads): Promise<Exports> {
  const events = await readEvents(options.contentFolder);
  const config = withEvents(await loadReportConfig(options.contentFolder), events);
  const ingested = await ingest({
    dataFolder: options.dataFolder,
    cacheFolder: options.cacheFolder,
    timeZone: config.time_zone,
    idKey: identifierKey(config),
    words: config.words,
    patterns: patternsOf(config),
    sources: await loadSourcesConfig(options.dataFolder),
    threads,
    ...(options.progress === undefined ? {} : { progress: options.progress }),
  });
  refuseMixedClocks(ingested);
  const rows = ingested.parts.reduce((sum, part) => sum + part.rows, 0);
  const assembled = await link(ingested, config, rows < WORTH_A_THREAD ? null : threads);
  const sources = sourceAccounts(ingested.accounts, assembled.setAside);
  return { config, events, assembled, sources, parts: ingested.parts };
}

/** Minutes on the business clock and on the calendar clock are different quantities; a build holds one of them. */
function refuseMixedClocks({ parts, accounts }: Ingested): void {
  const timed = parts.filter(
    (part) =>
      part.table === 'tickets' &&
      (part.columns.first_response_minutes !== undefined || part.columns.resolution_minutes !== undefined),
  );
  const odd = timed.find((part) => part.clock !== timed[0]?.clock);
  if (odd === undefined || timed[0] === undefined) return;
  throw new Mistake({
    what: 'Two ticket files count their minutes on different clocks',
    ...(accounts[odd.file] === undefined ? {} : { file: accounts[odd.file]?.path as string }),
    found: `${timed[0].clock} minutes in ${accounts[timed[0].file]?.path}, ${odd.clock} minutes here`,
    expected: 'one clock for all files of a build',
    remedy: 'Export the same clock everywhere, or leave the minutes columns out where start and end times are given.',
  });
}

/** Below this many rows, handing their linking to another thread takes longer than doing it. */
const WORTH_A_THREAD = 400_000;

async function link(ingested: Ingested, config: ReportConfig, threads: Threads | null): Promise<Assembled> {
  const zone = config.time_zone;
  const { from, to } = config.coverage;
  // Periods from long ago to far ahead, so that every answer falls into one before the coverage is known.
  const periods = periodsBetween({ grain: config.grain, start: Date.UTC(1990, 0), end: Date.UTC(2100, 0), zone });
  const assembled = await assemble(
    ingested.parts,
    {
      timeZone: zone,
      coverage: {
        ...(from === undefined ? {} : { start: startOfDate(zone, from) }),
        ...(to === undefined ? {} : { end: startOfDate(zone, to, 1) }),
      },
      periodOf: (instant) => periodIndex(periods, instant),
    },
    threads,
  );
  if (rowsIn(assembled) > 0) {
    refuseUnfitCoverage(assembled.dataset, config);
    refuseUnfitMargins(ingested, assembled.dataset);
    return assembled;
  }
  const files = ingested.accounts.length;
  throw new Mistake({
    what: 'The data folder holds no ticket and no survey answer',
    found: files === 0 ? 'no CSV file' : `${files} ${files === 1 ? 'file' : 'files'} without such rows`,
    expected: 'at least one CSV file of tickets or of survey responses',
    remedy: 'Put your exports into the data folder, or point TRIPTYCH_DATA at the folder that holds them.',
  });
}

/** Rows of the two main tables. */
export function rowsIn({ dataset }: Assembled): number {
  return (dataset.tickets?.rows ?? 0) + (dataset.responses?.rows ?? 0);
}
