/**
 * A company's own panel colours, on every page and in its icon.
 */
import { LENSES } from '../report/types/estimate.ts';
import type { ReportIdentity } from '../report/types/report.ts';

type Colours = ReportIdentity['colours'];
type Scheme = 'light' | 'dark';

/** The built-in colours; `src/styles/tokens.css` and `public/favicon.svg` hold the same. */
export const PANEL_COLOURS = {
  satisfaction: { light: '#b4530a', dark: '#f2a65a' },
  service: { light: '#0b6ba8', dark: '#6cb8ec' },
  experience: { light: '#8a3a7b', dark: '#e09ad1' },
} as const;

/** Where each scheme holds: paper is paper, whatever the reader's scheme, and readers' own colours stay theirs. */
const MEDIA: Readonly<Record<Scheme, string>> = {
  light: 'print,(prefers-color-scheme:light) and (forced-colors:none)',
  dark: 'screen and (prefers-color-scheme:dark) and (forced-colors:none)',
};

/** Rules that outweigh those of `tokens.css`, wherever in the page they stand; empty without colours of one's own. */
export function colourStyle(colours: Colours): string {
  return (['light', 'dark'] as const)
    .map((scheme) => {
      const own = LENSES.flatMap((lens) => {
        const colour = colours[lens]?.[scheme];
        return colour === undefined ? [] : [`--${lens}:${colour}`];
      });
      return own.length === 0 ? '' : `@media ${MEDIA[scheme]}{html:root{${own.join(';')}}}`;
    })
    .join('');
}

/** The icon as an address that holds it; null without colours of one's own. */
export function ownIcon(colours: Colours): string | null {
  if (colourStyle(colours) === '') return null;
  const fills = (scheme: Scheme) =>
    LENSES.map((lens) => `.${lens}{fill:${colours[lens]?.[scheme] ?? PANEL_COLOURS[lens][scheme]}}`).join('');
  const panels = LENSES.map((lens, k) => `<rect class="${lens}" x="${2 + 10 * k}" y="4" width="8" height="24"/>`);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>${fills('light')}` +
    `@media (prefers-color-scheme:dark){${fills('dark')}}</style>${panels.join('')}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
