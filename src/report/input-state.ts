import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ACTIONS } from '../commentary/actions.ts';
import { isPicture } from '../commentary/pictures.ts';

/**
 * What figures are computed from, as one text that changes when any of it does: path, size and time of the last change
 * of every export and of every file of the content folder but those on which no figure depends.
 */
export async function inputState(dataFolder: string, contentFolder: string): Promise<string> {
  const [exports, content] = await Promise.all([filesIn(dataFolder), filesIn(contentFolder)]);
  const settings = content.filter((path) => !isText(path));
  const lines = await Promise.all([...exports, ...settings].map(lineOf));
  return lines.sort().join('\n');
}

/** True for a file of the content folder on which no figure depends: a writer's text, a picture in it, a table of actions. */
export function isText(path: string): boolean {
  return path.endsWith('.mdx') || isPicture(path) || basename(path) === ACTIONS;
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** A file that goes away meanwhile counts as gone. */
async function lineOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return JSON.stringify([path, String(found?.size), String(found?.mtimeNs)]);
}
