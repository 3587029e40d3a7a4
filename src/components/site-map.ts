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

/** The index of the contrasts, above a page for each. */
export const CONTRASTS_PAGE: SitePage = { path: '/contrasts/', name: 'Contrasts' };

/** What is said of contrasts as a whole; reached from their index and from the foot of every page. */
export const SIMILARITIES_PAGE: SitePage = { path: '/similarities/', name: 'Similarities' };
export const PRACTICES_PAGE: SitePage = { path: '/practices/', name: 'Practices' };

/** What the panels come to when they are set against each other, and put together. */
export const STORY_PAGES: readonly SitePage[] = [
  CONTRASTS_PAGE,
  { path: '/journey/', name: 'Journey' },
  { path: '/drivers/', name: 'Drivers' },
  { path: '/voice/', name: 'Voice' },
];

/** What was done about findings, and what has come since; reached from the foot of every page. */
export const ACTIONS_PAGE: SitePage = { path: '/actions/', name: 'Actions' };

/** What writers claim and whether it holds; reached from the foot of every page. */
export const CLAIMS_PAGE: SitePage = { path: '/claims/', name: 'Claims' };

/** What has changed since the last edition, and the editions themselves; reached from the foot of every page. */
export const CHANGES_PAGE: SitePage = { path: '/changes/', name: 'Changes' };
export const EDITIONS_PAGE: SitePage = { path: '/editions/', name: 'Editions' };

/** Where things are looked up. */
export const REFERENCE_PAGES: readonly SitePage[] = [
  { path: '/methods/', name: 'Methods' },
  { path: '/glossary/', name: 'Glossary' },
  { path: '/data/', name: 'Data' },
];

/** For those who write the texts; reached from the foot of every page. */
export const WRITING_PAGE: SitePage = { path: '/writing/', name: 'For writers' };

/** Pages that the report knows of: how many there are depends on the data and on the writers. */
export interface Pages {
  readonly contrasts: readonly SitePage[];
  readonly ownPages: readonly SitePage[];
}

/**
 * All pages in the order in which they are read.
 */
export function readingOrder({ contrasts, ownPages }: Pages): readonly SitePage[] {
  const story = STORY_PAGES.flatMap((page) =>
    page === CONTRASTS_PAGE ? [page, ...contrasts, SIMILARITIES_PAGE, PRACTICES_PAGE] : [page],
  );
  return [
    HOME,
    ...PANEL_PAGES,
    ...story,
    ...ownPages,
    ACTIONS_PAGE,
    CLAIMS_PAGE,
    CHANGES_PAGE,
    EDITIONS_PAGE,
    ...REFERENCE_PAGES,
    WRITING_PAGE,
  ];
}

/** The pages before and after one, for the foot of the page; none for a page outside the reading order. */
export function neighbours(path: string, order: readonly SitePage[]): { previous?: SitePage; next?: SitePage } {
  const index = order.findIndex((page) => page.path === path);
  if (index === -1) return {};
  const previous = order[index - 1];
  const next = order[index + 1];
  return { ...(previous && { previous }), ...(next && { next }) };
}
