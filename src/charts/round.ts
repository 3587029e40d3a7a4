/** A coordinate to a tenth, which is all that a screen shows, so that files stay small and equal. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
