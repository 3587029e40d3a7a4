import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { normalizePath, type Plugin } from 'vite';

export const COMMENTARY_MODULE = '\0virtual:triptych/commentary';

/** Pages on which a writer may comment, in the order of the site; the file is `<page>.mdx`. */
const COMMENTED_PAGES = ['home', 'satisfaction', 'service', 'experience'] as const;

/** Source of a module that exports the MDX modules of the content folder that exist, by page. */
export function commentarySource(contentFolder: string): string {
  const files = COMMENTED_PAGES.map((page) => ({ page, file: join(contentFolder, `${page}.mdx`) })).filter(({ file }) =>
    existsSync(file),
  );
  const imports = files.map(({ page, file }) => `import * as ${page} from ${JSON.stringify(normalizePath(file))};`);
  return `${imports.join('\n')}\nexport const commentary = { ${files.map(({ page }) => page).join(', ')} };\n`;
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
