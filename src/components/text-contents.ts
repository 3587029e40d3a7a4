/**
 * Headings of a writer's text, for its table of contents.
 */
import type { MarkdownHeading } from 'astro';

/** Headings as they were written; the one that footnotes bring along is not among them. */
export function contentsOf(
  written: { readonly getHeadings: () => readonly MarkdownHeading[] } | undefined,
): readonly MarkdownHeading[] {
  return (written?.getHeadings() ?? []).filter(({ slug }) => slug !== 'footnote-label');
}
