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

/** Where writers' own pages stand in the content folder. */
export const OWN_PAGES_FOLDER = 'pages/';

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
