/**
 * From folders to a finished report: the one way through the house.
 */
import { availableParallelism } from 'node:os';
import { isoDate } from '../calendar/dates.ts';
import { periodIndex, periodsBetween } from '../calendar/periods.ts';
import { startOfDate } from '../calendar/zone.ts';
import { readActions } from '../commentary/actions.ts';
import { readEvents, type WrittenEvent } from '../commentary/events.ts';
import { readCommentary } from '../commentary/read-commentary.ts';
import { Mistake, throwMistakes } from '../config/mistake.ts';
import type { ReportConfig } from '../config/report.schema.ts';
import { loadReportConfig } from '../config/report.ts';
import { loadSourcesConfig } from '../config/sources.ts';
import { type Assembled, assemble } from '../dataset/assemble.ts';
import { DIMENSIONS } from '../dataset/dataset.ts';
import type { AnyTablePart } from '../dataset/part.ts';
import type { FileAccount } from '../ingest/account.ts';
import { type Ingested, ingest } from '../ingest/ingest.ts';
import { Threads } from '../threads/threads.ts';
import type { BetweenRuns } from './between-runs.ts';
import { unfitBreaks } from './breaks.ts';
import { unknownEventMetrics, withEvents } from './chart-events.ts';
import { patternsOf } from './comment-words.ts';
import type { ReportContext } from './context.ts';
import { refuseUnfitCoverage } from './covered-rows.ts';
import { readPreviousEdition } from './disclosure/previous-edition.ts';
import { withheldFigures } from './disclosure/withheld.ts';
import { EstimateStore } from './estimates.ts';
import { refuseUnfitMargins } from './fit-margins.ts';
import { identifierKey, identifiersAmong } from './identifiers.ts';
import { inputState } from './input-state.ts';
import { unknownDepartmentHours, unknownMetricSettings } from './names.ts';
import { type ClaimsMode, openReport } from './open-report.ts';
import { chosenQuotes } from './quotes/chosen.ts';
import { type Released, releasedQuotes } from './quotes/released.ts';
import { reportContext } from './report-context.ts';
import { intakeLine, sourceAccounts } from './sources.ts';
import type { Report } from './types/report.ts';
import { warmInThreads } from './warm.ts';

export interface BuildOptions {
  readonly dataFolder: string;
  readonly contentFolder: string;
  /** Null switches the cache off. */
  readonly cacheFolder: string | null;
  /** `stop` when left out. */
  readonly claims?: ClaimsMode;
  /** Takes over what the run before it computed where only texts have changed; every run stands alone when left out. */
  readonly between?: BetweenRuns;
  /** Whether texts that are drafts are shown; they are as good as not there when left out. */
  readonly drafts?: boolean;
  /** Receives progress, a line at a time. */
  readonly log?: (line: string) => void;
  /** Called once everything is read and checked, before anything is computed. */
  readonly checked?: () => void;
  /** Told each time a file has been read. */
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Reads configuration, exports and commentary, and opens the report on them.
 *
 * @throws Mistake or Mistakes for anything a user can mend.
 */
export async function buildReport(options: BuildOptions): Promise<Report> {
  const { between } = options;
  const threads = between?.threads ?? new Threads(availableParallelism());
  try {
    const state = between === undefined ? null : await inputState(options.dataFolder, options.contentFolder);
    const computed = state === null ? null : (between?.computed(state) ?? null);
    const ready = computed ?? (await prepare(options, threads));
    const { context, store, assembled, sources, parts, released, key } = ready;
    const { commentary, unused, parsed } = await readCommentary(options.contentFolder, {
      filters: DIMENSIONS,
      drafts: options.drafts === true,
    });
    const actions = await readActions(options.contentFolder);
    if (computed === null) options.log?.(intakeLine(sources, context.config.locale));
    for (const name of unused) options.log?.(`No text includes partials/${name}.mdx, so nobody reads it`);
    options.checked?.();
    if (computed === null) await compute(ready, options, threads);
    if (state !== null) between?.keep(state, ready);
    return openReport({
      context,
      store,
      commentary,
      parsed,
      sources,
      matching: assembled.matching,
      claims: options.claims ?? 'stop',
      actions,
      quotes: chosenQuotes(context, released, key),
      identifiersAmong: (texts) => identifiersAmong(parts, key, texts),
      cutoffDate: isoDate(context.config.time_zone, assembled.dataset.coverage.end - 1),
    });
  } finally {
    if (between === undefined) await threads.close();
  }
}

/** All that a report is opened on but the writers' texts. */
export interface Ready extends Omit<Exports, 'config' | 'events'> {
  readonly context: ReportContext;
  readonly store: EstimateStore;
  readonly released: Released;
  readonly key: bigint;
}

/** Reads and checks everything that figures are computed from. */
async function prepare(options: BuildOptions, threads: Threads): Promise<Ready> {
  const { config, events, ...exports } = await readInThreads(options, threads);
  const context = reportContext(exports.assembled.dataset, config);
  throwMistakes([
    ...unknownMetricSettings(context),
    ...unknownDepartmentHours(context),
    ...unknownEventMetrics(context, events),
    ...unfitBreaks(context),
  ]);
  const key = identifierKey(config);
  const released = await releasedQuotes(options.contentFolder, config, exports.parts, key);
  return { ...exports, context, store: new EstimateStore(context), released, key };
}

/** Fills the store where that is worth doing in threads, and keeps back what may not be published. */
async function compute({ context, store, assembled }: Ready, { contentFolder }: BuildOptions, threads: Threads) {
  if (rowsIn(assembled) >= WORTH_RESAMPLING_ASIDE) await warmInThreads(context, store, threads);
  store.keepBack(await withheldFigures(context, store, await readPreviousEdition(contentFolder)));
}

/** Below this many rows, handing their linking to another thread takes longer than doing it. */
const WORTH_A_THREAD = 400_000;

/** Figures and analyses are worth it sooner: analyses resample, which takes as long for few rows as for many. */
const WORTH_RESAMPLING_ASIDE = 10_000;

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
export async function readExports(options: BuildOptions): Promise<Exports> {
  const threads = new Threads(availableParallelism());
  try {
    return await readInThreads(options, threads);
  } finally {
    await threads.close();
  }
}

async function readInThreads(options: BuildOptions, threads: Threads): Promise<Exports> {
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

function rowsIn({ dataset }: Assembled): number {
  return (dataset.tickets?.rows ?? 0) + (dataset.responses?.rows ?? 0);
}
