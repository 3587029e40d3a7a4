/**
 * How wide a text will be, near enough to keep labels apart: the fonts are not there at build time.
 */

const NARROW = /[fijlrtI.,;:'’|!()[\]]/u;
const WIDE = /[mwMWOQ%@—–]/u;
const CAPITAL = /\p{Lu}/u;
const FULL = /[\u2e80-\uffef]|\p{Extended_Pictographic}/u;

/**
 * Pixels that a line of text takes, estimated from the widths of a humanist sans with tabular figures.
 *
 * @param size font size in pixels.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += widthOf(character);
  return Math.ceil(ems * size);
}

/**
 * The text cut to a width with an ellipsis, at a word where one is near.
 *
 * @param width pixels; texts within it come back unchanged.
 */
export function shorten(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  const word = kept.replace(/\s+\S*$/u, '');
  return `${(word.length > kept.length * 0.6 ? word : kept).trimEnd()}…`;
}

function widthOf(character: string): number {
  if (character === '\u202f') return 0.2;
  if (character === ' ' || character === '\u00a0') return 0.28;
  if (/\d/u.test(character)) return 0.63;
  if (NARROW.test(character)) return 0.33;
  if (WIDE.test(character)) return 0.88;
  if (FULL.test(character)) return 1.05;
  return CAPITAL.test(character) ? 0.69 : 0.57;
}
