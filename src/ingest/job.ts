/**
 * One file's work, the same in this thread and in another.
 */
import type { KnownExport } from './assign.ts';
import { digestOf, readBytes } from './bytes.ts';
import { loadBlock, storeBlock } from './cache.ts';
import type { TableMapping } from './formats/format.ts';
import { loadLookup } from './lookup.ts';
import { pack, unpack } from './packed.ts';
import { type FileResult, readTable } from './read-table.ts';

export interface LookupFile {
  /** Relative to the data folder. */
  readonly path: string;
  readonly absolute: string;
  readonly digest: string;
}

/** Plain data, so that it can be sent to another thread. */
export interface Job {
  readonly path: string;
  readonly absolute: string;
  /** Bytes; decides who is read first. */
  readonly size: number;
  readonly mapping: TableMapping | null;
  readonly known: KnownExport | null;
  readonly timeZone: string;
  /** Key of the hashes of identifiers, in decimal digits. */
  readonly idKey: string;
  readonly lookups: readonly LookupFile[];
  /** Null = nothing is kept. */
  readonly cacheFolder: string | null;
  readonly place: string;
  /** What the importer is; empty where nothing is kept. */
  readonly importer: string;
}

/**
 * Reads the file, or takes what an earlier run made of the same bytes. The columns lie in memory that threads share.
 *
 * @throws Mistake or Mistakes for what a user has to mend.
 */
export function runJob(job: Job): FileResult {
  const bytes = readBytes(job.absolute);
  const digest = digestOf(bytes);
  const { path, place, importer, cacheFolder } = job;
  const reading = [job.mapping, job.known, job.timeZone, job.idKey];
  const key = { place, path, digest, reading, lookups: job.lookups.map((lookup) => lookup.digest), importer };
  const known = cacheFolder === null ? null : loadBlock(cacheFolder, key);
  if (known !== null) return unpack(known) as FileResult;
  const result = readTable(bytes, {
    path,
    digest,
    mapping: job.mapping,
    known: job.known,
    timeZone: job.timeZone,
    idKey: BigInt(job.idKey),
    lookup(file, keyColumn, valueColumn) {
      const source = job.lookups.find((lookup) => lookup.path === file);
      if (source === undefined) throw new Error(`${file} was not announced as a file to look up in`);
      return loadLookup({ path: file, absolute: source.absolute, key: keyColumn, value: valueColumn }, source.digest);
    },
  });
  const block = pack(result);
  if (cacheFolder !== null) storeBlock(cacheFolder, key, block);
  return unpack(block) as FileResult;
}
