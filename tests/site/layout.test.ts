import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { pagesOf } from '../support/build-site.ts';
import { clippedTexts, collidingLabels, smallTexts, widthBeyondPage } from '../support/geometry.ts';
import { lookAt } from '../support/page.ts';

const { folder, url } = inject('demo');
const WIDTHS = [320, 360, 768, 1280, 1920];

async function atEveryWidth(page: Page, look: (width: number) => Promise<unknown>): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await look(width);
  }
}

describe.each(pagesOf(folder))('/%s', (path) => {
  test('fits every width, with text of 12 px and more, nothing cut off and no labels over each other', async () => {
    await lookAt(url + path, {}, async (page) => {
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await atEveryWidth(page, async (width) => {
        const at = `at ${width} px`;
        expect(await widthBeyondPage(page), at).toEqual([]);
        expect(await smallTexts(page), at).toEqual([]);
        expect(await clippedTexts(page), at).toEqual([]);
        expect(await collidingLabels(page), at).toEqual([]);
      });
    });
  });

  test('stays readable with text twice as large', async () => {
    await lookAt(url + path, { width: 1280 }, async (page) => {
      await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
      expect(await widthBeyondPage(page)).toEqual([]);
    });
  });
});

test('the checks see a page that is too wide, small, cut off and crowded', async () => {
  await lookAt(url, {}, async (page) => {
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        `<p style="width:3000px">Wide</p><p style="font-size:9px">Small</p>
         <p style="width:20px;overflow:hidden;white-space:nowrap">Cut off in the middle</p>
         <svg width="200" height="40"><text x="10" y="20">January</text><text x="30" y="22">February</text></svg>`,
      );
    });
    expect(await widthBeyondPage(page)).not.toEqual([]);
    expect(await smallTexts(page)).toEqual(['9px: Small']);
    expect(await clippedTexts(page)).toEqual(['Cut off in the middle']);
    expect(await collidingLabels(page)).toEqual(['January × February']);
  });
});
