/**
 * Reads the data folder: every CSV file becomes typed columns, or a mistake to mend.
 */
import { join, relative, sep } from 'node:path';
import { Mistake, throwMistakes } from '../config/mistake.ts';
import type { SourcesConfig } from '../config/sources.schema.ts';
import type { AnyTablePart } from '../dataset/part.ts';
import type { Threads } from '../threads/threads.ts';
import { accountWithoutRows, type FileAccount } from './account.ts';
import { assignRoles, lookupsOf, type Role } from './assign.ts';
import { importerDigest } from './cache.ts';
import type { Job, LookupFile } from './job.ts';
import { runJobs } from './run-jobs.ts';
import { type ScannedFile, scanFolder } from './scan.ts';
import { tableBytes } from './table-bytes.ts';

export interface IngestOptions {
  readonly dataFolder: string;
  /** Where results are kept between runs; null = nowhere. */
  readonly cacheFolder: string | null;
  /** The report's zone: for times without an offset in files whose zone is not declared. */
  readonly timeZone: string;
  /** Key of the hashes of identifiers: with another one, none can be compared. */
  readonly idKey: bigint;
  /** Whether comments are read as words; their columns are not looked at when false. */
  readonly words: boolean;
  /** Words that are told from others whether or not they may be named, as comments are read: `bill`, `charge*`. */
  readonly patterns?: readonly string[];
  readonly sources: SourcesConfig;
  /** Threads that share the files out; everything is read by this one when left out. */
  readonly threads?: Threads;
  /** Told each time a file has been read. */
  readonly progress?: (done: number, total: number) => void;
}

export interface Ingested {
  /** One per file with rows that are used, in the order of their paths; `file` is an index into `accounts`. */
  readonly parts: readonly AnyTablePart[];
  /** One per CSV file, in the order of their paths, files without rows of their own included. */
  readonly accounts: readonly FileAccount[];
}

/** @throws Mistake or Mistakes: everything a user has to mend, of all files together. */
export async function ingest(options: IngestOptions): Promise<Ingested> {
  const files = await scanFolder(options.dataFolder);
  const roles = assignRoles(files, options.sources);
  const lookups = lookupFiles(files, options);
  const importer = options.cacheFolder === null ? '' : importerDigest();
  const jobs = files.flatMap((file, index) => {
    const role = roles[index] as Role;
    return role.kind === 'table' ? [jobOf(file, role, options, lookups, importer)] : [];
  });
  const outcomes = await runJobs(jobs, options.threads ?? null, options.progress);
  throwMistakes(
    outcomes.flatMap((outcome) =>
      'mistakes' in outcome ? outcome.mistakes.map((details) => new Mistake(details)) : [],
    ),
  );

  const results = outcomes.flatMap((outcome) => ('result' in outcome ? [outcome.result] : []));
  const parts: AnyTablePart[] = [];
  const accounts: FileAccount[] = [];
  let next = 0;
  for (const [index, file] of files.entries()) {
    const role = roles[index] as Role;
    const result = role.kind === 'table' ? results[next++] : undefined;
    if (result?.part) parts.push({ ...result.part, file: index } as AnyTablePart);
    accounts.push(result?.account ?? accountOf(file, role));
  }
  return { parts, accounts };
}

function jobOf(
  file: ScannedFile,
  { mapping, known, system }: Pick<Job, 'mapping' | 'known' | 'system'>,
  { dataFolder, cacheFolder, timeZone, idKey, words, patterns = [] }: IngestOptions,
  lookups: readonly LookupFile[],
  importer: string,
): Job {
  const wanted = new Set(mapping === null ? [] : lookupsOf(mapping).map((lookup) => lookup.file));
  const place =
    cacheFolder === null ? file.path : relative(cacheFolder, join(dataFolder, file.path)).replaceAll(sep, '/');
  return {
    ...file,
    mapping,
    known,
    system,
    timeZone,
    idKey: String(idKey),
    words,
    patterns: [...new Set(patterns)].sort(),
    lookups: lookups.filter((lookup) => wanted.has(lookup.path)),
    cacheFolder,
    place,
    importer,
  };
}

function lookupFiles(files: readonly ScannedFile[], { sources }: IngestOptions): LookupFile[] {
  const wanted = new Set(sources.sources.flatMap((source) => lookupsOf(source).map((lookup) => lookup.file)));
  return files.filter((file) => wanted.has(file.path)).map((file) => ({ ...file, digest: tableBytes(file).digest }));
}

function accountOf(file: ScannedFile, role: Role): FileAccount {
  const { digest } = tableBytes(file);
  if (role.kind === 'ignore') {
    return accountWithoutRows({ path: file.path, kind: 'ignore', recognised: role.reason, digest });
  }
  const used = role.kind === 'lookup' ? role.columns : [];
  return accountWithoutRows({
    path: file.path,
    kind: 'lookup',
    recognised: 'looked up in by sources.yaml',
    digest,
    used,
  });
}
