/**
 * What the site may not say: that one thing brings about another, and that something moved without a verdict.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CAUSE, COMPARED, MOVES, SUPERLATIVE } from '../src/commentary/lint/word-lists.ts';

const ROOT = new URL('..', import.meta.url).pathname;

/** Files that hold words for readers. */
function filesIn(...folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter(
      (entry) =>
        entry.isFile() && /\.(ts|astro|mdx?|yaml)$/.test(entry.name) && !/\.(test|fixture)\.ts$/.test(entry.name),
    )
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

/** A file without its comments and the name of a type, which readers of the site do not see. */
function wordsOf(file: string): string {
  const text = readFileSync(join(ROOT, file), 'utf8');
  if (/\.(mdx?|yaml)$/.test(file)) return text;
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\bRecord</g, '<')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/ \/\/ .*$/gm, '');
}

/** The lists look for every match, so that searching leaves no place behind. */
function isIn(line: string, words: readonly RegExp[]): boolean {
  return words.some((list) => line.search(list) !== -1);
}

/** Every place where the words stand, as `file: line`. Lines that hold an allowed text are passed over. */
function places(
  words: readonly RegExp[],
  files: readonly string[],
  allowed: Readonly<Record<string, readonly string[]>> = {},
): string[] {
  return files.flatMap((file) =>
    wordsOf(file)
      .split('\n')
      .filter((line) => isIn(line, words) && !(allowed[file] ?? []).some((text) => line.includes(text)))
      .map((line) => `${file}: ${line.trim()}`),
  );
}

const PUBLISHED = filesIn('src/report', 'src/components', 'src/pages', 'src/layouts', 'content');
const PAGES = filesIn('src/components', 'src/pages', 'src/layouts');

/** Where such a word is not said of the data. */
const NO_CLAIM: Readonly<Record<string, readonly string[]>> = {
  'src/components/HowToRead.astro': ['may share a cause', 'Going with is not causing'],
  'src/commentary/glossary.ts': ['both may have a third cause'],
};

/** Words that say which way something moved or differs. */
const DIRECTION = [MOVES, COMPARED, SUPERLATIVE];

/** Where such a word explains the report instead of speaking of a figure. */
const EXPLAINED: Readonly<Record<string, readonly string[]>> = {
  'src/components/HowToRead.astro': ['A figure is said to have risen or fallen only when'],
  'src/components/ActionMark.astro': ["better: 'M", "worse: 'M"],
  'src/components/MetricCard.astro': ['const better = {', 'Better when', '{better}'],
  'src/commentary/glossary.ts': ['half a month always looks like a fall'],
  'src/pages/methods.astro': [
    'Words such as “rose”, “fell”, “higher” and “lower” appear only',
    'highest since” on a comparison with every period in between',
  ],
};

describe('R6: association is no cause', () => {
  test('nothing that is published says that one thing brings about another', () => {
    expect(places([CAUSE], PUBLISHED, NO_CLAIM)).toEqual([]);
  });

  test.each([
    'Slow answers drive detractors away',
    'It leads to churn',
    'because of the rota',
    'Training improves scores',
    'the impact of waiting',
  ])('the check knows “%s”', (sentence) => expect(isIn(sentence, [CAUSE])).toBe(true));

  test('and lets “goes with” and “because” pass', () => {
    expect(isIn('Waiting goes with low scores', [CAUSE])).toBe(false);
    expect(isIn('not compared, because March is not complete', [CAUSE])).toBe(false);
  });
});

describe('words of direction come from verdicts', () => {
  test('no component, page or layout holds one of its own', () => {
    expect(places(DIRECTION, PAGES, EXPLAINED)).toEqual([]);
  });

  test('and none looks at the number of a difference: tone, phrase and words say all that may be said', () => {
    expect(places([/\.(difference|low90|high90)\b/], PAGES)).toEqual([]);
  });

  test.each(['Satisfaction fell', 'it is higher for email', 'a drop in October'])('the check knows “%s”', (sentence) =>
    expect(isIn(sentence, DIRECTION)).toBe(true),
  );
});

test('every exception is still needed', () => {
  for (const [file, texts] of [...Object.entries(NO_CLAIM), ...Object.entries(EXPLAINED)]) {
    for (const text of texts) expect(wordsOf(file), file).toContain(text);
  }
});
