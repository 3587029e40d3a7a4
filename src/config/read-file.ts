/**
 * Configuration files from disk.
 */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { Mistake } from './mistake.ts';
import { parseConfig } from './yaml.ts';

/**
 * Reads a YAML file of a folder; a file or folder that does not exist reads as an empty file, so that defaults apply.
 *
 * @throws Mistake or Mistakes as `parseConfig`, and for a file that is no UTF-8 text.
 */
export async function readConfig<T>(schema: z.ZodType<T>, folder: string, name: string): Promise<T> {
  const file = `${basename(folder)}/${name}`;
  return parseConfig(schema, decode(await readIfThere(join(folder, name)), file), file);
}

async function readIfThere(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return new Uint8Array();
    throw error;
  }
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Mistake({ what: 'The file is not UTF-8 text', file, remedy: 'Save it with the encoding UTF-8' });
  }
}
