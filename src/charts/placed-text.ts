/** Text of one or more lines; `x` in per cent, `y` of the first line's middle in pixels, `dx` in pixels. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly string[];
}
