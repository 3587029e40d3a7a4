/**
 * Whether every link of a built site leads somewhere.
 */
import { join } from 'node:path';
import { pagesOf, readSite } from './build-site.ts';
import { attributes } from './html.ts';
import { fileAt } from './serve.ts';

/**
 * Links to pages, files and anchors of the site that are not there, as `page → link`.
 *
 * @param base Path below which the site is served; a link that leaves it leads nowhere.
 */
export function brokenLinks(folder: string, base = '/'): string[] {
  const anchors = new Map<string, ReadonlySet<string>>();
  const anchorsOf = (page: string) => {
    if (!anchors.has(page)) anchors.set(page, new Set(attributes(readSite(folder, page), 'id')));
    return anchors.get(page) as ReadonlySet<string>;
  };
  return pagesOf(folder).flatMap((page) => {
    const html = readSite(folder, page);
    const links = [...attributes(html, 'href'), ...attributes(html, 'src')];
    return [...new Set(links)].filter((link) => !leadsSomewhere(link, page)).map((link) => `/${page} → ${link}`);
  });

  function leadsSomewhere(link: string, page: string): boolean {
    const here = new URL(join(base, page), 'http://site');
    const there = new URL(link, here);
    if (there.origin !== here.origin) return true;
    if (!there.pathname.startsWith(base)) return false;
    const path = decodeURIComponent(there.pathname.slice(base.length));
    if (fileAt(folder, path) === undefined) return false;
    const anchor = decodeURIComponent(there.hash.slice(1));
    return anchor === '' || anchorsOf(path).has(anchor);
  }
}
