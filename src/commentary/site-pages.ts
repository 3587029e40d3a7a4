/**
 * Pages that the site has of its own, as writers link to them. Contrasts and writers' pages come to them.
 */

/** Site paths without base, in no order that means anything; `site-map.ts` orders the pages for readers. */
export const SITE_PAGES: readonly string[] = [
  '/',
  '/satisfaction/',
  '/service/',
  '/experience/',
  '/contrasts/',
  '/similarities/',
  '/practices/',
  '/journey/',
  '/drivers/',
  '/voice/',
  '/actions/',
  '/claims/',
  '/changes/',
  '/editions/',
  '/methods/',
  '/glossary/',
  '/data/',
  '/writing/',
];

/** Where texts on contrasts stand in the content folder, each named after its contrast. */
export const CONTRASTS_FOLDER = 'contrasts/';

/** Where writers' own pages stand in the content folder. */
export const OWN_PAGES_FOLDER = 'pages/';

/** Where texts stand that several pages share. */
export const PARTIALS_FOLDER = 'partials/';

/** The text that examples of the writers’ guide stand in; no file has it. */
export const GUIDE_TEXT = 'writing';

/** From where links in such texts are seen: whichever it is, from beside it. */
export const ANY_PARTIAL = `${PARTIALS_FOLDER}it`;

/** The name of a partial in `<Include text="…">`, which may be written as its file. */
export function partialNamed(written: string): string {
  return written
    .trim()
    .replace(/\.mdx$/, '')
    .replace(/^(\.\/)?(content\/)?partials\//, '');
}

/**
 * The site path on which a text stands: `/` of `home`, `/service/` of `service`, `/why/billing/` of `pages/why/billing`.
 *
 * @param text its file in the content folder without `.mdx`.
 */
export function pathOfText(text: string): string {
  if (text === 'home') return '/';
  const own = text.startsWith(OWN_PAGES_FOLDER) ? text.slice(OWN_PAGES_FOLDER.length) : text;
  return `/${own.replace(/(^|\/)index$/, '')}/`.replace(/\/{2,}/g, '/');
}
