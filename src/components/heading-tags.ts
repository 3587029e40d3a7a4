/**
 * Headings of a writer's text, whatever level their writer began with.
 */

/**
 * Which tag each level of heading gets: the topmost level of the text the given one, the next the next.
 *
 * @param level of the topmost headings of the text on the page, from 2.
 */
export function headingTags(headings: readonly { readonly depth: number }[], level: number): Record<string, string> {
  // Without any, only footnotes have one: of the second level.
  const topmost = headings.length === 0 ? 2 : Math.min(...headings.map(({ depth }) => depth));
  return Object.fromEntries(
    Array.from({ length: 6 }, (_, index) => [
      `h${index + 1}`,
      `h${Math.min(6, Math.max(level, level + index + 1 - topmost))}`,
    ]),
  );
}
