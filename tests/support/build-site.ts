/**
 * Builds sites the way a user does: the command line, in a process of its own.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface BuildInput {
  /** Folder of exports; the demonstration's when absent. */
  readonly data?: string;
  /** Folder of `report.yaml` and prose; the demonstration's when absent. */
  readonly content?: string;
  readonly base?: string;
  /** What becomes of claims that do not hold; they stop the build when absent. */
  readonly claims?: 'mark';
  readonly environment?: Readonly<Record<string, string>>;
}

export interface BuildRun {
  readonly code: number;
  /** Everything the command printed. */
  readonly output: string;
  /** Where the site was to be written. */
  readonly folder: string;
}

/** A new empty folder; it goes when the run ends. */
export function temporaryFolder(name: string): string {
  return mkdtempSync(join(process.env.TRIPTYCH_TEST_FOLDER ?? tmpdir(), `${name}-`));
}

/** A folder with the given files in it: path → text. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>, name = 'input'): string {
  const folder = temporaryFolder(name);
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** Runs a build to its end, whether it succeeds or not. */
export function runBuild({ data, content, base, claims, environment }: BuildInput = {}): Promise<BuildRun> {
  const folder = join(temporaryFolder('site'), 'dist');
  const args = [
    join(ROOT, 'src/cli/site.ts'),
    'build',
    '--outDir',
    folder,
    ...(base === undefined ? [] : ['--base', base]),
    ...(claims === undefined ? [] : [`--claims=${claims}`]),
  ];
  const env = {
    ...withoutTestRunner(process.env),
    ...(data === undefined ? {} : { TRIPTYCH_DATA: data }),
    ...(content === undefined ? {} : { TRIPTYCH_CONTENT: content }),
    ...environment,
  };
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: ROOT, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code ?? 1), output: `${stdout}${stderr}`, folder });
    });
  });
}

/** Builds a site that must succeed; its folder. */
export async function buildSite(input: BuildInput = {}): Promise<string> {
  const { code, output, folder } = await runBuild(input);
  if (code !== 0) throw new Error(`The build ended with code ${code}:\n${output}`);
  return folder;
}

/** All files below a folder, as paths with forward slashes, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Pages of a built site as paths below its root: `''`, `satisfaction/`, `404.html`. */
export function pagesOf(folder: string): string[] {
  return filesBelow(folder)
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replace(/(^|\/)index\.html$/, '$1'));
}

/** Text of a file of a built site, by its path or by the path of its page. */
export function readSite(folder: string, path: string): string {
  return readFileSync(join(folder, path === '' || path.endsWith('/') ? `${path}index.html` : path), 'utf8');
}

/** Where real public data stand on this machine, or why they are not used. */
export function publicData(name: string): { readonly folder: string } | { readonly absent: string } {
  const root = process.env.TRIPTYCH_PUBLIC_DATA ?? join(ROOT, '../shared/data');
  const folder = join(root, name);
  return existsSync(folder)
    ? { folder }
    : { absent: `no folder ${name} in TRIPTYCH_PUBLIC_DATA: published figures are not reproduced` };
}

/** A build must not inherit what Vitest sets for its own process. */
function withoutTestRunner(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = new Set(['NODE_ENV', 'TEST', 'DEV', 'PROD', 'SSR', 'MODE', 'BASE_URL']);
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !own.has(name) && !name.startsWith('VITEST')),
  );
}
