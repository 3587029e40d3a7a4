/**
 * Where the links in writers' texts lead: to a page of the report, or to a mistake.
 */
import { linkTarget } from '../commentary/links.ts';
import type { Commentary } from '../commentary/read-commentary.ts';
import { ANY_PARTIAL, OWN_PAGES_FOLDER, PARTIALS_FOLDER, pathOfText, SITE_PAGES } from '../commentary/site-pages.ts';
import type { WrittenLink } from '../commentary/written-links.ts';
import { Mistake } from '../config/mistake.ts';
import { CONTRASTS } from '../contrasts/contrasts.ts';
import { pathOf } from './contrasts/paths.ts';
import type { Edition } from './editions/edition.schema.ts';
import { editionPath } from './editions/edition-report.ts';
import type { AnchoredLink } from './types/text.ts';

export interface CheckedLinks {
  readonly mistakes: readonly Mistake[];
  /** Those that lead to a place on a page: whether it is there shows once the page has been drawn. */
  readonly anchored: readonly AnchoredLink[];
}

/**
 * @param pages site paths of all pages, without base.
 * @param hidden texts that are drafts and not shown: a link to one leads nowhere as long as it is.
 */
export function checkLinks(
  links: readonly WrittenLink[],
  pages: readonly string[],
  hidden: readonly string[],
): CheckedLinks {
  const mistakes: Mistake[] = [];
  const anchored: AnchoredLink[] = [];
  for (const { place, target } of links) {
    const text = textOf(place.file);
    const found = linkTarget(target, text, pages);
    if (target.trim() === '') mistakes.push(empty(place));
    else if (found.kind === 'elsewhere' && !/^(https?:|mailto:|tel:|\/\/)/i.test(target))
      mistakes.push(odd(place, target));
    else if (found.kind === 'nowhere') {
      const draft = linkTarget(target, text, hidden.map(pathOfText));
      mistakes.push(draft.kind === 'page' ? toDraft(place, target) : toNowhere(place, target, found.meant));
    } else if (found.kind === 'page' && found.anchor !== '' && !(target.startsWith('#') && isShared(place.file))) {
      anchored.push({ ...place, path: found.path, anchor: found.anchor, written: target });
    }
  }
  return { mistakes, anchored };
}

/** Site paths of all pages, without base: those that are always there, and those that contrasts, writers and editions have. */
export function pathsOf(commentary: readonly Pick<Commentary, 'page'>[], editions: readonly Edition[]): string[] {
  const own = commentary.map(({ page }) => page).filter((text) => text.startsWith(OWN_PAGES_FOLDER));
  return [...SITE_PAGES, ...CONTRASTS.map(pathOf), ...own.map(pathOfText), ...editions.map(editionPath)];
}

const isShared = (file: string): boolean => file.startsWith(PARTIALS_FOLDER);

/** What several texts include stands on none of their pages; its links are those of any file in its folder. */
function textOf(file: string): string {
  return isShared(file) ? ANY_PARTIAL : file.replace(/\.mdx$/, '');
}

type Place = WrittenLink['place'];

function empty(place: Place): Mistake {
  return new Mistake({
    ...place,
    what: 'A link leads nowhere',
    found: '[…]()',
    expected: 'a page, such as [the service page](/service/)',
    remedy: 'Write between the round brackets where it leads, or take the square ones away.',
  });
}

function odd(place: Place, target: string): Mistake {
  return new Mistake({
    ...place,
    what: 'A link is of a kind that browsers do not open',
    found: target,
    expected: 'a page of the report, https://…, mailto:… or tel:…',
    remedy: 'Link to a page, or take the link out.',
  });
}

function toDraft(place: Place, target: string): Mistake {
  return new Mistake({
    ...place,
    what: 'The page of a link is a draft, which is not published',
    found: target,
    expected: 'a page that is published',
    remedy: 'Take “draft: true” out of the head of that text, or the link out of this one.',
  });
}

function toNowhere(place: Place, target: string, meant: string | undefined): Mistake {
  return new Mistake({
    ...place,
    what: 'There is no such page in this report',
    found: target,
    expected: 'a page, such as /service/, or a file in content/pages/',
    remedy: meant === undefined ? 'Correct the link, or take it out.' : `Did you mean “${meant}”?`,
  });
}
