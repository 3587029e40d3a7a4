import { BetweenRuns } from '../report/between-runs.ts';
import { buildReport } from '../report/build-report.ts';
import type { ClaimsMode } from '../report/open-report.ts';
import type { Report } from '../report/types/report.ts';
import { type Folders, foldersOf } from './folders.ts';

/** A run from files to report that is under way. */
export interface Run {
  readonly folders: Folders;
  readonly report: Promise<Report>;
  /** Resolves once everything is read and checked; rejects with what stops the run before. */
  readonly checked: Promise<void>;
  /** Hands over what the run has to say, what it has said already included. */
  listen(log: (line: string) => void): void;
}

/** A build runs once; in dev one run follows the other, and takes over what the last one computed. */
let between: BetweenRuns | undefined;

/** What is asked of a run. */
export interface Wanted {
  readonly claims: ClaimsMode;
  /** True where a writer looks on: drafts are shown, and other runs follow. */
  readonly isDev: boolean;
}

/** Begins a run. */
export function begin(folders: Folders, { claims, isDev }: Wanted): Run {
  const said: string[] = [];
  let say = (line: string): void => void said.push(line);
  const { promise: allChecked, resolve } = Promise.withResolvers<void>();
  const report = buildReport({
    dataFolder: folders.data,
    contentFolder: folders.content,
    cacheFolder: folders.cache,
    claims,
    drafts: isDev,
    ...(isDev && { between: kept() }),
    log: (line) => say(line),
    checked: resolve,
  });
  const checked = Promise.race([allChecked, report.then(() => undefined)]);
  // Whoever asks for the report learns of what stopped the run.
  for (const promise of [report, checked]) promise.catch(() => undefined);
  return {
    folders,
    report,
    checked,
    listen(log) {
      for (const line of said.splice(0)) log(line);
      say = log;
    },
  };
}

function kept(): BetweenRuns {
  between ??= new BetweenRuns();
  return between;
}

let early: Run | undefined;

/** Begins the first run before Astro, which is large, is loaded: exports are read on other threads meanwhile. */
export function beginEarly(root: string, wanted: Wanted): void {
  early = begin(foldersOf(root, process.env), wanted);
}

/** The run that was begun early, for the first who wants these folders; else a new one. */
export function earlyOrNew(folders: Folders, wanted: Wanted): Run {
  const run = early;
  early = undefined;
  const isSame =
    run !== undefined && (['data', 'content', 'cache'] as const).every((f) => run.folders[f] === folders[f]);
  return isSame ? run : begin(folders, wanted);
}
