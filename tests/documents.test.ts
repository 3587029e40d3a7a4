import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportPages } from '../src/cli/export-pages.ts';
import { HOW_TO_EXPORT } from '../src/cli/how-to-export.ts';
import { componentUses } from '../src/commentary/uses.ts';
import { DIMENSIONS } from '../src/dataset/dataset.ts';
import { FORMATS } from '../src/ingest/formats/registry.ts';
import { REASONS } from '../src/ingest/reasons.ts';
import { filesBelow, ROOT } from './support/build-site.ts';

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'data/README.md'],
  ...filesBelow(join(ROOT, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** Anchors of a Markdown text, as GitHub makes them from headings. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** Links to files and headings that are not there. */
function brokenLinksOf(document: string): string[] {
  // Links in code are examples.
  const text = readFileSync(join(ROOT, document), 'utf8').replace(/^```[\s\S]*?^```|`[^`\n]*`/gm, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const file = path === '' ? join(ROOT, document) : join(ROOT, dirname(document), path);
      if (!existsSync(file)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(file, 'utf8')).has(anchor);
    });
}

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');

  test('links to files and headings that are there', () => {
    expect(brokenLinksOf(document)).toEqual([]);
  });

  test('names npm scripts that exist', () => {
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

test.each(['docs/migration.md', 'docs/writers.md'])('%s shows MDX that the vocabulary allows', (document) => {
  const fences = readFileSync(join(ROOT, document), 'utf8').matchAll(/^```mdx\n(.*?)^```$/gms);
  const uses = [...fences].flatMap(([, text = '']) => componentUses(text, document, DIMENSIONS));
  expect(uses).not.toEqual([]);
});

test('npm scripts name files that exist', () => {
  const files = Object.values(scripts).flatMap((script) => script.match(/\b[\w/-]+\.(?:ts|mjs)\b/g) ?? []);
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

test('every format of an export is described', () => {
  const text = readFileSync(join(ROOT, 'docs/exports.md'), 'utf8');
  expect(FORMATS.map(({ id }) => id).filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
});

test('docs/exports is what the formats say (else run: npm run docs:exports)', () => {
  const pages = exportPages();
  expect(Object.keys(pages)).toHaveLength(FORMATS.length);
  for (const [path, text] of Object.entries(pages))
    expect(readFileSync(join(ROOT, 'docs', path), 'utf8'), path).toBe(text);
  expect(FORMATS.filter((format) => !('holds' in format) && !HOW_TO_EXPORT[format.id])).toEqual([]);
});

test('every reason for which a row is set aside is described', () => {
  const text = readFileSync(join(ROOT, 'docs/data-teams.md'), 'utf8').replace(/\s+/g, ' ');
  expect(Object.values(REASONS).filter((reason) => !text.includes(reason))).toEqual([]);
});
