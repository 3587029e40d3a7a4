/**
 * What writers put between the tags of a component.
 */

/** Whether rendered words hold paragraphs, lists or other blocks, and so cannot stand inside a paragraph. */
export function hasBlocks(html: string): boolean {
  return /<(p|div|ul|ol|table|blockquote|h\d)[\s>]/.test(html);
}
