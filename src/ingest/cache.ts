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
import { deserialize, serialize } from 'node:v8';
import { digestOf, readBytes } from './bytes.ts';
import type { FileResult } from './read-table.ts';

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

/** Hexadecimal digits of a SHA-256. */
const DIGEST_LENGTH = 64;

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
  return ['papaparse', 'xxhash-wasm'].map((name) => {
    for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
      const file = join(folder, 'node_modules', name, 'package.json');
      if (existsSync(file)) return digestOf(readFileSync(file));
      if (folder === dirname(folder)) throw new Error(`The package ${name} is not installed`);
    }
  });
}

/** The result stored for the key, or null. */
export function loadResult(folder: string, key: CacheKey): FileResult | null {
  try {
    const bytes = readBytes(entryFile(folder, key));
    const body = bytes.subarray(2 * DIGEST_LENGTH);
    const header = Buffer.from(bytes.buffer, 0, 2 * DIGEST_LENGTH).toString('latin1');
    if (header !== keyDigest(key) + digestOf(body)) return null;
    return deserialize(body) as FileResult;
  } catch {
    // Absent, cut short or unreadable: all the same, the result is made anew.
    return null;
  }
}

/** Stores a result; other processes see either the whole entry or none. A cache that cannot be written is no error. */
export function storeResult(folder: string, key: CacheKey, result: FileResult): void {
  const body = serialize(result);
  const file = entryFile(folder, key);
  const temporary = `${file}.${process.pid}.partial`;
  try {
    mkdirSync(folder, { recursive: true });
    const handle = openSync(temporary, 'w');
    try {
      writeSync(handle, keyDigest(key) + digestOf(body), null, 'latin1');
      for (let written = 0; written < body.length; ) written += writeSync(handle, body, written);
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
