/**
 * Results of earlier runs. An entry is used only when it was made from the same bytes by the same importer and its own
 * checksum holds; anything else is made anew.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf, readShared } from './bytes.ts';

/** Everything that a result depends on; two results with equal keys are equal. */
export interface CacheKey {
  /** Where the file lies as seen from the cache: there is one entry per place, however often its file changes. */
  readonly place: string;
  /** Relative to the data folder. */
  readonly path: string;
  /** SHA-256 of the file. */
  readonly digest: string;
  /** Mapping, zone and whatever else decides how the bytes are read. */
  readonly reading: unknown;
  /** Digests of the files that are looked up in. */
  readonly lookups: readonly string[];
  readonly importer: string;
}

/** Characters of the two digests an entry begins with, of its key and of its block; a multiple of eight, as blocks want it. */
const HEADER = 128;

/**
 * What the importer is: its own source, the runtime and the rules of time zones. Results of another importer are not
 * trusted, and nobody has to remember to raise a version.
 */
export function importerDigest(): string {
  const source = ['../ingest', '../dataset', '../calendar'].flatMap((folder) =>
    sourceFiles(join(import.meta.dirname, folder)),
  );
  const { node, v8, icu = '', tz = '' } = process.versions;
  return digestOf(
    [...source.map((file) => digestOf(readFileSync(file))), node, v8, icu, tz, ...dependencies()].join('\n'),
  );
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name));
}

/** Digests of what is installed; found from here upwards, as Node finds packages. */
function dependencies(): string[] {
  return ['hucre', 'papaparse', 'xxhash-wasm'].map((name) => {
    for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
      const file = join(folder, 'node_modules', name, 'package.json');
      if (existsSync(file)) return digestOf(readFileSync(file));
      if (folder === dirname(folder)) throw new Error(`The package ${name} is not installed`);
    }
  });
}

/** The block stored for the key, in memory that threads share, or null. */
export function loadBlock(folder: string, key: CacheKey): Uint8Array<SharedArrayBuffer> | null {
  try {
    const bytes = readShared(entryFile(folder, key));
    const body = bytes.subarray(HEADER);
    const header = Buffer.from(bytes.buffer, 0, HEADER).toString('latin1');
    return header === keyDigest(key) + digestOf(body) ? body : null;
  } catch {
    // Absent, cut short or unreadable: all the same, the result is made anew.
    return null;
  }
}

/** Stores a block; other processes see either the whole entry or none. A cache that cannot be written is no error. */
export function storeBlock(folder: string, key: CacheKey, block: Uint8Array): void {
  const file = entryFile(folder, key);
  const temporary = `${file}.${process.pid}.partial`;
  try {
    mkdirSync(folder, { recursive: true });
    const handle = openSync(temporary, 'w');
    try {
      writeSync(handle, keyDigest(key) + digestOf(block), null, 'latin1');
      for (let written = 0; written < block.length; ) written += writeSync(handle, block, written);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch {
    removeIfPossible(temporary);
  }
}

function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What cannot be written cannot be removed either.
  }
}

function entryFile(folder: string, key: CacheKey): string {
  return join(folder, `${digestOf(key.place).slice(0, 32)}.columns`);
}

function keyDigest(key: CacheKey): string {
  return digestOf(JSON.stringify([key.path, key.digest, key.reading, key.lookups, key.importer]));
}
