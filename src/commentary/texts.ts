/**
 * Which texts a content folder holds, and what each belongs to.
 */
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Mistake } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import type { TextKind } from './head.ts';
import { CONTRASTS_FOLDER, OWN_PAGES_FOLDER, PARTIALS_FOLDER, pathOfText, SITE_PAGES } from './site-pages.ts';

/** Texts at the top of the content folder, each named after its page, in the order of the site. */
const PAGE_TEXTS: readonly string[] = [
  'home',
  'satisfaction',
  'service',
  'experience',
  'similarities',
  'practices',
  'journey',
  'drivers',
  'voice',
];

/** A text of the content folder. */
export interface TextFile {
  /** Its file without `.mdx`, with forward slashes: `home`, `pages/why/billing`. */
  readonly text: string;
  readonly file: string;
  readonly kind: TextKind;
}

export interface Texts {
  /** In code-unit order of their files. */
  readonly texts: readonly TextFile[];
  /** Texts that nobody would ever read, and those whose name no page can have. */
  readonly mistakes: readonly Mistake[];
}

/** The texts of a content folder; none when there is no such folder. */
export async function listTexts(contentFolder: string): Promise<Texts> {
  const texts: TextFile[] = [];
  const mistakes: Mistake[] = [];
  for (const { file, isLink } of await filesBelow(contentFolder)) {
    const kind = kindOf(file);
    const wrong = isLink ? linked(file, kind) : /\.mdx$/.test(file) ? misnamed(file, kind) : otherwiseNamed(file, kind);
    if (wrong !== null) mistakes.push(wrong);
    else if (file.endsWith('.mdx') && kind !== null) texts.push({ text: withoutEnding(file), file, kind });
  }
  return { texts, mistakes: [...mistakes, ...meeting(texts)] };
}

interface Found {
  /** Below the content folder, with forward slashes. */
  readonly file: string;
  readonly isLink: boolean;
}

async function filesBelow(folder: string): Promise<Found[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => ({
        file: join(entry.parentPath, entry.name).slice(join(folder, sep).length).split(sep).join('/'),
        isLink: entry.isSymbolicLink(),
      }))
      .filter(({ file }) => !/(^|\/)\.[^/]*$/.test(file) || file.endsWith('.mdx'))
      .sort((a, b) => (a.file < b.file ? -1 : 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

/** What a file belongs to by where it stands; null for a place where texts belong to nothing. */
function kindOf(file: string): TextKind | null {
  if (file.startsWith(OWN_PAGES_FOLDER)) return 'page';
  if (file.startsWith(PARTIALS_FOLDER)) return 'partial';
  const isComment = file.startsWith(CONTRASTS_FOLDER)
    ? !file.slice(CONTRASTS_FOLDER.length).includes('/')
    : isPageText(file);
  return isComment ? 'comment' : null;
}

const isPageText = (file: string): boolean => PAGE_TEXTS.includes(withoutEnding(file));

const withoutEnding = (file: string): string => file.replace(/\.[^./]*$/, '');

/** What stands at the other end of a link is watched by nobody, and may be outside the folder. */
function linked(file: string, kind: TextKind | null): Mistake | null {
  if (kind === null && !/\.mdx$/i.test(file)) return null;
  if (kind === 'comment' && !/\.mdx$/i.test(file)) return null;
  return new Mistake({
    what: 'This is a link to another place',
    file,
    found: 'a symbolic link',
    expected: 'the file or the folder itself',
    remedy: 'Put what it leads to in its place.',
  });
}

/** A text that is written in another format, or whose ending is in capitals. */
function otherwiseNamed(file: string, kind: TextKind | null): Mistake | null {
  const isText = /\.mdx$/i.test(file) || (/\.(md|markdown)$/i.test(file) && kind !== null);
  if (!isText) return null;
  return new Mistake({
    what: 'Texts are files whose names end in .mdx',
    file,
    found: file.replace(/^.*\//, ''),
    expected: `${withoutEnding(file).replace(/^.*\//, '')}.mdx`,
    remedy: 'Rename the file.',
  });
}

const LONGEST_NAME = 60;
const LONGEST_PATH = 160;

function misnamed(file: string, kind: TextKind | null): Mistake | null {
  if (kind === null) return belongsNowhere(file);
  if (kind === 'comment') return null;
  const [, ...names] = withoutEnding(file).split('/');
  const odd = names.find((name) => !/^[a-z\d]+(-[a-z\d]+)*$/.test(name));
  if (odd !== undefined) return oddName(file, odd);
  const long = names.find((name) => name.length > LONGEST_NAME);
  if (long !== undefined || file.length > LONGEST_PATH) {
    return new Mistake({
      what: 'This name is too long to be part of an address',
      file,
      found: `${(long ?? file).length} characters`,
      expected: `at most ${LONGEST_NAME} characters a name, and ${LONGEST_PATH} with all folders`,
      remedy: 'Choose a shorter name; the title of the page stands in its head.',
    });
  }
  return kind === 'page' ? takenPlace(file, names) : null;
}

function oddName(file: string, name: string): Mistake {
  const fit = fitName(name);
  return new Mistake({
    what: 'This name cannot stand in the address of a page',
    file,
    found: name,
    expected: 'small letters from a to z, digits, and single hyphens between them',
    remedy: fit === '' ? 'Rename it.' : `Rename it to “${fit}”.`,
  });
}

/** The same name as an address has it: `Über uns` → `uber-uns`; empty where nothing is left. */
function fitName(name: string): string {
  return name
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Names at the top of the site at which writers’ pages cannot stand. */
const TAKEN = new Set([...SITE_PAGES.map((path) => path.split('/')[1] ?? ''), '404']);

function takenPlace(file: string, [top = '', ...below]: readonly string[]): Mistake | null {
  if (top === 'index' && below.length === 0) return taken(file, '/', 'home.mdx');
  if (!TAKEN.has(top)) return null;
  if (top === 'contrasts' && below.length === 1) return taken(file, `/${top}/`, `${top}/${below[0]}.mdx`);
  return taken(file, `/${top}/`, PAGE_TEXTS.includes(top) && below.length === 0 ? `${top}.mdx` : null);
}

/** @param place of a text on the page that is there already; null where it takes none. */
function taken(file: string, path: string, place: string | null): Mistake {
  return new Mistake({
    what: `The report has a page of its own at ${path}`,
    file,
    found: pathOfText(withoutEnding(file)),
    expected: 'a name that no page of the report has',
    remedy:
      place === null
        ? 'Choose another name for the file, or for the folder that it stands in.'
        : `Choose another name; a text for the page of the report is content/${place}.`,
  });
}

/** Two files that would be one page. */
function meeting(texts: readonly TextFile[]): Mistake[] {
  const pages = texts.filter(({ kind }) => kind === 'page');
  const byPath = Map.groupBy(pages, ({ text }) => pathOfText(text));
  return [...byPath].flatMap(([path, [first, second]]) =>
    first === undefined || second === undefined
      ? []
      : [
          new Mistake({
            what: `Two texts would both be the page ${path}`,
            file: second.file,
            found: `${first.file} and ${second.file}`,
            expected: 'one of the two',
            remedy: 'Put both texts into one file, or rename one of them.',
          }),
        ],
  );
}

function belongsNowhere(file: string): Mistake {
  const name = withoutEnding(file);

  const guess = nearest(name.replace(/^.*\//, ''), PAGE_TEXTS);
  const own = `content/${OWN_PAGES_FOLDER}${name
    .replace(/^pages\//i, '')
    .split('/')
    .map(fitName)
    .join('/')}.mdx`;
  return new Mistake({
    what: 'This text belongs to no page',
    file,
    found: file,
    expected: `${PAGE_TEXTS.map((text) => `${text}.mdx`).join(', ')}, or a file in contrasts/, pages/ or partials/`,
    remedy: `${guess === undefined ? 'Make' : `Did you mean “${guess}.mdx”? Else make`} it a page of its own: move it to ${own}.`,
  });
}
