/** What a comment's frontmatter may say about it. */
export interface Byline {
  /** The heading; a comment without one stands under “Commentary”. */
  readonly title: string;
  /** Who wrote it and when: `Ann Lee, customer insight, 14 July 2026`; empty when nothing is said. */
  readonly by: string;
}

/** @param frontmatter of an MDX file; anything but text is passed over. */
export function bylineOf(frontmatter: Readonly<Record<string, unknown>>): Byline {
  const text = (key: string) => (typeof frontmatter[key] === 'string' ? frontmatter[key] : '');
  return {
    title: text('title') || 'Commentary',
    by: [text('author'), text('date')].filter((part) => part !== '').join(', '),
  };
}
