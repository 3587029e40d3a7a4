/**
 * Which file imports which: the house as it is, to be held against the house as it is meant.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/** Path below `src` → the paths below `src` that it imports, types included. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Which rooms a room may look into, besides itself. */
export type Arrows = Readonly<Record<string, readonly string[]>>;

const SOURCE = /\.(ts|mjs|astro|mdx)$/;

/** Reads every source file below a folder, tests left out. */
export function readSources(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name) && !/\.test\.ts$|\.d\.ts$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** The imports between the given sources; what comes from packages or virtual modules is left out. */
export function importGraph(sources: ReadonlyMap<string, string>): ImportGraph {
  return new Map([...sources].map(([file, text]) => [file, importsOf(file, text)]));
}

function importsOf(file: string, text: string): string[] {
  const specifiers = ts.preProcessFile(scriptsOf(file, text), true, true).importedFiles.map(({ fileName }) => fileName);
  return [
    ...new Set(
      specifiers
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => join(dirname(file), specifier.replace(/\?.*$/, '')).split(sep).join('/')),
    ),
  ].sort();
}

/** The TypeScript of a file: of an Astro file its frontmatter and scripts. */
function scriptsOf(file: string, text: string): string {
  if (!file.endsWith('.astro')) return text;
  const frontmatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
  return [frontmatter, ...scripts].join('\n');
}

/** The room of a file: its first folder; a file at the top is the room of its own name. */
export function roomOf(file: string): string {
  return file.includes('/') ? (file.split('/', 1)[0] as string) : file.replace(/\.\w+$/, '');
}

/** Every import that no arrow allows, as `file imports file`. A room without a rule may import nothing. */
export function againstArrows(graph: ImportGraph, arrows: Arrows): string[] {
  return [...graph].flatMap(([file, imported]) =>
    imported
      .filter((target) => roomOf(target) !== roomOf(file) && !isAllowed(target, arrows[roomOf(file)] ?? []))
      .map((target) => `${file} imports ${target}`),
  );
}

/** An arrow names a room, or one file in it. */
function isAllowed(target: string, allowed: readonly string[]): boolean {
  return allowed.includes(roomOf(target)) || allowed.includes(target);
}

/** The circles of a graph, each once, as `a → b → a`. */
export function circles(graph: ImportGraph): string[] {
  const found: string[] = [];
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      found.push([...path.slice(start), file].join(' → '));
      return;
    }
    if (finished.has(file)) return;
    path.push(file);
    for (const target of graph.get(file) ?? []) visit(target);
    path.pop();
    finished.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return found;
}

/** Whether a file does nothing but pass on what others export. */
export function onlyReexports(file: string, text: string): boolean {
  if (!file.endsWith('.ts')) return false;
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  return (
    statements.length > 0 &&
    statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined)
  );
}
