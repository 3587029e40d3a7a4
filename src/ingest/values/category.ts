/**
 * Categories: the text as people read it.
 */

/** Composed characters (NFC), and every run of blanks or control characters as one blank. */
export function categoryText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}
