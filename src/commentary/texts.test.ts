import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Mistake } from '../config/mistake.ts';
import { listTexts } from './texts.ts';

function contentOf(...files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return folder;
}

/** What, found and remedy of the one mistake of a folder with these files. */
async function mistakeOf(...files: readonly string[]) {
  const { mistakes } = await listTexts(contentOf(...files));
  expect(mistakes).toHaveLength(1);
  return (mistakes[0] as Mistake).details;
}

describe('the texts of a content folder', () => {
  test('belong to a page of the report, are one themselves, or stand in others', async () => {
    const folder = contentOf(
      'home.mdx',
      'contrasts/scope.mdx',
      'pages/billing.mdx',
      'pages/why/index.mdx',
      'pages/why/2026-prices.mdx',
      'pages/why/picture.png',
      'partials/cautions/surveys.mdx',
      'report.yaml',
      'README.md',
      'editions/2026-q2.json',
      'pages/.DS_Store',
    );
    const { texts, mistakes } = await listTexts(folder);
    expect(mistakes).toEqual([]);
    expect(texts.map(({ text, kind }) => [text, kind])).toEqual([
      ['contrasts/scope', 'comment'],
      ['home', 'comment'],
      ['pages/billing', 'page'],
      ['pages/why/2026-prices', 'page'],
      ['pages/why/index', 'page'],
      ['partials/cautions/surveys', 'partial'],
    ]);
  });

  test('are none in a folder that is not there', async () => {
    expect(await listTexts('/nowhere')).toEqual({ texts: [], mistakes: [] });
  });
});

describe('a text that belongs to no page', () => {
  test.each([
    ['servise.mdx', 'Did you mean “service.mdx”?', 'content/pages/servise.mdx'],
    ['thoughts on things.mdx', 'Make it a page of its own', 'content/pages/thoughts-on-things.mdx'],
    ['notes/july.mdx', 'page of its own', 'content/pages/notes/july.mdx'],
    ['Pages/why.mdx', 'page of its own', 'content/pages/why.mdx'],
    ['contrasts/old/scope.mdx', 'page of its own', 'content/pages/contrasts/old/scope.mdx'],
  ])('%s is told where it can go', async (file, ...remedy) => {
    const { what, remedy: told } = await mistakeOf(file);
    expect(what).toBe('This text belongs to no page');
    for (const part of remedy) expect(told).toContain(part);
  });
});

describe('a page whose name cannot stand in an address', () => {
  test.each([
    ['pages/Why.mdx', 'why'],
    ['pages/why call.mdx', 'why-call'],
    ['pages/Über uns/straße.mdx', 'uber-uns'],
    ['pages/_why.mdx', 'why'],
    ['pages/a--b.mdx', 'a-b'],
    ['pages/a.b.mdx', 'a-b'],
    ['pages/what?.mdx', 'what'],
    ['partials/Caution.mdx', 'caution'],
  ])('%s is told one that can: %s', async (file, name) => {
    expect((await mistakeOf(file)).remedy).toBe(`Rename it to “${name}”.`);
  });

  test.each(['pages/...mdx', 'pages/.mdx', 'pages/你好.mdx'])('%s has none to be told', async (file) => {
    expect((await mistakeOf(file)).remedy).toBe('Rename it.');
  });

  test('may not be endless', async () => {
    expect((await mistakeOf(`pages/${'x'.repeat(61)}.mdx`)).found).toBe('61 characters');
    expect((await mistakeOf(`pages/${`${'x'.repeat(50)}/`.repeat(3)}x.mdx`)).what).toContain('too long');
  });
});

describe('a page at a place that is taken', () => {
  test.each([
    ['pages/index.mdx', 'content/home.mdx'],
    ['pages/satisfaction.mdx', 'content/satisfaction.mdx'],
    ['pages/contrasts/scope.mdx', 'content/contrasts/scope.mdx'],
    ['pages/claims.mdx', 'Choose another name'],
    ['pages/data/more.mdx', 'for the folder that it stands in'],
    ['pages/404.mdx', 'Choose another name'],
  ])('%s', async (file, remedy) => {
    const { what, remedy: told } = await mistakeOf(file);
    expect(what).toContain('The report has a page of its own at /');
    expect(told).toContain(remedy);
  });

  test('by another text', async () => {
    expect(await mistakeOf('pages/why.mdx', 'pages/why/index.mdx')).toMatchObject({
      what: 'Two texts would both be the page /why/',
      found: 'pages/why.mdx and pages/why/index.mdx',
    });
  });
});

test.each(['pages/why.md', 'pages/why.MDX', 'home.MDX', 'partials/x.markdown'])(
  '%s has to end in .mdx',
  async (file) => {
    expect((await mistakeOf(file)).what).toBe('Texts are files whose names end in .mdx');
  },
);

test('links to other places are no texts', async () => {
  const folder = contentOf('home.mdx', 'pages/why.mdx');
  symlinkSync(join(folder, 'home.mdx'), join(folder, 'pages/linked.mdx'));
  symlinkSync(folder, join(folder, 'pages/all'));
  const { texts, mistakes } = await listTexts(folder);
  expect(texts.map(({ text }) => text)).toEqual(['home', 'pages/why']);
  expect(mistakes.map(({ details }) => details.file)).toEqual(['pages/all', 'pages/linked.mdx']);
});
