import type { Lens } from '../report/types/estimate.ts';

/** A page of the site as navigation shows it. */
export interface SitePage {
  /** Site path without base. */
  readonly path: string;
  readonly name: string;
  /** Set for the three panels. */
  readonly lens?: Lens;
}

export const HOME: SitePage = { path: '/', name: 'Overview' };

/** The three panels, in the order that never changes. */
export const PANEL_PAGES: readonly (SitePage & { readonly lens: Lens })[] = [
  { path: '/satisfaction/', name: 'Satisfaction', lens: 'satisfaction' },
  { path: '/service/', name: 'Service', lens: 'service' },
  { path: '/experience/', name: 'Experience', lens: 'experience' },
];

/** Where things are looked up. */
export const REFERENCE_PAGES: readonly SitePage[] = [
  { path: '/methods/', name: 'Methods' },
  { path: '/glossary/', name: 'Glossary' },
  { path: '/data/', name: 'Data' },
];

const READING_ORDER: readonly SitePage[] = [HOME, ...PANEL_PAGES, ...REFERENCE_PAGES];

/** The pages before and after one, for the foot of the page; none for a page outside the reading order. */
export function neighbours(path: string): { previous?: SitePage; next?: SitePage } {
  const index = READING_ORDER.findIndex((page) => page.path === path);
  if (index === -1) return {};
  const previous = READING_ORDER[index - 1];
  const next = READING_ORDER[index + 1];
  return { ...(previous && { previous }), ...(next && { next }) };
}
