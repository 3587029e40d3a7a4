import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { isDraft } from '../commentary/head.ts';
import { isPicture, pictureFile } from '../commentary/pictures.ts';
import { listTexts } from '../commentary/texts.ts';

export const COMMENTARY_MODULE = '\0virtual:triptych/commentary';

/**
 * Source of a module that exports the MDX modules of the content folder, by text.
 *
 * @param drafts whether texts that are drafts are among them.
 */
export async function commentarySource(contentFolder: string, drafts: boolean): Promise<string> {
  const { texts } = await listTexts(contentFolder);
  const published = await Promise.all(
    texts.map(async ({ file }) => drafts || !isDraft(await readFile(join(contentFolder, file), 'utf8'))),
  );
  const shown = texts.filter((_, index) => published[index]);
  const imports = shown.map(
    ({ file }, index) => `import * as text${index} from ${JSON.stringify(normalizePath(join(contentFolder, file)))};`,
  );
  const entries = shown.map(({ text }, index) => `${JSON.stringify(text)}: text${index}`);
  return `${imports.join('\n')}\nexport const commentary = { ${entries.join(', ')} };\n`;
}

/**
 * `virtual:triptych/commentary`: what writers say, text by text.
 *
 * The content folder may stand outside the project, where no `node_modules` is to be found; what its files import by
 * name is then looked for from the project.
 */
export function commentaryModule(contentFolder: string, root: string, drafts: boolean): Plugin {
  const inContent = normalizePath(contentFolder + sep);
  return {
    name: 'triptych:commentary',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (source === 'virtual:triptych/commentary') return COMMENTARY_MODULE;
      if (importer === undefined || !normalizePath(importer).startsWith(inContent)) return null;
      if (isPicture(source)) {
        const file = await pictureFile(contentFolder, normalizePath(importer).slice(inContent.length), source);
        return file === null ? null : this.resolve(normalizePath(file), importer, { ...options, skipSelf: true });
      }
      const bare = !source.startsWith('.') && !source.startsWith('/') && !source.startsWith('\0');
      return bare ? this.resolve(source, join(root, 'package.json'), { ...options, skipSelf: true }) : null;
    },
    load: {
      filter: { id: /^\0virtual:triptych\/commentary$/ },
      handler: () => commentarySource(contentFolder, drafts),
    },
  };
}
