/**
 * Labels of a layout as a reader sees them: which of them lie over each other or leave the figure at a width.
 */
import { meet, type PlacedText, sidesOf } from './placed-text.ts';
import type { Room } from './room.ts';

/** Widths of screens, in pixels, with 16 pixels of margin on both sides of a figure. */
export const SCREENS = [320, 360, 700] as const;
const MARGINS = 32;

export interface Label {
  readonly text: PlacedText;
  readonly size: number;
  /** Narrowest figure in which it shows. */
  readonly room?: Room | null;
}

/**
 * What is wrong with the labels that show on a screen, as `a × b` or `a leaves the figure`; nothing when all is well.
 *
 * @param left pixels of the figure on the left of the plot.
 */
export function wrongLabels(labels: readonly Label[], screen: number, left: number, right: number): string[] {
  const figure = screen - MARGINS;
  const plot = figure - left - right;
  const shown = labels.filter(({ room = 0 }) => room !== null && room <= figure);
  const name = ({ text }: Label) => text.lines.join(' ');
  const over = shown.flatMap((a, k) =>
    shown
      .slice(k + 1)
      .filter((b) => meet(a.text, b.text, Math.max(a.size, b.size) - CLOSE, plot))
      .map((b) => `${name(a)} × ${name(b)}`),
  );
  const out = shown.filter(({ text, size }) => {
    const [from, to] = sidesOf(text, size, plot);
    return from < -left - 1 || to > plot + right + 1;
  });
  return [...over, ...out.map((label) => `${name(label)} leaves the figure`)];
}

/** Lines of text may come closer than the gap that seats keep. */
const CLOSE = 4;
