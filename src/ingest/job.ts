/**
 * One file's work, the same in this thread and in another.
 */
import { accountWithoutRows, type FileAccount } from './account.ts';
import type { KnownExport } from './assign.ts';
import { loadBlock, storeBlock } from './cache.ts';
import type { TableMapping } from './formats/format.ts';
import { loadLookup } from './lookup.ts';
import { pack, unpack } from './packed.ts';
import { type FileResult, readTable } from './read-table.ts';
import type { TablePlace } from './scan.ts';
import { tableBytes } from './table-bytes.ts';

export interface LookupFile extends TablePlace {
  readonly digest: string;
}

/** Plain data, so that it can be sent to another thread. */
export interface Job extends TablePlace {
  /** Bytes; decides who is read first. */
  readonly size: number;
  readonly mapping: TableMapping | null;
  readonly known: KnownExport | null;
  readonly system: string | null;
  readonly timeZone: string;
  /** Key of the hashes of identifiers, in decimal digits. */
  readonly idKey: string;
  /** Whether comments are read as words. */
  readonly words: boolean;
  /** Words that the report asks for by name, in order. */
  readonly patterns: readonly string[];
  readonly lookups: readonly LookupFile[];
  /** Null = nothing is kept. */
  readonly cacheFolder: string | null;
  readonly place: string;
  /** What the importer is; empty where nothing is kept. */
  readonly importer: string;
}

/** What a file contributes; an empty sheet of a workbook has nothing but an account that says so. */
export type JobResult = FileResult | { readonly part: null; readonly account: FileAccount };

/**
 * Reads the file, or takes what an earlier run made of the same bytes. The columns lie in memory that threads share.
 *
 * @throws Mistake or Mistakes for what a user has to mend.
 */
export async function runJob(job: Job): Promise<JobResult> {
  const { digest, read } = tableBytes(job);
  const { path, place, importer, cacheFolder, sheet } = job;
  const reading = [job.mapping, job.known, job.system, job.timeZone, job.idKey, job.words, job.patterns];
  const key = { place, path, digest, reading, lookups: job.lookups.map((lookup) => lookup.digest), importer };
  const known = cacheFolder === null ? null : loadBlock(cacheFolder, key);
  if (known !== null) return unpack(known) as FileResult;
  const bytes = await read();
  if (sheet !== undefined && bytes.length === 0) {
    const account = accountWithoutRows({ path, kind: 'ignore', recognised: 'left out: the sheet is empty', digest });
    return { part: null, account };
  }
  const lookups = new Map(
    await Promise.all(job.lookups.map(async (lookup) => [lookup.path, await tableBytes(lookup).read()] as const)),
  );
  const result = readTable(bytes, {
    path,
    digest,
    ...(sheet === undefined ? {} : { sheet }),
    mapping: job.mapping,
    known: job.known,
    system: job.system,
    timeZone: job.timeZone,
    idKey: BigInt(job.idKey),
    words: job.words,
    patterns: job.patterns,
    lookup(file, keyColumn, valueColumn) {
      const source = job.lookups.find((lookup) => lookup.path === file);
      const content = lookups.get(file);
      if (source === undefined || content === undefined)
        throw new Error(`${file} was not announced as a file to look up in`);
      return loadLookup({ path: file, bytes: content, key: keyColumn, value: valueColumn }, source.digest);
    },
  });
  const block = pack(result);
  if (cacheFolder !== null) storeBlock(cacheFolder, key, block);
  return unpack(block) as FileResult;
}
