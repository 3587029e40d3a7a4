import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { filesBelow, pagesOf, ROOT, readSite } from '../support/build-site.ts';
import { attributes, wordsOf } from '../support/html.ts';

const { folder } = inject('demo');
const pages = pagesOf(folder);
const gzipped = (path: string) => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length;

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Charts place their marks by percentages, which only a style can carry.
    'no-inline-style': 'off',
    // A box that scrolls is named for screen readers without being a section of the text.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
});

/** Signs that a value was printed that is none. */
const ACCIDENTS = /\b(NaN|undefined|Infinity)\b|\[object |\bInvalid Date\b/;
/** A hyphen where a minus sign belongs; dates, ranges of words and file names do not look like this. */
const HYPHEN_AS_MINUS = /(?:^|[\s(])-\d/;

describe.each(pages)('/%s', (path) => {
  const html = readSite(folder, path);
  const words = wordsOf(html);

  test('is valid HTML', async () => {
    const report = await validator.validateString(html);
    const messages = report.results.flatMap(({ messages }) => messages);
    expect(messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`)).toEqual([]);
  });

  test('shows no value that is none, and real minus signs', () => {
    expect(ACCIDENTS.exec(words)?.[0]).toBeUndefined();
    expect(HYPHEN_AS_MINUS.exec(words)?.[0]).toBeUndefined();
  });

  test('carries the notice', () => {
    const { notice } = parse(readFileSync(join(ROOT, 'content/report.yaml'), 'utf8')) as { notice: string };
    expect(notice).not.toBe('');
    expect(words).toContain(notice);
  });

  test('is light: 48 kB of HTML, 17 kB of styles, 7 kB of scripts, compressed', () => {
    const page = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const linked = [...attributes(html, 'href'), ...attributes(html, 'src')].map((link) => link.replace(/^\//, ''));
    const total = (ending: string) =>
      [...new Set(linked)].filter((link) => link.endsWith(ending)).reduce((sum, link) => sum + gzipped(link), 0);
    const inlineScripts = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)]
      .map((match) => match[1] ?? '')
      .join('');
    // A figure with its table and its technical note takes one or two kilobytes; the largest page has two dozen.
    expect(gzipped(page)).toBeLessThanOrEqual(48_000);
    expect(total('.css')).toBeLessThanOrEqual(17_000);
    expect(total('.js') + (inlineScripts === '' ? 0 : gzipSync(inlineScripts).length)).toBeLessThanOrEqual(7_000);
  });
});

test('the fonts of the site weigh at most 110 kB', () => {
  const fonts = filesBelow(folder).filter((file) => /\.(woff2?|ttf|otf)$/.test(file));
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)).toBeLessThanOrEqual(110_000);
});

describe('the checks see', () => {
  test('values that are none', () => {
    expect(wordsOf('<p>rose by NaN</p>')).toMatch(ACCIDENTS);
    expect(wordsOf('<svg aria-label="undefined answers"></svg>')).toMatch(ACCIDENTS);
    expect(wordsOf('<p>fell to -4</p>')).toMatch(HYPHEN_AS_MINUS);
    expect(wordsOf('<p>on 2026-07-12, first-4</p>')).not.toMatch(HYPHEN_AS_MINUS);
  });

  test('invalid HTML', async () => {
    expect((await validator.validateString('<!doctype html><p><div></p>')).valid).toBe(false);
  });
});
