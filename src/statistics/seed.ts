/**
 * Seeds that follow from what is computed, so that a figure is the same in whatever order figures are asked for.
 */

/** A whole number from 0 to 2³² − 1 from a text: FNV-1a over its UTF-16 code units (Fowler, Noll & Vo 1991). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
