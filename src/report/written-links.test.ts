import { describe, expect, test } from 'vitest';
import { parseMdx } from '../commentary/mdx.ts';
import { writtenLinks } from '../commentary/written-links.ts';
import type { Edition } from './editions/edition.schema.ts';
import { checkLinks, pathsOf } from './written-links.ts';

const PAGES = pathsOf(
  [{ page: 'home' }, { page: 'pages/why/index' }, { page: 'pages/why/bills' }],
  [{ id: '2026-Q1' } as Edition],
);

const check = (text: string, file = 'home.mdx') =>
  checkLinks(writtenLinks(parseMdx(text, file), file), PAGES, ['pages/soon']);

/** The one mistake in a text. */
function mistakeIn(text: string, file?: string) {
  const { mistakes } = check(text, file);
  expect(mistakes).toHaveLength(1);
  return mistakes[0]?.details;
}

describe('links of a text', () => {
  test('lead to pages of the report and of writers, to downloads and to other sites', () => {
    const text =
      '[a](/service/) [b](contrasts/scope) [c](pages/why/bills.mdx) [d](/data/report.json) [e](https://example.org) ' +
      '[f](mailto:ann@example.org) [g][h] [i](/editions/2026-q1/) and https://example.org\n\n[h]: /why/\n';
    expect(check(text)).toEqual({ mistakes: [], anchored: [] });
  });

  test('to a place on a page are noted, with where they stand', () => {
    expect(check('See [NPS](/experience/#nps)\nand [below](#more).').anchored).toEqual([
      { file: 'home.mdx', line: 1, column: 5, path: '/experience/', anchor: 'nps', written: '/experience/#nps' },
      { file: 'home.mdx', line: 2, column: 5, path: '/', anchor: 'more', written: '#more' },
    ]);
  });

  test('in what several pages include are seen from its folder, on whatever page it stands', () => {
    expect(check('[a](../pages/why/bills.mdx) [b](service) [c](#own)', 'partials/x.mdx')).toEqual({
      mistakes: [],
      anchored: [],
    });
    expect(mistakeIn('[a](bills)', 'partials/x.mdx')).toMatchObject({ found: 'bills' });
    expect(check('[a](bills)', 'pages/why/index.mdx').mistakes).toEqual([]);
  });
});

describe('a link that leads', () => {
  test('to no page is told with the one that was meant', () => {
    expect(mistakeIn('So\n\nsee [this](/servise/).')).toMatchObject({
      what: 'There is no such page in this report',
      file: 'home.mdx',
      line: 3,
      column: 5,
      remedy: 'Did you mean “/service/”?',
    });
    expect(mistakeIn('[x](bils.mdx)', 'pages/why/index.mdx')).toMatchObject({ remedy: 'Did you mean “/why/bills/”?' });
    expect(mistakeIn('[x][y]\n\n[y]: /nowhere/at/all/x')).toMatchObject({ line: 3 });
  });

  test('to a draft is told that it is one', () => {
    expect(mistakeIn('[x](/soon/)')).toMatchObject({ what: 'The page of a link is a draft, which is not published' });
  });

  test('nowhere, or to what browsers do not open, is refused', () => {
    expect(mistakeIn('[x]()')).toMatchObject({ what: 'A link leads nowhere' });
    expect(mistakeIn('[x](javascript:alert(1))')).toMatchObject({
      what: 'A link is of a kind that browsers do not open',
    });
    expect(mistakeIn('[x](file:///etc/passwd)')).toMatchObject({ found: 'file:///etc/passwd' });
  });

  test('from a tag of HTML is refused, because it would leave the base path', () => {
    expect(() => check('So <a href="/service/">this</a>.')).toThrow('A link is written in another way');
  });
});
