/**
 * What editors are given: snippets of the writers' vocabulary, schemas of the settings, words for the spell-checker.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GLOSSARY } from '../src/commentary/glossary.ts';
import { componentUses } from '../src/commentary/uses.ts';
import { VOCABULARY } from '../src/commentary/vocabulary/vocabulary.ts';
import { DIMENSIONS } from '../src/dataset/dataset.ts';
import { METRICS } from '../src/metrics/registry.ts';
import { ROOT } from './support/build-site.ts';

interface Snippet {
  readonly scope: string;
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const snippets = JSON.parse(textOf('.vscode/triptych.code-snippets')) as Record<string, Snippet>;

/** What stands in the text when a writer accepts everything that the snippet proposes. */
function accepted({ body }: Snippet): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]+)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1');
}

describe('snippets', () => {
  test('are there for every component of the vocabulary, and for no other', () => {
    const named = Object.values(snippets).map(({ prefix }) => prefix[0]?.slice(1));
    const known = VOCABULARY.map(({ name }) => name);
    expect(known.filter((name) => !named.includes(name))).toEqual([]);
    expect(named.filter((name) => !known.some((each) => each === name))).toEqual([]);
  });

  test.each(Object.entries(snippets))('%s gives what the vocabulary allows', (_, snippet) => {
    const uses = componentUses(accepted(snippet), 'snippet.mdx', DIMENSIONS);
    expect(uses.map(({ component }) => `<${component}`)).toEqual([snippet.prefix[0]]);
    expect(snippet.scope).toBe('mdx');
  });
});

test('settings name files that are there', () => {
  const settings = JSON.parse(textOf('.vscode/settings.json')) as {
    'yaml.schemas': Record<string, string>;
    'cSpell.customDictionaries': Record<string, { path: string }>;
  };
  const dictionaries = Object.values(settings['cSpell.customDictionaries']).map(({ path }) =>
    path.replace(/^\$\{workspaceFolder\}\//, ''),
  );
  const files = [...Object.keys(settings['yaml.schemas']), ...dictionaries];
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

describe('docs/terms.txt', () => {
  const lines = textOf('docs/terms.txt').trimEnd().split('\n');

  test('holds every term of the glossary under each of its names', () => {
    expect(GLOSSARY.flatMap(({ term }) => term.split(', ')).filter((name) => !lines.includes(name))).toEqual([]);
  });

  test('holds id, name and label of every metric', () => {
    const names = METRICS.flatMap(({ id, name, label }) => [id, name, label]);
    expect(names.filter((name) => !lines.includes(name))).toEqual([]);
  });

  test('holds every component', () => {
    expect(VOCABULARY.map(({ name }) => name).filter((name) => !lines.includes(name))).toEqual([]);
  });

  test('holds every abbreviation by itself', () => {
    const abbreviations = lines.flatMap((line) => line.match(/\b[A-Z]{2,}\b/g) ?? []);
    expect([...new Set(abbreviations)].filter((each) => !lines.includes(each))).toEqual([]);
  });

  test('has one term a line, once, in order, capitals first among the same letters', () => {
    const keyOf = (line: string) => `${line.toLowerCase()}\n${line}`;
    expect(lines).toEqual([...new Set(lines)].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)));
  });
});
