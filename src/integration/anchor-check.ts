/**
 * Links of the writers' to places on pages, held against the finished site: only there is known which places there are.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARTIALS_FOLDER, pathOfText } from '../commentary/site-pages.ts';
import { Mistake, throwMistakes } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import type { Report } from '../report/types/report.ts';

/**
 * @param folder of the finished site.
 * @throws Mistake or Mistakes naming file, line and column of every link to a place that is not there.
 */
export function refuseLostAnchors({ anchored }: Pick<Report, 'anchored'>, folder: string): void {
  const lost = anchored.flatMap(({ path, anchor, written, ...place }) => {
    if (!isDrawn(anchor, place.file, folder)) return [];
    const ids = idsIn(join(folder, path, 'index.html'));
    // Headings of a comment have a prefix, because they stand on a page of the report.
    if (ids.some((id) => id === decoded(anchor) || id === `text-${decoded(anchor)}`)) return [];
    const meant = nearest(anchor, ids);
    return [
      new Mistake({
        ...place,
        what: `A link leads to a place that ${path} does not have`,
        found: written,
        expected: 'the id of a metric, a figure or a heading on that page, or no # at all',
        remedy: meant === undefined ? 'Leave out # and what follows it.' : `Did you mean “#${meant}”?`,
      }),
    ];
  });
  throwMistakes(lost);
}

/** A link in words that the data leave out is on no page; where words that several pages share stand, is not looked up. */
function isDrawn(anchor: string, file: string, folder: string): boolean {
  if (file.startsWith(PARTIALS_FOLDER)) return true;
  const page = readFileSync(join(folder, pathOfText(file.replace(/\.mdx$/, '')), 'index.html'), 'utf8');
  return page.includes(`#${anchor}"`) || page.includes(`#text-${anchor}"`);
}

function idsIn(file: string): string[] {
  return Array.from(readFileSync(file, 'utf8').matchAll(/\sid="([^"]+)"/g), ([, id = '']) => id);
}

/** Addresses may hold letters as codes. */
function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
