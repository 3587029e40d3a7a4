import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { referenceNames } from './reference-case.ts';

const SOURCES = join(import.meta.dirname, '../src');

/** Topics of reference cases that some test asks for by name, or has in its table of topics. */
function topicsInTests(): Set<string> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
  const texts = files
    .map((file) => readFileSync(join(SOURCES, file), 'utf8'))
    .filter((text) => text.includes('referenceCases('));
  return new Set(
    texts.flatMap((text) => [
      ...Array.from(text.matchAll(/referenceCases\('(\w+)'\)/g), ([, topic]) => topic as string),
      ...Array.from(text.matchAll(/^ {2}(\w+): \{\s*compute:/gm), ([, topic]) => topic as string),
    ]),
  );
}

test('every topic of the reference cases is compared by some test', () => {
  const topics = [...new Set(referenceNames().map((name) => name.slice(0, name.lastIndexOf('-'))))];
  expect(topics).toHaveLength(42);
  const run = topicsInTests();
  expect(topics.filter((topic) => !run.has(topic))).toEqual([]);
});
