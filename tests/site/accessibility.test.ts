import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, inject, test } from 'vitest';
import { pagesOf } from '../support/build-site.ts';
import { lookAt } from '../support/page.ts';
import { oneOfEachKind } from '../support/page-kinds.ts';

const { folder, url } = inject('demo');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What a colour scheme changes, and takes longest to look at. */
const CONTRAST = 'color-contrast';
const ALL = { runOnly: { type: 'tag', values: STANDARD } };
const COLOURS = { runOnly: { type: 'rule', values: [CONTRAST] } };
const NOT_COLOURS = { ...ALL, rules: { [CONTRAST]: { enabled: false } } };

/** What axe finds on the page as it is now, one line each. */
async function violations(page: import('playwright-core').Page, which: object): Promise<string[]> {
  const found = await page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: { run(root: Document, options: object): Promise<AxeResults> } };
    const results = await axe.run(document, { ...options, resultTypes: ['violations'] });
    return results.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}; ${String(target)}; ${failureSummary ?? ''}`),
    );
  }, which);
  return found.slice(0, 20);
}

const pages = pagesOf(folder);
const inAllViews = oneOfEachKind(pages);

describe.each(pages)('WCAG 2.2 AA on /%s', (path) => {
  test('in light; one page of each kind in dark and on a phone, too', async () => {
    await lookAt(url + path, {}, async (page) => {
      await page.evaluate(AXE);
      expect(await violations(page, ALL), 'light').toEqual([]);
      if (!inAllViews.includes(path)) return;
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, COLOURS), 'dark').toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await violations(page, NOT_COLOURS), '360 px').toEqual([]);
    });
  });
});

test('the check sees a page that fails', async () => {
  await lookAt(url, {}, async (page) => {
    await page.evaluate(AXE);
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="data:,"><p style="color:#eee;background:#fff">Pale</p>');
    });
    const ids = (await violations(page, ALL)).map((line) => line.split(':')[0]);
    expect(ids).toEqual(expect.arrayContaining(['color-contrast', 'image-alt']));
  });
});
