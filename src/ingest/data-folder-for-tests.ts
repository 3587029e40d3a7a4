/**
 * Data folders for tests: files given as text or bytes, read as a build would read them.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Mistake, Mistakes } from '../config/mistake.ts';
import { sourcesSchema } from '../config/sources.schema.ts';
import type { CategoryColumn, IdColumn, ScoreColumn, WordsColumn } from '../dataset/column.ts';
import { TABLES } from '../dataset/model.ts';
import type { AnyTablePart } from '../dataset/part.ts';
import { textsOf } from '../dataset/words-for-tests.ts';
import { type Ingested, ingest } from './ingest.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface FolderOptions {
  /** Entries as they would stand in `sources.yaml`. */
  readonly sources?: readonly unknown[];
  readonly timeZone?: string;
  readonly words?: boolean;
  readonly patterns?: readonly string[];
}

/** A folder with these files that is gone after `use`. */
export async function withFolder<R>(files: Files, use: (folder: string) => Promise<R> | R): Promise<R> {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-data-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads the files without a cache. */
export function read(files: Files, options: FolderOptions = {}): Promise<Ingested> {
  return withFolder(files, (dataFolder) =>
    ingest({
      dataFolder,
      cacheFolder: null,
      timeZone: options.timeZone ?? 'UTC',
      idKey: 1n,
      words: options.words ?? true,
      patterns: options.patterns ?? [],
      sources: sourcesSchema.parse({ sources: options.sources ?? [] }),
    }),
  );
}

/** The one mistake that reading the files makes. */
export async function mistakeOf(files: Files, options: FolderOptions = {}): Promise<Mistake> {
  const [mistake, ...others] = await mistakesOf(files, options);
  if (mistake === undefined || others.length > 0) throw new Error(`expected one mistake, not ${others.length + 1}`);
  return mistake;
}

/** All mistakes that reading the files makes; anything else that is thrown is a bug. */
export async function mistakesOf(files: Files, options: FolderOptions = {}): Promise<readonly Mistake[]> {
  try {
    await read(files, options);
  } catch (error) {
    if (error instanceof Mistake) return [error];
    if (error instanceof Mistakes) return error.mistakes;
    throw error;
  }
  return [];
}

/** A cell as people would write it: null where it is missing; moments in ISO 8601, identifiers as their hash, named words by the alphabet. */
export type Cell = string | number | boolean | null;

/** The rows of a part, with its items under their touchpoints. */
export function rowsOfPart(part: AnyTablePart): Record<string, Cell>[] {
  const types = TABLES[part.table] as Readonly<Record<string, string>>;
  const columns = part.columns as Readonly<Record<string, unknown>>;
  return Array.from({ length: part.rows }, (_, row) => {
    const cells = Object.entries(columns).map(([field, column]) => [field, cellAt(column, types[field], row)] as const);
    const items = part.items.flatMap((group) =>
      Array.from(group.response, (response, index) => [response, index] as const)
        .filter(([response]) => response === row)
        .map(([, index]) => {
          const touchpoint = group.touchpoint.values[group.touchpoint.codes[index] as number] as string;
          return [touchpoint, group.values[index] as number] as const;
        }),
    );
    return Object.fromEntries([...cells, ...items]);
  });
}

function cellAt(column: unknown, type: string | undefined, row: number): Cell {
  if (type === 'id') {
    const { high, low } = column as IdColumn;
    return high[row] === 0 && low[row] === 0 ? null : `${high[row]}-${low[row]}`;
  }
  if (type === 'category') {
    const { codes, values } = column as CategoryColumn;
    return values[codes[row] as number] ?? null;
  }
  if (type === 'words') return textsOf(column as WordsColumn)[row] || null;
  const value = (type === 'score' ? (column as ScoreColumn).values[row] : (column as Float64Array)[row]) as number;
  if (type === 'flag') return value < 0 ? null : value === 1;
  if (Number.isNaN(value)) return null;
  return type === 'instant' ? new Date(value).toISOString() : value;
}
