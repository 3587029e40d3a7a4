/**
 * Ids of headings and footnotes in a writer's text, which know nothing of the page that the text stands on nor of other
 * texts on it.
 */

/** Ids that the frame of every page has. */
const OF_THE_PAGE: ReadonlySet<string> = new Set([
  'content',
  'on-this-page',
  'text',
  'text-title',
  'below',
  'below-title',
  'more-pages',
]);

/** The id of a heading: its own where it can be, so that addresses read well. */
export function headingId(slug: string, prefix: string): string {
  return prefix === '' && OF_THE_PAGE.has(slug) ? `text-${slug}` : `${prefix}${slug}`;
}

/**
 * The HTML of a text with ids of its own, and with links to them.
 *
 * @param slugs ids of its headings as they are in the HTML.
 * @param prefix goes before each id; empty for a text that is its page.
 */
export function withOwnIds(html: string, slugs: readonly string[], prefix: string): string {
  const known = new Set(slugs);
  const own = (id: string): string | null => {
    if (/^(user-content-fn|footnote-label$)/.test(id)) return `${prefix}${id}`;
    return known.has(id) ? headingId(id, prefix) : null;
  };
  return html.replace(/(<h[1-6]|<a|<li)\b[^>]*>/g, (tag) =>
    tag
      .replace(/( (?:id|aria-describedby)=")([^"]*)"/g, (all, name, id) => (own(id) ? `${name}${own(id)}"` : all))
      .replace(/( href="#)([^"]*)"/g, (all, name, id) => (own(id) ? `${name}${own(id)}"` : all)),
  );
}
