/**
 * Reads the writers' texts of a content folder.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ComponentUse, componentUses } from './uses.ts';

/** Folders of texts besides the top of the content folder. */
const FOLDERS = ['', 'contrasts'] as const;

/** One text: the page it belongs to, after its file name and folder, and the components it uses. */
export interface Commentary {
  readonly page: string;
  readonly uses: readonly ComponentUse[];
}

/**
 * The MDX files of pages, in code-unit order; none when there is no such folder.
 *
 * @param filters names of the dimensions that may restrict a figure.
 * @throws Mistake for a text that cannot be read as MDX.
 */
export async function readCommentary(contentFolder: string, filters: readonly string[]): Promise<Commentary[]> {
  const inFolders = FOLDERS.map(async (folder) =>
    (await listed(join(contentFolder, folder))).map((name) => (folder === '' ? name : `${folder}/${name}`)),
  );
  const names = (await Promise.all(inFolders))
    .flat()
    .filter((name) => name.endsWith('.mdx'))
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      page: name.slice(0, -'.mdx'.length),
      uses: componentUses(await readFile(join(contentFolder, name), 'utf8'), name, filters),
    })),
  );
}

async function listed(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
