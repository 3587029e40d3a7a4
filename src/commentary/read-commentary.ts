/**
 * Reads the writers' texts of a content folder.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eachOnce, Mistake, Mistakes, throwMistakes } from '../config/mistake.ts';
import { type Head, readHead } from './head.ts';
import { namesIncluded, type Partials, withIncluded } from './included.ts';
import type { ParsedText } from './lint/lint.ts';
import { parseMdx } from './mdx.ts';
import { pictureMistake, type WrittenPicture } from './pictures.ts';
import { PARTIALS_FOLDER } from './site-pages.ts';
import { listTexts, type TextFile } from './texts.ts';
import { type ComponentUse, usesIn } from './uses.ts';
import { type WrittenLink, writtenLinks } from './written-links.ts';
import { writtenPictures } from './written-pictures.ts';

/** One text that stands on a page, or is one. */
export interface Commentary {
  /** Its file in the content folder, without `.mdx`. */
  readonly page: string;
  readonly head: Head;
  /** The components it uses, those of texts that it includes among them. */
  readonly uses: readonly ComponentUse[];
}

export interface ReadTexts {
  /** In code-unit order of their files. */
  readonly commentary: readonly Commentary[];
  /** Partials that no text includes, drafts included. */
  readonly unused: readonly string[];
  /** Every text that is shown, partials among them, in the same order. */
  readonly parsed: readonly ParsedText[];
  /** Every link in them. */
  readonly links: readonly WrittenLink[];
  /** Texts that are drafts and not shown. */
  readonly hidden: readonly string[];
}

export interface ReadOptions {
  /** Names of the dimensions that may restrict a figure. */
  readonly filters: readonly string[];
  /** Whether texts that are drafts are read; without them nothing is said of what is wrong in them. */
  readonly drafts: boolean;
}

interface ReadText extends TextFile {
  readonly head: Head;
  readonly source: string;
}

/**
 * The MDX files of a content folder; none when there is no such folder.
 *
 * @throws Mistake or Mistakes for texts that belong to no page, whose name or head cannot be used, that cannot be read as
 * MDX, or that include or show what is not there.
 */
export async function readCommentary(contentFolder: string, { filters, drafts }: ReadOptions): Promise<ReadTexts> {
  const listed = await listTexts(contentFolder);
  const mistakes: Mistake[] = [...listed.mistakes];
  const texts: ReadText[] = [];
  for (const file of listed.texts) {
    const source = await readFile(join(contentFolder, file.file), 'utf8');
    collect(mistakes, () => texts.push({ ...file, source, head: readHead(source, file.file, file.kind) }));
  }
  const shown = texts.filter(({ head }) => drafts || !head.draft);
  // A partial that cannot be read is there all the same.
  const used = new Map<string, readonly ComponentUse[]>(
    listed.texts.filter(({ kind }) => kind === 'partial').map(({ text }) => [text, []]),
  );
  const pictures: WrittenPicture[] = [];
  const links: WrittenLink[] = [];
  const parsed: ParsedText[] = [];
  for (const { text, file, source } of shown) {
    used.set(text, []);
    collect(mistakes, () => {
      const tree = parseMdx(source, file);
      parsed.push({ file, source, tree });
      used.set(text, usesIn(tree, file, filters));
      pictures.push(...writtenPictures(tree, file));
      links.push(...writtenLinks(tree, file));
    });
  }
  const wrong = await Promise.all(pictures.map((picture) => pictureMistake(contentFolder, picture)));
  mistakes.push(...wrong.filter((mistake) => mistake !== null));
  const partials = partialsAmong(used);
  const commentary: Commentary[] = [];
  for (const { text, head, kind } of shown) {
    const uses = used.get(text) ?? [];
    const name = text.slice(PARTIALS_FOLDER.length);
    collect(mistakes, () => {
      if (kind === 'partial') withIncluded(uses, partials, [name]);
      else commentary.push({ page: text, head, uses: withIncluded(uses, partials) });
    });
  }
  throwMistakes(eachOnce(mistakes));
  const hidden = texts.filter((text) => !shown.includes(text));
  return {
    commentary,
    unused: unusedPartials(
      partials,
      commentary,
      hidden.map(({ source }) => source),
    ),
    parsed,
    links,
    hidden: hidden.map(({ text }) => text),
  };
}

function partialsAmong(used: ReadonlyMap<string, readonly ComponentUse[]>): Partials {
  return new Map(
    [...used]
      .filter(([text]) => text.startsWith(PARTIALS_FOLDER))
      .map(([text, uses]) => [text.slice(PARTIALS_FOLDER.length), uses]),
  );
}

function unusedPartials(
  partials: Partials,
  commentary: readonly Commentary[],
  hidden: readonly string[],
): readonly string[] {
  const included = namesIncluded(commentary.map(({ uses }) => uses));
  return [...partials.keys()].filter(
    (name) => !included.has(name) && !hidden.some((source) => source.includes(`text="${name}"`)),
  );
}

/** Several texts are read before any of their mistakes is reported: a writer mends them in one go. */
function collect(mistakes: Mistake[], read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (error instanceof Mistake) mistakes.push(error);
    else if (error instanceof Mistakes) mistakes.push(...error.mistakes);
    else throw error;
  }
}
