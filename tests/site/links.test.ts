import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { buildSite, folderOf, pagesOf, ROOT, readSite } from '../support/build-site.ts';
import { attributes } from '../support/html.ts';
import { brokenLinks } from '../support/links.ts';
import { lookAt } from '../support/page.ts';
import { serve } from '../support/serve.ts';

const { folder } = inject('demo');

describe('links', () => {
  test('of every page lead to a page, a file or an anchor that is there', () => {
    expect(pagesOf(folder).flatMap((page) => attributes(readSite(folder, page), 'href')).length).toBeGreaterThan(50);
    expect(brokenLinks(folder)).toEqual([]);
  });

  test('hold below any base path, styles and scripts included', async () => {
    const below = await buildSite({
      base: '/some/base',
      data: join(ROOT, 'tests/golden/two-quarters/data'),
      content: folderOf({
        'home.mdx': '---\ntitle: Ways\n---\n\n[Why](pages/why.mdx), [service](service) and [claims](/claims/).\n',
        'pages/why.mdx':
          '---\ntitle: Why\n---\n\n[Back](/), [further](why/further).\n\n![The way of a case](way.svg)\n',
        'pages/why/further.mdx': '---\ntitle: Further\n---\n\n[Up](../why.mdx)\n',
        'images/way.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 10h40"/></svg>',
      }),
    });
    expect(readSite(below, 'why/')).toContain('href="/some/base/why/further/"');
    expect(brokenLinks(below, '/some/base/')).toEqual([]);
    const { url, close } = await serve(below, '/some/base/');
    try {
      const family = await lookAt(url, {}, (page) => page.evaluate(() => getComputedStyle(document.body).fontFamily));
      expect(family).not.toBe('');
    } finally {
      await close();
    }
  });

  test('that leave the base path are found', () => {
    expect(brokenLinks(folder, '/some/base/').length).toBeGreaterThan(0);
  });
});
