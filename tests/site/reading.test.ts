import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { pagesOf } from '../support/build-site.ts';
import { clippedTexts } from '../support/geometry.ts';
import { lookAt } from '../support/page.ts';
import { oneOfEachKind } from '../support/page-kinds.ts';

const { folder, url } = inject('demo');
const pages = pagesOf(folder);

/** Words of the page in order, without those that only the reading aid adds. */
function words(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const added of copy.querySelectorAll('script, .tip, .hair, .help, [aria-live]')) added.remove();
    return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
}

/** Tables, their rows and what in them cannot be seen. */
function foldedTables(page: Page): Promise<{ tables: number; hidden: number }> {
  return page.evaluate(() => {
    const tables = [...document.querySelectorAll('details table')];
    const seen = tables.filter((table) => table.checkVisibility() && table.getBoundingClientRect().height > 20);
    return { tables: tables.length, hidden: tables.length - seen.length };
  });
}

describe.each(pages)('/%s', (path) => {
  test('says the same without JavaScript, and is complete on paper: tables open, nothing cut off, whatever the theme', async () => {
    const scripted = await lookAt(url + path, {}, words);
    const view = { javaScriptEnabled: false, colorScheme: 'dark' } as const;
    await lookAt(url + path, view, async (page) => {
      expect(await words(page)).toBe(scripted);
      expect(scripted.length).toBeGreaterThan(80);
      await page.setViewportSize({ width: 700, height: 900 });
      await page.emulateMedia({ media: 'print' });
      expect((await foldedTables(page)).hidden).toBe(0);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond, 'tables fit the sheet').toBe(0);
      expect(await clippedTexts(page)).toEqual([]);
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(paper, 'ink is not wasted on a dark page').toMatch(/rgba\(0, 0, 0, 0\)|rgb\(2[45]\d, 2[45]\d, 2[45]\d\)/);
    });
  });

  test('keeps its marks in forced colours', async () => {
    await lookAt(url + path, { forcedColors: 'active' }, async (page) => {
      const invisible = await page.evaluate(() => {
        const canvas = getComputedStyle(document.body).backgroundColor;
        return [...document.querySelectorAll('.plot')].filter((plot) => {
          const marks = [...plot.querySelectorAll('path, circle, rect')].filter((mark) => mark.checkVisibility());
          const drawn = marks.filter((mark) => {
            const { fill, stroke } = getComputedStyle(mark);
            return [fill, stroke].some((paint) => paint !== 'none' && paint !== canvas && paint !== 'rgba(0, 0, 0, 0)');
          });
          return marks.length > 0 && drawn.length < marks.length / 2;
        }).length;
      });
      expect(invisible).toBe(0);
    });
  });
});

describe('with a keyboard', () => {
  const charted = pages.find((path) => path === 'satisfaction/') as string;

  test('the first stop leads past the navigation', async () => {
    await lookAt(url, {}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    });
  });

  test.each(oneOfEachKind(pages))('every stop of /%s can be seen, and none is a trap', async (path) => {
    await lookAt(url + path, {}, async (page) => {
      const stops = await page.evaluate(
        () => document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]').length,
      );
      const seen = new Set<string>();
      for (let press = 0; press < stops + 2; press++) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const { activeElement } = document;
          if (activeElement === null || activeElement === document.body) return null;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(activeElement);
          const box = activeElement.getBoundingClientRect();
          const marked = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
          return { name: activeElement.outerHTML.slice(0, 100), visible: marked && box.width > 0 && box.bottom > 0 };
        });
        if (stop === null) break;
        expect(stop.visible, stop.name).toBe(true);
        seen.add(stop.name);
      }
      expect(seen.size).toBeGreaterThan(3);
      expect(await page.evaluate(() => document.activeElement === document.body), 'the last stop lets go').toBe(true);
    });
  });

  test('each chart is one stop; arrows move inside it, Escape leaves', async () => {
    await lookAt(url + charted, {}, async (page) => {
      const plots = page.locator('.plot');
      expect(await plots.count()).toBeGreaterThan(2);
      expect(await page.locator('.plot[tabindex="0"]').count()).toBe(await plots.count());
      expect(await page.locator('.plot :is(a, button, [tabindex])').count()).toBe(0);

      const plot = plots.first();
      await plot.focus();
      await page.keyboard.press('ArrowRight');
      const first = await plot.locator('[aria-live]').textContent();
      await page.keyboard.press('ArrowRight');
      const second = await plot.locator('[aria-live]').textContent();
      expect(first).toMatch(/\d/);
      expect(second).toMatch(/\d/);
      expect(second).not.toBe(first);
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Home');
      expect(await plot.locator('[aria-live]').textContent()).toBe(first);
      await page.keyboard.press('Escape');
      expect(await plot.evaluate((element) => element === document.activeElement)).toBe(false);
      expect(await plot.locator('[aria-live]').textContent()).toBe('');
    });
  });

  test('what a chart says aloud stands in its table', async () => {
    await lookAt(url + charted, {}, async (page) => {
      const plot = page.locator('.figure[data-kind="series"] .plot').first();
      await plot.focus();
      await page.keyboard.press('End');
      const said = (await plot.locator('[aria-live]').textContent()) ?? '';
      const value = /\d+(?:\.\d+)?%?/.exec(said.replace(/^[^:,]*[:,]/, ''))?.[0] as string;
      const table = await plot.locator('xpath=ancestor::figure//table').textContent();
      expect(table).toContain(value);
    });
  });
});
