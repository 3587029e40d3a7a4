/**
 * Which files the data folder holds.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface ScannedFile {
  /** Relative to the data folder, with forward slashes. */
  readonly path: string;
  readonly absolute: string;
  /** Bytes. */
  readonly size: number;
}

const TABULAR = /\.(csv|tsv)(\.gz)?$/i;

/**
 * All CSV files below the folder, hidden files and folders left out, in the order of their paths (by UTF-16 code
 * unit, so that no machine's locale matters). A folder that does not exist holds none.
 */
export function scanFolder(folder: string): ScannedFile[] {
  const found: ScannedFile[] = [];
  scanInto(found, folder, '');
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function scanInto(found: ScannedFile[], folder: string, prefix: string): void {
  for (const name of namesIn(folder)) {
    if (name.startsWith('.')) continue;
    const absolute = join(folder, name);
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (stats === undefined) continue;
    const path = prefix + name;
    if (stats.isDirectory()) scanInto(found, absolute, `${path}/`);
    else if (stats.isFile() && TABULAR.test(name)) found.push({ path, absolute, size: stats.size });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
