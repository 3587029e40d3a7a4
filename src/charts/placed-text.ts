/**
 * Texts at places of a chart, and whether two of them meet.
 */
import { textWidth } from './text-width.ts';

/** Text of one or more lines; `x` in per cent, `y` of the first line's middle in pixels, `dx` in pixels. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly string[];
}

/** Lines of a text stand this far apart, in ems. */
export const LINE = 1.25;
/** Pixels that two texts keep between them. */
const GAP = 4;

/** Upper and lower edge in pixels. */
export function heightOf({ y, lines }: PlacedText, size: number): readonly [top: number, bottom: number] {
  return [y - size / 2, y + size / 2 + (lines.length - 1) * LINE * size];
}

/**
 * Whether two texts meet in a plot of some width. Places move apart as the plot widens, so texts that are apart in
 * the narrowest one, in the order of their places, are apart in all.
 *
 * @param size font size in pixels.
 * @param width pixels of the narrowest plot.
 */
export function meet(a: PlacedText, b: PlacedText, size: number, width: number): boolean {
  const [aTop, aBottom] = heightOf(a, size);
  const [bTop, bBottom] = heightOf(b, size);
  if (aBottom + GAP <= bTop || bBottom + GAP <= aTop) return false;
  const [left, right] = a.x <= b.x ? [a, b] : [b, a];
  return sidesOf(left, size, width)[1] + GAP > sidesOf(right, size, width)[0];
}

/** Left and right edge in pixels from the plot's left. */
export function sidesOf(text: PlacedText, size: number, width: number): readonly [left: number, right: number] {
  const x = (text.x / 100) * width + text.dx;
  const wide = Math.max(...text.lines.map((line) => textWidth(line, size)));
  const left = { start: x, middle: x - wide / 2, end: x - wide }[text.anchor];
  return [left, left + wide];
}
