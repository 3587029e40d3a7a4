/**
 * What a site must not have, whatever the data: pages with gaps where a sentence, a number or a chart should be.
 */
import { pagesOf, readSite } from './build-site.ts';
import { linesOf } from './html.ts';
import { parseCsv, reportJson } from './tables.ts';

/** Words that only a program says. */
const SLIPS = /\b(undefined|NaN|null|Infinity)\b|\[object |^[,.;:]|\(\)|“”/;

/** What a test says that cannot be asked: a field or file that is missing, or too few of something. */
const REASONS =
  /has the field `|^it needs |^it could be told |^the data hold |^too few |would reveal|^no (stratum|category|month)|^no .* (is|are) /;

/** Every gap, as page and text. */
export function holesIn(folder: string): string[] {
  const { contrasts, similarities, practices } = reportJson(folder);
  const tests = [...contrasts, similarities, practices].flatMap((page) => page.tests);
  return [
    ...pagesOf(folder).flatMap((page) => {
      const html = readSite(folder, page);
      return [
        ...linesOf(html)
          .filter((line) => SLIPS.test(line))
          .map((line) => `/${page}: ${line}`),
        ...emptyParts(html).map((part) => `/${page}: nothing in ${part}`),
      ];
    }),
    ...tests.flatMap(({ id, statement = '', missing = '' }) => {
      if (statement !== '') return /^[A-Z“0-9].*\.$/s.test(statement) ? [] : [`${id}: ${statement}`];
      return REASONS.test(missing) ? [] : [`${id}: ${missing === '' ? 'neither an answer nor a reason' : missing}`];
    }),
    ...tests
      .flatMap(({ figures = [] }) => figures)
      .filter((path) => parseCsv(readSite(folder, path.slice(1))).length === 0)
      .map((path) => `${path}: no row`),
  ];
}

/** Elements that hold something to read, and hold nothing. */
function emptyParts(html: string): string[] {
  return [...html.matchAll(/<(p|h[1-6]|figcaption|li|td|th|caption|dd|dt|tbody|ul|ol)(\s[^>]*)?>\s*<\/\1>/g)]
    .filter(([part]) => !/^<td/.test(part))
    .map(([part]) => part.slice(0, 80));
}
