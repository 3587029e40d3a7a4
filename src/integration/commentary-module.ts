import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { normalizePath, type Plugin } from 'vite';

export const COMMENTARY_MODULE = '\0virtual:triptych/commentary';

/** Pages at the top of the site on which a writer may comment, in its order; the file is `<page>.mdx`. */
const COMMENTED_PAGES = [
  'home',
  'satisfaction',
  'service',
  'experience',
  'similarities',
  'practices',
  'journey',
  'drivers',
  'voice',
] as const;

/** Folder of the texts on contrasts, each named after its contrast. */
const CONTRASTS_FOLDER = 'contrasts';

/** Source of a module that exports the MDX modules of the content folder that exist, by page. */
export function commentarySource(contentFolder: string): string {
  const pages = [...COMMENTED_PAGES, ...textsIn(contentFolder, CONTRASTS_FOLDER)];
  const files = pages
    .map((page) => ({ page, file: join(contentFolder, `${page}.mdx`) }))
    .filter(({ file }) => existsSync(file));
  const imports = files.map(
    ({ file }, index) => `import * as text${index} from ${JSON.stringify(normalizePath(file))};`,
  );
  const entries = files.map(({ page }, index) => `${JSON.stringify(page)}: text${index}`);
  return `${imports.join('\n')}\nexport const commentary = { ${entries.join(', ')} };\n`;
}

/** Pages with a text in a folder, in code-unit order. */
function textsIn(contentFolder: string, folder: string): string[] {
  const path = join(contentFolder, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => `${folder}/${name.slice(0, -'.mdx'.length)}`);
}

/**
 * `virtual:triptych/commentary`: what writers say, page by page.
 *
 * The content folder may stand outside the project, where no `node_modules` is to be found; what its files import by
 * name is then looked for from the project.
 */
export function commentaryModule(contentFolder: string, root: string): Plugin {
  const inContent = normalizePath(contentFolder + sep);
  return {
    name: 'triptych:commentary',
    enforce: 'pre',
    resolveId(source, importer, options) {
      if (source === 'virtual:triptych/commentary') return COMMENTARY_MODULE;
      const bare = !source.startsWith('.') && !source.startsWith('/') && !source.startsWith('\0');
      if (!bare || importer === undefined || !normalizePath(importer).startsWith(inContent)) return null;
      return this.resolve(source, join(root, 'package.json'), { ...options, skipSelf: true });
    },
    load: {
      filter: { id: /^\0virtual:triptych\/commentary$/ },
      handler: () => commentarySource(contentFolder),
    },
  };
}
