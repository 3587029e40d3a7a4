/**
 * The writers' texts as pages and lists of pages meet them.
 */
import type { Head } from '../commentary/head.ts';
import { below } from '../commentary/own-pages.ts';
import type { Commentary } from '../commentary/read-commentary.ts';
import { OWN_PAGES_FOLDER, pathOfText } from '../commentary/site-pages.ts';
import type { ReportContext } from './context.ts';
import { resolvePeriod } from './names.ts';
import type { OwnPage, WrittenText } from './types/text.ts';
import { listed } from './wording/list.ts';

export function writtenText(context: ReportContext, { page, head, uses }: Commentary): WrittenText {
  return {
    text: page,
    title: head.title,
    by: bylineOf(head),
    period:
      head.period === null
        ? null
        : { written: head.period.written, label: resolvePeriod(context, head.period.written).label },
    hasFigures: uses.some(({ props }) => props.metric !== undefined),
    draft: head.draft,
  };
}

/** Pages of the writers' own in the order of lists: by order, then by title; a page below another follows it. */
export function ownPages(context: ReportContext, commentary: readonly Commentary[]): readonly OwnPage[] {
  const pages = commentary
    .filter(({ page }) => page.startsWith(OWN_PAGES_FOLDER))
    .sort(byOrder)
    .map((each) => ({
      ...writtenText(context, each),
      path: pathOfText(each.page),
      name: each.head.title,
      summary: each.head.summary,
      panel: each.head.panel ?? null,
    }));
  return familiesIn(pages, null);
}

/** Below `parent` each page, and after it those below it. */
function familiesIn(pages: readonly OwnPage[], parent: OwnPage | null): OwnPage[] {
  return below(parent, pages).flatMap((page) => [page, ...familiesIn(pages, page)]);
}

function byOrder({ head: a, page: one }: Commentary, { head: b, page: other }: Commentary): number {
  const [first, second] = [a.order ?? Number.MAX_VALUE, b.order ?? Number.MAX_VALUE];
  if (first !== second) return first - second;
  const [title, otherTitle] = [`${a.title}\n${one}`, `${b.title}\n${other}`];
  return title < otherTitle ? -1 : 1;
}

function bylineOf({ authors, date }: Head): string {
  // Names that come with an office hold commas of their own.
  const names = authors.some((author) => author.includes(',')) ? authors.join('; ') : listed(authors, 'and');
  return [names, date].filter((part) => part !== '').join(', ');
}
