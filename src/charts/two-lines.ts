import { shorten, textWidth } from './text-width.ts';

/** A name on one line where it fits, else in two lines that are cut where they do not. */
export function fitted(name: string, width: number, size: number): string[] {
  if (textWidth(name, size) <= width) return [name];
  return inTwo(name).map((line) => shorten(line, width, size));
}

/** A name of several words in two lines of about the same length; a short one stays on one line. */
export function inTwo(name: string): string[] {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  if (name.length < 12 || spaces.length === 0) return [name];
  const middle = spaces.reduce((a, b) => (Math.abs(b - name.length / 2) < Math.abs(a - name.length / 2) ? b : a));
  return [name.slice(0, middle), name.slice(middle + 1)];
}
