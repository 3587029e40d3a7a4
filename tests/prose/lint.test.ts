/**
 * The lint on texts: silent on ordinary prose, loud on sentences that no build can keep true.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintText } from '../../src/commentary/lint/lint.ts';
import { RULES } from '../../src/commentary/lint/rules.ts';
import { parseMdx } from '../../src/commentary/mdx.ts';
import { RULE_IDS, writingSchema } from '../../src/config/writing.schema.ts';
import { METRICS } from '../../src/metrics/registry.ts';
import { ROOT } from '../support/build-site.ts';
import { MISLEADING } from './misleading.ts';

const known = {
  metrics: METRICS.map(({ id, name, label, unit, counts }) => ({
    id,
    name,
    label,
    isTime: unit === 'duration',
    counts,
  })),
  words: ['Marram Broadband'],
  settings: writingSchema.parse({}),
};

/** What is found in a text, as `rule: what it points at`, in its order. */
function finds(source: string, file = 'text.mdx'): string[] {
  const { remarks, mistakes } = lintText({ file, source, tree: parseMdx(source, file) }, known);
  expect(mistakes.map(({ message }) => message)).toEqual([]);
  return remarks.map(({ rule, mistake: { details } }) => `${rule}: ${details.found}`);
}

function textsBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

describe('no false alarm', () => {
  test('there are ten pages of ordinary prose to try', () => {
    expect(textsBelow('tests/prose/sound').length).toBeGreaterThanOrEqual(10);
  });

  test.each([...textsBelow('tests/prose/sound'), ...textsBelow('content')])('in %s', (file) => {
    expect(finds(readFileSync(join(ROOT, file), 'utf8'), file.replace(/^content\//, ''))).toEqual([]);
  });
});

describe('a true alarm', () => {
  test.each(MISLEADING.map(([sentence, ...expected]) => ({ sentence, expected })))(
    'for “$sentence”',
    ({ sentence, expected }) => {
      expect(finds(`---\ntitle: A text\n---\n\n${sentence}\n`)).toEqual(expected);
    },
  );

  test('for each rule there is one, and each rule has its level', () => {
    const shown = RULES.map(({ id, example }) => [
      id,
      finds(`${id === 'missing-headline' ? '' : '---\ntitle: A\n---\n\n'}${example}\n`),
    ]);
    const short: readonly string[] = ['long-sentence', 'readability'];
    expect(shown.filter(([id, found]) => !short.includes(String(id)) && !String(found).includes(`${id}:`))).toEqual([]);
    expect(RULES.map(({ id }) => id)).toEqual(RULE_IDS);
  });
});

test('docs/writers.md has a row for each rule, with its level, its words and its example', () => {
  const document = readFileSync(join(ROOT, 'docs/writers.md'), 'utf8');
  const rows = RULES.map(
    ({ id, words, example }) => `| \`${id}\` | ${known.settings.rules[id]} | ${words} | \`${example}\` |`,
  );
  expect(rows.filter((row) => !document.includes(row))).toEqual([]);
});
