/**
 * Where a link in a writer's text leads.
 */
import { nearest } from '../config/nearest.ts';
import { pathOfText } from './site-pages.ts';

/** A link as the site has it. Paths are without base. */
export type LinkTarget =
  /** A page; the anchor is empty where the link names none. */
  | { readonly kind: 'page'; readonly path: string; readonly anchor: string }
  /** A download such as `/data/report.json`. */
  | { readonly kind: 'file'; readonly path: string }
  /** Another site, an address of mail or a telephone number. */
  | { readonly kind: 'elsewhere' }
  /** No page of this site; `meant` is the one that was probably meant, as a writer would link to it. */
  | { readonly kind: 'nowhere'; readonly meant: string | undefined };

/**
 * Finds the page that a link means. It may be written from the top of the site (`/service/`, `/service`), by name
 * (`service`), as a file (`billing.mdx`, `../home.mdx`), or relative to the page or to the file that it stands in; of
 * these the first that is a page is meant. Without a page before it, `#nps` is a place on the same page.
 *
 * @param written the link as it stands in the text.
 * @param text the file that it stands in, in the content folder, without `.mdx`: `home`, `pages/why/billing`.
 * @param pages site paths of all pages, without base.
 */
export function linkTarget(written: string, text: string, pages: Iterable<string>): LinkTarget {
  if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(written)) return { kind: 'elsewhere' };
  const [, target = '', anchor = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(written) ?? [];
  const here = pathOfText(text);
  if (target === '') return { kind: 'page', path: here, anchor };
  const known = new Set(pages);
  const candidates = meanings(decoded(target), text, here);
  const path = candidates.find((candidate) => known.has(candidate));
  if (path !== undefined) return { kind: 'page', path, anchor };
  const file = candidates.map((candidate) => candidate.slice(0, -1)).find((each) => DOWNLOAD.test(each));
  if (file !== undefined) return { kind: 'file', path: file };
  return { kind: 'nowhere', meant: nearest(candidates.at(-1) ?? '/', known) };
}

/** What the report writes below `data/`. */
const DOWNLOAD = /^\/data\/.+\.(csv|json)$/;

/** The pages that a path without anchor may mean, in the order in which they are tried. */
function meanings(target: string, text: string, here: string): string[] {
  const folder = `/${text.replace(/[^/]*$/, '')}`;
  if (/\.mdx?$/i.test(target)) {
    const file = target.startsWith('/') ? target : new URL(target, `http://site${folder}`).pathname;
    const named = decoded(file)
      .replace(/^\/(content\/)?/, '')
      .replace(/\.mdx?$/i, '');
    return [pathOfText(named), pathOfText(`pages/${named}`)];
  }
  const ways = target.startsWith('/') ? ['/'] : [here, pathOfText(folder.slice(1)), '/'];
  return [...new Set(ways.map((from) => asPage(decoded(new URL(target, `http://site${from}`).pathname))))];
}

function asPage(path: string): string {
  return `${path}/`.replace(/(^|\/)index(\.html)?\/$/, '/').replace(/\/{2,}/g, '/');
}

/** What was written with `%20` for a blank, as it is called. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
